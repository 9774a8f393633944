import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CountryComparisonRow } from '../../src/api/countryComparison.ts';
import { plainSentence } from '../../src/narrative/sentence.ts';
import { chainSentences } from '../../src/narrative/worldSentences.ts';

/** What the sentences read of a row. */
function row(territory: string, level: CountryComparisonRow['level'], chainIndex: number | null) {
  const name = { ru: territory, en: territory };
  return { territory, territoryName: name, level, year: 2019, chainIndex } as CountryComparisonRow;
}

test('a chain against the world: rose, fell, the same; nothing without the world, nor of a year against itself', () => {
  const given = { focus: 'IN', base: 2018, to: 2019 };
  const said = (world: number | null) =>
    chainSentences([row('IN', 'country', 150), row('WORLD', 'world', world)], given, 'en').map(plainSentence);
  assert.deepEqual(said(120), [
    'IN: exports of 2019 against 2018: +50.0%.',
    'The world: +20.0%; the share in world exports rose.',
  ]);
  assert.match(said(160)[1] ?? '', /share in world exports fell\.$/);
  assert.match(said(150)[1] ?? '', /share in world exports is the same\.$/);
  assert.equal(said(null).length, 1);
  assert.deepEqual(chainSentences([row('IN', 'country', 100)], { ...given, base: 2019 }, 'ru'), []);
});
