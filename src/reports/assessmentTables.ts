import type { Assessment, AssessmentRow, Condition } from '../api/assessment.ts';
import {
  formatAgainst,
  formatNumber,
  formatShare,
  formatSmall,
  type Language,
} from '../domain/formatNumber.ts';
import { measureNames, reasons } from './reasons.ts';
import {
  hiddenCell,
  markOf,
  numberCell,
  type ReportCell,
  type ReportTable,
  textCell,
} from './reportTable.ts';

export const t = {
  title: { ru: 'Траектория высокотехнологичного вывоза', en: 'High-technology export trajectory' },
  titleImport: { ru: 'Траектория высокотехнологичного ввоза', en: 'High-technology import trajectory' },
  columns: {
    ru: [
      '№',
      'Регион',
      'Индекс T',
      'границы T',
      'Объём, тыс. долл.',
      'Доля региона в итоге страны, %',
      'Доля сегмента в итоге региона, %',
      'Доля в сегменте округа, %',
      'Вердикт',
      'В статье',
    ],
    en: [
      '#',
      'Region',
      'Index T',
      'range of T',
      'Value, thousand USD',
      "Region's share in country total, %",
      "Segment's share in region total, %",
      'Share in district segment, %',
      'Verdict',
      'As printed',
    ],
  },
  verdict: {
    ru: { yes: 'да', no: 'нет', undefined: 'н/о' },
    en: { yes: 'yes', no: 'no', undefined: 'n/d' },
  },
  more: { ru: 'Ещё регионов: ', en: 'More regions: ' },
  all: { ru: ' (ключ --all показывает все)', en: ' (--all shows them)' },
  country: { ru: 'Страна', en: 'Country' },
  districts: { ru: 'Округа с ориентированными регионами', en: 'Districts with oriented regions' },
  unions: { ru: 'Союзы с ориентированными странами', en: 'Unions with oriented countries' },
  none: { ru: 'нет', en: 'none' },
  levels: {
    ru: {
      district: { 1: 'Округ', 5: 'Доля округа в итоге страны, %', 6: 'Доля сегмента в итоге округа, %' },
      country: { 1: 'Страна', 5: 'Доля страны в общем итоге, %', 6: 'Доля сегмента в итоге страны, %' },
      union: { 1: 'Группа', 5: 'Доля группы в общем итоге, %', 6: 'Доля сегмента в итоге группы, %' },
      world: { 1: 'Мир', 5: 'Доля в мировом итоге, %', 6: 'Доля сегмента в мировом итоге, %' },
    },
    en: {
      district: {
        1: 'District',
        5: "District's share in country total, %",
        6: "Segment's share in district total, %",
      },
      country: {
        1: 'Country',
        5: "Country's share in the whole total, %",
        6: "Segment's share in country total, %",
      },
      union: { 1: 'Group', 5: "Group's share in the whole total, %", 6: "Segment's share in group total, %" },
      world: { 1: 'World', 5: 'Share in world total, %', 6: "Segment's share in world total, %" },
    },
  } as Record<Language, Partial<Record<AssessmentRow['level'], Readonly<Record<number, string>>>>>,
  near: { ru: '≈ — мера в пределах 10 % от порога', en: '≈ : a measure within 10 % of its threshold' },
  flips: {
    ru: '± — вердикт меняется между границами перечня',
    en: '± : the verdict differs between the bounds of the list',
  },
  printed: {
    ru: '«В статье» — напечатанный индекс; его определение не опубликовано',
    en: '"As printed": the index in the paper; its definition is not published',
  },
} as const;

/** One ranked table for each segment and period of an assessment: the regions that export, at most `limit` of them; `ids`: with the id of each row. */
export function assessmentTables(
  assessment: Assessment,
  language: Language,
  limit = Number.POSITIVE_INFINITY,
  ids = false,
): readonly ReportTable[] {
  const keys = [...new Set(assessment.data.map((row) => `${row.period}\t${row.segment}`))];
  return keys.map((key) => {
    const [period, segment] = key.split('\t');
    const rows = assessment.data.filter((row) => row.period === period && row.segment === segment);
    return segmentTable(rows, language, limit, ids);
  });
}

