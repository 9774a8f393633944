import type { Path, PathBreak, PathDirection, PathPoint, Trajectory } from '../api/trajectory.ts';
import {
  formatAgainst,
  formatNumber,
  formatShare,
  formatSmall,
  type Language,
} from '../domain/formatNumber.ts';
import { t as assessmentTexts } from './assessmentTables.ts';
import { reasons } from './reasons.ts';
import { noValue, numberCell, type ReportCell, type ReportTable, textCell } from './reportTable.ts';

const t = {
  path: { ru: 'путь', en: 'path' },
  paths: { ru: 'Регионы по направлению', en: 'Regions by direction' },
  points: {
    ru: [
      'Год',
      'Индекс T',
      'границы T',
      'Объём, тыс. долл.',
      'Доля в сегменте страны, %',
      'Доля сегмента в вывозе, %',
      'Место',
      'Вердикт',
      'Разрывы',
    ],
    en: [
      'Year',
      'Index T',
      'range of T',
      'Value, thousand USD',
      'Share of country segment, %',
      "Segment's share, %",
      'Rank',
      'Verdict',
      'Breaks',
    ],
  },
  ranking: {
    ru: [
      '№',
      'Регион',
      'Направление T',
      'в год, %',
      'интервал 90 %, %',
      'T в начале',
      'T в конце',
      'Лет',
      'Доля в вывозе региона',
      'Отклонение σ',
    ],
    en: [
      '#',
      'Region',
      'Direction of T',
      'a year, %',
      '90 % interval, %',
      'first T',
      'last T',
      'Years',
      "Segment's share",
      'Deviation σ',
    ],
  },
  direction: {
    ru: { rising: 'растёт', falling: 'падает', stable: 'устойчиво', volatile: 'колеблется' },
    en: { rising: 'rising', falling: 'falling', stable: 'stable', volatile: 'volatile' },
  },
  measure: {
    ru: {
      trajectoryIndex: 'Индекс T',
      shareOfCountrySegment: 'Доля в вывозе сегмента страной',
      segmentShareOfTerritory: 'Доля сегмента в вывозе территории',
    },
    en: {
      trajectoryIndex: 'Index T',
      shareOfCountrySegment: "Share in the country's exports of the segment",
      segmentShareOfTerritory: "Segment's share in the territory's exports",
    },
  },
  of: { ru: 'из', en: 'of' },
  breaks: { ru: 'Разрывы ряда', en: 'Breaks' },
  flips: {
    ru: '± — направление меняется между границами перечня',
    en: '± : the direction differs between the bounds of the list',
  },
} as const;

/** One path in full where few territories are asked for, else a ranking by direction for each segment. */
export function trajectoryTables(
  answer: Trajectory,
  language: Language,
  limit: number,
  ids: boolean,
): readonly ReportTable[] {
  const territories = new Set(answer.data.map((path) => path.territory));
  const asked = (answer.manifest.options as { territories?: unknown }).territories !== undefined;
  if (asked) return answer.data.map((path) => pathTable(path, language, ids));
  const segments = [...new Set(answer.data.map((path) => path.segment))];
  return segments.map((segment) =>
    rankingTable(
      answer.data.filter((path) => path.segment === segment),
      language,
      Math.min(limit, territories.size),
      ids,
    ),
  );
}

/** A row for each year of each path, with the direction of the index beside. */
export function trajectoryRows(answer: Trajectory): readonly Readonly<Record<string, unknown>>[] {
  return answer.data.flatMap((path) => {
    const direction = indexDirection(path);
    return path.points.map(({ id, year, editions, ...figures }) => ({
      id,
      level: path.level,
      year,
      segment: path.segment,
      segmentName: path.segmentName,
      territory: path.territory,
      territoryName: path.territoryName,
      editions: editions.join(' '),
      ...figures,
      breaks: path.breaks
        .filter((one) => one.year === year)
        .map((one) => one.kind)
        .join(' '),
      pathId: path.id,
      place: path.place,
      direction: direction?.direction ?? null,
      directionReason: direction?.reason ?? null,
      growthPerYear: direction?.growthPerYear ?? null,
      growthLower: direction?.growthLower ?? null,
      growthUpper: direction?.growthUpper ?? null,
      residualDeviation: direction?.residualDeviation ?? null,
    }));
  });
}

function indexDirection(path: Path): PathDirection | undefined {
  return path.directions.find((one) => one.measure === 'trajectoryIndex');
}

const index = (value: number, language: Language) =>
  value === 0 ? '0' : value < 0.05 ? formatSmall(value, language) : formatAgainst(value, 2, 1, language);
