import Table from 'cli-table3';
import type { PruningAnswer, VintageDiff, VintageList } from '../../api/vintages.ts';
import { formatNumber, type Language } from '../../domain/formatNumber.ts';

const t = {
  list: {
    ru: ['№', 'Загрузка', 'Файл', 'Строк', 'Стоимость', 'Годы', 'Состояние'],
    en: ['#', 'Vintage', 'File', 'Rows', 'Value', 'Years', 'State'],
  },
  inForce: { ru: 'действует', en: 'in force' },
  replaced: { ru: 'заменена загрузкой', en: 'replaced by' },
  corrects: { ru: 'исправляет часть', en: 'corrects a part of' },
  none: { ru: 'Загрузок нет.', en: 'There are no vintages.' },
  same: { ru: 'Состояния не различаются.', en: 'The states do not differ.' },
  diff: {
    ru: ['Поток', 'Год', 'Что', 'Строк A', 'Строк B', 'A', 'B', 'Разность'],
    en: ['Flow', 'Year', 'What', 'Rows A', 'Rows B', 'A', 'B', 'Difference'],
  },
  totals: { ru: 'По годам', en: 'By year' },
  regions: { ru: 'По регионам', en: 'By region' },
  products: { ru: 'По товарам', en: 'By product' },
  cells: { ru: 'Регион и товар', en: 'Region and product' },
  more: { ru: 'ещё', en: 'more' },
} as const;

const shown = 15;

/** The states of a workspace as a table. */
export function vintageListText(answer: VintageList, language: Language): string {
  if (answer.data.length === 0) return `${t.none[language]}\n`;
  const table = new Table({
    head: [...t.list[language]],
    colAligns: ['right', 'left', 'left', 'right', 'right', 'left', 'left'],
    style: { head: [], border: [], compact: true },
  });
  for (const row of answer.data) {
    const years = [...new Set(row.years.map((one) => one.year))];
    const span = years.length === 1 ? String(years[0]) : `${years[0]}–${years.at(-1)}`;
    const state =
      row.replacedBy !== null
        ? `${t.replaced[language]} ${row.replacedBy}`
        : row.supersedes > 0
          ? `${t.inForce[language]}, ${t.corrects[language]} ${row.replaces}`
          : t.inForce[language];
    table.push([
      row.state,
      row.vintage,
      row.file,
      formatNumber(row.rows, 0, language),
      `${formatNumber(row.value, 0, language)} ${row.currency}`,
      span,
      state,
    ]);
  }
  return `${table.toString()}\n`;
}

/** What changed between two states: by year, region, product, cell. */
export function vintageDiffText(answer: VintageDiff, language: Language): string {
  const { totals, regions, products, cells, cellCount } = answer.data;
  const about = `A: ${answer.manifest.a.join(', ')}\nB: ${answer.manifest.b.join(', ')}\n`;
  if (cellCount === 0) return `${about}${t.same[language]}\n`;
  return [
    about,
    section(t.totals[language], totals, () => '', totals.length, language),
    section(t.regions[language], regions, (one) => one.regionName[language], regions.length, language),
    section(t.products[language], products, (one) => one.product, products.length, language),
    section(
      t.cells[language],
      cells,
      (one) => `${one.regionName[language]} · ${one.product}`,
      cellCount,
      language,
    ),
  ].join('\n');
}

type Change = VintageDiff['data']['totals'][number];

function section<Row extends Change>(
  title: string,
  rows: readonly Row[],
  what: (row: Row) => string,
  all: number,
  language: Language,
): string {
  const table = new Table({
    head: [...t.diff[language]],
    colAligns: ['left', 'right', 'left', 'right', 'right', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  });
  const flows = { export: { ru: 'вывоз', en: 'exports' }, import: { ru: 'ввоз', en: 'imports' } } as const;
  for (const row of rows.slice(0, shown)) {
    const value = (amount: number) => formatNumber(amount, 2, language);
    table.push([
      flows[row.flow][language],
      row.year,
      what(row),
      formatNumber(row.rowsA, 0, language),
      formatNumber(row.rowsB, 0, language),
      `${value(row.valueA)} ${row.currency}`,
      value(row.valueB),
      value(row.difference),
    ]);
  }
  const left = all - Math.min(rows.length, shown);
  return `${title}\n${table.toString()}\n${left > 0 ? `… ${t.more[language]} ${left}\n` : ''}`;
}

/** What a pruning removed, or would. */
export function pruningText(answer: PruningAnswer, language: Language): string {
  const { vintages, files, bytes, dryRun } = answer.data;
  const size = formatNumber(bytes / 1e6, 1, language);
  const ru = language === 'ru';
  const head = dryRun
    ? ru
      ? `Будет убрано: загрузок ${vintages.length}, файлов ${files.length}, ${size} МБ. Действующие данные не изменятся.`
      : `To be removed: ${vintages.length} vintages, ${files.length} files, ${size} MB. What is in force does not change.`
    : ru
      ? `Убрано: загрузок ${vintages.length}, файлов ${files.length}, ${size} МБ.`
      : `Removed: ${vintages.length} vintages, ${files.length} files, ${size} MB.`;
  const list = vintages.map(
    (one) => `    ${one.vintage} ${one.file} (${t.replaced[language]} ${one.replacedBy})`,
  );
  return `${[head, ...list].join('\n')}\n`;
}
