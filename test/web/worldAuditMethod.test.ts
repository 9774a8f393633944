import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { AuditAnswer } from '../../src/api/audit.ts';
import type { CountryComparison } from '../../src/api/countryComparison.ts';
import type { MeasureAnswer } from '../../src/api/measureAnswer.ts';
import { packageRoot } from '../../src/classifications/dataFile.ts';
import { formatNumber, formatSignificant } from '../../src/domain/formatNumber.ts';
import { changeText, percentText } from '../../src/domain/quantityText.ts';
import { importTable } from '../../src/sources/table/importTable.ts';
import { assertAccessible, openBrowser, openPage, plain, withoutBrowser } from '../support/browser.ts';
import { serveFolder } from '../support/server.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { webWorkspace } from '../support/webWorkspace.ts';
import { worldSeries } from '../support/worldSeries.ts';

async function json<Body>(url: string): Promise<Body> {
  const response = await fetch(url);
  assert.equal(response.status, 200, url);
  return (await response.json()) as Body;
}

/** The page says what it can in both languages, at both widths, and nothing else. */
async function assertSound(page: Page, width: number, complaints: readonly string[]): Promise<void> {
  const text = plain(await page.locator('body').innerText());
  assert.doesNotMatch(text, /NaN|Infinity|null|\[object/);
  assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
  await assertAccessible(page);
  assert.deepEqual(complaints, []);
}

const lookings = [
  ['ru', 1440, false],
  ['en', 1440, true],
  ['ru', 390, true],
  ['en', 390, false],
] as const;

test('World: comparison of countries', { skip: withoutBrowser }, async (context: TestContext) => {
  const folder = await temporaryFolder(context);
  const workspace = await webWorkspace(context);
  await worldSeries(folder, workspace);
  const { address } = await serveFolder(context, workspace);
  const browser = await openBrowser(context);
  const query = 'countries=RU,CN,VN,US&groups=BRICS&from=2007&to=2012&chainFrom=2008';
  const answer = await json<CountryComparison>(`${address}/api/v1/compare?${query}`);
  const row = (territory: string, year: number) =>
    answer.data.find((one) => one.territory === territory && one.year === year);

  await context.test('both languages, both themes, desktop and phone, nothing wrong', async () => {
    for (const [language, width, dark] of lookings) {
      const { page, complaints } = await openPage(browser, address, { width, dark });
      await page.goto(`${address}/world?${query}&focus=VN&lang=${language}`);
      for (const id of ['chain', 'yearly', 'shares', 'map', 'destinations-map'])
        await page.locator(`[data-figure-id="${id}"] svg`).waitFor();
      const text = plain(await page.locator('body').innerText());
      assert.ok(text.includes(plain(changeText((row('VN', 2012)?.chainIndex ?? 0) / 100, language))));
      assert.ok(text.includes(plain(percentText(row('VN', 2012)?.shareOfExports ?? 0, language))));
      assert.match(await page.title(), language === 'ru' ? /Мир/ : /World/);
      await assertSound(page, width, complaints);
      await page.context().close();
    }
  });

  await context.test('tables and downloads hold what the API answers', async () => {
    const { page, complaints } = await openPage(browser, address);
    await page.goto(`${address}/world?${query}&lang=en`);
    const figure = page.locator('[data-figure-id="yearly"]');
    await figure.getByRole('button', { name: 'Table' }).click();
    const cells = await figure.locator('tbody tr').first().locator('td').allInnerTexts();
    const [first] = answer.data;
    const own = answer.data.filter((one) => one.territory === first?.territory);
    assert.deepEqual(
      cells.slice(1).map(plain),
      own.map((one) => plain(formatNumber(one.exportsIndex ?? 0, 1, 'en'))),
    );
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('link', { name: 'CSV' }).click(),
    ]);
    const lines = (await readFile((await download.path()) ?? '', 'utf8')).trimEnd().split('\r\n');
    const place = (lines[0] ?? '').split(',').indexOf('exportsIndex');
    assert.deepEqual(
      lines.slice(1).map((line) => Number(line.split(',')[place])),
      answer.data.map((one) => one.exportsIndex ?? 0),
    );
    await figure.getByRole('button', { name: 'Figure' }).click();
    const [drawn] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('button', { name: 'SVG' }).click(),
    ]);
    const svg = await readFile((await drawn.path()) ?? '', 'utf8');
    assert.match(svg, /World Bank, WDI \(tx\.val\.mrch\.cd\.wt\.csv/);
    assert.doesNotMatch(svg, /var\(|class=|href=/);
    assert.deepEqual(complaints, []);
  });

  await context.test(
    'a number says from which rows of which file it is made; the address keeps it',
    async () => {
      const { page, complaints } = await openPage(browser, address);
      await page.goto(`${address}/world?${query}&focus=VN&table=chain&lang=ru`);
      const number = page.locator('button[data-figure="compare/2012/VN/chainIndex"]').last();
      await number.click();
      await page.locator('.drawer table').waitFor();
      const text = plain(await page.locator('.drawer').innerText());
      assert.ok(text.includes(plain(formatNumber(row('VN', 2012)?.chainIndex ?? 0, 2, 'ru'))));
      assert.match(text, /Пересчёт даёт то же/);
      assert.match(text, /TX\.VAL\.MRCH\.CD\.WT, VN, 2012/);
      await assertAccessible(page);
      const again = await openPage(browser, address);
      await again.page.goto(page.url());
      await again.page.locator('.drawer table').waitFor();
      assert.equal(plain(await again.page.locator('.drawer').innerText()), text);
      await page.keyboard.press('Escape');
      await page.locator('.drawer').waitFor({ state: 'detached' });
      assert.deepEqual(complaints, []);
    },
  );

  await context.test(
    'countries are added by name and taken away, from the field and from the map',
    async () => {
      const { page } = await openPage(browser, address);
      await page.goto(`${address}/world?${query}&lang=ru`);
      await page.getByLabel('Добавить страну или союз').fill('Казахстан');
      await page.keyboard.press('Enter');
      await page.waitForURL(/KZ/);
      await page.getByRole('button', { name: 'Убрать: Китай' }).click();
      await page.waitForURL((url) => !(url.searchParams.get('countries') ?? '').includes('CN'));
      const germany = page.locator('[data-figure-id="map"] [data-cell="DE"]');
      await germany.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/DE/);
      await page.locator('[data-figure-id="chain"] [data-cell="DE"]').waitFor();
      await page.getByLabel('Добавить страну или союз').fill('Атлантида');
      await page.keyboard.press('Enter');
      await page.getByText('Такой страны в рядах нет.').waitFor();
    },
  );
});

