import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Diversification } from '../../src/api/diversification.ts';
import type { Opportunities } from '../../src/api/opportunities.ts';
import type { ProductSpaceAnswer } from '../../src/api/productSpace.ts';
import { formatNumber } from '../../src/domain/formatNumber.ts';
import { moneyText } from '../../src/domain/quantityText.ts';
import {
  assertAccessible,
  openBrowser,
  openPage,
  plain,
  says,
  titled,
  withoutBrowser,
} from '../support/browser.ts';
import { serveFolder } from '../support/server.ts';
import { webWorkspace } from '../support/webWorkspace.ts';

const figures = ['margins', 'space', 'opportunities'];

async function settled(page: Page, address: string): Promise<void> {
  await page.goto(address);
  for (const id of figures) await page.locator(`[data-figure-id="${id}"]`).waitFor();
}

test('the page Diversification in a real browser', { skip: withoutBrowser }, async (context: TestContext) => {
  const { address } = await serveFolder(context, await webWorkspace(context));
  const browser = await openBrowser(context);
  const get = async <Answer>(path: string) =>
    (await (await fetch(`${address}/api/v1/${path}`)).json()) as Answer;
  const opportunities = await get<Opportunities>('opportunities?territory=RU-TOM&year=2020');

  await context.test(
    'both languages, desktop and phone: sentences, figures, tables; nothing wrong',
    async () => {
      for (const [language, width, dark] of [
        ['ru', 1440, true],
        ['en', 390, false],
      ] as const) {
        const { page, complaints } = await openPage(browser, address, { width, dark });
        await settled(page, `${address}/diversification/RU-TOM?lang=${language}`);
        assert.match(
          await page.title(),
          language === 'ru' ? /Диверсификация: Томская/ : /Diversification: Tomsk/,
        );
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
        const text = plain(await page.locator('body').innerText());
        assert.doesNotMatch(text, /NaN|Infinity|null|undefined|\[object|\.\./);
        // All goods are parted by headings, unless six digits are chosen.
        for (const digits of [4, 6]) {
          const margins = await get<Diversification>(
            `diversify?territory=RU-TOM&from=2016&to=2020&digits=${digits}`,
          );
          const total = margins.data.find((one) => one.measure === 'value' && one.period === '2020');
          await says(page, plain(moneyText(total?.value ?? 0, language)));
          if (digits === 4)
            await page.getByRole('button', { name: language === 'ru' ? /6 знаков/ : /6 digits/ }).click();
        }
        await assertAccessible(page);
        for (const id of figures) {
          const figure = page.locator(`[data-figure-id="${id}"]`);
          await figure.getByRole('button', { name: language === 'ru' ? 'Таблица' : 'Table' }).click();
          assert.ok((await figure.locator('tbody tr').count()) > 0, id);
        }
        await assertAccessible(page);
        assert.deepEqual(complaints, []);
        await page.context().close();
      }
    },
  );

  await context.test(
    'every product is a dot; one clicked shows its figures, which say how they come about',
    async () => {
      const { page, complaints } = await openPage(browser, address);
      await settled(page, `${address}/diversification/RU-TOM?lang=en`);
      const space = await get<{ data: { product: string }[] }>('product-space?year=2020');
      assert.equal(await page.locator('[data-figure-id="space"] a[data-cell]').count(), space.data.length);
      const row = opportunities.data.find((one) => !one.present && one.density !== null);
      assert.ok(row !== undefined && row.density !== null);
      await page.locator(`[data-figure-id="space"] a[data-cell="${row.product}"]`).press('Enter');
      await page.waitForURL(/item=/);
      const number = page.locator(`.card button[data-figure="${row.id}/distance"]`);
      assert.equal(plain(await number.innerText()), plain(formatNumber(1 - row.density, 3, 'en')));
      await number.click();
      await page.locator('.drawer .formula').first().waitFor();
      assert.match(await page.locator('.drawer').innerText(), /it agrees/);
      const again = await openPage(browser, address);
      await again.page.goto(page.url());
      await again.page.locator('.drawer .formula').first().waitFor();
      assert.equal(await again.page.locator('.card').innerText(), await page.locator('.card').innerText());
      assert.deepEqual(complaints, []);
      await page.context().close();
    },
  );

  await context.test(
    'a product found by its code is lit, with what the lines lead to, the nearest first',
    async () => {
      const { page, complaints } = await openPage(browser, address);
      await settled(page, `${address}/diversification/RU-TOM?lang=en`);
      const { data, manifest } = await get<ProductSpaceAnswer>('product-space?year=2020');
      const [first] = data;
      assert.ok(first !== undefined);
      const expected = manifest.links
        .flatMap(({ from, to, proximity }) =>
          from === 0 ? [{ to, proximity }] : to === 0 ? [{ to: from, proximity }] : [],
        )
        .map(({ to, proximity }) => ({ product: data[to]?.product ?? '', proximity }))
        .sort((a, b) => b.proximity - a.proximity || (a.product < b.product ? -1 : 1));
      assert.ok(expected.length > 0);
      await page.getByLabel('What is near').fill(first.product);
      await page.waitForURL(new RegExp(`item=${first.product}`));
      const near = page.locator('.card .near-products a');
      const shown = await near.evaluateAll((links) =>
        links.map((link) => new URL((link as unknown as { href: string }).href).searchParams.get('item')),
      );
      assert.deepEqual(
        shown,
        expected.slice(0, 8).map((one) => one.product),
      );
      const said = plain(await page.locator('.near-products').innerText());
      assert.ok(said.includes(formatNumber(expected[0]?.proximity ?? 0, 2, 'en')), said);
      await near.first().click();
      await page.waitForURL(new RegExp(`item=${shown[0]}`));
      await assertAccessible(page);
      assert.deepEqual(complaints, []);
      await page.context().close();
    },
  );

  await context.test('by arrow keys along the dots', async () => {
    const { page } = await openPage(browser, address);
    await settled(page, `${address}/diversification/RU-TOM?lang=ru`);
    const dots = page.locator('[data-figure-id="opportunities"] [data-cell]');
    if ((await dots.count()) > 4) {
      await page.locator('[data-figure-id="opportunities"] [data-cell][tabindex="0"]').focus();
      const before = await page.evaluate('document.activeElement.dataset.cell');
      for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp']) await page.keyboard.press(key);
      await page.keyboard.press('ArrowRight');
      assert.equal(
        await page.evaluate('document.activeElement.closest("[data-figure-id]").dataset.figureId'),
        'opportunities',
      );
      assert.ok(before !== null);
    }
    await page.context().close();
  });

  await context.test('missing only, the first year and high technology are kept by the address', async () => {
    const { page } = await openPage(browser, address);
    await settled(page, `${address}/diversification/RU-TOM?lang=en`);
    await page.getByRole('button', { name: 'Missing only' }).click();
    await page.getByLabel('From').selectOption('2018');
    await page.getByRole('button', { name: 'High technology' }).click();
    await page.locator('[data-figure-id="space"] svg').waitFor();
    const finding = await page.locator('#space-title').innerText();
    assert.match(finding, /missing/);
    const other = await openPage(browser, address);
    await settled(other.page, page.url());
    assert.equal(await other.page.locator('#space-title').innerText(), finding);
    assert.match(await other.page.locator('[data-figure-id="margins"] .fs').innerText(), /2018/);
    await other.page.getByRole('link', { name: 'RU', exact: true }).click();
    await titled(other.page, 'Диверсификация');
    assert.match(other.page.url(), /missing=1/);
    assert.match(other.page.url(), /since=2018/);
    await page.context().close();
  });

  await context.test('the table downloaded is the answer of the API', async () => {
    const { page } = await openPage(browser, address);
    await settled(page, `${address}/diversification/RU-TOM?lang=en`);
    const figure = page.locator('[data-figure-id="opportunities"]');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('link', { name: 'CSV' }).click(),
    ]);
    const [heading = '', ...lines] = (await readFile((await download.path()) ?? '', 'utf8'))
      .trimEnd()
      .split('\r\n');
    assert.equal(lines.length, opportunities.data.length);
    assert.ok(heading.split(',').includes('outlookGain'));
    await page.context().close();
  });

  await context.test('a district has its margins, and is told why it has no product space', async () => {
    const { page, complaints } = await openPage(browser, address);
    await page.goto(`${address}/diversification/RU-D6?lang=en`);
    await page.locator('[data-figure-id="margins"]').waitFor();
    assert.match(await page.locator('main').innerText(), /among the other regions/);
    await page.goto(`${address}/diversification?lang=en`);
    await page.getByRole('link', { name: 'Tomsk Oblast' }).click();
    await page.locator('[data-figure-id="margins"]').waitFor();
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
});
