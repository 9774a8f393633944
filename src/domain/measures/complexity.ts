import { connectedComponents } from './connectedComponents.ts';
import { diversityOf, type Presence, ubiquityOf, withColumns } from './presence.ts';
import { largestEigen } from './symmetricEigen.ts';

/** Why complexity has no values. */
export type ComplexityReason =
  | 'no-presence' // nothing is present
  | 'one-region' // of one region or one product nothing can be compared
  | 'disconnected' // the graph of regions and products falls apart: there is no order across its parts
  | 'no-variation'; // all regions are alike

/** How signs and scales are chosen; which program agrees with which, see the documentation. */
export type ComplexityConvention =
  | 'atlas' // eigenvector; ECI to mean 0 and population deviation 1, PCI on the same scale: ECI = mean PCI of what is present
  | 'separate' // eigenvector; ECI and PCI each to mean 0 and population deviation 1
  | 'economiccomplexity-r'; // reflections of 18 (ECI) and 19 (PCI) steps, each to mean 0 and sample deviation 1

export interface Complexity {
  /** Numbers of the regions and products that have any presence; the others are left out. */
  readonly keptRegions: Int32Array;
  readonly keptProducts: Int32Array;
  /** By region and product of the presence given; 0 where it is left out or undefined: see `reason` and the kept lists. */
  readonly eci: Float64Array;
  readonly pci: Float64Array;
  /** null: defined. */
  readonly reason: ComplexityReason | null;
  readonly components: number;
  /** 1 and the next two eigenvalues, as many as there are. */
  readonly eigenvalues: readonly number[];
  /** λ2 − λ3: the smaller, the less certain the order. */
  readonly gap: number | null;
  /** Bound of the error of the eigenvalue λ2. */
  readonly residual: number | null;
}

/**
 * Economic complexity of regions (ECI) and products (PCI).
 *
 * ECI is the second right eigenvector of D⁻¹ M U⁻¹ Mᵀ (M presence, D diversities, U ubiquities), made of the second
 * eigenvector of the symmetric matrix D^-½ M U⁻¹ Mᵀ D^-½ on the smaller side, whose first, √d, is known and left out.
 * Sign: ECI correlates with diversity (where all diversities are equal: the first region's is not negative). Regions
 * and products without presence are left out; undefined with a reason where nothing is present, the graph is
 * disconnected, or all are alike. Source: Hidalgo, Hausmann 2009; Hausmann and others, Atlas of Economic Complexity.
 * @example complexityOf(withColumns(['A', 'B', 'C'], ['x', 'y', 'z'], new Int32Array([0, 3, 5, 6]), new Int32Array([0, 1, 2, 0, 1, 0]))).reason // null
 */
export function complexityOf(presence: Presence, convention: ComplexityConvention = 'atlas'): Complexity {
  const kept = withoutEmpty(presence);
  const { matrix } = kept;
  const components = connectedComponents(matrix).count;
  const nothing = (reason: ComplexityReason, eigenvalues: readonly number[] = []): Complexity => ({
    keptRegions: kept.regions,
    keptProducts: kept.products,
    eci: new Float64Array(presence.regions.length),
    pci: new Float64Array(presence.products.length),
    reason,
    components,
    eigenvalues,
    gap: null,
    residual: null,
  });
  if (matrix.column.length === 0) return nothing('no-presence');
  if (components > 1)
    return nothing(
      'disconnected',
      Array.from({ length: Math.min(3, components) }, () => 1),
    );
  if (matrix.regions.length < 2 || matrix.products.length < 2) return nothing('one-region', [1]);
  const second = secondVectors(matrix);
  if (second.values.length === 0 || (second.values[0] ?? 0) < 1e-12) return nothing('no-variation', [1]);
  const raw = convention === 'economiccomplexity-r' ? reflections(matrix, 18, 19) : second;
  const scaled = standardised(raw, convention);
  if (scaled === null) return nothing('no-variation', [1, ...second.values]);
  const sign = signOf(scaled.eci, diversityOf(matrix));
  const eci = new Float64Array(presence.regions.length);
  const pci = new Float64Array(presence.products.length);
  kept.regions.forEach((region, place) => {
    eci[region] = sign * (scaled.eci[place] as number);
  });
  kept.products.forEach((product, place) => {
    pci[product] = sign * (scaled.pci[place] as number);
  });
  const [lambda2, lambda3] = second.values;
  return {
    keptRegions: kept.regions,
    keptProducts: kept.products,
    eci,
    pci,
    reason: null,
    components,
    eigenvalues: [1, ...second.values],
    gap: lambda2 === undefined || lambda3 === undefined ? null : lambda2 - lambda3,
    residual: second.residual,
  };
}

/**
 * The presence of regions and products that have any, with their numbers in the presence given.
 * @example withoutEmpty(withColumns(['A', 'B'], ['x'], new Int32Array([0, 1, 1]), new Int32Array([0]))).regions.length // 1
 */
