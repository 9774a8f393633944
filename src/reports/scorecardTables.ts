import type { Scorecard, ScorecardRow } from '../api/scorecard.ts';
import { formatAgainst, formatNumber, type Language } from '../domain/formatNumber.ts';
import { numberCell, type ReportTable, textCell } from './reportTable.ts';

const t = {
  columns: {
    ru: [
      'Показатель',
      'Значение',
      'Граница',
      'Статус',
      'Разрыв',
      'Разрыв в деньгах',
      'Тренд в год',
      'Год границы',
    ],
    en: ['Indicator', 'Value', 'Bound', 'Status', 'Gap', 'Gap in money', 'Trend a year', 'Year of bound'],
  },
  regions: {
    ru: ['Место', 'Регион', 'Значение', 'Статус', 'Разрыв', 'Разрыв в деньгах', 'Тренд в год', 'Год границы'],
    en: ['Rank', 'Region', 'Value', 'Status', 'Gap', 'Gap in money', 'Trend a year', 'Year of bound'],
  },
  path: {
    ru: [
      'Показатель',
      'Цель',
      'Год',
      'Прирост показателя в год',
      'Рост ряда в год, %',
      'Ряд',
      'Ряд в год цели',
    ],
    en: [
      'Indicator',
      'Target',
      'Year',
      'Change of the indicator a year',
      'Growth of the series a year, %',
      'Series',
      'Series in that year',
    ],
  },
  whatIf: {
    ru: ['Показатель', 'Было', 'Стало', 'Статус был', 'Статус стал'],
    en: ['Indicator', 'Before', 'After', 'Status before', 'Status after'],
  },
  pathTitle: { ru: 'Путь к цели', en: 'The path to the target' },
  pathNote: {
    ru: 'Остальные ряды — как в исходном году; что прибавил ряд, прибавило и целое, в которое он входит.',
    en: 'All other series as in the year of departure; what the series gains, the whole that it is part of gains too.',
  },
  whatIfTitle: { ru: 'Что если', en: 'What if' },
  more: { ru: 'Ещё регионов: ', en: 'More regions: ' },
  status: {
    ru: {
      met: 'выполнен',
      near: 'близко',
      'not-met': 'не выполнен',
      'above-range': 'выше диапазона',
      'no-data': 'нет данных',
    },
    en: {
      met: 'met',
      near: 'near',
      'not-met': 'not met',
      'above-range': 'above the range',
      'no-data': 'no data',
    },
  },
  zero: {
    ru: 'в знаменателе ноль (для темпа роста — нулевой предыдущий год), поэтому значения нет',
    en: 'the denominator is zero (of a growth index: the year before), so there is no value',
  },
  missing: { ru: 'нет рядов:', en: 'missing:' },
  noYear: {
    ru: { met: '–', 'too-few-years': 'мало лет', away: 'не туда', 'too-far': '> 100 лет', 'no-data': '–' },
    en: { met: '–', 'too-few-years': 'few years', away: 'never', 'too-far': '> 100 years', 'no-data': '–' },
  },
  noMoney: {
    ru: {
      'no-data': '–',
      'not-linear': 'не линейно',
      unreachable: 'недостижимо',
      'no-influence': 'не влияет',
    },
    en: {
      'no-data': '–',
      'not-linear': 'not linear',
      unreachable: 'out of reach',
      'no-influence': 'no influence',
    },
  },
  million: { ru: 'млн', en: 'm' },
} as const;

/** One region: a table for each block, the path and the what-if. All regions: a ranked table for each indicator. */
export function scorecardTables(
  answer: Scorecard,
  language: Language,
  limit = Number.POSITIVE_INFINITY,
): readonly ReportTable[] {
  const territories = new Set(answer.data.map((row) => row.territory));
  return answer.manifest.options.region === undefined || territories.size > 1
    ? indicatorTables(answer, language, limit)
    : regionTables(answer, language);
}

function regionTables(answer: Scorecard, language: Language): readonly ReportTable[] {
  const { data } = answer;
  const [first] = data;
  if (first === undefined) return [];
  const blocks = [...new Set(data.map((row) => row.block))];
  const tables = blocks.map((block): ReportTable => {
    const rows = data.filter((row) => row.block === block);
    return {
      title: rows[0]?.blockName[language] ?? block,
      subtitle: `${first.territoryName[language]}, ${first.year}`,
      columns: columnsOf(t.columns[language], [0, 3]),
      rows: rows.map((row) => [textCell(row.indicatorName[language]), ...figures(row, language, true)]),
      notes: rows.flatMap((row) => notesOf(row, language)),
    };
  });
  return [...tables, ...pathTables(data, language), ...whatIfTables(data, language)];
}

function indicatorTables(answer: Scorecard, language: Language, limit: number): readonly ReportTable[] {
  const ids = [...new Set(answer.data.map((row) => row.indicator))];
  return ids.map((id): ReportTable => {
    const rows = answer.data
      .filter((row) => row.indicator === id)
      .sort((a, b) => (a.gapRank ?? Infinity) - (b.gapRank ?? Infinity));
    // Regions without a value are counted below; a workbook lists them too.
    const known = limit === Number.POSITIVE_INFINITY ? rows : rows.filter((row) => row.value !== null);
    const shown = known.slice(0, limit);
    const [first] = rows;
    const counts = (Object.keys(t.status[language]) as ScorecardRow['status'][]).flatMap((status) => {
      const count = rows.filter((row) => row.status === status).length;
      return count === 0 ? [] : [`${t.status[language][status]}: ${count}`];
    });
    return {
      title: first?.indicatorName[language] ?? id,
      subtitle: `${boundText(first, language)}; ${first?.year ?? ''}`,
      columns: columnsOf(t.regions[language], [1, 3]),
      rows: shown.map((row) => [
        numberCell(row.gapRank, String, language),
        textCell(row.territoryName[language]),
        ...figures(row, language, false),
      ]),
      notes: [
        counts.join('; '),
        ...(known.length > shown.length ? [`${t.more[language]}${known.length - shown.length}`] : []),
        ...(first?.note == null ? [] : [first.note[language]]),
        ...missingOf(rows, language),
      ],
    };
  });
}

