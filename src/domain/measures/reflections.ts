import { meansOver } from './meansOver.ts';
import { diversityOf, type Presence, ubiquityOf } from './presence.ts';

export interface ReflectionStep {
  readonly step: number;
  /** Largest change of a region's standardised value against two steps before; null in the first two. */
  readonly change: number | null;
  /** Deviation of the raw values over their mean: at 1e-12 rounding has eaten all but four digits. */
  readonly spread: number;
}

export interface Reflections {
  readonly eci: Float64Array;
  readonly pci: Float64Array;
  readonly steps: readonly ReflectionStep[];
}

/**
 * Method of reflections: diversity and ubiquity, then means of means, so many steps; even steps of regions and odd ones
 * of products tend to ECI and PCI where λ3/λ2 is small, and lose digits as steps grow: see `steps`. Values are neither
 * scaled nor centred. Regions and products without presence must have been left out. Source: Hidalgo, Hausmann 2009.
 * @example reflections(withColumns(['A', 'B'], ['x', 'y'], new Int32Array([0, 2, 3]), new Int32Array([0, 1, 0])), 2, 1).pci // new Float64Array([1.5, 2])
 */
export function reflections(matrix: Presence, regionSteps: number, productSteps: number): Reflections {
  let regions: Float64Array = Float64Array.from(diversityOf(matrix));
  let products: Float64Array = Float64Array.from(ubiquityOf(matrix));
  let [eci, pci] = [regions, products];
  const standard: Float64Array[] = [standardised(regions).values];
  const steps: ReflectionStep[] = [];
  for (let step = 1; step <= Math.max(regionSteps, productSteps); step += 1) {
    const nextRegions = meansOver(products, matrix.rowStart, matrix.column);
    products = meansOver(regions, matrix.columnStart, matrix.row);
    regions = nextRegions;
    if (step === regionSteps) eci = regions;
    if (step === productSteps) pci = products;
    const now = standardised(regions);
    const before = standard.at(-2);
    standard.push(now.values);
    let change: number | null = null;
    if (before !== undefined)
      change = now.values.reduce((most, x, r) => Math.max(most, Math.abs(x - (before[r] as number))), 0);
    steps.push({ step, change, spread: now.spread });
  }
  return { eci, pci, steps };
}

function standardised(values: Float64Array): { readonly values: Float64Array; readonly spread: number } {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length);
  return {
    values: values.map((x) => (deviation === 0 ? 0 : (x - mean) / deviation)),
    spread: mean === 0 ? 0 : deviation / mean,
  };
}
