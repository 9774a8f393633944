import assert from 'node:assert/strict';
import { test } from 'node:test';
import { yearBefore } from '../../src/domain/yearBefore.ts';

test('a year is compared with the earliest of the five before it, else with the latest before', () => {
  assert.equal(yearBefore([2020, 2013, 2018, 2016], 2020), 2016);
  assert.equal(yearBefore([2013, 2014, 2015, 2020], 2020), 2015);
  assert.equal(yearBefore([2009, 2011], 2020), 2011);
  assert.equal(yearBefore([2020, 2021], 2020), null);
});