function figures(row: ScorecardRow, language: Language, withBound: boolean) {
  const bound = row.boundLower ?? row.boundUpper ?? 0;
  const missed = row.gap !== null && row.gap < 0 ? (row.boundUpper ?? bound) : bound;
  return [
    numberCell(row.value, (value) => valueText(value, missed, language), language),
    ...(withBound ? [textCell(boundText(row, language))] : []),
    textCell(t.status[language][row.status]),
    numberCell(row.gap, (gap) => formatNumber(gap, 2, language), language),
    row.gapMoney === null
      ? textCell(row.gapMoneyReason === null ? '–' : t.noMoney[language][row.gapMoneyReason])
      : numberCell(row.gapMoney, (money) => moneyText(money, row.currency, language), language),
    numberCell(row.trendPerYear, (trend) => formatNumber(trend, 2, language), language),
    textCell(row.yearMet === null ? t.noYear[language][row.yearMetReason ?? 'met'] : String(row.yearMet)),
  ];
}

/** Two decimals; of a value below 0.01 two digits. */
function valueText(value: number, bound: number, language: Language): string {
  if (value === 0 || Math.abs(value) >= 0.01) return formatAgainst(value, 2, bound, language);
  return formatNumber(value, Math.min(20, 1 - Math.floor(Math.log10(Math.abs(value)))), language);
}

function moneyText(value: number, currency: string | null, language: Language): string {
  return `${formatNumber(value / 1e6, 2, language)} ${t.million[language]}${currency === null ? '' : ` ${currency}`}`;
}

function boundText(row: ScorecardRow | undefined, language: Language): string {
  if (row === undefined) return '';
  const shown = (value: number) => (language === 'ru' ? String(value).replace('.', ',') : String(value));
  const { boundLower: lower, boundUpper: upper } = row;
  if (lower !== null && upper !== null) return `${shown(lower)}–${shown(upper)} ${row.unit}`;
  return lower !== null ? `≥ ${shown(lower)} ${row.unit}` : `≤ ${shown(upper ?? 0)} ${row.unit}`;
}

function notesOf(row: ScorecardRow, language: Language): readonly string[] {
  const notes = row.note === null ? [] : [`${row.indicatorName[language]}: ${row.note[language]}`];
  return [...notes, ...missingOf([row], language)];
}

function missingOf(rows: readonly ScorecardRow[], language: Language): readonly string[] {
  const missing = [...new Set(rows.flatMap((row) => row.missingNames.map((one) => one[language])))].sort();
  const [first] = rows;
  if (first === undefined) return [];
  const name = first.indicatorName[language];
  const zero = rows.some((row) => row.reason === 'zero-denominator');
  return [
    ...(missing.length === 0 ? [] : [`${name}: ${t.missing[language]} ${missing.join(', ')}`]),
    ...(zero ? [`${name}: ${t.zero[language]}`] : []),
  ];
}

function pathTables(data: readonly ScorecardRow[], language: Language): readonly ReportTable[] {
  const rows = data.flatMap((row) => (row.path === null ? [] : [{ row, path: row.path }]));
  if (rows.length === 0) return [];
  const steps = rows.flatMap(({ row, path }) =>
    path.steps.length > 12
      ? []
      : [
          `${row.indicatorName[language]}: ${path.steps.map((step) => `${step.year} — ${formatNumber(step.value, 2, language)} ${row.unit}${step.seriesAmount === null ? '' : ` (${moneyText(step.seriesAmount, path.currency, language)})`}`).join('; ')}`,
        ],
  );
  return [
    {
      title: t.pathTitle[language],
      subtitle: String(rows[0]?.path.by ?? ''),
      columns: columnsOf(t.path[language], [0, 5]),
      rows: rows.map(({ row, path }) => [
        textCell(row.indicatorName[language]),
        numberCell(path.target, (value) => formatNumber(value, 2, language), language),
        textCell(String(path.by)),
        numberCell(path.perYear, (value) => formatNumber(value, 3, language), language),
        numberCell(path.seriesGrowth, (value) => formatNumber(100 * value, 2, language), language),
        textCell(row.moves),
        numberCell(
          path.steps.at(-1)?.seriesAmount ?? null,
          (value) => moneyText(value, path.currency, language),
          language,
        ),
      ]),
      notes: [t.pathNote[language], ...steps],
    },
  ];
}

function whatIfTables(data: readonly ScorecardRow[], language: Language): readonly ReportTable[] {
  const rows = data.flatMap((row) => (row.whatIf === null ? [] : [{ row, whatIf: row.whatIf }]));
  if (rows.length === 0) return [];
  const shown = (value: number) => formatNumber(value, 3, language);
  return [
    {
      title: t.whatIfTitle[language],
      subtitle: '',
      columns: columnsOf(t.whatIf[language], [0, 3, 4]),
      rows: rows.map(({ row, whatIf }) => [
        textCell(row.indicatorName[language]),
        numberCell(row.value, shown, language),
        numberCell(whatIf.value, shown, language),
        textCell(t.status[language][row.status]),
        textCell(t.status[language][whatIf.status]),
      ]),
      notes: [],
    },
  ];
}

function columnsOf(names: readonly string[], left: readonly number[]): ReportTable['columns'] {
  return names.map((heading, place) => ({ heading, align: left.includes(place) ? 'left' : 'right' }));
}
