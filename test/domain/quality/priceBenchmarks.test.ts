import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { priceBenchmarks, unitSlip } from '../../../src/domain/quality/priceBenchmarks.ts';
import { sharedData, withoutSharedData } from '../../support/sharedData.ts';

test('bounds of well-known goods hold every unit value of real customs data, and a slip of a thousand falls out', {
  skip: withoutSharedData,
}, async () => {
  // FTS of Russia, trade with India, January 2021 to January 2022: value in dollars, net weight in kilograms.
  const packed = await readFile(
    sharedData('ru-fts-india-tnved10', 'fts_russia_india_2021-01_2022-01.csv.gz'),
  );
  const rows = gunzipSync(packed)
    .toString('utf8')
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));
  const seen = new Map<string, number>();
  for (const [, , , code = '', , value, weight] of rows) {
    const benchmark = priceBenchmarks.find((one) => one.heading === code.slice(0, 4));
    if (benchmark === undefined || !(Number(weight) > 0) || !(Number(value) > 0)) continue;
    const price = Number(value) / Number(weight);
    assert.equal(unitSlip(price, benchmark), null, `${code} ${price}`);
    assert.equal(unitSlip(price * 1000, benchmark), 1000, `${code} ${price} times 1000`);
    assert.equal(unitSlip(price / 1000, benchmark), 0.001, `${code} ${price} / 1000`);
    seen.set(benchmark.heading, (seen.get(benchmark.heading) ?? 0) + 1);
  }
  // Rows of coal, crude oil, gold and aluminium, counted with awk.
  assert.deepEqual([...seen].sort(), [
    ['2701', 41],
    ['2709', 5],
    ['7108', 4],
    ['7601', 19],
  ]);
});