function segmentTable(
  rows: readonly AssessmentRow[],
  language: Language,
  limit: number,
  ids: boolean,
): ReportTable {
  const country = wholeOf(rows);
  const level = rankedLevel(rows);
  const regions = rows.filter(
    (row) =>
      row.level === level &&
      (row.segmentValueUsd !== 0 || row.printed !== null || limit === Number.POSITIVE_INFINITY),
  );
  // What the paper prints is shown whatever its rank.
  const shown = regions.filter((row, place) => place < limit || row.printed !== null);
  const counted = (kind: 'district' | 'union') =>
    level === kind ? [] : rows.filter((row) => row.level === kind);
  const kept = t.columns[language].map(
    (_heading, place) => place !== 7 || level === 'region' || shown.some((row) => row.district !== null),
  );
  const columns = headingsOf(level, language).map((heading, index) => ({
    heading,
    align: index === 1 || index === 8 ? ('left' as const) : ('right' as const),
  }));
  const marks: string[] = shown.some((row) => row.verdictNear) ? [t.near[language]] : [];
  if (shown.some((row) => row.verdictFlips)) marks.push(t.flips[language]);
  const printed = shown.some((row) => row.printed !== null);
  if (printed) marks.push(t.printed[language]);
  const undefinedReasons = new Set(
    shown.map((row) => row.trajectoryIndexReason).filter((reason) => reason !== null),
  );
  const notes = [
    ...(regions.length > shown.length
      ? [`${t.more[language]}${regions.length - shown.length}${t.all[language]}`]
      : []),
    ...(country === undefined ? [] : [countryLine(country, language)]),
    ...groupLine(t.districts[language], counted('district'), language),
    ...groupLine(t.unions[language], counted('union'), language),
    ...[...undefinedReasons].map(
      (reason) => `${markOf(reason, language)}: ${reasons[reason]?.[language] ?? reason}`,
    ),
    ...(marks.length === 0 ? [] : [marks.join('; ')]),
  ];
  const flow = country?.flow === 'import' ? t.titleImport[language] : t.title[language];
  return {
    title: `${country?.segmentName[language] ?? ''}`,
    subtitle: `${flow}, ${country?.period ?? ''}`,
    columns: [
      ...(printed ? columns : columns.slice(0, -1)).filter((_column, place) => kept[place]),
      ...(ids ? [{ heading: 'id', align: 'left' as const }] : []),
    ],
    rows: shown.map((row) => [
      ...(printed ? regionCells(row, language) : regionCells(row, language).slice(0, -1)).filter(
        (_cell, place) => kept[place],
      ),
      ...(ids ? [textCell(row.id)] : []),
    ]),
    notes,
  };
}

/** The row of everything: the world, or the country. */
export function wholeOf(rows: readonly AssessmentRow[]): AssessmentRow | undefined {
  return rows.find((row) => row.level === 'world') ?? rows.find((row) => row.level === 'country');
}

/** The level whose rows are ranked and judged. */
export function rankedLevel(rows: readonly AssessmentRow[]): AssessmentRow['level'] {
  return rows.find((row) => row.conditions.length > 0)?.level ?? 'region';
}

function headingsOf(level: AssessmentRow['level'], language: Language): readonly string[] {
  const of = t.levels[language][level];
  return t.columns[language].map((heading, place) => (of === undefined ? heading : (of[place] ?? heading)));
}

function groupLine(title: string, groups: readonly AssessmentRow[], language: Language): readonly string[] {
  if (groups.length === 0) return [];
  const oriented = groups.filter((row) => (row.orientedRegions ?? 0) > 0);
  const names = oriented.map((row) => `${row.territoryName[language]} (${row.orientedRegions})`);
  return [`${title}: ${names.join(', ') || t.none[language]}`];
}

