import type { ExampleRow, QualityFinding, QualityItem, ResolvedQualityOptions } from '../../api/check.ts';
import type { Severity } from '../../domain/finding.ts';
import { qualityCheck } from '../../domain/quality/qualityChecks.ts';
import type { SqlRow } from '../../store/engine.ts';
import { exampleRows } from '../../store/queries/quality/exampleRows.ts';
import type { Slice } from '../../store/queries/quality/slice.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';

/** What every quality question of one flow is asked with. */
export interface QualityContext {
  readonly workspace: WorkspaceReader;
  readonly slice: Slice;
  readonly options: ResolvedQualityOptions;
  /** Years that the flow has data of, within the slice. */
  readonly years: readonly number[];
}

/** A row of the detail as an example, with words of its own on what is wrong with it. */
export function exampleOf(
  { workspace }: QualityContext,
  row: SqlRow,
  what: string = exampleText(row),
): ExampleRow {
  const vintage = String(row.vintage);
  const file = workspace.inputs.find((input) => input.vintage === vintage)?.file ?? String(row.file);
  return { file, vintage, row: Number(row.row_number), text: what };
}

/** Period, region, code, partner and the three measures of a row. */
export function exampleText(row: SqlRow): string {
  const month = Number(row.month) === 0 ? '' : `-${String(row.month).padStart(2, '0')}`;
  const parts = [
    `${row.year}${month}`,
    row.region,
    row.line,
    row.partner,
    `${row.value} ${row.currency}`,
    row.net_weight_kg === null ? '' : `${row.net_weight_kg} kg`,
    row.quantity === null || row.unit === '' ? '' : `${row.quantity} ${row.unit}`,
  ];
  return parts.filter((part) => part !== '' && part !== null).join(' · ');
}

/** Rows that meet a condition, as examples, the largest value first. */
export async function examplesWhere(
  context: QualityContext,
  condition: string,
  limit = context.options.examples,
): Promise<readonly ExampleRow[]> {
  if (limit === 0) return [];
  const rows = await context.workspace.engine.query(exampleRows(context.slice, condition, limit));
  return rows.map((row) => exampleOf(context, row));
}

export interface FindingParts {
  readonly severity: Severity;
  readonly items: readonly QualityItem[];
  /** All items, where `items` holds fewer. */
  readonly itemCount?: number;
  readonly count: number | null;
  readonly valueUsd: number | null;
  readonly share?: number | null;
  readonly examples?: readonly ExampleRow[];
}

/** A finding of a check: names from the registry, items cut to what was asked for. */
export function findingOf(context: QualityContext, id: string, parts: FindingParts): QualityFinding {
  const check = qualityCheck(id);
  return {
    code: id,
    group: check.group,
    severity: parts.severity,
    name: { ...check.name },
    meaning: { ...check.meaning },
    flow: context.slice.flow,
    count: parts.count,
    valueUsd: parts.valueUsd,
    share: parts.share ?? null,
    items: parts.items.slice(0, Math.max(context.options.examples, 1)),
    itemCount: parts.itemCount ?? parts.items.length,
    examples: [...(parts.examples ?? [])].slice(0, context.options.examples),
  };
}

/** A dollar value of an answer: null where no row of it has a rate. */
export function dollars(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

export function shareOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : part / whole;
}

/** Sum of what has a value; null where nothing has. */
export function sumOf(values: readonly (number | null)[]): number | null {
  const present = values.filter((value) => value !== null);
  return present.length === 0 ? null : present.reduce((sum, value) => sum + value, 0);
}

/** Name of a region in both languages, or its code. */
export function regionName(workspace: WorkspaceReader, id: string): { ru: string; en: string } {
  const reserved: Readonly<Record<string, { ru: string; en: string }>> = {
    'not-stated': { ru: 'регион не указан', en: 'region not stated' },
    'not-disclosed': { ru: 'регион не раскрыт', en: 'region not disclosed' },
  };
  return (
    workspace.territories.territories.find((one) => one.id === id)?.name ?? reserved[id] ?? { ru: id, en: id }
  );
}

/** Rows by a key, in the order in which keys first occur. */
export function groupedBy<Row>(
  rows: readonly Row[],
  key: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const known = groups.get(key(row));
    if (known === undefined) groups.set(key(row), [row]);
    else known.push(row);
  }
  return groups;
}
