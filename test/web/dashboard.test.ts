import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { type TestContext, test } from 'node:test';
import * as workbooks from '@e965/xlsx';
import type { Page } from 'playwright-core';
import type { Assessment } from '../../src/api/assessment.ts';
import { indexText, moneyText } from '../../src/domain/quantityText.ts';
import {
  assertAccessible,
  openBrowser,
  openPage,
  plain,
  titled,
  withoutBrowser,
} from '../support/browser.ts';
import { serveFolder, serveHostile } from '../support/server.ts';
import { webWorkspace } from '../support/webWorkspace.ts';

/** Where a page stands still: all answers are here. */
async function settled(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('#caveats').waitFor();
}

async function downloaded(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), click()]);
  return { name: download.suggestedFilename(), bytes: await readFile((await download.path()) ?? '') };
}

test('the dashboard in a real browser', { skip: withoutBrowser }, async (context: TestContext) => {
  const { address } = await serveFolder(context, await webWorkspace(context));
  const browser = await openBrowser(context);
  const answer = (await (
    await fetch(`${address}/api/v1/assess?compareWithPrevious=true&period=2020`)
  ).json()) as Assessment;

  await context.test('overview: both languages, both themes, desktop and phone, nothing wrong', async () => {
    for (const [language, width, dark] of [
      ['ru', 1440, false],
      ['en', 1440, true],
      ['ru', 390, true],
      ['en', 390, false],
    ] as const) {
      const { page, complaints } = await openPage(browser, address, { width, dark });
      await settled(page, `${address}/?lang=${language}`);
      assert.match(
        await page.title(),
        language === 'ru' ? /Вывоз высоких технологий: Россия, 2020/ : /Russia, 2020/,
      );
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
      const text = plain(await page.locator('body').innerText());
      assert.doesNotMatch(text, /NaN|Infinity|null|\[object/);
      if (language === 'ru') assert.doesNotMatch(text, /\d\.\d{1,2} (млн|млрд|%)/);
      await assertAccessible(page);
      assert.deepEqual(complaints, []);
      await page.context().close();
    }
  });

  await context.test('the map shows the index of the answer, and its tiles lead to regions', async () => {
    const { page } = await openPage(browser, address);
    await settled(page, `${address}/?lang=en&segment=pharma`);
    const rows = answer.data.filter(
      (row) => row.period === '2020' && row.level === 'region' && row.segment === 'pharma',
    );
    assert.ok(rows.length > 3);
    for (const row of rows) {
      const tile = page.locator(`[data-cell="${row.territory}"]`);
      const shown = plain((await tile.locator('title').textContent()) ?? '');
      const wanted =
        row.segmentValueUsd === 0
          ? 'no exports'
          : row.trajectoryIndex === null
            ? 'undefined'
            : indexText(row.trajectoryIndex, 'en');
      assert.equal(shown, `${row.territoryName.en}: ${plain(wanted)}`);
    }
    assert.match(
      (await page.locator(`[data-cell="${rows[0]?.territory}"]`).getAttribute('href')) ?? '',
      /^\/region\/RU-/,
    );
  });

  await context.test('a number says how it comes about; the address keeps the question', async () => {
    const { page, complaints } = await openPage(browser, address);
    await settled(page, `${address}/?lang=en`);
    const row = answer.data.find(
      (one) => one.rank === 1 && one.period === '2020' && one.segment === 'pharma',
    );
    const number = page.locator(`button[data-figure="${row?.id}/trajectoryIndex"]`).first();
    await number.focus();
    await page.keyboard.press('Enter');
    await page.locator('.drawer .formula').first().waitFor();
    const drawer = plain(await page.locator('.drawer').innerText());
    assert.ok(drawer.includes(plain(indexText(row?.trajectoryIndex ?? 0, 'en'))));
    assert.match(drawer, /it agrees/);
    await assertAccessible(page);
    const again = await openPage(browser, address);
    await again.page.goto(page.url());
    await again.page.locator('.drawer .formula').first().waitFor();
    assert.equal(plain(await again.page.locator('.drawer').innerText()), drawer);
    await page.keyboard.press('Escape');
    await page.locator('.drawer').waitFor({ state: 'detached' });
    assert.equal(await page.evaluate('document.activeElement.dataset.figure'), `${row?.id}/trajectoryIndex`);
    assert.deepEqual(complaints, []);
  });

  await context.test('choices are kept by the address, and by the change of language', async () => {
    const { page } = await openPage(browser, address);
    await settled(page, `${address}/?lang=en`);
    await page.getByRole('button', { name: 'Pharmaceuticals' }).click();
    await page.getByRole('button', { name: 'Value', exact: true }).click();
    await page.getByLabel('Period').selectOption('2019');
    await titled(page, '2019');
    const finding = await page.locator('#regions-title').innerText();
    const other = await openPage(browser, address);
    await settled(other.page, page.url());
    assert.equal(await other.page.locator('#regions-title').innerText(), finding);
    assert.equal(
      await other.page.getByRole('button', { name: 'Value', exact: true }).getAttribute('aria-pressed'),
      'true',
    );
    await other.page.getByRole('link', { name: 'RU', exact: true }).click();
    await titled(other.page, 'Россия, 2019');
    assert.equal(
      await other.page.getByRole('button', { name: 'Стоимость' }).getAttribute('aria-pressed'),
      'true',
    );
    await other.page.goBack();
    await titled(other.page, 'Russia, 2019');
  });

  await context.test('downloads hold what the API answers, and what is copied is the question', async () => {
    const { page, complaints } = await openPage(browser, address);
    await settled(page, `${address}/?lang=en&segment=pharma`);
    const figure = page.locator('[data-figure-id="regions"]');
    const wanted = answer.data.filter((row) => row.level === 'region' && row.segment === 'pharma');
    const csv = await downloaded(page, () => figure.getByRole('link', { name: 'CSV' }).click());
    const lines = csv.bytes.toString('utf8').trimEnd().split('\r\n');
    assert.equal(lines.length, 1 + wanted.length);
    const place = (lines[0] ?? '').split(',').indexOf('trajectoryIndex');
    assert.deepEqual(
      lines.slice(1).map((line) => Number(line.split(',')[place])),
      wanted.map((row) => row.trajectoryIndex ?? 0),
    );
    const xlsx = await downloaded(page, () => figure.getByRole('link', { name: 'XLSX' }).click());
    const book = workbooks.read(xlsx.bytes);
    assert.ok(book.SheetNames.length >= 3);
    const cells = workbooks.utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, {
      header: 1,
    });
    assert.ok(
      cells.flat().includes(wanted[0]?.trajectoryIndex ?? Number.NaN),
      'the workbook holds full precision',
    );
    const svg = await downloaded(page, () => figure.getByRole('button', { name: 'SVG' }).click());
    const drawn = svg.bytes.toString('utf8');
    assert.match(drawn, /^<svg/);
    assert.doesNotMatch(drawn, /var\(|class=|<script|href=/);
    assert.ok(drawn.includes(await page.locator('#regions-title').innerText()));
    const png = await downloaded(page, () => figure.getByRole('button', { name: 'PNG' }).click());
    assert.deepEqual([...png.bytes.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
    assert.ok(png.bytes.length > 5000);
    await figure.getByRole('button', { name: 'API' }).click();
    const copied = (await page.evaluate('navigator.clipboard.readText()')) as string;
    const asked = (await (await fetch(copied)).json()) as Assessment;
    assert.deepEqual(asked.data, wanted);
    await figure.getByRole('button', { name: 'CLI' }).click();
    assert.match(
      (await page.evaluate('navigator.clipboard.readText()')) as string,
      /^trajecta assess .*--period 2020/,
    );
    await figure.getByRole('button', { name: 'Table' }).click();
    assert.equal(
      await figure.locator('tbody tr').count(),
      wanted.filter((row) => row.period === '2020').length,
    );
    assert.deepEqual(complaints, []);
  });

  await context.test('by keyboard alone: to the content, to a region, along the map', async () => {
    const { page } = await openPage(browser, address);
    await settled(page, `${address}/?lang=ru`);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.getAttribute("href")'), '#main');
    const first = page.locator('[data-cell][tabindex="0"]');
    assert.equal(await first.count(), 1);
    await first.focus();
    const before = await first.getAttribute('data-cell');
    await page.keyboard.press('ArrowDown');
    const after = (await page.evaluate('document.activeElement.dataset.cell')) as string;
    assert.notEqual(after, before);
    await page.keyboard.press('/');
    await page.keyboard.type('томск');
    await page.locator('[role="option"]').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/region\/RU-TOM/);
  });

  await context.test(
    'a region: its sentences, figures and tables in both languages; the treemap goes deeper and back',
    async () => {
      for (const [language, width] of [
        ['ru', 1440],
        ['en', 390],
      ] as const) {
        const { page, complaints } = await openPage(browser, address, { width });
        await settled(page, `${address}/region/RU-TOM?lang=${language}`);
        await page.locator('[data-figure-id="index"] svg').waitFor();
        // What stands far below is asked for when the reader comes near it.
        await page.locator('[data-figure-id="index"]').scrollIntoViewIfNeeded();
        await page.locator('[data-figure-id="partners"] svg').waitFor();
        const text = plain(await page.locator('body').innerText());
        assert.doesNotMatch(text, /NaN|Infinity|null|\[object|\.\./);
        assert.match(text, language === 'ru' ? /Томская область/ : /Tomsk/);
        const total = answer.data.find((row) => row.territory === 'RU-TOM' && row.period === '2020');
        assert.ok(text.includes(plain(moneyText(total?.totalValueUsd ?? 0, language))));
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
        await assertAccessible(page);
        for (const id of ['composition', 'evolution', 'index', 'partners']) {
          const figure = page.locator(`[data-figure-id="${id}"]`);
          await figure.getByRole('button', { name: language === 'ru' ? 'Таблица' : 'Table' }).click();
          assert.ok((await figure.locator('tbody tr').count()) > 0, id);
        }
        await page
          .locator('[data-figure-id="composition"]')
          .getByRole('button', { name: /^(Рисунок|Figure)$/ })
          .click();
        const first = page.locator('[data-figure-id="composition"] a[data-cell]').first();
        await first.press('Enter');
        await page.waitForURL(/cell=/);
        const deep = page.url();
        await page.goBack();
        await page.goto(deep);
        await page.locator('[data-figure-id="composition"] svg').waitFor();
        assert.deepEqual(complaints, []);
        await page.context().close();
      }
    },
  );

  await context.test('a period without data is refused in words, with what there is', async () => {
    const { page } = await openPage(browser, address);
    await page.goto(`${address}/?lang=ru&period=2031`);
    const refusal = page.locator('[role="alert"]').first();
    await refusal.waitFor();
    assert.match(await refusal.innerText(), /Данных нет[\s\S]*2031[\s\S]*2016/);
  });
});

test('names that try to break out of the page stay names', { skip: withoutBrowser }, async (context) => {
  const { address } = await serveHostile(context);
  const browser = await openBrowser(context);
  for (const language of ['ru', 'en']) {
    const { page, complaints } = await openPage(browser, address);
    page.on('dialog', () => assert.fail('a script ran'));
    await settled(page, `${address}/?lang=${language}&rows=all`);
    assert.ok(
      (await page.locator('body').innerText()).includes(language === 'ru' ? '<script>alert(1)' : '<b>"&'),
    );
    assert.deepEqual(complaints, []);
  }
});
