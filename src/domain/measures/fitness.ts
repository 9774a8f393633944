import type { Presence } from './presence.ts';
import { withoutEmpty } from './withoutEmpty.ts';

export interface FitnessStep {
  readonly step: number;
  /** Largest relative change of a region's fitness. */
  readonly change: number;
  /** Regions whose rank changed. */
  readonly rankChanges: number;
}

export interface Fitness {
  /** By region and product of the presence given; 0 for those that were left out. */
  readonly regions: Float64Array;
  readonly products: Float64Array;
  readonly keptRegions: Int32Array;
  readonly keptProducts: Int32Array;
  /** Largest relative change in the last step: small where it has settled. */
  readonly lastChange: number;
  /** How it settled, by step. */
  readonly steps: readonly FitnessStep[];
}

/**
 * Fitness of regions and complexity of products by the non-linear iteration
 *
 *     F = M Q / mean,   Q = 1 / (Mᵀ F^−γ)^(1/γ) / mean,   from F = Q = 1
 *
 * γ (extremality) 1, 20 steps (the Stata package makes 50; R economiccomplexity counts the starting values as the first
 * of its 20 and so makes 19). Mean 1 over what has any presence. Values of weak regions go on falling towards 0 with
 * steps, and end there where they fall below what a number can hold: name the steps, and see `steps`. Source: Tacchella and others 2012.
 * @example fitnessOf(withColumns(['A', 'B'], ['x', 'y'], new Int32Array([0, 1, 2]), new Int32Array([0, 1]))).regions[0] // 1
 */
export function fitnessOf(presence: Presence, steps = 20, extremality = 1): Fitness {
  const kept = withoutEmpty(presence);
  const { matrix } = kept;
  let regions = new Float64Array(matrix.regions.length).fill(1);
  let products = new Float64Array(matrix.products.length).fill(1);
  let lastChange = 0;
  let ranks = ranksOf(regions);
  const report: FitnessStep[] = [];
  for (let step = 0; step < steps; step += 1) {
    const nextRegions = new Float64Array(regions.length);
    for (let r = 0; r < regions.length; r += 1)
      for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1)
        nextRegions[r] = (nextRegions[r] as number) + (products[matrix.column[at] as number] as number);
    const nextProducts = new Float64Array(products.length);
    for (let q = 0; q < products.length; q += 1) {
      let sum = 0;
      for (let at = matrix.columnStart[q] as number; at < (matrix.columnStart[q + 1] as number); at += 1)
        sum += (regions[matrix.row[at] as number] as number) ** -extremality;
      nextProducts[q] = sum ** (-1 / extremality);
    }
    divideByMean(nextRegions);
    divideByMean(nextProducts);
    lastChange = nextRegions.reduce(
      (most, x, r) => Math.max(most, regions[r] === 0 ? 0 : Math.abs(x / (regions[r] as number) - 1)),
      0,
    );
    const nextRanks = ranksOf(nextRegions);
    report.push({
      step: step + 1,
      change: lastChange,
      rankChanges: nextRanks.reduce((sum, rank, r) => sum + (rank === ranks[r] ? 0 : 1), 0),
    });
    ranks = nextRanks;
    regions = nextRegions;
    products = nextProducts;
  }
  const spread = (values: Float64Array, places: Int32Array, size: number) => {
    const all = new Float64Array(size);
    places.forEach((place, at) => {
      all[place] = values[at] as number;
    });
    return all;
  };
  return {
    regions: spread(regions, kept.regions, presence.regions.length),
    products: spread(products, kept.products, presence.products.length),
    keptRegions: kept.regions,
    keptProducts: kept.products,
    lastChange,
    steps: report,
  };
}

function divideByMean(values: Float64Array): void {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  // Where all have fallen below what a number can hold, there is nothing left to divide.
  if (!(mean > 0 && mean < Number.POSITIVE_INFINITY)) return;
  for (let i = 0; i < values.length; i += 1) values[i] = (values[i] as number) / mean;
}

/** Rank of each value, the greatest first; ties by their place. */
function ranksOf(values: Float64Array): Int32Array {
  const ranks = new Int32Array(values.length);
  [...values.keys()]
    .sort((a, b) => (values[b] as number) - (values[a] as number) || a - b)
    .forEach((place, rank) => {
      ranks[place] = rank;
    });
  return ranks;
}
