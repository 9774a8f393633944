import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Assessment } from '../../src/api/assessment.ts';
import type { Product } from '../../src/api/product.ts';
import { formatNumber, formatSignificant } from '../../src/domain/formatNumber.ts';
import { indexText } from '../../src/domain/quantityText.ts';
import { assertAccessible, openBrowser, openPage, plain, withoutBrowser } from '../support/browser.ts';
import { serveFolder, serveHostile } from '../support/server.ts';
import { webWorkspace } from '../support/webWorkspace.ts';

/** Pages in the shape in which each is looked at: language, width, theme. */
const looks = [
  ['ru', 1440, false],
  ['en', 390, true],
] as const;

async function settled(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.locator('#caveats').waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

async function assertWhole(page: Page, width: number): Promise<void> {
  assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
  assert.doesNotMatch(plain(await page.locator('body').innerText()), /NaN|Infinity|null|undefined|\[object/);
  await assertAccessible(page);
}

/** The lines of a figure's CSV, as downloaded by its link. */
async function csvOf(page: Page, figure: string): Promise<readonly string[]> {
  const link = page.locator(`[data-figure-id="${figure}"]`).getByRole('link', { name: 'CSV' });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  return (await readFile((await download.path()) ?? '', 'utf8')).trimEnd().split('\r\n');
}

test('segment, product and comparison in a real browser', {
  skip: withoutBrowser,
}, async (context: TestContext) => {
  const { address } = await serveFolder(context, await webWorkspace(context));
  const browser = await openBrowser(context);
  const answerOf = async <Answer>(path: string) =>
    (await (await fetch(`${address}/api/v1/${path}`)).json()) as Answer;
  const assessment = await answerOf<Assessment>('assess?period=2020&compareWithPrevious=true');
  const product = await answerOf<Product>('product?code=3004&period=2020');

  await context.test('each page in both languages, on a desktop and on a phone', async () => {
    for (const [language, width, dark] of looks) {
      for (const path of [
        '/segment',
        '/segment/pharma',
        '/product',
        '/product/3004',
        '/product/300431',
        '/compare',
        '/compare?territories=RU-TOM,RU-MOW&order=value',
      ]) {
        const { page, complaints } = await openPage(browser, address, { width, dark });
        const to = `${address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
        if (path === '/product') {
          await page.goto(to);
          await page.locator('[data-figure-id="headings"]').waitFor();
        } else await settled(page, to);
        await assertWhole(page, width);
        assert.deepEqual(complaints, [], path);
        await page.context().close();
      }
    }
  });

  await context.test(
    'a segment: exporters with verdict and reason, and its downloads, agree with the API',
    async () => {
      const { page, complaints } = await openPage(browser, address);
      await settled(page, `${address}/segment/pharma?lang=en`);
      const rows = assessment.data.filter(
        (row) => row.segment === 'pharma' && row.level === 'region' && row.period === '2020',
      );
      const figure = page.locator('[data-figure-id="exporters"]');
      await figure.getByRole('button', { name: 'Table' }).click();
      assert.equal(await figure.locator('tbody tr').count(), rows.length);
      for (const row of rows.filter((one) => (one.trajectoryIndex ?? 0) > 0)) {
        const line = figure.locator('tbody tr').filter({ hasText: row.territoryName.en }).first();
        const text = plain(await line.innerText());
        assert.ok(text.includes(plain(indexText(row.trajectoryIndex ?? 0, 'en'))), text);
        assert.ok(text.includes(row.verdict === 'yes' ? '● yes' : '○ no'), text);
        assert.match(text, /T .*≥/);
      }
      const lines = await csvOf(page, 'exporters');
      const place = (lines[0] ?? '').split(',').indexOf('segmentValueUsd');
      const wanted = assessment.data.filter((row) => row.segment === 'pharma' && row.level === 'region');
      assert.deepEqual(
        lines.slice(1).map((line) => Number(line.split(',')[place])),
        wanted.map((row) => row.segmentValueUsd),
      );
      assert.deepEqual(complaints, []);
    },
  );

  await context.test('a heading sorts by keyboard, says so, and the address keeps it', async () => {
    const { page } = await openPage(browser, address);
    await settled(page, `${address}/segment/pharma?lang=en&table=exporters`);
    const figure = page.locator('[data-figure-id="exporters"]');
    const head = figure.getByRole('columnheader', { name: 'Index T' });
    const indices = async () =>
      (await figure.locator('td.k-index').allInnerTexts()).map((text) =>
        Number(plain(text).replace('< ', '')),
      );
    assert.equal(await head.getAttribute('aria-sort'), null);
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), 'descending');
    const down = (await indices()).filter((one) => !Number.isNaN(one));
    assert.deepEqual(
      down,
      [...down].sort((a, b) => b - a),
    );
    await page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), 'ascending');
    await assertAccessible(page);
    const again = await openPage(browser, address);
    await settled(again.page, page.url());
    const reopened = again.page
      .locator('[data-figure-id="exporters"]')
      .getByRole('columnheader', { name: 'Index T' });
    assert.equal(await reopened.getAttribute('aria-sort'), 'ascending');
    await page.keyboard.press('Enter');
    assert.equal(await head.getAttribute('aria-sort'), null);
  });

  await context.test(
    'a product: regions, unit values, years and its place on the list, as the API has them',
    async () => {
      const { page, complaints } = await openPage(browser, address);
      await settled(page, `${address}/product/3004?lang=en&table=exporters,prices`);
      const first = product.data.find((row) => row.part === 'region' && row.indexReason === null);
      const line = page.locator('[data-figure-id="exporters"] tbody tr').first();
      assert.ok(plain(await line.innerText()).includes(formatNumber((first?.valueUsd ?? 0) / 1e3, 1, 'en')));
      const spread = product.data.find((row) => row.part === 'spread' && row.partner === 'region');
      const prices = plain(await page.locator('[data-figure-id="prices"] tbody tr').first().innerText());
      assert.ok(prices.includes(formatSignificant(spread?.medianUsd ?? 0, 'en')), prices);
      const lines = await csvOf(page, 'years');
      assert.equal(lines.length - 1, product.data.filter((row) => row.part === 'year').length);
      assert.match(await page.locator('body').innerText(), /six-digit codes are on the list/);
      assert.deepEqual(complaints, []);
    },
  );

  await context.test('every number of a product explains itself, and its command makes the run', async () => {
    const { page, complaints } = await openPage(browser, address);
    await settled(page, `${address}/product/3004?lang=en&table=exporters`);
    for (const field of ['valueUsd', 'shareOfProduct', 'index']) {
      await page.locator(`[data-figure-id="exporters"] button[data-figure$="/${field}"]`).first().click();
      await page.locator('.drawer .formula').first().waitFor();
      const drawer = plain(await page.locator('.drawer').innerText());
      assert.match(drawer, /it agrees/, field);
      assert.match(drawer, /trajecta product 3004 --period 2020/);
      await page.keyboard.press('Escape');
      await page.locator('.drawer').waitFor({ state: 'detached' });
    }
    await page.locator('[data-figure-id="exporters"]').getByRole('button', { name: 'CLI' }).click();
    assert.equal(
      await page.evaluate('navigator.clipboard.readText()'),
      'trajecta product 3004 --period 2020 --lang en',
    );
    await settled(page, `${address}/segment/pharma?lang=en&table=partners,products`);
    for (const id of ['partners', 'products']) {
      await page.locator(`[data-figure-id="${id}"] button[data-figure$="/valueUsd"]`).first().click();
      await page.locator('.drawer .formula').first().waitFor();
      assert.match(plain(await page.locator('.drawer').innerText()), /it agrees/, id);
      await page.keyboard.press('Escape');
      await page.locator('.drawer').waitFor({ state: 'detached' });
    }
    assert.deepEqual(complaints, []);
  });

  await context.test('a comparison is put together by keyboard, and its address opens the same', async () => {
    const { page, complaints } = await openPage(browser, address);
    await settled(page, `${address}/compare?lang=en&territories=RU-TOM`);
    await page.getByLabel('Add to the comparison').focus();
    await page.getByLabel('Add to the comparison').selectOption('RU-MOW');
    await page.waitForURL(/territories=RU-TOM%2CRU-MOW/);
    await page.locator('[data-figure-id="grid"] svg').waitFor();
    const heads = await page.locator('[data-figure-id="grid"] a[data-cell]').allTextContents();
    assert.equal(heads.length, 2);
    await page.getByRole('button', { name: 'Value', exact: true }).click();
    const again = await openPage(browser, address);
    await settled(again.page, page.url());
    await again.page.locator('[data-figure-id="grid"] svg').waitFor();
    assert.deepEqual(
      await again.page.locator('[data-figure-id="grid"] a[data-cell]').allTextContents(),
      heads,
    );
    assert.equal(
      await again.page.getByRole('button', { name: 'Value', exact: true }).getAttribute('aria-pressed'),
      'true',
    );
    const regions = new Set(
      assessment.data
        .filter((row) => row.level === 'region' && row.period === '2020')
        .map((row) => row.territory),
    );
    assert.equal(await page.locator('[data-figure-id="heat"] a[data-cell^="RU-"]').count(), regions.size);
    await page
      .getByRole('button', { name: /^Remove/ })
      .first()
      .click();
    await page.waitForURL(/territories=RU-MOW/);
    assert.deepEqual(complaints, []);
  });

  await context.test(
    'what is not there is said in words: a segment, a code, a product without exports',
    async () => {
      const { page } = await openPage(browser, address);
      await page.goto(`${address}/segment/none?lang=en`);
      await page.getByText('has no segment "none"').waitFor();
      await page.goto(`${address}/product/12345?lang=en`);
      await page.locator('[role="alert"]').first().waitFor();
      await page.goto(`${address}/product/010121?lang=en`);
      await page.getByText('There are no exports of it in the data of 2020.').waitFor();
    },
  );
});

test('the map of a GeoJSON file that the user gives', { skip: withoutBrowser }, async (context) => {
  const folder = await webWorkspace(context);
  const square = (west: number) => [
    [
      [west, 55],
      [west + 8, 55],
      [west + 8, 60],
      [west, 60],
      [west, 55],
    ],
  ];
  const features = ['RU-TOM', 'RU-NVS', '<script>alert(1)</script>'].map((iso, place) => ({
    type: 'Feature',
    properties: { iso },
    geometry: { type: 'Polygon', coordinates: square(70 + place * 10) },
  }));
  await writeFile(join(folder, 'map.geojson'), JSON.stringify({ type: 'FeatureCollection', features }));
  const { address } = await serveFolder(context, folder);
  const browser = await openBrowser(context);
  for (const [language, width, dark] of looks) {
    const { page, complaints } = await openPage(browser, address, { width, dark });
    page.on('dialog', () => assert.fail('a script ran'));
    await settled(page, `${address}/?lang=${language}&segment=pharma`);
    await page.getByRole('button', { name: language === 'ru' ? 'Карта' : 'Map', exact: true }).click();
    const figure = page.locator('[data-figure-id="regions"]');
    await figure.locator('svg.choropleth').waitFor();
    assert.match(page.url(), /view=map/);
    assert.equal(await figure.locator('a[data-cell]').count(), 2);
    assert.match(
      await figure.innerText(),
      language === 'ru' ? /Регионов без контура/ : /Regions without a shape/,
    );
    await figure.locator('a[data-cell="RU-TOM"]').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await page.evaluate('document.activeElement.dataset.cell'), 'RU-NVS');
    await assertWhole(page, width);
    const again = await openPage(browser, address, { width });
    await settled(again.page, page.url());
    await again.page.locator('svg.choropleth').waitFor();
    assert.deepEqual([...complaints, ...again.complaints], []);
  }
});

test('hostile names stay names on these pages too', { skip: withoutBrowser }, async (context) => {
  const { address } = await serveHostile(context);
  const browser = await openBrowser(context);
  for (const path of ['/segment/pharma', '/product/300431', '/compare?territories=XX-1']) {
    const { page, complaints } = await openPage(browser, address);
    page.on('dialog', () => assert.fail('a script ran'));
    await settled(page, `${address}${path}${path.includes('?') ? '&' : '?'}lang=ru`);
    assert.ok((await page.locator('body').innerText()).includes('<script>alert(1)'), path);
    assert.deepEqual(complaints, []);
  }
});
