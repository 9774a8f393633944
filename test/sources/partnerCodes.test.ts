import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { importTable } from '../../src/sources/table/importTable.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

// In Brazil's own codes 586 is Paraguay; in those of the UN (M49) it is Pakistan.
test('numeric partners of a table are said to be read as codes of the UN; a table that names its own codes is believed', async (context) => {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'table.csv');
  await writeFile(file, 'State,Year,Code,Country,USD\nPR,2019,880230,586,10\nPR,2019,880230,AR,20\n');
  const imported = async (name: string, more: object) => {
    const map = join(folder, `${name}.json`);
    const mapping = {
      country: 'BR',
      columns: { region: 'State', year: 'Year', line: 'Code', partner: 'Country', value: 'USD' },
      flow: 'export',
      nomenclature: { name: 'HS', edition: 'calendar' },
      currency: { code: 'USD' },
      ...more,
    };
    await writeFile(map, JSON.stringify(mapping));
    const { findings } = await importTable(join(folder, name), file, { map });
    return findings.find((one) => one.code === 'numeric-partners');
  };
  const found = await imported('plain', {});
  assert.equal(found?.count, 1);
  assert.deepEqual(found?.examples, ['586 → PK']);
  assert.equal(await imported('own', { partners: { 586: 'PY' } }), undefined);
});
