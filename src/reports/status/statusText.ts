import Table from 'cli-table3';
import type { WorkspaceStatus } from '../../api/workspaceStatus.ts';
import { formatNumber, type Language } from '../../domain/formatNumber.ts';

type Data = WorkspaceStatus['data'];

const t = {
  country: { ru: 'Страна', en: 'Country' },
  state: { ru: 'состояние', en: 'state' },
  of: { ru: 'из', en: 'of' },
  synthetic: { ru: 'СИНТЕТИЧЕСКИЕ ДАННЫЕ', en: 'SYNTHETIC DATA' },
  flows: { export: { ru: 'вывоз', en: 'exports' }, import: { ru: 'ввоз', en: 'imports' } },
  until: { ru: 'Данные по', en: 'Data until' },
  wholeYear: { ru: 'последний полный год', en: 'last whole year' },
  lastImport: { ru: 'Последняя загрузка', en: 'Last import' },
  daysAgo: { ru: 'дней назад', en: 'days ago' },
  unknownTime: {
    ru: 'Время последней загрузки не записано (её сделала прежняя версия).',
    en: 'When the last import was is not recorded (an earlier version made it).',
  },
  disk: { ru: 'На диске', en: 'On the disk' },
  kinds: {
    detail: { ru: 'подробные данные', en: 'detail' },
    quarantine: { ru: 'карантин', en: 'quarantine' },
    cubes: { ru: 'кубы', en: 'cubes' },
  },
  files: { ru: 'файлов', en: 'files' },
  rows: { ru: 'строк', en: 'rows' },
  mb: { ru: 'МБ', en: 'MB' },
  byYear: { ru: 'По годам', en: 'By year' },
  yearHead: {
    ru: ['Поток', 'Год', 'Месяцы', 'Регионов', 'Строк', 'Стоимость', 'Млн долл.', 'Строк без курса'],
    en: ['Flow', 'Year', 'Months', 'Regions', 'Rows', 'Value', 'Million USD', 'Rows without rate'],
  },
  wholeYearRows: { ru: 'год', en: 'year' },
  vintages: { ru: 'Загрузки', en: 'Vintages' },
  vintageHead: {
    ru: [
      '№',
      'Загрузка',
      'Файл',
      'Строк',
      'Карантин',
      'Итоги',
      'Годы',
      'Подробно, МБ',
      'Кубы, МБ',
      'Загружено',
      'Состояние',
    ],
    en: [
      '#',
      'Vintage',
      'File',
      'Rows',
      'Quarantined',
      'Total rows',
      'Years',
      'Detail, MB',
      'Cubes, MB',
      'Imported',
      'State',
    ],
  },
  inForce: { ru: 'действует', en: 'in force' },
  replaced: { ru: 'заменена на', en: 'replaced by' },
} as const;

const plain = { style: { head: [], border: [], compact: true } };

/** What a workspace holds, for the terminal: freshness, sizes, coverage by year, vintages. */
export function statusText({ data }: WorkspaceStatus, language: Language): string {
  const synthetic = data.synthetic ? `, ${t.synthetic[language]}` : '';
  return [
    `${t.country[language]}: ${data.country} (${t.state[language]} ${data.state} ${t.of[language]} ${data.states}${synthetic})`,
    ...freshnessLines(data, language),
    diskLine(data, language),
    '',
    t.byYear[language],
    yearTable(data, language),
    '',
    t.vintages[language],
    vintageTable(data, language),
    '',
  ].join('\n');
}

function freshnessLines({ freshness }: Data, language: Language): readonly string[] {
  const periods = freshness.lastPeriods.map(({ flow, period, wholeYear }) => {
    const whole = wholeYear === null ? '' : ` (${t.wholeYear[language]} ${wholeYear})`;
    return `${t.flows[flow][language]} ${period}${whole}`;
  });
  const { lastImportAt, lastImportDays } = freshness;
  return [
    `${t.until[language]}: ${periods.join('; ')}`,
    lastImportAt === null
      ? t.unknownTime[language]
      : `${t.lastImport[language]}: ${timeText(lastImportAt)} UTC (${t.daysAgo[language]}: ${lastImportDays})`,
  ];
}

/** @example timeText('2026-11-24T23:05:10.123Z') // '2026-11-24 23:05' */
function timeText(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ');
}

