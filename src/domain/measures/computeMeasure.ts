import { TrajectaError } from '../trajectaError.ts';
import { type MeasureContext, measureContext } from './measureContext.ts';
import type { MeasureDefinition } from './measureDefinition.ts';
import { type MeasuredRow, type MeasuredTable, rowsOf } from './measuredTable.ts';
import type { MeasureOptions } from './measureOptions.ts';
import { missingColumns, periodsOf, type TradeColumns } from './tradeColumns.ts';

export interface MeasurePart {
  /** null: the table has one period, or the measure spans them. */
  readonly period: string | null;
  readonly context: MeasureContext;
  readonly table: MeasuredTable;
}

/**
 * A measure over a table in columns: one part, or, where the table has several periods and the measure is of one, a part
 * for each. Throws `missing-column` naming the columns that it needs and the table does not have, `bad-option` naming
 * the look-up tables that it needs.
 * @example computeMeasure(findMeasure('hhi'), tradeColumnsOf({ region: ['A'], product: ['x'], value: [1] }))[0].table.values[0] // 1
 */
export function computeMeasure(
  measure: MeasureDefinition,
  columns: TradeColumns,
  options: MeasureOptions = {},
): readonly MeasurePart[] {
  const over = options.over ?? 'product';
  const lines = measure.options.includes('over') && !measure.needs.includes('product') ? over.split('-') : [];
  const needed = [...measure.needs, ...(lines as ('product' | 'partner')[])];
  const missing = missingColumns(columns, needed);
  if (missing.length > 0) {
    const example = missing.map((name) => `${name}=…`).join(',');
    throw new TrajectaError('missing-column', {
      ru: `Мере ${measure.id} нужны столбцы ${[...needed, 'value'].join(', ')}; не хватает: ${missing.join(', ')}. Назовите их: --columns …,${example}.`,
      en: `The measure ${measure.id} needs the columns ${[...needed, 'value'].join(', ')}; missing: ${missing.join(', ')}. Name them: --columns …,${example}.`,
    });
  }
  const byRpop = measure.options.includes('presenceBy') && (options.presenceBy ?? 'rca') !== 'rca';
  const required = [...measure.requires, ...(byRpop ? (['population'] as const) : [])];
  const absent = required.filter((name) => options[name] === undefined);
  if (absent.length > 0) {
    const example = absent.map((name) => `--${name} FILE`).join(' ');
    throw new TrajectaError('bad-option', {
      ru: `Мере ${measure.id} нужна таблица: ${absent.join(', ')}. Задайте: ${example} (столбцы: код; значение).`,
      en: `The measure ${measure.id} needs a table: ${absent.join(', ')}. Give it: ${example} (columns: code and value).`,
    });
  }
  const part = (period: string | null): MeasurePart => {
    const context = measureContext(columns, period === null ? options : { ...options, period });
    return { period, context, table: measure.compute(context) };
  };
  const periods = measure.needs.includes('period') || options.period !== undefined ? [] : periodsOf(columns);
  return periods.length > 1 ? periods.map(part) : [part(null)];
}

/**
 * The same as rows: names, `value`, and `reason` where there is none; with `period` where there are several.
 * @example measureRows(findMeasure('hhi'), tradeColumnsOf({ region: ['A'], product: ['x'], value: [1] })) // [{ region: 'A', value: 1 }]
 */
export function measureRows(
  measure: MeasureDefinition,
  columns: TradeColumns,
  options: MeasureOptions = {},
): readonly MeasuredRow[] {
  const parts = computeMeasure(measure, columns, options);
  return parts.flatMap(({ period, table }) =>
    period === null ? rowsOf(table) : rowsOf(table).map((row) => ({ period, ...row })),
  );
}