function countryLine(row: AssessmentRow, language: Language): string {
  const thousand = (value: number) => formatNumber(value / 1000, 1, language);
  const range =
    row.segmentValueUsdLower === null || row.segmentValueUsdUpper === null
      ? ''
      : ` (${thousand(row.segmentValueUsdLower)} … ${thousand(row.segmentValueUsdUpper)})`;
  const unit = language === 'ru' ? 'тыс. долл.' : 'thousand USD';
  return `${row.level === 'world' ? row.territoryName[language] : t.country[language]}: ${row.segmentValueUsd === null ? hiddenCell[language].text : thousand(row.segmentValueUsd)}${range} ${unit}`;
}

/** The cells of a region in the order of the paper's tables. */
export function regionCells(row: AssessmentRow, language: Language): readonly ReportCell[] {
  const index = (value: number) =>
    value > 0 && value < 0.05 ? formatSmall(value, language) : formatAgainst(value, 1, 1, language);
  const range =
    row.trajectoryIndexLower === null || row.trajectoryIndexUpper === null
      ? '…'
      : row.trajectoryIndexLower === row.trajectoryIndexUpper
        ? '='
        : `${index(row.trajectoryIndexLower)}–${index(row.trajectoryIndexUpper)}`;
  const hidden = hiddenCell[language];
  const known = (value: number | null, cell: ReportCell, why: unknown): ReportCell =>
    value === null && why !== null ? hidden : cell;
  const share = (value: number | null, digits: number, why: unknown = row.suppressed) =>
    known(
      value,
      numberCell(value, (one) => formatShare(one, digits, language), language),
      why,
    );
  const noIndex = row.trajectoryIndexReason === 'suppressed' ? true : null;
  const value = row.segmentValueUsd ?? 0;
  // Under disclosure control a share of the district is also hidden where the district's own cell is.
  const noDistrict =
    row.shareOfDistrictSegment === null && row.segmentValueUsd !== null && row.segmentValueUsd > 0
      ? true
      : null;
  return [
    row.rank === null
      ? known(null, { value: null, text: '–' }, noIndex)
      : { value: row.rank, text: String(row.rank) },
    textCell(row.territoryName[language]),
    known(row.trajectoryIndex, numberCell(row.trajectoryIndex, index, language), noIndex),
    known(row.trajectoryIndexLower, textCell(range), noIndex),
    row.segmentValueUsd === null
      ? hidden
      : { value: value / 1000, text: value === 0 ? '–' : formatNumber(value / 1000, 1, language) },
    share(row.shareOfCountryTotal, 1, row.totalSuppressed),
    share(row.segmentShareOfTerritory, 2, row.suppressed ?? row.totalSuppressed),
    row.district === null
      ? { value: null, text: '–' }
      : share(row.shareOfDistrictSegment, 1, row.suppressed ?? noDistrict),
    textCell(verdictText(row, language)),
    row.printed === null
      ? { value: null, text: '–' }
      : { value: row.printed.trajectoryIndex, text: formatNumber(row.printed.trajectoryIndex, 1, language) },
  ];
}

/** Verdict with its reasons in short words: which conditions failed. */
export function verdictText(row: AssessmentRow, language: Language): string {
  const marks = `${row.verdictNear ? ' ≈' : ''}${row.verdictFlips ? ' ±' : ''}`;
  const failed = row.conditions
    .filter((condition) => condition.held === false)
    .map((condition) => conditionText(condition, language));
  const why =
    row.verdict === 'no'
      ? `: ${failed.join(', ')}`
      : row.verdictReason === 'is-reference'
        ? `: ${reasons['is-reference']?.[language]}`
        : '';
  return `${t.verdict[language][row.verdict]}${why}${marks}`;
}

function conditionText(condition: Condition, language: Language): string {
  const opposite = { '>=': '<', '>': '≤', '<=': '>', '<': '≥' }[condition.operator];
  const name = measureNames[condition.measure]?.[language] ?? condition.measure;
  const percent = condition.measure.startsWith('share') || condition.measure.startsWith('segmentShare');
  const digits = (value: number) => (Number.isInteger(value) ? 0 : 1);
  const threshold = percent
    ? `${formatNumber(condition.threshold * 100, digits(condition.threshold * 100), language)} %`
    : formatNumber(condition.threshold, digits(condition.threshold), language);
  return `${name} ${opposite} ${threshold}`;
}
