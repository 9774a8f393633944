import type { VintageChange, VintageDiff } from '../api/vintages.ts';
import type { Flow } from '../store/cube.ts';
import type { SqlRow } from '../store/engine.ts';
import { vintageSums } from '../store/queries/vintageSums.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import { regionName } from './quality/context.ts';

/**
 * What changed between two states of a workspace: by flow and year, by region, by product, and cell by cell. Values
 * of years, regions and products are whole ones, of all their cells; those that do not differ are left out.
 */
export async function compareStates(
  a: WorkspaceReader,
  b: WorkspaceReader,
  options: { readonly limit?: number } = {},
): Promise<VintageDiff> {
  const all: VintageChange[] = [];
  for (const { flow, year } of yearsOf(a, b)) {
    const [before, after] = [await sumsOf(a, flow, year), await sumsOf(b, flow, year)];
    for (const key of new Set([...before.keys(), ...after.keys()])) {
      const change = changeOf(a, flow, year, before.get(key), after.get(key));
      if (change !== null) all.push(change);
    }
  }
  const byYear = (one: VintageChange) => `${one.flow} ${one.year} ${one.currency}`;
  const cells = all.filter(isDifferent);
  const sorted = [...cells].sort(bySize);
  return {
    data: {
      totals: summed(all, byYear).map(({ region: _r, regionName: _n, product: _p, ...rest }) => rest),
      regions: summed(all, (one) => `${byYear(one)} ${one.region}`).map(({ product: _p, ...rest }) => rest),
      products: summed(all, (one) => `${byYear(one)} ${one.product}`).map(
        ({ region: _r, regionName: _n, ...rest }) => rest,
      ),
      cells: sorted.slice(0, options.limit ?? 20),
      cellCount: cells.length,
    },
    findings: [],
    manifest: { a: [...a.vintages], b: [...b.vintages] },
  };
}

function yearsOf(a: WorkspaceReader, b: WorkspaceReader): readonly { flow: Flow; year: number }[] {
  if (a.vintages.join() === b.vintages.join()) return [];
  const keys = new Map<string, { flow: Flow; year: number }>();
  for (const { flow, year } of [...a.coverage, ...b.coverage]) keys.set(`${flow} ${year}`, { flow, year });
  return [...keys.values()].sort((x, y) => x.flow.localeCompare(y.flow) || x.year - y.year);
}

async function sumsOf(
  workspace: WorkspaceReader,
  flow: Flow,
  year: number,
): Promise<ReadonlyMap<string, SqlRow>> {
  const rows = await workspace.engine.query(vintageSums(flow, year));
  return new Map(rows.map((row) => [[row.region, productOf(row), row.currency].join('\t'), row]));
}

/** Six digits, or as many as the line has, or what it is instead of a product. */
function productOf(row: SqlRow): string {
  if (row.status !== 'product') return String(row.status);
  return String(row.hs6 || row.heading || row.chapter);
}

function changeOf(
  workspace: WorkspaceReader,
  flow: Flow,
  year: number,
  before: SqlRow | undefined,
  after: SqlRow | undefined,
): VintageChange | null {
  const row = after ?? before;
  if (row === undefined) return null;
  const number = (side: SqlRow | undefined, name: string) => Number(side?.[name] ?? 0);
  const [rowsA, rowsB] = [number(before, 'rows'), number(after, 'rows')];
  const [valueA, valueB] = [number(before, 'value'), number(after, 'value')];
  const isRated = [before, after].every((side) => side === undefined || side.value_usd !== null);
  const region = String(row.region);
  return {
    flow,
    year,
    region,
    regionName: { ...regionName(workspace, region) },
    product: productOf(row),
    currency: String(row.currency),
    rowsA,
    rowsB,
    valueA,
    valueB,
    difference: valueB - valueA,
    differenceUsd: isRated ? number(after, 'value_usd') - number(before, 'value_usd') : null,
  };
}

/** Changes added up by a key, the largest first. */
function summed(
  cells: readonly VintageChange[],
  key: (cell: VintageChange) => string,
): readonly VintageChange[] {
  const sums = new Map<string, VintageChange>();
  for (const cell of cells) {
    const known = sums.get(key(cell));
    sums.set(
      key(cell),
      known === undefined
        ? cell
        : {
            ...known,
            rowsA: known.rowsA + cell.rowsA,
            rowsB: known.rowsB + cell.rowsB,
            valueA: known.valueA + cell.valueA,
            valueB: known.valueB + cell.valueB,
            difference: known.difference + cell.difference,
            differenceUsd:
              known.differenceUsd === null || cell.differenceUsd === null
                ? null
                : known.differenceUsd + cell.differenceUsd,
          },
    );
  }
  return [...sums.values()].filter(isDifferent).sort(bySize);
}

function isDifferent(one: VintageChange): boolean {
  return one.rowsA !== one.rowsB || one.difference !== 0;
}

function bySize(a: VintageChange, b: VintageChange): number {
  return (
    Math.abs(b.difference) - Math.abs(a.difference) ||
    a.flow.localeCompare(b.flow) ||
    a.year - b.year ||
    a.region.localeCompare(b.region) ||
    a.product.localeCompare(b.product)
  );
}
