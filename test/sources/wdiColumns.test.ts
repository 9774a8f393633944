import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import { importWdi } from '../../src/sources/wdi/importWdi.ts';
import { openSeries } from '../../src/store/series.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

test('of several columns of values those with titles of the Bank are taken, the rest only by name', async (context) => {
  const folder = await temporaryFolder(context);
  const write = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const titled = write(
    'titled.csv',
    'Country Name,Country Code,Year,Patents,High-technology exports (current US$),mean of High-technology exports (% of manufactured exports)\nRussia,RUS,2019,7,10,12.9\nChina,CHN,2019,8,,30.8\n',
  );
  const workspace = join(folder, 'w');
  await importWdi(workspace, titled);
  const reader = await openSeries(workspace);
  assert.deepEqual(
    ['TX.VAL.TECH.CD', 'TX.VAL.TECH.MF.ZS'].map((id) =>
      [...(reader.values(id)?.values() ?? [])].map((one) => [one.territory, one.value]),
    ),
    [
      [['RU', 10]],
      [
        ['RU', 12.9],
        ['CN', 30.8],
      ],
    ],
  );
  const many = write(
    'many.csv',
    'country,countryname,Year,first,second\nRUS,Russia,2019,1,2\nCHN,China,2019,3,n/a\n',
  );
  const refused = (words: RegExp, options = {}) =>
    assert.rejects(
      importWdi(join(folder, 'none'), many, { indicator: 'TX.VAL.TECH.CD', ...options }),
      (error: unknown) => error instanceof TrajectaError && words.test(error.text.en),
    );
  await refused(/«first», «second»; name the column of the indicator: --value-column NAME/);
  await refused(/no column “third”; there are: .*«second»/, { valueColumn: 'third' });
  const named = join(folder, 'named');
  await importWdi(named, many, { indicator: 'TX.VAL.TECH.CD', valueColumn: 'Second' });
  assert.deepEqual(
    [...((await openSeries(named)).values('TX.VAL.TECH.CD')?.values() ?? [])].map((one) => one.value),
    [2],
  );
});
