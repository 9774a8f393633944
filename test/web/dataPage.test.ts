import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import * as workbooks from '@e965/xlsx';
import iconv from 'iconv-lite';
import type { Page } from 'playwright-core';
import type { Assessment } from '../../src/api/assessment.ts';
import { moneyText } from '../../src/domain/quantityText.ts';
import { assertAccessible, openBrowser, openPage, plain, withoutBrowser } from '../support/browser.ts';
import { randomUnload } from '../support/randomUnload.ts';
import { serveFolder } from '../support/server.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const words = {
  ru: {
    import: 'Загрузить',
    done: 'Загружено',
    another: 'Другой файл',
    overview: 'Смотреть обзор',
    quality: 'Качество',
    stored: 'Загруженное',
    nothing: /Здесь пока ничего нет/,
    missing: /не узнаны столбцы STOIM/,
    closes: 'Сходится: в файле = сохранено + карантин + итоги.',
    period: 'период не читается',
    check: 'Проверить',
    sound: /^Цело/,
  },
  en: {
    import: 'Import',
    done: 'Imported',
    another: 'Another file',
    overview: 'See the overview',
    quality: 'Quality',
    stored: 'What is stored',
    nothing: /There is nothing here yet/,
    missing: /the columns STOIM are not recognised/,
    closes: 'Accounts close: in the file = kept + quarantined + total rows.',
    period: 'the period cannot be read',
    check: 'Check',
    sound: /^It is sound/,
  },
} as const;

/** A file as a customs office gives it: windows-1251, semicolons, decimal commas, one column called otherwise, two bad rows. */
async function customsFile(folder: string): Promise<string> {
  const { heading, rows } = randomUnload(11, 3000);
  const lines = rows.map((row) => row.replace(/(\d)\.(\d)/g, '$1,$2'));
  const bad = [
    'ЭК;13/2019;DE;3004900000;;7,5;1;0;69000 - ТОМСКАЯ ОБЛАСТЬ',
    'ЭК;04/2019;DE;3004900000;;нет;1;0;69000 - ТОМСКАЯ ОБЛАСТЬ',
  ];
  const path = join(folder, 'Выгрузка 2016–2020.csv');
  const text = [heading.replace('STOIM', 'Цена по ДТ'), ...lines, ...bad].join('\r\n');
  await writeFile(path, iconv.encode(text.replaceAll('–', '-'), 'win1251'));
  return path;
}

async function assertSound(page: Page, width: number): Promise<void> {
  const text = plain(await page.locator('body').innerText());
  assert.doesNotMatch(text, /NaN|Infinity|undefined|null|\[object|uploads/);
  assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
  await assertAccessible(page);
}

test('own data in a real browser, from an empty folder to the figures', {
  skip: withoutBrowser,
}, async (context: TestContext) => {
  const browser = await openBrowser(context);
  for (const [language, width] of [
    ['ru', 1440],
    ['en', 390],
  ] as const) {
    await context.test(`${language}, ${width} px`, async (inner) => {
      const t = words[language];
      const folder = await temporaryFolder(inner);
      const file = await customsFile(folder);
      const { address } = await serveFolder(inner, join(folder, 'workspace'));
      const { page, complaints } = await openPage(browser, address, { width, dark: language === 'en' });

      page.setDefaultTimeout(60_000);

      // An empty workspace opens on the page that imports.
      await page.goto(`${address}/?lang=${language}`);
      await page.locator('.drop').waitFor();
      assert.match(page.url(), /\/data\?/);
      assert.match(await page.locator('.lead').innerText(), t.nothing);
      await assertSound(page, width);

      // The file is read as it is; the column that its name does not tell is named by the reader.
      await page.locator('.drop input[type=file]').setInputFiles(file);
      await page.locator('.first-rows').waitFor();
      assert.match(page.url(), /import=/);
      const start = page.getByRole('button', { name: t.import, exact: true });
      assert.match(await page.locator('.settings.reading').first().innerText(), /windows-1251/);
      assert.match(await page.locator('.first-rows').innerText(), /ТОМСКАЯ ОБЛАСТЬ/);
      await assertSound(page, width);
      await page.locator('.settings.reading select').first().selectOption('fts');
      await page.getByRole('alert').waitFor();
      assert.match(await page.getByRole('alert').innerText(), t.missing);
      assert.equal(await start.isDisabled(), true);
      await page.getByRole('combobox', { name: /^Цена по ДТ/ }).selectOption('value');
      await page.getByRole('alert').waitFor({ state: 'detached' });
      // The address is enough to come back to the file.
      await page.reload();
      await page.locator('.first-rows').waitFor();
      await page.locator('.settings.reading select').first().selectOption('fts');
      await page.getByRole('alert').waitFor();
      await page.getByRole('combobox', { name: /^Цена по ДТ/ }).selectOption('value');
      await page.getByRole('alert').waitFor({ state: 'detached' });
      await page.locator('.btn.primary:not([disabled])').waitFor();
      await start.press('Enter');
      await page.locator('.importing, .accounts').first().waitFor();

      // The report closes; what was set aside is there with row and text.
      await page.getByRole('heading', { name: t.done }).waitFor();
      assert.ok((await page.locator('.closes').innerText()).includes(t.closes));
      const quarantine = page.locator('#quarantine');
      await quarantine.locator('tbody tr').first().waitFor();
      // 3000 random rows and 3 written ones come before the two bad ones.
      assert.deepEqual(
        (await quarantine.locator('tbody tr').allInnerTexts()).map((row) => /3[ \u202f,]?00[45]/.test(row)),
        [true, true],
      );
      await quarantine.getByRole('button', { name: t.period }).click();
      await quarantine.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        quarantine.getByRole('link', { name: 'XLSX' }).click(),
      ]);
      const book = workbooks.read(await readFile((await download.path()) ?? ''));
      const cells = workbooks.utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, {
        header: 1,
      });
      assert.ok(cells.flat().includes('13/2019') && cells.flat().includes(3004));
      await assertSound(page, width);

      // Quality and what is stored.
      await page.getByRole('button', { name: t.quality, exact: true }).click();
      await page.locator('.coverage tbody tr').first().waitFor();
      assert.equal(await page.locator('.coverage tbody tr').count(), 8);
      await page.getByRole('button', { name: t.check, exact: true }).click();
      await page.getByText(t.sound).waitFor();
      await assertSound(page, width);
      await page.getByRole('button', { name: t.stored, exact: true }).click();
      await page.locator('.vintages tbody tr button').click();
      await page.locator('#report .accounts').waitFor();
      await assertSound(page, width);

      // The figures are on the other pages, in the same session and without loading anew.
      const answer = (await (await fetch(`${address}/api/v1/assess?period=2020`)).json()) as Assessment;
      const region = answer.data.find((row) => row.territory === 'RU-TOM');
      await page.getByRole('link', { name: language === 'ru' ? 'Регион' : 'Region', exact: true }).click();
      await page.goto(`${address}/region/RU-TOM?lang=${language}&period=2020`);
      await page.locator('#caveats').waitFor();
      const text = plain(await page.locator('body').innerText());
      assert.ok(text.includes(plain(moneyText(region?.totalValueUsd ?? 0, language))));
      assert.deepEqual(complaints, []);
      await page.context().close();
    });
  }
});

