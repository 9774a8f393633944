import Table from 'cli-table3';
import type { Compaction } from '../api/compaction.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';

const t = {
  nothing: {
    ru: 'Уплотнять нечего: мелких файлов одного потока и года не больше одного.',
    en: 'There is nothing to compact: of no flow and year there is more than one small file.',
  },
  head: {
    ru: ['Поток', 'Год', 'Файлов', 'Загрузок', 'Строк', 'Было, МБ', 'Стало, МБ'],
    en: ['Flow', 'Year', 'Files', 'Vintages', 'Rows', 'Before, MB', 'After, MB'],
  },
  flows: { export: { ru: 'вывоз', en: 'exports' }, import: { ru: 'ввоз', en: 'imports' } },
} as const;

function cubesText(count: number, language: Language): string {
  if (count === 0) return '';
  return language === 'ru'
    ? ` Недостававших малых кубов: ${count}.`
    : ` Small cubes that were not there: ${count}.`;
}

/** What a compaction put together, or would. */
export function compactionText({ data }: Compaction, language: Language): string {
  if (data.merged.length === 0) return `${t.nothing[language]}${cubesText(data.cubesMade, language)}\n`;
  const megabytes = (bytes: number) => formatNumber(bytes / 1e6, bytes < 10e6 ? 3 : 1, language);
  const table = new Table({
    head: [...t.head[language]],
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const places = new Map(data.merged.map(({ flow, year }) => [`${flow} ${year}`, { flow, year }]));
  for (const { flow, year } of places.values()) {
    const mine = data.merged.filter((one) => one.flow === flow && one.year === year);
    const detail = mine.filter((one) => one.kind === 'detail');
    const after = mine.map((one) => one.bytesAfter ?? Number.NaN);
    table.push([
      t.flows[flow][language],
      year,
      `${sum(mine.map((one) => one.files))} → ${mine.length}`,
      sum(detail.map((one) => one.vintages)),
      formatNumber(sum(detail.map((one) => one.rows)), 0, language),
      megabytes(sum(mine.map((one) => one.bytesBefore))),
      data.dryRun ? '–' : megabytes(sum(after)),
    ]);
  }
  const ru = language === 'ru';
  const { cubesMade, filesBefore, filesAfter, bytesBefore, bytesAfter, dryRun } = data;
  const files = `${filesBefore} → ${filesAfter}`;
  const size =
    bytesAfter === null
      ? ''
      : `${ru ? '; размер' : '; size'} ${megabytes(bytesBefore)} → ${megabytes(bytesAfter)} ${ru ? 'МБ' : 'MB'}`;
  const head = dryRun ? (ru ? 'Будет: файлов' : 'Would be: files') : ru ? 'Файлов' : 'Files';
  const kept = ru ? 'Состояния, загрузки и строки прежние.' : 'States, vintages and rows are what they were.';
  return `${table.toString()}\n${head} ${files}${size}. ${kept}${cubesText(cubesMade, language)}\n`;
}
