import type { ImportSettings } from '../../../api/importSettings.ts';
import type { ImportPreview } from '../../../api/imports.ts';
import type { ColumnMeaning } from '../../../domain/columnMeanings.ts';

type Mapping = NonNullable<ImportSettings['mapping']>;

/** Names of fields of a mapping that differ from those of the meanings. */
const fieldOf: Partial<Record<ColumnMeaning, string>> = { net_weight: 'netWeight' };
/** Two ways to tell the same: one takes the place of the other. */
const instead: Partial<Record<ColumnMeaning, readonly ColumnMeaning[]>> = {
  period: ['year', 'month'],
  year: ['period'],
  month: ['period'],
};

/** Settings in which a column holds something else than before; null: nothing that is read. */
export function withMeaning(
  { data }: ImportPreview,
  settings: ImportSettings,
  column: string,
  meaning: ColumnMeaning | null,
): ImportSettings {
  const before = data.columns.find((one) => one.name === column)?.meaning ?? null;
  if (data.source === 'table') {
    const mapping = data.mapping ?? {};
    return { ...settings, source: 'table', mapping: withColumn(mapping, column, before, meaning) };
  }
  const columns: Partial<Record<ColumnMeaning, string>> = { ...settings.columns };
  // An empty name says that no column holds it, also where one is called so.
  if (before !== null) columns[before] = '';
  if (meaning !== null) columns[meaning] = column;
  return { ...settings, source: data.source, columns };
}

function withColumn(
  mapping: Mapping,
  column: string,
  before: ColumnMeaning | null,
  meaning: ColumnMeaning | null,
): Mapping {
  const columns = { ...((mapping.columns ?? {}) as Record<string, string>) };
  const drop = (one: ColumnMeaning) => delete columns[fieldOf[one] ?? one];
  if (before !== null) drop(before);
  if (meaning !== null) {
    for (const other of instead[meaning] ?? []) drop(other);
    columns[fieldOf[meaning] ?? meaning] = column;
  }
  return { ...mapping, columns };
}
