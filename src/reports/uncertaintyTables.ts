import type { Uncertainty, UncertaintyRow } from '../api/uncertainty.ts';
import { formatNumber, formatSmall, type Language } from '../domain/formatNumber.ts';
import { findMeasure } from '../domain/measures/registry.ts';
import { t as assessmentTexts } from './assessmentTables.ts';
import { reasons } from './reasons.ts';
import { noValue, numberCell, type ReportCell, type ReportTable, textCell } from './reportTable.ts';

const t = {
  columns: {
    ru: [
      '№',
      'Регион',
      'Значение',
      '95 % выборок',
      'Место в 95 % выборок',
      'Вердикт',
      '«да» в выборках, %',
      'При ином выборе: значение',
      'место',
      'Вердикт меняют',
    ],
    en: [
      '#',
      'Region',
      'Value',
      '95 % of draws',
      'Rank in 95 % of draws',
      'Verdict',
      '"yes" in draws, %',
      'Other choices: value',
      'rank',
      'Verdict changed by',
    ],
  },
  title: { ru: 'Надёжность', en: 'Uncertainty' },
} as const;

const ordinals = {
  en: [
    'zeroth',
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
  ],
  /** Genitive: "from the first", and accusative: "to the third". */
  ru: [
    'нулевого',
    'первого',
    'второго',
    'третьего',
    'четвёртого',
    'пятого',
    'шестого',
    'седьмого',
    'восьмого',
    'девятого',
    'десятого',
  ],
} as const;

/** Rank in words up to the tenth. */
function ordinal(rank: number, language: Language): string {
  const known = ordinals[language][rank];
  if (known !== undefined) return known;
  if (language === 'ru') return `${rank}-го`;
  const teen = rank % 100 >= 11 && rank % 100 <= 13;
  return `${rank}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][rank % 10] ?? 'th')}`;
}

