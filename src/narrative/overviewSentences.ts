import type { AssessmentRow, HighTechRow } from '../api/assessment.ts';
import type { Language } from '../domain/formatNumber.ts';
import { changeText, indexText, moneyText, percentText } from '../domain/quantityText.ts';
import { type LevelWords, levelWords } from './levelWords.ts';
import { russianForm, type Sentence } from './sentence.ts';

/** What the first page of a country says: how much, what share, which segment is largest, which grew fastest. */
export function overviewSentences(
  given: {
    /** Country rows of the period, one for each segment. */
    readonly country: readonly AssessmentRow[];
    /** The same of the period before; empty: none. */
    readonly before: readonly AssessmentRow[];
    /** The whole list in the year. */
    readonly all: HighTechRow | undefined;
    readonly flow: 'export' | 'import';
  },
  language: Language,
  words: LevelWords = levelWords(''),
): readonly Sentence[] {
  const { country, before, all } = given;
  const sentences: Sentence[] = [];
  const ru = language === 'ru';
  const exported = given.flow === 'export';
  if (all?.valueUsd != null) {
    const money = { text: moneyText(all.valueUsd, language), figure: `${all.id}/valueUsd` };
    const share =
      all.shareOfTotal === null
        ? null
        : { text: percentText(all.shareOfTotal, language), figure: `${all.id}/shareOfTotal` };
    const start: Sentence = ru
      ? [`Высокотехнологичных товаров ${exported ? 'вывезено' : 'ввезено'} на `, money]
      : [`High-technology ${exported ? 'exports' : 'imports'} were `, money];
    sentences.push([
      ...start,
      ...(share === null
        ? []
        : ru
          ? [', это ', share, ` всего ${exported ? 'вывоза' : 'ввоза'} ${words.ru.ofWhole}`]
          : [', ', share, ` of ${words.en.whole}'s ${exported ? 'exports' : 'imports'}`]),
      '.',
    ]);
  }
  const sized = country.filter((row) => (row.segmentValueUsd ?? 0) > 0);
  const whole = all?.valueUsd ?? 0;
  const largest = sized.reduce<AssessmentRow | null>(
    (best, row) => (best === null || (row.segmentValueUsd ?? 0) > (best.segmentValueUsd ?? 0) ? row : best),
    null,
  );
  if (largest !== null && whole > 0) {
    const part = percentText((largest.segmentValueUsd ?? 0) / whole, language, 0);
    const name = largest.segmentName[language];
    sentences.push(
      ru
        ? [`Больше всего — «${name}»: `, { text: part }, ' этой суммы.']
        : [`The largest segment is ${name}: `, { text: part }, ' of it.'],
    );
  }
  const growth = sized.flatMap((row) => {
    const earlier = before.find((one) => one.segment === row.segment)?.segmentValueUsd ?? 0;
    return earlier > 0 ? [{ row, ratio: (row.segmentValueUsd ?? 0) / earlier }] : [];
  });
  const fastest = growth.reduce<(typeof growth)[number] | null>(
    (best, one) => (best === null || one.ratio > best.ratio ? one : best),
    null,
  );
  if (fastest !== null && growth.length > 1) {
    const name = fastest.row.segmentName[language];
    const change = { text: changeText(fastest.ratio, language) };
    const grew = fastest.ratio > 1;
    sentences.push(
      ru
        ? [
            grew
              ? `Быстрее всего за год рос сегмент «${name}»: `
              : `Меньше всего за год упал сегмент «${name}»: `,
            change,
            '.',
          ]
        : [grew ? `Over the year ${name} grew fastest: ` : `Over the year ${name} fell least: `, change, '.'],
    );
  }
  return sentences;
}

/** The finding over the map, of its regions' rows: how many regions stand above the country, and who first. */
export function mapFinding(
  rows: readonly AssessmentRow[],
  language: Language,
  words: LevelWords = levelWords(''),
): string {
  const ru = language === 'ru';
  const above = rows.filter((row) => (row.trajectoryIndex ?? 0) >= 1);
  const first = above.find((row) => row.rank === 1) ?? above[0];
  if (above.length === 0 || first?.trajectoryIndex == null)
    return ru
      ? `${words.ru.inNone} индекс не достигает 1`
      : `In no ${words.en.member} does the index reach 1`;
  const name = first.territoryName[language];
  const index = indexText(first.trajectoryIndex, language);
  if (ru) {
    const noun = russianForm(above.length, [words.ru.ofMember, words.ru.ofMembers, words.ru.ofMembers]);
    return `Индекс не ниже 1 у ${above.length} ${noun} из ${rows.length}; выше всех ${name}, ${index}`;
  }
  return `The index is at least 1 in ${above.length} of ${rows.length} ${words.en.members}; highest in ${name}, ${index}`;
}
