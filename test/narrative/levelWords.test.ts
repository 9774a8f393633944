import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelWords } from '../../src/narrative/levelWords.ts';
import { mapFinding } from '../../src/narrative/overviewSentences.ts';
import { productExporterSentences } from '../../src/narrative/productSentences.ts';
import { plainSentence } from '../../src/narrative/sentence.ts';

test('data of the world speaks of countries, that of a country of regions', () => {
  assert.equal(mapFinding([], 'ru', levelWords('WORLD')), 'Ни в одной стране индекс не достигает 1');
  assert.equal(mapFinding([], 'ru', levelWords('RU')), 'Ни в одном регионе индекс не достигает 1');
  assert.equal(mapFinding([], 'en', levelWords('WORLD')), 'In no country does the index reach 1');
  const row = (territory: string, valueUsd: number) => ({
    id: territory,
    territory,
    territoryName: { ru: territory, en: territory },
    valueUsd,
    index: null,
    kind: 'region',
    share: valueUsd / 3,
  });
  const rows = [row('A', 2), row('B', 1)] as unknown as Parameters<typeof productExporterSentences>[0];
  const text = (country: string, language: 'ru' | 'en') =>
    productExporterSentences(rows, language, levelWords(country)).map(plainSentence).join(' ');
  assert.doesNotMatch(text('WORLD', 'ru'), /регион/);
  assert.doesNotMatch(text('WORLD', 'en'), /region/);
});