export function withoutEmpty(presence: Presence): {
  readonly matrix: Presence;
  readonly regions: Int32Array;
  readonly products: Int32Array;
} {
  const some = (counts: Int32Array) =>
    Int32Array.from([...counts.keys()].filter((place) => (counts[place] as number) > 0));
  const regions = some(diversityOf(presence));
  const products = some(ubiquityOf(presence));
  const numberOf = new Int32Array(presence.products.length).fill(-1);
  products.forEach((product, place) => {
    numberOf[product] = place;
  });
  const rowStart = new Int32Array(regions.length + 1);
  regions.forEach((region, place) => {
    rowStart[place + 1] =
      (rowStart[place] as number) +
      (presence.rowStart[region + 1] as number) -
      (presence.rowStart[region] as number);
  });
  const matrix = withColumns(
    [...regions].map((region) => presence.regions[region] ?? ''),
    [...products].map((product) => presence.products[product] ?? ''),
    rowStart,
    presence.column.map((product) => numberOf[product] as number),
  );
  return { matrix, regions, products };
}

interface RawComplexity {
  readonly eci: Float64Array;
  readonly pci: Float64Array;
}

function secondVectors(
  matrix: Presence,
): RawComplexity & { readonly values: readonly number[]; readonly residual: number } {
  const d = diversityOf(matrix);
  const u = ubiquityOf(matrix);
  const byRegion = d.length <= u.length;
  const own = byRegion ? d : u;
  const other = byRegion ? u : d;
  const [start, list] = byRegion ? [matrix.rowStart, matrix.column] : [matrix.columnStart, matrix.row];
  const [backStart, backList] = byRegion
    ? [matrix.columnStart, matrix.row]
    : [matrix.rowStart, matrix.column];
  const root = Float64Array.from(own, (count) => 1 / Math.sqrt(count));
  const middle = new Float64Array(other.length);
  const apply = (from: Float64Array, to: Float64Array) => {
    for (let q = 0; q < middle.length; q += 1) {
      let sum = 0;
      for (let at = backStart[q] as number; at < (backStart[q + 1] as number); at += 1) {
        const r = backList[at] as number;
        sum += (from[r] as number) * (root[r] as number);
      }
      middle[q] = sum / (other[q] as number);
    }
    for (let r = 0; r < to.length; r += 1) {
      let sum = 0;
      for (let at = start[r] as number; at < (start[r + 1] as number); at += 1)
        sum += middle[list[at] as number] as number;
      to[r] = sum * (root[r] as number);
    }
  };
  const norm = Math.sqrt(own.reduce((sum, count) => sum + count, 0));
  const first = Float64Array.from(own, (count) => Math.sqrt(count) / norm);
  const found = largestEigen(own.length, Math.min(2, own.length - 1), apply, [first]);
  const vector = found.vectors[0] ?? new Float64Array(own.length);
  const mine = vector.map((x, place) => x * (root[place] as number));
  const theirs = meansOver(mine, backStart, backList);
  // ECI is the mean of PCI: on the side of products the regions' values are means of the products', and the reverse.
  const lambda = found.values[0] ?? 0;
  const raw = byRegion ? { eci: mine.map((x) => x * lambda), pci: theirs } : { eci: theirs, pci: mine };
  return { ...raw, values: found.values, residual: found.residuals[0] ?? 0 };
}

/** Mean of values over each list. */
function meansOver(values: Float64Array, start: Int32Array, list: Int32Array): Float64Array {
  const means = new Float64Array(start.length - 1);
  for (let q = 0; q < means.length; q += 1) {
    const [from, to] = [start[q] as number, start[q + 1] as number];
    let sum = 0;
    for (let at = from; at < to; at += 1) sum += values[list[at] as number] as number;
    means[q] = to === from ? 0 : sum / (to - from);
  }
  return means;
}

/** Method of reflections: averages of averages, so many steps; loses its digits as steps grow. */
function reflections(matrix: Presence, stepsOfRegions: number, stepsOfProducts: number): RawComplexity {
  let regions: Float64Array = Float64Array.from(diversityOf(matrix));
  let products: Float64Array = Float64Array.from(ubiquityOf(matrix));
  let eci: Float64Array = regions;
  let pci: Float64Array = products;
  for (let step = 1; step <= Math.max(stepsOfRegions, stepsOfProducts); step += 1) {
    const nextRegions = meansOver(products, matrix.rowStart, matrix.column);
    const nextProducts = meansOver(regions, matrix.columnStart, matrix.row);
    regions = nextRegions;
    products = nextProducts;
    if (step === stepsOfRegions) eci = regions;
    if (step === stepsOfProducts) pci = products;
  }
  return { eci, pci };
}

function standardised(raw: RawComplexity, convention: ComplexityConvention): RawComplexity | null {
  const sample = convention === 'economiccomplexity-r' ? 1 : 0;
  const ofRegions = momentsOf(raw.eci, sample);
  const ofProducts = convention === 'atlas' ? ofRegions : momentsOf(raw.pci, sample);
  if (ofRegions.deviation < 1e-14 || ofProducts.deviation < 1e-14) return null;
  return {
    eci: raw.eci.map((x) => (x - ofRegions.mean) / ofRegions.deviation),
    pci: raw.pci.map((x) => (x - ofProducts.mean) / ofProducts.deviation),
  };
}

function momentsOf(values: Float64Array, less: number): { mean: number; deviation: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, values.length - less)) };
}

function signOf(eci: Float64Array, diversity: Int32Array): number {
  const mean = diversity.reduce((sum, x) => sum + x, 0) / diversity.length;
  const covariance = eci.reduce((sum, x, place) => sum + x * ((diversity[place] as number) - mean), 0);
  if (Math.abs(covariance) > 1e-9) return Math.sign(covariance);
  return (eci[0] as number) < 0 ? -1 : 1;
}
