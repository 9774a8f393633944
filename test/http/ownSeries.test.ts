import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { IndicatorSystems } from '../../src/api/indicatorSystems.ts';
import type { OwnSeries } from '../../src/api/ownSeries.ts';
import type { Scorecard } from '../../src/api/scorecard.ts';
import { serve } from '../../src/http/serve.ts';
import { fixedSource } from '../../src/http/workspaceSource.ts';
import { answered, refusalOf } from '../support/importOverHttp.ts';
import { literalWorkspace } from '../support/literalWorkspace.ts';

const rows = [
  { region: 'RU-TOM', hs6: '300431', usd: 40e6, month: 0 },
  { region: 'RU-TOM', hs6: '270900', usd: 60e6, month: 0 },
];
const path = '/api/v1/own-series';
const scored = 'scorecard?region=RU-TOM&year=2019&indicator=high-tech-in-shipped';

function send(address: string, name: string, text: string, headers: Record<string, string> = {}) {
  return fetch(`${address}${path}?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'x-trajecta': '1', 'content-type': 'application/octet-stream', ...headers },
    body: text,
  });
}

test('a filled table sent to a running server counts at once, in its currency by rates sent likewise, until taken away', async (context) => {
  const server = await serve(fixedSource(await literalWorkspace(context, 'RU', rows)), {
    language: 'ru',
    port: 0,
  });
  context.after(() => server.close());
  const { address } = server;
  assert.equal((await answered<Scorecard>(address, scored)).data[0]?.status, 'no-data');
  const response = await send(
    address,
    'Ряды 2019.csv',
    'регион;год;ряд;значение;единица\nТомская область;2019;shipped_goods;32 000,0;млн руб.\n',
  );
  assert.equal(response.status, 200, await response.clone().text());
  assert.deepEqual(((await response.json()) as OwnSeries).data, {
    file: 'Ряды 2019.csv',
    values: 1,
    rates: 0,
  });
  assert.deepEqual((await answered<Scorecard>(address, scored)).data[0]?.missing, ['RUB/USD 2019']);
  const rates = await send(address, 'rates.csv', 'year,currency,rate\n2019,RUB,64\n');
  assert.deepEqual(((await rates.json()) as OwnSeries).data, { file: 'rates.csv', values: 0, rates: 1 });
  // 32 000 million roubles at 64 for a dollar are 500 million dollars; 40 of them are high technology.
  const row = (await answered<Scorecard>(address, scored)).data[0];
  assert.ok(Math.abs((row?.value ?? 0) - 8) < 1e-9, String(row?.value));
  // The same series, region and year sent anew counts instead: 40 of 400 million dollars.
  const again = await send(
    address,
    'corrected.csv',
    'region,year,series,value,unit\nRU-TOM,2019,shipped_goods,400,million USD\n',
  );
  assert.equal(again.status, 200);
  assert.ok(Math.abs(((await answered<Scorecard>(address, scored)).data[0]?.value ?? 0) - 10) < 1e-9);
  const { manifest } = await answered<IndicatorSystems>(address, 'indicator-systems');
  assert.deepEqual(
    manifest.files.map((one) => one.file),
    ['Ряды 2019.csv', 'rates.csv', 'corrected.csv'],
  );
  const cleared = await fetch(`${address}${path}`, { method: 'DELETE', headers: { 'x-trajecta': '1' } });
  assert.equal(cleared.status, 204);
  assert.equal((await answered<Scorecard>(address, scored)).data[0]?.status, 'no-data');
});

test('tables that cannot be read are refused by row and name, never by a path of this machine, and change nothing', async (context) => {
  const server = await serve(fixedSource(await literalWorkspace(context, 'RU', rows)), {
    language: 'en',
    port: 0,
  });
  context.after(() => server.close());
  const { address } = server;
  const heading = 'region,year,series,value,unit\n';
  for (const [name, text, code, said] of [
    [
      '../../etc/x.csv',
      `${heading}RU-TOM,2019,nothing,1,\n`,
      'bad-series',
      /x\.csv, row 2, column series: "nothing"/,
    ],
    ['half.csv', `${heading}RU-TOM,2019,shipped_goods,many,million USD\n`, 'bad-series', /"many".*no number/],
    [
      'empty.csv',
      `${heading}RU-TOM,2019,shipped_goods,,million USD\n`,
      'bad-series',
      /no value is filled in/,
    ],
    ['other.csv', 'a,b\n1,2\n', 'missing-column', /other\.csv has no heading row/],
    ['none.csv', '', 'wrong-type', /octet-stream/],
  ] as const) {
    const response = await send(address, name, text);
    assert.equal(response.status >= 400, true, name);
    const error = await refusalOf(response);
    assert.equal(error.code, code, JSON.stringify(error));
    assert.match(error.message.en, said);
    assert.doesNotMatch(error.message.en, /tmp|trajecta-[A-Za-z0-9]{6}/);
  }
  assert.equal((await answered<Scorecard>(address, scored)).data[0]?.status, 'no-data');
  const foreign = await send(address, 'x.csv', heading, { origin: 'http://elsewhere.example' });
  assert.equal(foreign.status, 403);
});
