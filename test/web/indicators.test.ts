import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { type TestContext, test } from 'node:test';
import type { Scorecard } from '../../src/api/scorecard.ts';
import { loadIndicatorSystem } from '../../src/classifications/indicatorSystems.ts';
import { boundText, gapText, indicatorText } from '../../src/narrative/scorecardSentences.ts';
import { assertAccessible, openBrowser, openPage, plain, withoutBrowser } from '../support/browser.ts';
import { serveFolder } from '../support/server.ts';
import { webWorkspace } from '../support/webWorkspace.ts';

const system = loadIndicatorSystem('paper');

test('the page Indicators in a real browser', { skip: withoutBrowser }, async (context: TestContext) => {
  const { address } = await serveFolder(context, await webWorkspace(context));
  const browser = await openBrowser(context);
  const systems = (await (await fetch(`${address}/api/v1/workspace`)).json()) as {
    data: { lastWholeYear: number };
  };
  const year = systems.data.lastWholeYear;
  const get = async (query: string) =>
    (await (await fetch(`${address}/api/v1/scorecard?year=${year}&${query}`)).json()) as Scorecard;
  const { data } = await get('region=RU-TOM');

  await context.test(
    'cards: value, bound, gap as the API has them; both languages, desktop and phone',
    async () => {
      for (const [language, width, dark] of [
        ['ru', 1440, false],
        ['en', 390, true],
      ] as const) {
        const { page, complaints } = await openPage(browser, address, { width, dark });
        await page.goto(`${address}/indicators/RU-TOM?lang=${language}&period=${year}`);
        await page.locator('[data-figure-id="ranking"]').waitFor();
        await page.locator('[data-figure-id="indicator"]').waitFor();
        assert.match(await page.title(), language === 'ru' ? /Показатели: Томская/ : /Indicators: Tomsk/);
        const text = plain(await page.locator('body').innerText());
        assert.doesNotMatch(text, /NaN|Infinity|null|undefined|\[object/);
        for (const row of data) {
          const card = plain(await page.locator(`[data-indicator="${row.indicator}"]`).innerText());
          assert.ok(card.includes(plain(boundText(row, language))), card);
          if (row.value === null) {
            assert.match(card, language === 'ru' ? /Нет данных/ : /No data/);
            // A missing series is named in words with its years.
            for (const one of row.missing) {
              const [id = '', year = ''] = one.split(' ');
              const name = system.series.find((series) => series.id === id)?.name[language] ?? id;
              assert.ok(card.includes(name) && card.includes(year), `${one}: ${card}`);
            }
          } else {
            assert.ok(card.includes(plain(indicatorText(row.value, row.unit, language))), card);
            if ((row.gap ?? 0) > 0)
              assert.ok(card.includes(plain(gapText(row.gap ?? 0, row.unit, language))), card);
          }
        }
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
        await assertAccessible(page);
        for (const id of ['indicator', 'ranking']) {
          const figure = page.locator(`[data-figure-id="${id}"]`);
          await figure.getByRole('button', { name: language === 'ru' ? 'Таблица' : 'Table' }).click();
          assert.ok((await figure.locator('tbody tr').count()) > 0, id);
        }
        assert.deepEqual(complaints, []);
        await page.context().close();
      }
    },
  );

  await context.test('a slider moved by the keyboard asks the API; the address keeps it', async () => {
    const { page, complaints } = await openPage(browser, address);
    await page.goto(`${address}/indicators/RU-TOM?lang=en&period=${year}`);
    const slider = page.getByRole('slider', { name: 'non-resource exports of the region' });
    await slider.focus();
    for (const _ of [1, 2]) await page.keyboard.press('ArrowRight');
    await page.waitForURL(/if=non_resource_exports/);
    const wanted = (await get('region=RU-TOM&whatIf=non_resource_exports%3D%2B10%25')).data.find(
      (row) => row.indicator === 'non-resource-share',
    );
    assert.ok(wanted?.whatIf?.value != null);
    const supposed = page.locator('[data-indicator="non-resource-share"] .supposed b');
    await supposed.waitFor();
    assert.equal(plain(await supposed.innerText()), plain(indicatorText(wanted.whatIf.value, '%', 'en')));
    const other = await openPage(browser, address);
    await other.page.goto(page.url());
    const same = other.page.locator('[data-indicator="non-resource-share"] .supposed b');
    await same.waitFor();
    assert.equal(await same.innerText(), await supposed.innerText());
    await other.page.getByRole('button', { name: 'Back to what is' }).click();
    await other.page.locator('.supposed').first().waitFor({ state: 'detached' });
    assert.deepEqual(complaints, []);
    await page.context().close();
    await other.page.context().close();
  });

  await context.test(
    "a target of one's own: the path is that of the API; a figure says how it comes about",
    async () => {
      const { page, complaints } = await openPage(browser, address);
      await page.goto(
        `${address}/indicators/RU-TOM?lang=en&period=${year}&indicator=power-engineering-share`,
      );
      await page.getByLabel('Own target').fill('99');
      await page.keyboard.press('Enter');
      await page.getByLabel('Year of the target').selectOption(String(year + 3));
      await page.waitForURL(/target=99/);
      const wanted = (await get(`region=RU-TOM&indicator=power-engineering-share&target=99&by=${year + 3}`))
        .data[0];
      const figure = page.locator('[data-figure-id="indicator"]');
      await page.locator('#indicator-title', { hasText: String(year + 3) }).waitFor();
      await figure.getByRole('button', { name: 'Table' }).click();
      assert.equal(
        await figure.locator('tbody tr').count(),
        (wanted?.history.length ?? 0) + (wanted?.path?.steps.filter((step) => step.year > year).length ?? 0),
      );
      await page.locator('[data-indicator="power-engineering-share"] button[data-figure$="/value"]').click();
      await page.locator('.drawer .formula').first().waitFor();
      assert.match(await page.locator('.drawer').innerText(), /it agrees/);
      assert.deepEqual(complaints, []);
      await page.context().close();
    },
  );

  await context.test(
    'all regions: ranked by the gap, with statuses; the template names the missing series',
    async () => {
      const { page, complaints } = await openPage(browser, address);
      await page.goto(`${address}/indicators?lang=ru&period=${year}&indicator=power-engineering-share`);
      const figure = page.locator('[data-figure-id="ranking"]');
      await figure.waitFor();
      const all = (await get('indicator=power-engineering-share')).data.filter((row) => row.value !== null);
      assert.equal(await figure.locator('a[data-cell]').count(), all.length);
      await figure.getByRole('button', { name: 'Таблица' }).click();
      const first = await figure.locator('tbody tr').first().innerText();
      const largest = all.filter((row) => row.gapRank === 1).map((row) => row.territoryName.ru);
      assert.ok(largest.some((name) => first.includes(name)));
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('#missing').getByRole('link', { name: 'CSV' }).click(),
      ]);
      const text = await readFile((await download.path()) ?? '', 'utf8');
      assert.match(text, /shipped_goods/);
      // What is missing is told in words; the table filled in is taken by the page, and can be taken away.
      const missing = page.locator('#missing');
      assert.match(await missing.innerText(), /отгружено товаров собственного производства/);
      const filled = `регион;год;ряд;значение;единица\nТомская область;${year};shipped_goods;500;млн долл.\n`;
      await missing
        .locator('input[type=file]')
        .setInputFiles({ name: 'ряды.csv', mimeType: 'text/csv', buffer: Buffer.from(filled) });
      await page.getByText('Прочитано значений: 1 (ряды.csv)').waitFor();
      const scored = (await get('region=RU-TOM&indicator=high-tech-in-shipped')).data[0];
      assert.notEqual(scored?.status, 'no-data');
      await missing.locator('input[type=file]').setInputFiles({
        name: 'кривые.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(filled.replace('500', 'много')),
      });
      await page.getByText(/кривые\.csv, строка 2, столбец «значение»: «много»/).waitFor();
      await assertAccessible(page);
      await missing.getByRole('button', { name: 'Убрать присланные' }).click();
      await page.getByText('Свои ряды:').waitFor({ state: 'detached' });
      assert.equal((await get('region=RU-TOM&indicator=high-tech-in-shipped')).data[0]?.status, 'no-data');
      await assertAccessible(page);
      // The console speaks of the table refused, and of nothing else.
      assert.deepEqual(
        complaints.filter((one) => !/status of 400/.test(one)),
        [],
      );
      await page.context().close();
    },
  );
});