function diskLine({ files, bytes, stored }: Data, language: Language): string {
  const sizeOf = (mine: Data['stored']) => ({
    files: mine.reduce((sum, one) => sum + one.files, 0),
    rows: mine.reduce((sum, one) => sum + one.rows, 0),
    bytes: mine.reduce((sum, one) => sum + one.bytes, 0),
  });
  const text = (name: string, size: { files: number; rows?: number; bytes: number }) =>
    `${name} ${megabytes(size.bytes, language)} ${t.mb[language]} (${[
      `${t.files[language]} ${formatNumber(size.files, 0, language)}`,
      ...(size.rows === undefined ? [] : [`${t.rows[language]} ${formatNumber(size.rows, 0, language)}`]),
    ].join(', ')})`;
  const kinds = (['detail', 'cubes', 'quarantine'] as const).flatMap((kind) => {
    const mine = stored.filter((one) =>
      kind === 'cubes' ? one.kind.startsWith('cube_') : one.kind === kind,
    );
    return mine.length === 0 ? [] : [text(t.kinds[kind][language], sizeOf(mine))];
  });
  return `${text(`${t.disk[language]}:`, { files, bytes })}: ${kinds.join('; ')}`;
}

function yearTable({ coverage }: Data, language: Language): string {
  const table = new Table({
    ...plain,
    head: [...t.yearHead[language]],
    colAligns: ['left', 'right', 'left', 'right', 'right', 'right', 'right', 'right'],
  });
  for (const one of coverage)
    table.push([
      t.flows[one.flow][language],
      one.year,
      one.months.includes(0) ? t.wholeYearRows[language] : ranges(one.months),
      one.regions,
      formatNumber(one.rows, 0, language),
      one.values.map((sum) => `${formatNumber(sum.value, 0, language)} ${sum.currency}`).join(' + '),
      one.valueUsd === null ? '–' : formatNumber(one.valueUsd / 1e6, 1, language),
      one.rowsWithoutRate === 0 ? '' : formatNumber(one.rowsWithoutRate, 0, language),
    ]);
  return table.toString();
}

/** @example ranges([1, 2, 3, 5]) // '1–3, 5' */
function ranges(months: readonly number[]): string {
  const found: [number, number][] = [];
  for (const month of months) {
    const last = found.at(-1);
    if (last !== undefined && last[1] === month - 1) last[1] = month;
    else found.push([month, month]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

function vintageTable({ vintages }: Data, language: Language): string {
  const table = new Table({
    ...plain,
    head: t.vintageHead[language].map((heading) => heading.replace(', ', ',\n')),
    colAligns: ['right', 'left', 'left', 'right', 'right', 'right', 'left', 'right', 'right', 'left', 'left'],
  });
  for (const one of vintages) {
    const years = [...new Set(one.years.map((slice) => slice.year))].sort((a, b) => a - b);
    table.push([
      one.state,
      one.vintage,
      one.file,
      formatNumber(one.rowsKept, 0, language),
      formatNumber(one.rowsQuarantined, 0, language),
      formatNumber(one.rowsTotalRows, 0, language),
      years.length <= 1 ? String(years[0] ?? '') : `${years[0]}–${years.at(-1)}`,
      megabytes(one.detailBytes, language),
      megabytes(one.cubeBytes, language),
      one.importedAt === null ? '–' : timeText(one.importedAt),
      one.replacedBy === null ? t.inForce[language] : `${t.replaced[language]} ${one.replacedBy}`,
    ]);
  }
  return table.toString();
}

/** Bytes as millions, small ones to a thousand. */
function megabytes(bytes: number, language: Language): string {
  return formatNumber(bytes / 1e6, bytes < 10e6 ? 3 : 1, language);
}

/** Coverage as flat rows, one for each flow, year and currency. */
export function coverageRows({ data }: WorkspaceStatus): readonly Readonly<Record<string, unknown>>[] {
  return data.coverage.flatMap((one) =>
    one.values.map(({ currency, value }, place) => ({
      flow: one.flow,
      year: one.year,
      months: one.months.join(' '),
      missingMonths: one.missingMonths.join(' '),
      regions: one.regions,
      currency,
      value,
      // Of all currencies together: once, so that a column adds up.
      rows: place === 0 ? one.rows : null,
      valueUsd: place === 0 ? one.valueUsd : null,
      rowsWithoutRate: place === 0 ? one.rowsWithoutRate : null,
    })),
  );
}
