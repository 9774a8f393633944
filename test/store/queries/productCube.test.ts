import assert from 'node:assert/strict';
import { test } from 'node:test';
import { productCube, rowsWithoutUsd } from '../../../src/store/queries/productCube.ts';
import { testQuery } from '../../support/queryEngines.ts';
import { queryRows } from '../../support/queryRows.ts';

test('a question takes the smallest cube that has its columns and codes', () => {
  assert.equal(productCube(['region', 'year', 'status', 'six_digits'], null), 'cube_region_chapter');
  assert.equal(productCube(['chapter'], null), 'cube_region_chapter');
  assert.equal(productCube(['edition', 'hs6'], null), 'cube_product');
  assert.equal(productCube(['heading'], null), 'cube_product');
  // 854231, integrated circuits, is on the high-technology list; 270900, crude oil, is not.
  assert.equal(productCube(['region', 'hs6'], ['854231']), 'cube_region_high_technology');
  assert.equal(productCube(['region', 'hs6'], ['854231', '270900']), 'cube_region_product');
  assert.equal(productCube(['region', 'hs6'], null), 'cube_region_product');
  assert.equal(productCube(['region', 'year'], ['270900']), 'cube_region_product');
  assert.equal(productCube(['six_digits'], ['854231']), 'cube_region_high_technology');
});

testQuery('rows without dollars: each cube tells of the same one row', queryRows, async (ask) => {
  for (const cube of [
    'cube_region_product',
    'cube_region_chapter',
    'cube_product',
    'cube_region_high_technology',
  ] as const)
    assert.deepEqual(await ask(`SELECT sum(${rowsWithoutUsd(cube)}) AS rows FROM ${cube}`), [['rows'], [1]]);
});
