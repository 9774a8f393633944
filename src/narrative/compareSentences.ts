import type { AssessmentRow } from '../api/assessment.ts';
import type { Path } from '../api/trajectory.ts';
import type { Language } from '../domain/formatNumber.ts';
import { moneyText } from '../domain/quantityText.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import { memberRows } from './levels.ts';
import { type LevelWords, levelWords } from './levelWords.ts';
import { listed, russianForm, type Sentence } from './sentence.ts';

type NameOf = (segment: string, name: TwoLanguages) => string;

/** Who of those compared exports most high technology, and who is oriented in how many segments. */
export function compareLead(
  rows: readonly AssessmentRow[],
  chosen: readonly string[],
  nameOf: NameOf,
  language: Language,
): readonly Sentence[] {
  const ru = language === 'ru';
  const each = chosen.flatMap((id) => {
    const mine = rows.filter((row) => row.territory === id);
    const [first] = mine;
    if (first === undefined) return [];
    return [
      {
        name: first.territoryName[language],
        value: mine.reduce((sum, row) => sum + (row.segmentValueUsd ?? 0), 0),
        oriented: mine.filter((row) => row.verdict === 'yes' && row.segment !== 'other'),
      },
    ];
  });
  const most = [...each].sort((a, b) => b.value - a.value)[0];
  if (most === undefined) return [[ru ? 'Выберите, что сравнивать.' : 'Choose what to compare.']];
  const money = { text: moneyText(most.value, language) };
  const sentences: Sentence[] = [
    ru
      ? [`Больше всех высоких технологий вывозит ${most.name}: `, money, '.']
      : [`${most.name} exports most high technology: `, money, '.'],
  ];
  const oriented = each
    .filter((one) => one.oriented.length > 0)
    .map((one) => {
      const names = listed(
        one.oriented.map((row) => nameOf(row.segment, row.segmentName)),
        language,
      );
      return `${one.name} (${names})`;
    });
  if (oriented.length > 0)
    sentences.push([
      ru ? `Ориентация на вывоз: ${oriented.join('; ')}.` : `Oriented to exports: ${oriented.join('; ')}.`,
    ]);
  if (each.every((one) => one.oriented.length === 0))
    sentences.push([
      ru ? 'Ориентации на вывоз нет ни у кого из них.' : 'None of them is oriented to exports.',
    ]);
  return sentences;
}

/** Whose index rises and whose falls, segment by segment. */
export function comparePathSentences(paths: readonly Path[], language: Language): readonly Sentence[] {
  const ru = language === 'ru';
  const count = (direction: 'rising' | 'falling') =>
    paths.filter((path) =>
      path.directions.some((one) => one.measure === 'trajectoryIndex' && one.direction === direction),
    ).length;
  const [up, down] = [count('rising'), count('falling')];
  return [
    [
      ru
        ? `Рядов индекса ${paths.length}: растёт ${up}, падает ${down}; остальные колеблются, стоят на месте или коротки для вывода.`
        : `Of ${paths.length} series of the index ${up} rise and ${down} fall; the rest vary, stand still or are too short to tell.`,
    ],
  ];
}

/** Who gained most ranks and who lost most. */
export function rankSentences(paths: readonly Path[], language: Language): readonly Sentence[] {
  const ru = language === 'ru';
  const moves = paths.flatMap((path) => {
    const known = path.points.filter((point) => point.rank !== null);
    const [first, last] = [known[0], known.at(-1)];
    return first === undefined || last === undefined || first === last
      ? []
      : [{ path, change: (first.rank ?? 0) - (last.rank ?? 0), from: first, to: last }];
  });
  const sentence = (one: (typeof moves)[number], up: boolean): Sentence => {
    const text = { text: String(one.to.rank), figure: `${one.to.id}/rank` };
    return ru
      ? [
          `Сильнее всего ${up ? 'вверх' : 'вниз'} — ${one.path.territoryName.ru}: с ${one.from.rank}-го места (${one.from.year}) на `,
          text,
          `-е (${one.to.year}).`,
        ]
      : [
          `${one.path.territoryName.en} ${up ? 'rose' : 'fell'} from rank ${one.from.rank} (${one.from.year}) to `,
          text,
          ` (${one.to.year}).`,
        ];
  };
  const sorted = [...moves].sort((a, b) => b.change - a.change);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  const sentences: Sentence[] = [];
  if (best !== undefined && best.change > 0) sentences.push(sentence(best, true));
  if (worst !== undefined && worst.change < 0) sentences.push(sentence(worst, false));
  if (sentences.length === 0 && moves.length > 0)
    sentences.push([ru ? 'Места на концах ряда те же.' : 'The ranks at both ends are the same.']);
  return sentences;
}

/** In how many segments regions stand above the country. */
export function heatSentences(
  rows: readonly AssessmentRow[],
  language: Language,
  words: LevelWords = levelWords(''),
): readonly Sentence[] {
  const ru = language === 'ru';
  const above = new Map<string, number>();
  for (const row of memberRows(rows))
    above.set(row.territory, (above.get(row.territory) ?? 0) + ((row.trajectoryIndex ?? 0) >= 1 ? 1 : 0));
  const segments = new Set(rows.map((row) => row.segment)).size;
  const all = [...above.values()].filter((count) => count === segments).length;
  const none = [...above.values()].filter((count) => count === 0).length;
  return [
    ru
      ? [
          `Из ${above.size} ${russianForm(above.size, [words.ru.ofMember, words.ru.ofMembers, words.ru.ofMembers])} во всех сегментах не ниже уровня ${words.ru.ofWhole} — ${all}, ни в одном — ${none}.`,
        ]
      : [
          `Of ${above.size} ${words.en.members} ${all} ${all === 1 ? 'stands' : 'stand'} at or above ${words.en.whole} in every segment, ${none} in none.`,
        ],
  ];
}
