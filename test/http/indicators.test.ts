import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import * as workbooks from '@e965/xlsx';
import type { IndicatorSystems } from '../../src/api/indicatorSystems.ts';
import type { Scorecard } from '../../src/api/scorecard.ts';
import { loadIndicatorSystem } from '../../src/classifications/indicatorSystems.ts';
import { loadTerritories } from '../../src/classifications/territories.ts';
import { serve } from '../../src/http/serve.ts';
import { fixedSource } from '../../src/http/workspaceSource.ts';
import { readSeries } from '../../src/sources/readSeries.ts';
import { literalWorkspace } from '../support/literalWorkspace.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const rows = [
  { region: 'RU-TOM', hs6: '300431', usd: 40e6, month: 0 },
  { region: 'RU-TOM', hs6: '270900', usd: 60e6, month: 0 },
];

test('the template downloaded is read back as series, and the server started with them scores by them', async (context) => {
  const folder = await temporaryFolder(context);
  const workspace = await literalWorkspace(context, 'RU', rows);
  const territories = loadTerritories('RU');
  assert.ok(territories !== null);
  const start = async (indicators?: Parameters<typeof serve>[1]['indicators']) => {
    const server = await serve(fixedSource(workspace), {
      language: 'ru',
      port: 0,
      ...(indicators === undefined ? {} : { indicators }),
    });
    context.after(() => server.close());
    return `${server.address}/api/v1`;
  };
  const bare = await start();
  const system = loadIndicatorSystem('paper');
  for (const lang of ['ru', 'en']) {
    const bytes = await (
      await fetch(`${bare}/series-template.xlsx?region=RU-TOM&year=2019&lang=${lang}`)
    ).arrayBuffer();
    const book = workbooks.read(new Uint8Array(bytes));
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const cells = workbooks.utils.sheet_to_json<(string | number | null)[]>(sheet, { header: 1 });
    const heading = cells[0] ?? [];
    const [series, year, value] = ['series', 'year', 'value'].map((name) => heading.indexOf(name)) as [
      number,
      number,
      number,
    ];
    assert.ok(series >= 0 && year >= 0 && value >= 0, String(heading));
    // 40 of 500 million dollars shipped: 8 %, below the range of 10 to 15.
    for (const line of cells) if (line[series] === 'shipped_goods' && line[year] === 2019) line[value] = 500;
    for (const line of cells)
      if (line[series] === 'shipped_goods') line[heading.indexOf('unit')] = 'million USD';
    const filled = workbooks.utils.book_new();
    workbooks.utils.book_append_sheet(filled, workbooks.utils.aoa_to_sheet(cells), 'Data');
    const path = join(folder, `series-${lang}.xlsx`);
    await writeFile(path, workbooks.write(filled, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    const { values, files } = await readSeries([path], system, territories);
    assert.deepEqual(
      values.map((one) => [one.series, one.region, one.year, one.amount, one.currency]),
      [['shipped_goods', 'RU-TOM', 2019, 500e6, 'USD']],
    );
    const own = await start({ systems: [], supplied: { values, rates: [], files } });
    const row = async (address: string) => {
      const response = await fetch(
        `${address}/scorecard?region=RU-TOM&year=2019&indicator=high-tech-in-shipped`,
      );
      return { tag: response.headers.get('etag'), row: ((await response.json()) as Scorecard).data[0] };
    };
    const [before, after] = [await row(bare), await row(own)];
    assert.equal(before.row?.status, 'no-data');
    assert.deepEqual(before.row?.missing, ['shipped_goods 2019']);
    assert.ok(Math.abs((after.row?.value ?? 0) - 8) < 1e-9);
    assert.equal(after.row?.status, 'not-met');
    assert.notEqual(before.tag, after.tag);
    const explained = (await (await fetch(`${own}/explain?figure=${after.row?.id}/value`)).json()) as {
      data: { agrees: boolean; related: { id: string }[] };
    };
    assert.equal(explained.data.agrees, true);
    assert.match(explained.data.related[0]?.id ?? '', /series-(ru|en)\.xlsx/);
    const known = (await (await fetch(`${own}/indicator-systems`)).json()) as IndicatorSystems;
    assert.equal(known.data[0]?.series.find((one) => one.id === 'shipped_goods')?.supplied, 1);
  }
});

test("a system of one's own is the first, by its name; files are not named by a request", async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const own = {
    ...loadIndicatorSystem('paper'),
    id: 'own',
    indicators: loadIndicatorSystem('paper').indicators.slice(0, 1),
  };
  const server = await serve(fixedSource(workspace), {
    language: 'en',
    port: 0,
    indicators: { systems: [own], supplied: { values: [], rates: [], files: [] } },
  });
  context.after(() => server.close());
  const get = async (query: string) => (await fetch(`${server.address}/api/v1/${query}`)).json();
  const systems = (await get('indicator-systems')) as IndicatorSystems;
  assert.deepEqual(
    systems.data.map((one) => one.id),
    ['own', 'paper'],
  );
  assert.equal(((await get('scorecard?region=RU-TOM')) as Scorecard).data.length, 1);
  assert.equal(((await get('scorecard?region=RU-TOM&system=paper')) as Scorecard).data.length, 10);
  const refused = (await get('scorecard?system=nobody')) as {
    error: { code: string; message: { en: string } };
  };
  assert.equal(refused.error.code, 'bad-indicator-system');
  assert.match(refused.error.message.en, /own, paper/);
});