const percent = (value: number, digits: number, language: Language) =>
  formatNumber(value * 100, digits, language);

function pathTable(path: Path, language: Language, ids: boolean): ReportTable {
  const kinds = path.breaks.map((one) => one.year);
  const isTraded = path.points.some((point) => point.segmentValueUsd !== 0);
  return {
    title: path.segmentName[language],
    subtitle: `${path.territoryName[language]}, ${path.period}`,
    columns: [...t.points[language], ...(ids ? ['id'] : [])].map((heading, place) => ({
      heading,
      align: place >= 7 ? ('left' as const) : ('right' as const),
    })),
    rows: (isTraded ? path.points : []).map((point) => [
      ...pointCells(point, language),
      textCell(
        kinds.includes(point.year)
          ? `◂ ${path.breaks
              .filter((one) => one.year === point.year)
              .map((one) => one.message[language])
              .join('; ')}`
          : '',
      ),
      ...(ids ? [textCell(point.id)] : []),
    ]),
    notes: !isTraded
      ? []
      : [
          ...path.directions.map((one) => directionLine(one, path, language)),
          ...otherBreaks(path, language),
          ...(path.directions.some(flips) ? [t.flips[language]] : []),
          ...undefinedNotes(path.points, language),
        ],
  };
}

function pointCells(point: PathPoint, language: Language): readonly ReportCell[] {
  const { trajectoryIndexLower: lower, trajectoryIndexUpper: upper } = point;
  const range =
    lower === null || upper === null
      ? '…'
      : lower === upper
        ? '='
        : `${index(lower, language)}–${index(upper, language)}`;
  const share = (value: number | null) => numberCell(value, (one) => formatShare(one, 2, language), language);
  return [
    { value: point.year, text: String(point.year) },
    numberCell(point.trajectoryIndex, (value) => index(value, language), language),
    textCell(range),
    numberCell(
      point.segmentValueUsd === null ? null : point.segmentValueUsd / 1000,
      (value) => formatNumber(value, 1, language),
      language,
    ),
    share(point.shareOfCountrySegment),
    share(point.segmentShareOfTerritory),
    point.rank === null
      ? { value: null, text: '–' }
      : { value: point.rank, text: `${point.rank} ${t.of[language]} ${point.ranked}` },
    textCell(assessmentTexts.verdict[language][point.verdict]),
  ];
}

/** A direction in words, with the numbers that it rests on. */
function directionLine(one: PathDirection, path: Path, language: Language): string {
  const name = t.measure[language][one.measure];
  if (
    one.direction === null ||
    one.growthPerYear === null ||
    one.growthLower === null ||
    one.growthUpper === null
  ) {
    const why = one.reason === null ? noValue[language] : (reasons[one.reason]?.[language] ?? one.reason);
    const none = language === 'ru' ? 'направления нет' : 'no direction';
    return `${name}: ${none} (${why}${one.reason === 'too-few-years' ? `: ${one.years}` : ''})${leftOut(one, language)}`;
  }
  const [first, last] = [path.points[0]?.year ?? '', path.points.at(-1)?.year ?? ''];
  const interval = `${percent(one.growthLower, 1, language)} … ${percent(one.growthUpper, 1, language)} %`;
  const growth = percent(one.growthPerYear, 1, language);
  const sigma = formatNumber(one.residualDeviation ?? 0, 3, language);
  const text =
    language === 'ru'
      ? `${name}: ${t.direction.ru[one.direction]}${flips(one) ? ' ±' : ''}. В среднем ${growth} % в год (90-процентный интервал ${interval}), отклонение от тренда σ = ${sigma}, ${first}–${last}, лет в расчёте: ${one.years}`
      : `${name}: ${t.direction.en[one.direction]}${flips(one) ? ' ±' : ''}. On average ${growth} % a year (90 % interval ${interval}), deviation from the trend σ = ${sigma}, ${first}–${last}, years used: ${one.years}`;
  return `${text}${leftOut(one, language)}`;
}

function leftOut(one: PathDirection, language: Language): string {
  const parts = [
    ...(one.zeroYears.length === 0
      ? []
      : [
          `${language === 'ru' ? 'вне расчёта годы с нулём' : 'years of 0 left out'}: ${one.zeroYears.join(', ')}`,
        ]),
    ...(one.undefinedYears.length === 0
      ? []
      : [`${language === 'ru' ? 'не определено' : 'undefined in'}: ${one.undefinedYears.join(', ')}`]),
  ];
  return parts.length === 0 ? '' : `; ${parts.join('; ')}`;
}

function flips(one: PathDirection): boolean {
  return [one.directionLower, one.directionUpper].some((bound) => bound !== null && bound !== one.direction);
}

