import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ScorecardRow } from '../../src/api/scorecard.ts';
import { scorecardSentences } from '../../src/narrative/scorecardSentences.ts';
import { plainSentence } from '../../src/narrative/sentence.ts';

/** What the sentences read of a row. */
function row(status: ScorecardRow['status'], gap: number | null, money: number | null = null): ScorecardRow {
  return {
    id: 'run/2019/share/RU-TOM',
    status,
    indicatorName: { ru: 'Доля', en: 'Share' },
    unit: '%',
    boundLower: 50,
    boundUpper: null,
    gap,
    gapMoney: money,
    currency: 'USD',
  } as ScorecardRow;
}

const said = (rows: readonly ScorecardRow[], language: 'ru' | 'en') =>
  scorecardSentences(rows, language)
    .map(plainSentence)
    .map((text) => text.replaceAll(/\s/g, ' '));

test('a scorecard in sentences: how many are met, the widest gap, what is missing', () => {
  const rows = [row('met', 0), row('not-met', 20.3, 9.24e9), row('not-met', 2), row('no-data', null)];
  assert.deepEqual(said(rows, 'ru'), [
    'Из 4 показателей выполнено 1, не выполнено 2, нет данных для 1.',
    'Дальше всего от границы — «Доля»: не хватает 20,3 п. п., или 9,24 млрд долл.',
    'Для 1 показателя нужны ряды, которых в таможенных данных нет: их можно дать таблицей.',
  ]);
  assert.deepEqual(said(rows, 'en'), [
    'Of 4 indicators 1 is met, 2 are not met, 1 has no data.',
    'Furthest from its bound is "Share": it lacks 20.3 pp, or 9.24 bn USD.',
    '1 indicator needs series that customs data does not hold: they can be given as a table.',
  ]);
  assert.deepEqual(said([row('met', 0), row('near', 0)], 'en'), [
    'Of 2 indicators 1 is met, 1 is near the bound.',
  ]);
});
