import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { SeriesCountries } from '../../src/api/seriesCountries.ts';
import { answered, importOverHttp, previewed, sent } from '../support/importOverHttp.ts';
import { emptyServer } from '../support/server.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const long =
  'Country Name,Country Code,Year,Value\nBrazil,BRA,2018,10\nBrazil,BRA,2019,12\nWorld,WLD,2019,90\nNowhere,XQQ,2019,1\nChad,TCD,2019,\n';

test('a file of the World Bank is told by its columns, shown with its indicators, and stored as series', async (context) => {
  const { address } = await emptyServer(context);
  const folder = await temporaryFolder(context);
  const file = join(folder, 'tx.val.tech.cd.csv');
  await writeFile(file, long);
  const { data } = await previewed(address, await sent(address, 'tx.val.tech.cd.csv', long));
  assert.equal(data.source, 'wdi');
  assert.equal(data.problem, null);
  assert.equal(data.trial, null);
  assert.deepEqual(data.series, {
    indicators: [{ id: 'TX.VAL.TECH.CD', name: '', values: 3, from: 2018, to: 2019 }],
    accounts: { valuesIn: 5, valuesKept: 3, valuesEmpty: 1, valuesQuarantined: 1 },
  });
  const state = await importOverHttp(address, file);
  assert.equal(state.report, null);
  assert.deepEqual(
    state.series?.findings.map((one) => [one.code, one.count]),
    [['unknown-territory', 1]],
  );
  const known = await answered<SeriesCountries>(address, 'countries');
  assert.equal(
    known.data.some((one) => one.territory === 'BR'),
    true,
    JSON.stringify(known.data).slice(0, 300),
  );
});

test('a table that does not name its indicator says so, and is read once it is named', async (context) => {
  const { address } = await emptyServer(context);
  const text = 'geocodigoFundar,anio,first,second\nBRA,2019,1,7\nIND,2019,2,8\n';
  const id = await sent(address, 'table.csv', text);
  const bare = await previewed(address, id);
  assert.equal(bare.data.source, 'wdi');
  assert.equal(bare.data.series, null);
  assert.match(bare.data.problem?.message.en ?? '', /--indicator/);
  const one = await previewed(address, id, { indicator: 'TX.VAL.TECH.CD' });
  assert.match(one.data.problem?.message.en ?? '', /first.*second.*--value-column/);
  const both = await previewed(address, id, { indicator: 'TX.VAL.TECH.CD', valueColumn: 'second' });
  assert.equal(both.data.problem, null);
  assert.equal(both.data.series?.indicators[0]?.values, 2);
});

test('trade by country and product is no table of indicators', async (context) => {
  const { address } = await emptyServer(context);
  const text = 'country_code,year,hs_code,flow,value\nBRA,2019,300431,export,5\nIND,2019,300431,export,6\n';
  const { data } = await previewed(address, await sent(address, 'trade.csv', text));
  assert.equal(data.source, 'table');
});
