import assert from 'node:assert/strict';
import { exampleRows } from '../../../../src/store/queries/quality/exampleRows.ts';
import { qualityRows, qualitySlice } from '../../../support/qualityRows.ts';
import { testQuery } from '../../../support/queryEngines.ts';

testQuery('example rows of a condition: the largest first', qualityRows, async (ask) => {
  assert.deepEqual(await ask(exampleRows(qualitySlice, "partner = 'DE' AND month <> 1", 1)), [
    [
      ...['vintage', 'file', 'row_number', 'year', 'month', 'region', 'line', 'edition', 'partner', 'unit'],
      ...['currency', 'value', 'net_weight_kg', 'quantity'],
    ],
    ['v', 'f', 3, 2019, 2, 'RU-MOW', '854231', 'HS2017', 'DE', 'kg', 'USD', 50, 1, 5],
  ]);
  const rows = await ask(exampleRows(qualitySlice, "partner = 'DE' OR partner = 'QQ'", 4));
  assert.deepEqual(
    rows.slice(1).map((row) => row[2]),
    [1, 2, 3, 4],
  );
});
