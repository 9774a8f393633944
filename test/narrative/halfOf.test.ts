import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProductRow } from '../../src/api/product.ts';
import { halfOf } from '../../src/narrative/halfOf.ts';
import { productLineSentences } from '../../src/narrative/productSentences.ts';

test('how many of the largest make half', () => {
  assert.equal(halfOf([1, 6, 3]), 1);
  assert.equal(halfOf([5, 5]), 1);
  assert.equal(halfOf([1, 1, 1]), 2);
  assert.equal(halfOf([]), 0);
});

test('codes below a product: their number, and how many make half; what has no code below is none', () => {
  const row = (code: string, valueUsd: number) => ({ code, valueUsd }) as ProductRow;
  const rows = [row('300410', 4), row('300420', 3), row('300431', 3), row('300432', 0), row('', 9)];
  assert.deepEqual(productLineSentences(rows, 'ru'), [['Кодов ниже — 3; половину и больше дают 2 из них.']]);
  assert.deepEqual(productLineSentences(rows, 'en'), [
    ['It is sold under 3 codes; 2 of them make half or more.'],
  ]);
  assert.deepEqual(productLineSentences(rows.slice(0, 1), 'ru'), [['Всё — по одному коду.']]);
  assert.deepEqual(productLineSentences([row('', 9)], 'en'), []);
});