test('the page Data where something is stored: a correction, its differences, a refusal, cancelling', {
  skip: withoutBrowser,
}, async (context: TestContext) => {
  const folder = await temporaryFolder(context);
  const heading = 'NAPR;PERIOD;STRANA;TNVED;EDIZM;STOIM;NETTO;KOL;REGION';
  const write = async (name: string, rows: readonly string[]) => {
    const path = join(folder, name);
    await writeFile(path, [heading, ...rows].join('\n'));
    return path;
  };
  const first = await write('first.csv', [
    'ЭК;01/2019;DE;3004900000;;1000;1;0;69000 - ТОМСКАЯ ОБЛАСТЬ',
    'ЭК;01/2019;DE;3004900000;;1;1;0;45000 - ГОРОД МОСКВА',
  ]);
  const second = await write('second.csv', ['ЭК;01/2019;DE;3004900000;;1500;1;0;69000 - ТОМСКАЯ ОБЛАСТЬ']);
  const long = await (async () => {
    const { heading: names, rows } = randomUnload(5, 120_000);
    const path = join(folder, 'long.csv');
    await writeFile(path, [names, ...rows].join('\n'));
    return path;
  })();
  const { address } = await serveFolder(context, join(folder, 'workspace'));
  const browser = await openBrowser(context);
  const { page, complaints } = await openPage(browser, address);
  page.setDefaultTimeout(60_000);
  const give = async (path: string) => {
    await page.locator('.drop input[type=file]').setInputFiles(path);
    await page.locator('.first-rows').waitFor();
  };
  const start = () => page.getByRole('button', { name: 'Import', exact: true }).last();
  await page.goto(`${address}/data?lang=en`);
  await give(first);
  await start().click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();

  await page.getByRole('button', { name: 'Another file' }).click();
  await give(second);
  // Told before anything is stored: the preview tries the whole file beside what is stored.
  await page.getByRole('alert').waitFor();
  assert.equal(await start().isDisabled(), true);
  const refused = await page.getByRole('alert').innerText();
  assert.match(
    refused,
    /The data is there already.*“Corrects the import [0-9a-f]{12}”.*“Is more of what is stored”/,
  );
  assert.doesNotMatch(refused, /--/);
  await page.getByLabel('What is stored already').selectOption('part');
  await page.locator('.btn.primary:not([disabled])').waitFor();
  await start().click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  await page.getByRole('button', { name: 'What is stored', exact: true }).click();
  await page.locator('#diff tbody tr').first().waitFor();
  assert.match(plain(await page.locator('#diff').innerText()), /Tomsk.*300490[\s\S]*\$500/);
  assert.match(await page.locator('.vintages').innerText(), /corrected a part of № 1/);

  await page.goto(`${address}/data?lang=en`);
  await give(long);
  await page.getByLabel('What is stored already').selectOption('add');
  await page.locator('.btn.primary:not([disabled])').waitFor();
  await start().click();
  await page.getByRole('button', { name: 'Cancel the import' }).click();
  await page.locator('.first-rows').waitFor();
  const { data } = (await (await fetch(`${address}/api/v1/vintages`)).json()) as { data: unknown[] };
  assert.equal(data.length, 2);
  assert.deepEqual(complaints, []);
});

