import type { Presence } from '../../domain/measures/presence.ts';
import type { regionSpace } from './regionSpace.ts';

/** Where the density, complexity and outlook gain of one product in one region come from. */
export interface ProductStructure {
  /** Regions that have the product. */
  readonly regions: readonly number[];
  /** Other products by proximity, the nearest first; those the region has before the others where equal. */
  readonly nearest: readonly {
    readonly product: number;
    readonly proximity: number;
    readonly present: boolean;
  }[];
  readonly presentProximity: number;
  readonly allProximity: number;
  readonly density: number | null;
  readonly meanEci: number | null;
  readonly lambda: number | null;
  /** What was taken off to bring the mean of ECI to 0, in its deviations. */
  readonly shift: number | null;
  readonly pci: number | null;
  /** Σ_{q≠p} φ(p,q) / Σφ(q) (1 − M(r,q)) PCI(q). */
  readonly gainOfOthers: number | null;
}

/** Reads them off the presences one by one, without the walk over regions by which the answer was computed. */
export function structureOf(
  space: ReturnType<typeof regionSpace>,
  r: number,
  product: number,
): ProductStructure {
  const { presence, complexity, proximitySum } = space;
  const regionsOf = regionLists(presence);
  const regions = regionsOf[product] ?? [];
  const own = new Set(regions);
  const near = regionsOf.map((others, q) => {
    const together = others.reduce((count, one) => count + Number(own.has(one)), 0);
    const proximity = together === 0 ? 0 : together / Math.max(regions.length, others.length);
    return { product: q, proximity, present: others.includes(r) };
  });
  const sum = (values: readonly { readonly proximity: number }[]) =>
    values.reduce((all, one) => all + one.proximity, 0);
  const presentProximity = sum(near.filter((one) => one.present));
  const allProximity = sum(near);
  let gain = 0;
  for (const { product: q, proximity, present } of near)
    if (q !== product && !present && proximity > 0)
      gain += (proximity / (proximitySum[q] as number)) * (space.pci(q) ?? 0);
  const isDefined = complexity.reason === null && regions.length > 0;
  const lambda = complexity.eigenvalues[1] ?? null;
  const meanEci = isDefined
    ? regions.reduce((all, one) => all + (complexity.eci[one] as number), 0) / regions.length
    : null;
  const shift = isDefined
    ? (complexity.uncentredPci[product] as number) - (complexity.pci[product] as number)
    : null;
  return {
    regions,
    nearest: near
      .filter((one) => one.product !== product && one.proximity > 0)
      .sort(
        (a, b) => b.proximity - a.proximity || Number(b.present) - Number(a.present) || a.product - b.product,
      ),
    presentProximity,
    allProximity,
    density: allProximity === 0 ? null : presentProximity / allProximity,
    meanEci,
    lambda,
    shift,
    pci: meanEci === null || lambda === null || shift === null ? null : (meanEci + shift) / lambda - shift,
    gainOfOthers: space.pci(product) === null ? null : gain,
  };
}

function regionLists(presence: Presence): readonly (readonly number[])[] {
  return presence.products.map((_, q) => [
    ...presence.row.subarray(presence.columnStart[q] as number, presence.columnStart[q + 1] as number),
  ]);
}