function breakText(one: PathBreak, language: Language): string {
  return one.kind === 'no-rate' ? one.message[language] : `${one.year}: ${one.message[language]}`;
}

/** Breaks of years that have no row of their own. */
function otherBreaks(path: Path, language: Language): readonly string[] {
  const shown = new Set(path.points.map((point) => point.year));
  const rest = path.breaks.filter((one) => !shown.has(one.year));
  return rest.length === 0
    ? []
    : [`${t.breaks[language]}: ${rest.map((one) => breakText(one, language)).join('; ')}`];
}

function undefinedNotes(points: readonly PathPoint[], language: Language): readonly string[] {
  const why = new Set(
    points
      .flatMap((point) => [
        point.trajectoryIndexReason,
        point.boundsReason === null ? null : `… ${point.boundsReason}`,
      ])
      .filter((reason) => reason !== null),
  );
  return [...why].map((reason) => {
    const isRange = reason.startsWith('… ');
    const words = reasons[reason.replace('… ', '')]?.[language] ?? reason;
    return `${isRange ? '…' : noValue[language]}: ${words}`;
  });
}

function rankingTable(paths: readonly Path[], language: Language, limit: number, ids: boolean): ReportTable {
  const traded = paths.filter((path) => path.points.some((point) => (point.segmentValueUsd ?? 0) > 0));
  const sorted = [...traded].sort(
    (a, b) => (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY),
  );
  const shown = sorted.slice(0, limit);
  const counts = (['rising', 'stable', 'volatile', 'falling'] as const).map(
    (name) =>
      `${t.direction[language][name]} ${traded.filter((path) => indexDirection(path)?.direction === name).length}`,
  );
  const none = traded.filter((path) => indexDirection(path)?.direction == null).length;
  const breaks = paths[0]?.breaks.filter((one) => one.kind !== 'district-members') ?? [];
  const common = breaks.filter((one) =>
    paths.every((path) => path.breaks.some((other) => other.year === one.year && other.kind === one.kind)),
  );
  return {
    title: paths[0]?.segmentName[language] ?? '',
    subtitle: `${t.paths[language]}, ${paths[0]?.period ?? ''}`,
    columns: [...t.ranking[language], ...(ids ? ['id'] : [])].map((heading, place) => ({
      heading,
      align:
        place === 1 || place === 2 || place === 8 || place === 10 ? ('left' as const) : ('right' as const),
    })),
    rows: shown.map((path) => [...rankingCells(path, language), ...(ids ? [textCell(path.id)] : [])]),
    notes: [
      ...(traded.length > shown.length
        ? [`${assessmentTexts.more[language]}${traded.length - shown.length}${assessmentTexts.all[language]}`]
        : []),
      `${counts.join(', ')}${none === 0 ? '' : `, ${language === 'ru' ? 'без направления' : 'without direction'} ${none}`}`,
      ...(traded.some((path) => path.directions.some(flips)) ? [t.flips[language]] : []),
      ...(common.length === 0
        ? []
        : [`${t.breaks[language]}: ${common.map((one) => breakText(one, language)).join('; ')}`]),
    ],
  };
}

function rankingCells(path: Path, language: Language): readonly ReportCell[] {
  const one = indexDirection(path);
  const share = path.directions.find((other) => other.measure === 'segmentShareOfTerritory');
  const used = path.points.filter((point) => point.trajectoryIndex !== null);
  const name = (direction: PathDirection | undefined) =>
    direction?.direction == null
      ? `– ${direction?.reason == null ? '' : (reasons[direction.reason]?.[language] ?? direction.reason)}`
      : `${t.direction[language][direction.direction]}${flips(direction) ? ' ±' : ''}`;
  const number = (value: number | null | undefined, text: (value: number) => string) =>
    numberCell(value ?? null, text, language);
  const pair =
    one?.growthLower == null || one.growthUpper === null
      ? '–'
      : `${percent(one.growthLower, 1, language)} … ${percent(one.growthUpper, 1, language)}`;
  return [
    path.place === null ? { value: null, text: '–' } : { value: path.place, text: String(path.place) },
    textCell(path.territoryName[language]),
    textCell(name(one)),
    number(one?.growthPerYear, (value) => percent(value, 1, language)),
    textCell(pair),
    number(used[0]?.trajectoryIndex, (value) => index(value, language)),
    number(used.at(-1)?.trajectoryIndex, (value) => index(value, language)),
    { value: one?.years ?? 0, text: String(one?.years ?? 0) },
    textCell(name(share)),
    number(one?.residualDeviation, (value) => formatNumber(value, 3, language)),
  ];
}
