import { withoutEmpty } from './complexity.ts';
import type { Presence } from './presence.ts';

export interface Fitness {
  /** By region and product of the presence given; 0 for those that were left out. */
  readonly regions: Float64Array;
  readonly products: Float64Array;
  readonly keptRegions: Int32Array;
  readonly keptProducts: Int32Array;
  /** Largest relative change in the last step: small where it has settled. */
  readonly lastChange: number;
}

/**
 * Fitness of regions and complexity of products by the non-linear iteration
 *
 *     F = M Q / mean,   Q = 1 / (Mᵀ F^−γ)^(1/γ) / mean,   from F = Q = 1
 *
 * γ (extremality) 1, 20 steps (R economiccomplexity; the Stata package makes 50). Mean 1 over what has any presence.
 * Values of weak regions go on falling towards 0 with steps: name the steps. Source: Tacchella and others 2012.
 * @example fitnessOf(withColumns(['A', 'B'], ['x', 'y'], new Int32Array([0, 1, 2]), new Int32Array([0, 1]))).regions[0] // 1
 */
export function fitnessOf(presence: Presence, steps = 20, extremality = 1): Fitness {
  const kept = withoutEmpty(presence);
  const { matrix } = kept;
  let regions = new Float64Array(matrix.regions.length).fill(1);
  let products = new Float64Array(matrix.products.length).fill(1);
  let lastChange = 0;
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
      (most, x, r) => Math.max(most, Math.abs(x / (regions[r] as number) - 1)),
      0,
    );
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
  };
}

function divideByMean(values: Float64Array): void {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  for (let i = 0; i < values.length; i += 1) values[i] = (values[i] as number) / mean;
}
