import type { HsEdition } from '../../domain/edition.ts';
import type { Bound } from '../../domain/highTechnologyList.ts';
import type { MeasureDefinition } from '../../domain/measures/measureDefinition.ts';
import { codedColumn, type TradeColumns } from '../../domain/measures/tradeColumns.ts';
import type { Segment } from '../../domain/segmentSystem.ts';
import type { CodeSelection, EditionList } from '../lists/editionList.ts';
import type { WorkspaceRow } from '../measures/workspaceColumns.ts';
import type { PreparedAssessment } from '../prepareAssessment.ts';

export type Digits = 2 | 4 | 6;

/** The table that a measure is computed on, and the base of its shares where the table does not hold all of it. */
export interface MeasureTable {
  readonly columns: TradeColumns;
  readonly base: {
    /** What each row counts in the base. */
    readonly ofRow: Float64Array;
    /** What each region has in the base outside the table. */
    readonly rest: ReadonlyMap<string, number>;
  } | null;
}

/**
 * Rows of the workspace as the table of a measure: those of the list, each with the part of it that counts; codes cut to
 * so many digits. `base` null: the base is the table.
 */
export function measureTable(
  measure: MeasureDefinition,
  rows: readonly WorkspaceRow[],
  question: {
    /** In the order of the answer; those without anything of the list stay: their value is undefined with a reason. */
    readonly regions: readonly string[];
    /** null: products are not told apart. */
    readonly digits: Digits | null;
    readonly list: EditionList | null;
    readonly base: {
      readonly list: EditionList | null;
      readonly of: (region: string) => number;
    } | null;
    readonly partner: boolean;
  },
): MeasureTable {
  const { list, base, regions, digits } = question;
  const place = new Map(regions.map((region, at) => [region, at]));
  const weightOf = list === null ? () => 1 : weigher(list);
  const baseWeightOf = base === null || base.list === null ? () => 1 : weigher(base.list);
  const counted = rows
    .filter((row) => place.has(row.region))
    .map((row) => ({ row, weight: weightOf(row) }))
    .filter((one) => one.weight > 0);
  const value = Float64Array.from(counted, ({ row, weight }) => Number(row.value_usd) * weight);
  const column = (of: (row: WorkspaceRow) => string) => codedColumn(counted.map(({ row }) => of(row)));
  const needs = (name: MeasureDefinition['needs'][number]) => measure.needs.includes(name);
  const columns: TradeColumns = {
    region: { labels: regions, codes: Int32Array.from(counted, ({ row }) => place.get(row.region) ?? 0) },
    ...(digits === null ? {} : { product: column((row) => row.product.slice(0, digits)) }),
    ...(question.partner ? { partner: column((row) => row.partner) } : {}),
    ...(needs('period') ? { period: column((row) => String(row.year)) } : {}),
    ...(needs('flow') ? { flow: column((row) => row.flow) } : {}),
    value,
  };
  if (base === null) return { columns, base: null };
  const ofRow = Float64Array.from(counted, ({ row }) => baseWeightOf(row) * Number(row.value_usd));
  const rest = new Map(regions.map((region) => [region, base.of(region)]));
  counted.forEach(({ row }, at) => {
    rest.set(row.region, (rest.get(row.region) ?? 0) - (ofRow[at] as number));
  });
  return { columns, base: { ofRow, rest } };
}

/** The part of a row that a list counts; beginnings of national lines add to their six-digit code, or take from it. */
function weigher(list: EditionList): (row: WorkspaceRow) => number {
  const known = new Map<string, CodeSelection | null>();
  return (row) => {
    let selection = known.get(row.edition);
    if (selection === undefined) {
      selection = list(row.edition as HsEdition);
      known.set(row.edition, selection);
    }
    if (selection === null) return 0;
    const { by, weights } = selection;
    if (by !== 'hs6') return weights.get(row.product.slice(0, by === 'chapter' ? 2 : 4)) ?? 0;
    let weight = weights.get(row.product.slice(0, 6)) ?? 0;
    for (let digits = 7; digits <= row.product.length; digits += 1)
      weight += weights.get(row.product.slice(0, digits)) ?? 0;
    return weight;
  };
}

/** Whether a list of the scope counts by national lines. */
export function countsLines(prepared: PreparedAssessment, segment: Segment | null, bound: Bound): boolean {
  if (segment === null) return false;
  return prepared.editions.some((edition) =>
    [...(prepared.lists(segment, bound)(edition)?.weights.keys() ?? [])].some((code) => code.length > 6),
  );
}