test('several files of different kinds are sent at once, and imported as they were detected', {
  skip: withoutBrowser,
}, async (context: TestContext) => {
  const folder = await temporaryFolder(context);
  const heading = 'Country Name,Country Code,Year,Value';
  const series = join(folder, 'tx.val.tech.cd.csv');
  await writeFile(series, [heading, 'Brazil,BRA,2019,12', 'India,IND,2019,20'].join('\n'));
  const unload = join(folder, 'unload.csv');
  const { heading: names, rows } = randomUnload(3, 500);
  await writeFile(unload, [names, ...rows].join('\n'));
  const bad = join(folder, 'notes.csv');
  await writeFile(bad, 'a,b\n1,2\n');
  const { address } = await serveFolder(context, join(folder, 'workspace'));
  const browser = await openBrowser(context);
  const { page, complaints } = await openPage(browser, address);
  page.setDefaultTimeout(60_000);
  await page.goto(`${address}/data?lang=en`);
  await page.locator('.drop input[type=file]').setInputFiles([series, unload, bad]);
  await page.locator('#files li').nth(2).waitFor();
  // The first one is open: its indicators are shown, nothing of trade is asked.
  await page.locator('.first-rows').waitFor();
  assert.match(await page.locator('#import').innerText(), /TX\.VAL\.TECH\.CD/);
  await page.getByRole('button', { name: 'Import all 3 as detected' }).click();
  const lines = page.locator('#files li');
  await lines.nth(0).getByText('· imported').waitFor();
  await lines.nth(1).getByText('· imported').waitFor();
  await lines.nth(2).locator('small').waitFor();
  assert.match(await lines.nth(2).innerText(), /notes\.csv.*waiting/s);
  await assertSound(page, 1440);
  const countries = (await (await fetch(`${address}/api/v1/countries`)).json()) as { data: unknown[] };
  assert.ok(countries.data.length >= 2);
  const trade = (await (await fetch(`${address}/api/v1/assess?period=2019`)).json()) as Assessment;
  assert.ok(trade.data.some((row) => row.territory === 'RU-TOM'));
  assert.deepEqual(complaints, []);
});

test('series alone are imported where nothing is stored: the page asks for no trade, and the world has them', {
  skip: withoutBrowser,
}, async (context: TestContext) => {
  const folder = await temporaryFolder(context);
  const series = join(folder, 'tx.val.mrch.cd.wt.csv');
  const rows = ['BRA', 'IND'].flatMap((code) =>
    [2016, 2017, 2018, 2019].map((year) => `${code},${code},${year},${year}`),
  );
  await writeFile(series, ['Country Name,Country Code,Year,Value', ...rows].join('\n'));
  const { address } = await serveFolder(context, join(folder, 'workspace'));
  const browser = await openBrowser(context);
  const { page, complaints } = await openPage(browser, address);
  page.setDefaultTimeout(60_000);
  await page.goto(`${address}/data?lang=en`);
  await page.locator('.drop input[type=file]').setInputFiles(series);
  await page.locator('.first-rows').waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).last().click();
  await page.getByRole('heading', { name: 'Imported' }).waitFor();
  await page.getByRole('link', { name: 'World', exact: true }).first().click();
  await page.locator('[data-figure-id="chain"] svg').first().waitFor();
  assert.deepEqual(complaints, []);
});

test('where others reach the server the page asks for the token', {
  skip: withoutBrowser,
}, async (context: TestContext) => {
  const folder = await temporaryFolder(context);
  const file = await customsFile(folder);
  const server = await serveFolder(context, join(folder, 'workspace'), {
    host: '0.0.0.0',
    token: 'secret-of-the-test',
  });
  const address = server.address.replace('0.0.0.0', '127.0.0.1');
  const browser = await openBrowser(context);
  const { page } = await openPage(browser, address);
  page.setDefaultTimeout(60_000);
  await page.goto(`${address}/data?lang=ru`);
  const token = page.getByLabel('Ключ для записи');
  await token.fill('not the token');
  await page.keyboard.press('Enter');
  await token.waitFor({ state: 'detached' });
  await page.locator('.drop input[type=file]').setInputFiles(file);
  await page.getByRole('alert').waitFor();
  assert.match(await page.getByRole('alert').innerText(), /нужен ключ/);
  await token.fill('secret-of-the-test');
  await page.keyboard.press('Enter');
  await page.locator('.drop input[type=file]').setInputFiles(file);
  await page.locator('.first-rows').waitFor();
});
