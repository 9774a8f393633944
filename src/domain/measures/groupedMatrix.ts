import { groupsOfProducts } from './groupsOf.ts';
import type { MeasureContext } from './measureContext.ts';
import { referenceLines } from './referenceLines.ts';

export interface GroupedMatrix {
  /** Regions, and groups in place of products. */
  readonly matrix: { readonly regions: readonly string[]; readonly products: readonly string[] };
  /** Value of each region's base, and of each segment at `region * groups + group`. */
  readonly base: { readonly region: Float64Array; readonly segment: Float64Array };
  /** Segment and base of what the region is compared with. */
  reference(region: number, group: number): readonly [segment: number, base: number];
}

/**
 * Regions by groups of products (segments), with the base of each region: all products, or those that begin as `base`
 * says or `baseValues` gives; and the same of the reference.
 * @example groupedMatrix(measureContext(tradeMatrixOfRows([{ region: 'A', product: '8471', value: 2 }]))).matrix.products // ['84']
 */
export function groupedMatrix(context: MeasureContext): GroupedMatrix {
  const { matrix, options } = context;
  const of = groupsOfProducts(context, matrix.products);
  const groups = [...new Set(of)].sort();
  const placeOf = new Map(groups.map((group, place) => [group, place]));
  const group = of.map((name) => placeOf.get(name) as number);
  const inBase = matrix.products.map(
    (code) => options.base === undefined || options.base.some((prefix) => code.startsWith(prefix)),
  );
  const region = new Float64Array(matrix.regions.length);
  const segment = new Float64Array(matrix.regions.length * groups.length);
  for (let r = 0; r < region.length; r += 1)
    for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1) {
      const q = matrix.column[at] as number;
      const x = matrix.value[at] as number;
      const cell = r * groups.length + (group[q] as number);
      segment[cell] = (segment[cell] as number) + x;
      if (inBase[q] === true) region[r] = (region[r] as number) + x;
    }
  const given = options.baseValues;
  if (given !== undefined)
    region.forEach((_, r) => {
      region[r] = given.get(matrix.regions[r] as string) ?? 0;
    });
  let last: { readonly region: number; readonly base: number; readonly segments: Float64Array } | null = null;
  return {
    matrix: { regions: matrix.regions, products: groups },
    base: { region, segment },
    reference: (r, s) => {
      if (last === null || last.region !== r) {
        const lines = referenceLines(context, matrix, r);
        const segments = new Float64Array(groups.length);
        let base = 0;
        lines.forEach((x, q) => {
          segments[group[q] as number] = (segments[group[q] as number] as number) + x;
          if (inBase[q] === true) base += x;
        });
        if (given !== undefined) base = referenceBase(context, region, r);
        last = { region: r, base, segments };
      }
      return [last.segments[s] as number, last.base];
    },
  };
}

/** The base of what a region is compared with, where a table gives bases. */
function referenceBase({ options }: MeasureContext, bases: Float64Array, r: number): number {
  const { reference = 'all', baseValues } = options;
  if (reference !== 'all' && reference !== 'others') return baseValues?.get(reference) ?? 0;
  const all = bases.reduce((sum, one) => sum + one, 0);
  const left = reference === 'others' ? all - (bases[r] as number) : all;
  return left <= all * 1e-12 ? 0 : left;
}