test('World without series says how to load them', { skip: withoutBrowser }, async (context) => {
  const { address } = await serveFolder(context, await webWorkspace(context));
  const browser = await openBrowser(context);
  for (const [language, width] of [
    ['ru', 1440],
    ['en', 390],
  ] as const) {
    const { page, complaints } = await openPage(browser, address, { width });
    await page.goto(`${address}/world?lang=${language}&partner=CN`);
    await page.locator('[data-figure-id="destinations-map"] svg').waitFor();
    const text = await page.locator('#empty').innerText();
    assert.match(text, /trajecta fetch wdi --indicators TX\.VAL\.MRCH\.CD\.WT/);
    assert.match(text, language === 'ru' ? /Россия/ : /Russia/);
    assert.equal(await page.locator('.worldmap [data-cell="CN"][aria-current]').count(), 1);
    await assertSound(page, width, complaints);
  }
});

test('a workspace of series alone: what needs no trade is there', {
  skip: withoutBrowser,
}, async (context) => {
  const folder = await temporaryFolder(context);
  await worldSeries(folder, join(folder, 'workspace'));
  const { address } = await serveFolder(context, join(folder, 'workspace'));
  const browser = await openBrowser(context);
  const { page, complaints } = await openPage(browser, address);
  await page.goto(`${address}/world?lang=en`);
  await page.locator('[data-figure-id="map"] svg').waitFor();
  await assertSound(page, 1440, complaints);
  await page.goto(`${address}/audit?lang=en`);
  await page.locator('[data-figure-id="printed-1"] tbody tr').first().waitFor();
  await page.goto(`${address}/method/hhi?lang=en`);
  await page.locator('.maths math').waitFor();
  await assertSound(page, 1440, complaints);
});

