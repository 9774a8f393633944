import { connectedComponents } from './connectedComponents.ts';
import { type ComplexityConvention, type Convention, conventions } from './conventions.ts';
import { diversityOf, type Presence } from './presence.ts';
import { type ReflectionStep, reflections } from './reflections.ts';
import { secondEigenvector } from './secondEigenvector.ts';
import { withoutEmpty } from './withoutEmpty.ts';

/** Why complexity has no values. */
export type ComplexityReason =
  | 'no-presence' // nothing is present
  | 'one-region' // of one region or one product nothing can be compared
  | 'disconnected' // the graph of regions and products falls apart: there is no order across its parts
  | 'no-variation'; // all regions are alike

export interface Complexity {
  /** Numbers of the regions and products that have any presence; the others are left out. */
  readonly keptRegions: Int32Array;
  readonly keptProducts: Int32Array;
  /** By region and product of the presence given; 0 where it is left out or undefined: see `reason` and the kept lists. */
  readonly eci: Float64Array;
  readonly pci: Float64Array;
  /** Products before the mean of ECI is taken off, over the deviation of ECI: weights of the outlook in Stata and py-ecomplexity. */
  readonly uncentredPci: Float64Array;
  /** null: defined. */
  readonly reason: ComplexityReason | null;
  readonly components: number;
  /** 1 and the next two eigenvalues, as many as there are. */
  readonly eigenvalues: readonly number[];
  /** λ2 − λ3: the smaller, the less certain the order. */
  readonly gap: number | null;
  /** Bound of the error of the eigenvalue λ2. */
  readonly residual: number | null;
  /** How reflections settled, where the convention makes them; else empty. */
  readonly steps: readonly ReflectionStep[];
  /** Correlation of ECI by reflections with the eigenvector; null where the convention makes none. */
  readonly correlation: number | null;
}

/**
 * Economic complexity of regions (ECI) and products (PCI).
 *
 * ECI is the second right eigenvector of D⁻¹ M U⁻¹ Mᵀ (M presence, D diversities, U ubiquities). Sign: ECI correlates
 * with diversity (where all diversities are equal: the first region's is not negative). Regions and products without
 * presence are left out; undefined with a reason where nothing is present, the graph is disconnected, or all are alike.
 * Scale and method by the convention's name, see `conventions`. Source: Hidalgo, Hausmann 2009; Hausmann and others,
 * Atlas of Economic Complexity.
 * @example complexityOf(withColumns(['A', 'B', 'C'], ['x', 'y', 'z'], new Int32Array([0, 3, 5, 6]), new Int32Array([0, 1, 2, 0, 1, 0]))).reason // null
 */
export function complexityOf(presence: Presence, convention: ComplexityConvention = 'atlas'): Complexity {
  const kept = withoutEmpty(presence);
  const { matrix } = kept;
  const chosen = conventions[convention];
  const components = connectedComponents(matrix).count;
  const nothing = (reason: ComplexityReason, eigenvalues: readonly number[] = []): Complexity => ({
    keptRegions: kept.regions,
    keptProducts: kept.products,
    eci: new Float64Array(presence.regions.length),
    pci: new Float64Array(presence.products.length),
    uncentredPci: new Float64Array(presence.products.length),
    reason,
    components,
    eigenvalues,
    gap: null,
    residual: null,
    steps: [],
    correlation: null,
  });
  if (matrix.column.length === 0) return nothing('no-presence');
  if (components > 1)
    return nothing(
      'disconnected',
      Array.from({ length: Math.min(3, components) }, () => 1),
    );
  if (matrix.regions.length < 2 || matrix.products.length < 2) return nothing('one-region', [1]);
  const second = secondEigenvector(matrix);
  const [lambda2, lambda3] = second.values;
  if (lambda2 === undefined || lambda2 < 1e-12) return nothing('no-variation', [1]);
  const reflected =
    chosen.method === 'eigenvector'
      ? null
      : reflections(matrix, chosen.method.regionSteps, chosen.method.productSteps);
  const raw = reflected ?? second;
  const scaled = standardised(raw, chosen);
  if (scaled === null) return nothing('no-variation', [1, ...second.values]);
  const sign = signOf(scaled.eci, diversityOf(matrix));
  const spread = (values: Float64Array, places: Int32Array, size: number) => {
    const all = new Float64Array(size);
    places.forEach((place, at) => {
      all[place] = sign * (values[at] as number);
    });
    return all;
  };
  return {
    keptRegions: kept.regions,
    keptProducts: kept.products,
    eci: spread(scaled.eci, kept.regions, presence.regions.length),
    pci: spread(scaled.pci, kept.products, presence.products.length),
    uncentredPci: spread(scaled.uncentred, kept.products, presence.products.length),
    reason: null,
    components,
    eigenvalues: [1, ...second.values],
    gap: lambda3 === undefined ? null : lambda2 - lambda3,
    residual: second.residual,
    steps: reflected?.steps ?? [],
    correlation: reflected === null ? null : Math.abs(correlationOf(reflected.eci, second.eci)),
  };
}

interface Scaled {
  readonly eci: Float64Array;
  readonly pci: Float64Array;
  readonly uncentred: Float64Array;
}

function standardised(
  raw: { readonly eci: Float64Array; readonly pci: Float64Array },
  convention: Convention,
): Scaled | null {
  const pairs = raw.eci.length * raw.pci.length;
  const factor = (n: number) =>
    convention.deviation === 'population'
      ? 1
      : convention.deviation === 'sample'
        ? Math.sqrt(n / Math.max(1, n - 1))
        : Math.sqrt(pairs / (pairs - 1));
  const moments = (values: Float64Array) => {
    const { mean, deviation } = momentsOf(values);
    return { mean, deviation: deviation * factor(values.length) };
  };
  const ofRegions = moments(raw.eci);
  const ofProducts = convention.productScale === 'as-regions' ? ofRegions : moments(raw.pci);
  if (ofRegions.deviation < 1e-14 || ofProducts.deviation < 1e-14) return null;
  return {
    eci: raw.eci.map((x) => (x - ofRegions.mean) / ofRegions.deviation),
    pci: raw.pci.map((x) => (x - ofProducts.mean) / ofProducts.deviation),
    uncentred: raw.pci.map((x) => x / ofRegions.deviation),
  };
}

function momentsOf(values: Float64Array): { readonly mean: number; readonly deviation: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return { mean, deviation: Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length) };
}

function correlationOf(a: Float64Array, b: Float64Array): number {
  const [x, y] = [momentsOf(a), momentsOf(b)];
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += ((a[i] as number) - x.mean) * ((b[i] as number) - y.mean);
  return sum / a.length / (x.deviation * y.deviation);
}

function signOf(eci: Float64Array, diversity: Int32Array): number {
  const mean = diversity.reduce((sum, x) => sum + x, 0) / diversity.length;
  const covariance = eci.reduce((sum, x, place) => sum + x * ((diversity[place] as number) - mean), 0);
  if (Math.abs(covariance) > 1e-9) return Math.sign(covariance);
  return (eci[0] as number) < 0 ? -1 : 1;
}
