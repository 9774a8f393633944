import type { Measured } from '../../domain/measured.ts';
import { type DrawnOver, drawnColumns } from '../../domain/measures/drawnColumns.ts';
import type { MeasureDefinition } from '../../domain/measures/measureDefinition.ts';
import type { MeasureOptions } from '../../domain/measures/measureOptions.ts';
import { regionValues } from '../../domain/measures/regionValues.ts';
import type { CodeColumn, CodedColumn, TradeColumns } from '../../domain/measures/tradeColumns.ts';
import { codeColumns } from '../../domain/measures/tradeColumns.ts';
import { lastMonth } from '../../domain/period.ts';
import { parentAt, type TerritoryDictionary } from '../../domain/territory.ts';
import type { ResolvedOptions } from '../options.ts';
import type { PreparedAssessment } from '../prepareAssessment.ts';
import type { MeasureTable } from './measureTable.ts';

/**
 * What regions are compared with: all or all others, by the measure itself; or for each group of regions the regions
 * whose sum is their reference.
 */
export type Held =
  | { readonly reference: 'all' | 'others' }
  | {
      readonly groups: readonly {
        readonly of: ReadonlySet<string>;
        readonly reference: ReadonlySet<string>;
      }[];
    };

type Choice = Pick<ResolvedOptions, 'reference' | 'union' | 'withoutSelf' | 'leaveOut' | 'period'>;

/** The reference that the options choose, for the regions of a table. */
export function heldAgainst(
  choice: Choice,
  regions: readonly string[],
  territories: TerritoryDictionary,
  prepared: Pick<PreparedAssessment, 'members' | 'unions'>,
): Held {
  const { reference, union, withoutSelf, leaveOut, period } = choice;
  const isWhole = reference !== 'district' && reference !== 'union';
  if (isWhole && leaveOut.length === 0) return { reference: withoutSelf ? 'others' : 'all' };
  const membersOf = (region: string): readonly string[] => {
    if (reference === 'union') return prepared.unions.get(union ?? '') ?? [];
    if (isWhole) return regions;
    const district = parentAt(territories, region, lastMonth(period));
    return district === null ? [] : (prepared.members.get(district) ?? []);
  };
  const groups = new Map<string, { readonly of: Set<string>; readonly reference: ReadonlySet<string> }>();
  for (const region of regions) {
    const members = membersOf(region).filter(
      (one) => !leaveOut.includes(one) && !(withoutSelf && one === region),
    );
    const key = members.join(' ');
    const known = groups.get(key) ?? { of: new Set<string>(), reference: new Set(members) };
    known.of.add(region);
    groups.set(key, known);
  }
  return { groups: [...groups.values()] };
}

/** How often each line was drawn. */
export interface Drawn {
  readonly over: DrawnOver;
  readonly apart: boolean;
  readonly counts: Int32Array;
}

/** Values of a measure by region over a table, or over what was drawn of it, against what is held against. */
export function heldValues(
  measure: MeasureDefinition,
  table: MeasureTable,
  options: MeasureOptions,
  held: Held,
  drawn: Drawn | null,
): readonly Measured[] {
  const columns =
    drawn === null ? table.columns : drawnColumns(table.columns, drawn.over, drawn.counts, drawn.apart);
  const base = table.base === null ? null : basesOf(table, table.base, drawn);
  if ('reference' in held)
    return regionValues(measure, columns, {
      ...options,
      ...(measure.options.includes('reference') ? { reference: held.reference } : {}),
      ...(base === null ? {} : { baseValues: base }),
    });
  const regions = columns.region?.labels ?? [];
  const values: Measured[] = regions.map(() => ({ value: null, reason: 'no-reference' }));
  for (const group of held.groups) {
    if (group.reference.size === 0) continue;
    const name = '(reference)';
    const joined = withSum(columns, group.reference, name);
    const sum = [...group.reference].reduce((total, region) => total + (base?.get(region) ?? 0), 0);
    const found = regionValues(measure, joined, {
      ...options,
      reference: name,
      ...(base === null ? {} : { baseValues: new Map([...base, [name, sum]]) }),
    });
    regions.forEach((region, r) => {
      if (group.of.has(region)) values[r] = found[r] as Measured;
    });
  }
  return values;
}

function basesOf(
  table: MeasureTable,
  base: NonNullable<MeasureTable['base']>,
  drawn: Drawn | null,
): ReadonlyMap<string, number> {
  const { region } = table.columns;
  const line = drawn === null ? undefined : table.columns[drawn.over];
  const labels = region?.labels ?? [];
  const sums = Float64Array.from(labels, (label) => base.rest.get(label) ?? 0);
  for (let row = 0; row < base.ofRow.length; row += 1) {
    const r = region?.codes[row] as number;
    const times =
      drawn === null || line === undefined ? 1 : (drawn.counts[line.codes[row] as number] as number);
    sums[r] = (sums[r] as number) + times * (base.ofRow[row] as number);
  }
  // What rounding leaves of a base that is wholly within lines not drawn is nothing.
  return new Map(labels.map((label, r) => [label, (sums[r] as number) > 1e-6 ? (sums[r] as number) : 0]));
}

/** The table with the rows of some regions once more, as one region that stands for the reference. */
function withSum(columns: TradeColumns, members: ReadonlySet<string>, name: string): TradeColumns {
  const region = columns.region as CodedColumn;
  const inside = region.labels.map((label) => members.has(label));
  const rows: number[] = [];
  for (let row = 0; row < columns.value.length; row += 1)
    if (inside[region.codes[row] as number] === true) rows.push(row);
  const n = columns.value.length;
  const joined = (codes: ArrayLike<number>, also: (row: number) => number) => {
    const all = new Int32Array(n + rows.length);
    all.set(codes, 0);
    rows.forEach((row, at) => {
      all[n + at] = also(row);
    });
    return all;
  };
  const made: Partial<Record<CodeColumn, CodedColumn>> = {};
  for (const column of codeColumns) {
    const own = columns[column];
    if (own === undefined) continue;
    made[column] =
      column === 'region'
        ? { labels: [...own.labels, name], codes: joined(own.codes, () => own.labels.length) }
        : { labels: own.labels, codes: joined(own.codes, (row) => own.codes[row] as number) };
  }
  const value = new Float64Array(n + rows.length);
  value.set(columns.value, 0);
  rows.forEach((row, at) => {
    value[n + at] = columns.value[row] as number;
  });
  return { ...made, value };
}