test('World of a workspace of the world: countries by segment', { skip: withoutBrowser }, async (context) => {
  const folder = await temporaryFolder(context);
  const rows = ['RU,854231,10', 'RU,270900,90', 'CN,854231,60', 'CN,300490,40', 'SG,854231,30'];
  await writeFile(join(folder, 'world.csv'), ['reporter,code,value', ...rows].join('\n'));
  await writeFile(
    join(folder, 'map.json'),
    JSON.stringify({
      country: 'WORLD',
      flow: 'export',
      period: '2019',
      columns: { region: 'reporter', line: 'code', value: 'value' },
      nomenclature: { name: 'HS', edition: 'HS2017' },
      currency: { code: 'USD' },
    }),
  );
  const workspace = join(folder, 'workspace');
  await importTable(workspace, join(folder, 'world.csv'), { map: join(folder, 'map.json') });
  const { address } = await serveFolder(context, workspace);
  const browser = await openBrowser(context);
  for (const [language, width] of [
    ['ru', 1440],
    ['en', 390],
  ] as const) {
    const { page, complaints } = await openPage(browser, address, { width });
    await page.goto(`${address}/world?lang=${language}&segment=electronics_telecom`);
    const map = page.locator('[data-figure-id="trade-map"]');
    await map.locator('svg').waitFor();
    // T of China by hand: (60 / 100) / (100 / 230) = 1.38; of Singapore (30 / 30) / (100 / 230) = 2.3.
    assert.match(await map.innerText(), language === 'ru' ? /Сингапур, 2,3/ : /Singapore, 2\.3/);
    assert.match((await map.locator('[data-cell="CN"] title').textContent()) ?? '', /: 1[.,]4/);
    await assertSound(page, width, complaints);
    // The CSV holds the countries of the segment, as the API names their level.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      map.getByRole('link', { name: 'CSV' }).click(),
    ]);
    const csv = await readFile((await download.path()) ?? '', 'utf8');
    assert.equal(csv.match(/country/g)?.length, 3);
    // The overview has the same countries on the map of the world, each a link to its page.
    await page.goto(`${address}/?lang=${language}&segment=electronics_telecom`);
    const overview = page.locator('[data-figure-id="regions"]');
    await overview.locator('svg').waitFor();
    assert.match((await overview.locator('[data-cell="CN"] title').textContent()) ?? '', /1[.,]4/);
    assert.equal(await page.locator('[data-figure-id^="ranking-"]').count(), 4);
    await assertSound(page, width, complaints);
    // The profile of a country is held against the world: high technology is 100 of 230 there, all of Singapore's.
    await page.goto(`${address}/region/SG?lang=${language}`);
    await page.locator('#caveats').waitFor();
    assert.match(plain(await page.locator('.keys').innerText()), /100[.,]0/);
    // Nothing on the pages of countries speaks of regions or districts; a union is a page of its own kind.
    for (const path of [
      '',
      'region/SG',
      'region/BRICS',
      'region',
      'segment/electronics_telecom',
      'segment',
      'product/854231',
      'compare?territories=SG,CN',
      'diversification/SG',
    ]) {
      await page.goto(`${address}/${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      await page.locator('h1').waitFor();
      await page.locator('#caveats, .index, .state').first().waitFor();
      const said = (await page.locator('#main').innerText()).replaceAll(/не указан|not stated/g, '');
      assert.doesNotMatch(said, language === 'ru' ? /регион|округ/i : /\bregions?\b|district/i, path);
      if (!path.startsWith('diversification')) assert.deepEqual(complaints, [], path);
    }
    await page.goto(`${address}/region/BRICS?lang=${language}`);
    await page.locator('#caveats').waitFor();
    await page.locator('.verdicts').first().waitFor();
    await assertSound(page, width, complaints);
    assert.deepEqual(complaints, []);
  }
});

test('Audit: findings beside the tables as printed', { skip: withoutBrowser }, async (context) => {
  const { address } = await serveFolder(context, await webWorkspace(context));
  const browser = await openBrowser(context);
  const paper = await json<AuditAnswer>(`${address}/api/v1/audit?case=paper`);

  await context.test('both languages, both themes, desktop and phone, nothing wrong', async () => {
    for (const [language, width, dark] of lookings) {
      const { page, complaints } = await openPage(browser, address, { width, dark });
      await page.goto(`${address}/audit?lang=${language}&finding=1&claims=all`);
      await page.locator('#claims').waitFor();
      const text = plain(await page.locator('body').innerText());
      assert.ok(text.includes(String(paper.data.length)));
      assert.ok(text.includes(plain(paper.data[0]?.message[language] ?? '')));
      assert.match(text, language === 'ru' ? /Встроенный случай/ : /Built-in case/);
      assert.equal(await page.locator('.findings li').count(), paper.data.length);
      await assertSound(page, width, complaints);
      await page.context().close();
    }
  });

  await context.test('the cells that could be at fault are marked, and the address keeps which', async () => {
    const { page, complaints } = await openPage(browser, address);
    await page.goto(`${address}/audit?lang=en`);
    const first = paper.data.findIndex((one) => one.rule === 'chain-product' && one.candidates.length > 3);
    const finding = paper.data[first];
    await page.locator(`.findings li[value="${first + 1}"] > button`).click();
    const marked = page.locator('.suspect.on');
    await marked.first().waitFor();
    assert.deepEqual(
      (await marked.allInnerTexts()).sort(),
      (finding?.candidates ?? []).map((one) => one.printed).sort(),
    );
    await page.goto(page.url());
    await marked.first().waitFor();
    assert.equal(await marked.count(), finding?.candidates.length);
    const figure = page.locator('[data-figure-id="table-1"]');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      figure.getByRole('link', { name: 'CSV' }).click(),
    ]);
    const lines = (await readFile((await download.path()) ?? '', 'utf8')).trimEnd().split('\r\n');
    assert.equal(lines.length - 1, paper.data.filter((one) => one.table === '1').length);
    assert.deepEqual(complaints, []);
  });

  await context.test(
    'a document of one’s own is checked, shown and downloaded; a bad one refused in words',
    async () => {
      const { page, complaints } = await openPage(browser, address);
      await page.goto(`${address}/audit?lang=ru`);
      const file = join(packageRoot(), 'examples', 'wdi-audit', 'seeded.json');
      await page.getByLabel('Файл JSON').setInputFiles(file);
      await page.getByRole('button', { name: 'Закрыть документ' }).waitFor();
      const seeded = await json<AuditAnswer>(`${address}/api/v1/audit?case=world-bank-seeded`);
      assert.equal(await page.locator('.findings li').count(), seeded.data.length);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.locator('.own').getByRole('button', { name: 'CSV' }).click(),
      ]);
      const lines = (await readFile((await download.path()) ?? '', 'utf8')).trimEnd().split('\n');
      assert.equal(lines.length - 1, seeded.data.length);
      assert.deepEqual(complaints, []);
      const bad = { name: 'bad.json', mimeType: 'application/json', buffer: Buffer.from('{"id":"x"}') };
      await page.getByLabel('Файл JSON').setInputFiles(bad);
      await page.locator('.own [role="alert"]').waitFor();
      assert.match(await page.locator('.own [role="alert"]').innerText(), /не принят.*title/);
    },
  );
});

test('Method: the registry to read and to search', { skip: withoutBrowser }, async (context) => {
  const { address } = await serveFolder(context, await webWorkspace(context));
  const browser = await openBrowser(context);

  await context.test('both languages, both themes, desktop and phone, nothing wrong', async () => {
    for (const [language, width, dark] of lookings) {
      const { page, complaints } = await openPage(browser, address, { width, dark });
      await page.goto(`${address}/method?lang=${language}`);
      await page.locator('[data-figure-id="lists"] tbody tr').first().waitFor();
      assert.ok((await page.locator('.measures li').count()) > 60);
      await assertSound(page, width, complaints);
      await page.goto(`${address}/method/rca?lang=${language}`);
      await page.locator('[data-figure-id="values"] tbody tr').first().waitFor();
      assert.equal(await page.locator('math mfrac').count(), 1);
      assert.match(await page.locator('body').innerText(), /py-ecomplexity/);
      await assertSound(page, width, complaints);
      await page.context().close();
    }
  });

  await context.test('one field narrows measures and words; the values are those of the API', async () => {
    const { page } = await openPage(browser, address);
    await page.goto(`${address}/method?lang=ru`);
    await page.getByLabel('Искать меру или слово').fill('близость');
    await page.waitForURL(/q=/);
    const found = page.locator('.measures a');
    await page.locator('.measures a').nth(4).waitFor({ state: 'detached' });
    await found.first().click();
    await page.waitForURL(/\/method\/proximity/);
    await page.goto(`${address}/method/hhi?lang=en&period=2020`);
    const cells = page.locator('[data-figure-id="values"] tbody tr td:last-child');
    await cells.first().waitFor();
    const answer = await json<MeasureAnswer>(`${address}/api/v1/measure?measure=hhi&year=2020&digits=4`);
    const wanted = answer.data.flatMap((one) => (one.value === null ? [] : [one.value]));
    assert.deepEqual(
      (await cells.allInnerTexts()).map(plain),
      wanted
        .sort((a, b) => b - a)
        .slice(0, 15)
        .map((value) => plain(formatSignificant(value, 'en'))),
    );
    await page.goto(`${address}/method/nothing?lang=ru`);
    await page.getByText('Меры «nothing» в реестре нет.').waitFor();
  });

  await context.test('the search of the header leads by keys to what it finds', async () => {
    const { page, complaints } = await openPage(browser, address);
    for (const [text, option, where] of [
      ['томск', /Томская/, /\/region\/RU-TOM/],
      ['3004', /3004/, /\/product\/3004/],
      ['фармацевтика', /Фармац/, /\/segment\/pharma/],
      ['китай', /Китай/, /\/world\?.*partner=CN/],
      ['джини', /Джини/, /\/method\/gini/],
    ] as const) {
      await page.goto(`${address}/method?lang=ru`);
      await page.locator('.find input').waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type(text);
      await page.locator('[role="option"]').filter({ hasText: option }).first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(where);
    }
    await page.goto(`${address}/method?lang=en`);
    await page.locator('.find input').fill('zzzz');
    await page.getByText('Nothing found.').waitFor();
    await assertAccessible(page);
    assert.deepEqual(complaints, []);
  });
});
