import type { OpportunitiesOptions } from '../../api/opportunities.ts';
import { type Complexity, complexityOf } from '../../domain/measures/complexity.ts';
import { densityOf } from '../../domain/measures/density.ts';
import { externalComplexity } from '../../domain/measures/externalComplexity.ts';
import { type Presence, presenceOf } from '../../domain/measures/presence.ts';
import { rcaOf } from '../../domain/measures/rca.ts';
import type { TradeMatrix } from '../../domain/measures/tradeMatrix.ts';

/** Presence, density, complexity and outlook of all regions and products of a year. */
export function regionSpace(
  matrix: TradeMatrix,
  threshold: number,
  table: OpportunitiesOptions['complexity'],
) {
  const rca = rcaOf(matrix);
  const presence = presenceOf(matrix, rca, { threshold, comparison: 'at-least' });
  const complexity = complexityOf(presence);
  const pcis = table === undefined ? ownPcis(complexity) : tablePcis(matrix.products, table);
  const weights = Float64Array.from(pcis, (one) => one ?? 0);
  const { density, proximitySum, outlookIndex, outlookGain } = densityOf(presence, { weights, gain: true });
  const p = matrix.products.length;
  const means = externalComplexity(presence, pcis);
  const keptRegions = new Set(complexity.keptRegions);
  const isKnown = pcis.some((one) => one !== null);
  return {
    rca,
    presence,
    complexity,
    outlookIndex,
    density,
    proximitySum,
    reason: table === undefined ? complexity.reason : null,
    pci: (product: number) => pcis[product] ?? null,
    present: (r: number, product: number) => hasProduct(presence, r, product),
    gain: (r: number, product: number) => outlookGain?.[r * p + product] ?? null,
    ofRegion: (r: number) => {
      const eci = complexity.reason === null && keptRegions.has(r) ? (complexity.eci[r] as number) : null;
      const outlook = isKnown && outlookIndex !== null ? (outlookIndex[r] as number) : null;
      return {
        present: (presence.rowStart[r + 1] as number) - (presence.rowStart[r] as number),
        meanPci: means[r]?.value ?? null,
        eci,
        eciRank:
          eci === null
            ? null
            : 1 + [...keptRegions].filter((one) => (complexity.eci[one] as number) > eci).length,
        outlookIndex: outlook,
        outlookRank: outlook === null ? null : 1 + (outlookIndex ?? []).filter((one) => one > outlook).length,
      };
    },
  };
}

function ownPcis(complexity: Complexity): readonly (number | null)[] {
  const kept = new Set(complexity.reason === null ? complexity.keptProducts : []);
  return Array.from(complexity.pci, (value, p) => (kept.has(p) ? value : null));
}

function tablePcis(
  products: readonly string[],
  table: NonNullable<OpportunitiesOptions['complexity']>,
): readonly (number | null)[] {
  const values = new Map(table.rows.map((row) => [row.product, row.value]));
  return products.map((product) => values.get(product) ?? null);
}

export function hasProduct(presence: Presence, r: number, product: number): boolean {
  for (let at = presence.rowStart[r] as number; at < (presence.rowStart[r + 1] as number); at += 1)
    if (presence.column[at] === product) return true;
  return false;
}