/** A share rounded down to whole percent, so that the words never say more than the draws. */
function percentDown(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)} %`;
}

/**
 * The rank in words: "first to third in 95 % of 1,000 draws".
 * @example rankSentence({ rankBest: 1, rankWorst: 3, rankShare: 0.957, draws: 1000 }, 'en') // 'first to third in 95 % of 1,000 draws'
 */
export function rankSentence(
  row: Pick<UncertaintyRow, 'rankBest' | 'rankWorst' | 'rankShare' | 'draws'>,
  language: Language,
): string | null {
  const { rankBest, rankWorst, rankShare, draws } = row;
  if (rankBest === null || rankWorst === null || rankShare === null) return null;
  const of = formatNumber(draws, 0, language);
  const share = percentDown(rankShare);
  if (language === 'ru') {
    const place =
      rankBest === rankWorst
        ? `на ${rankBest}-м месте`
        : `от ${ordinal(rankBest, 'ru')} до ${ordinal(rankWorst, 'ru')} места`;
    return `${place} в ${share} из ${of} выборок`;
  }
  const place =
    rankBest === rankWorst
      ? ordinal(rankBest, 'en')
      : `${ordinal(rankBest, 'en')} to ${ordinal(rankWorst, 'en')}`;
  return `${place} in ${share} of ${of} draws`;
}

/** A table for each segment, by rank, with the first places in words. */
export function uncertaintyTables(
  answer: Uncertainty,
  language: Language,
  limit: number,
  ids: boolean,
): readonly ReportTable[] {
  const segments = [...new Set(answer.data.map((row) => row.segment))];
  return segments.map((segment) => {
    const rows = answer.data
      .filter((row) => row.segment === segment)
      .sort((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY));
    const shown = rows.slice(0, limit);
    const isJudged = rows.some((row) => row.verdict !== null);
    const kept = (_cell: unknown, place: number) => isJudged || (place !== 5 && place !== 6 && place !== 9);
    const headings = [...t.columns[language].filter(kept), ...(ids ? ['id'] : [])];
    const why = new Set(rows.map((row) => row.reason).filter((reason) => reason !== null));
    return {
      title: rows[0]?.segmentName[language] ?? '',
      subtitle: `${t.title[language]}, ${nameOf(rows[0]?.measure ?? '', language)}, ${rows[0]?.period ?? ''}`,
      columns: headings.map((heading) => ({
        heading,
        align: [t.columns[language][1], t.columns[language][5], t.columns[language][9], 'id'].includes(
          heading as never,
        )
          ? ('left' as const)
          : ('right' as const),
      })),
      rows: shown.map((row) => [...cells(row, language).filter(kept), ...(ids ? [textCell(row.id)] : [])]),
      notes: [
        ...(rows.length > shown.length
          ? [`${assessmentTexts.more[language]}${rows.length - shown.length}${assessmentTexts.all[language]}`]
          : []),
        ...shown.slice(0, 3).flatMap((row) => sentence(row, language)),
        `${drawnFrom(answer, language)}: ${rows[0]?.lines ?? 0}`,
        ...[...why].map((reason) => `${noValue[language]}: ${reasons[reason]?.[language] ?? reason}`),
      ],
    };
  });
}

function drawnFrom(answer: Uncertainty, language: Language): string {
  const isPartners = (answer.manifest.options as { over?: string }).over === 'partners';
  if (language === 'ru')
    return `Выборки делаются из ${isPartners ? 'партнёров, всего' : 'товарных строк, всего'}`;
  return `Drawn from ${isPartners ? 'partners' : 'product lines'}, in all`;
}

function sentence(row: UncertaintyRow, language: Language): readonly string[] {
  const rank = rankSentence(row, language);
  if (rank === null) return [];
  const verdict =
    row.verdictYesShare === null
      ? ''
      : language === 'ru'
        ? `; вердикт «да» — в ${formatNumber(row.verdictYesShare * 100, 1, 'ru')} % выборок`
        : `; the verdict "yes" in ${formatNumber(row.verdictYesShare * 100, 1, 'en')} % of the draws`;
  return [`${row.territoryName[language]}: ${rank}${verdict}.`];
}

function cells(row: UncertaintyRow, language: Language): readonly ReportCell[] {
  const number = (value: number) =>
    value === 0
      ? '0'
      : Math.abs(value) < 0.05
        ? formatSmall(value, language)
        : formatNumber(value, Math.abs(value) < 10 ? 3 : 1, language);
  const range = (low: number | null, high: number | null, text: (value: number) => string): ReportCell =>
    low === null || high === null
      ? { value: null, text: noValue[language] }
      : textCell(low === high ? text(low) : `${text(low)}–${text(high)}`);
  const changed = row.variants
    .filter((one) => row.verdictChanges.includes(one.variant))
    .map((one) => one.name[language]);
  return [
    row.rank === null ? { value: null, text: '–' } : { value: row.rank, text: String(row.rank) },
    textCell(row.territoryName[language]),
    numberCell(row.value, number, language),
    range(row.valueLower, row.valueUpper, number),
    range(row.rankBest, row.rankWorst, String),
    textCell(row.verdict === null ? '' : assessmentTexts.verdict[language][row.verdict]),
    numberCell(
      row.verdictYesShare === null ? null : row.verdictYesShare * 100,
      (value) => formatNumber(value, 1, language),
      language,
    ),
    range(row.sensitivityLower, row.sensitivityUpper, number),
    range(row.sensitivityRankBest, row.sensitivityRankWorst, String),
    textCell(changed.join('; ')),
  ];
}

/** Rows as flat ones: a column for each variant's value, rank and verdict. */
export function uncertaintyRows(answer: Uncertainty): readonly Readonly<Record<string, unknown>>[] {
  return answer.data.map(({ variants, verdictChanges, ...row }) => ({
    ...row,
    verdictChanges: verdictChanges.join(' '),
    ...Object.fromEntries(
      variants.flatMap((one) => [
        [`${one.variant}.value`, one.value],
        [`${one.variant}.rank`, one.rank],
        ...(one.verdict === null ? [] : [[`${one.variant}.verdict`, one.verdict]]),
      ]),
    ),
  }));
}

/** The measure in words. */
function nameOf(measure: string, language: Language): string {
  if (measure === 'trajectory-index') return language === 'ru' ? 'индекс T' : 'index T';
  return findMeasure(measure)?.name[language] ?? measure;
}
