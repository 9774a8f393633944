import { type Concordance, linksBySource } from './concordance.ts';

export interface ConvertedValues {
  readonly values: ReadonlyMap<string, number>;
  /** Value of all codes given: values and unmapped sum to it. */
  readonly total: number;
  /** Value that has no target, because the concordance says so or does not know the code. */
  readonly unmapped: number;
  /** Value under codes with several targets: how it is parted rests on the weights. */
  readonly ambiguous: number;
  /** Codes that the concordance does not know, by value. */
  readonly unknownCodes: readonly string[];
}

/**
 * Values by code carried over to the other classification; nothing is lost: what finds no target is told.
 * @example convertValues({ from: 'A', to: 'B', links: [{ source: '1', target: 'x', weight: 1 }] }, new Map([['1', 5], ['2', 3]])).unmapped // 3
 */
export function convertValues(
  concordance: Concordance,
  values: ReadonlyMap<string, number>,
): ConvertedValues {
  const links = linksBySource(concordance);
  const converted = new Map<string, number>();
  const unknown: [string, number][] = [];
  const sums = { total: 0, unmapped: 0, ambiguous: 0 };
  for (const [code, value] of values) {
    sums.total += value;
    const found = links.get(code);
    if (found === undefined) {
      unknown.push([code, value]);
      sums.unmapped += value;
      continue;
    }
    if (found.length > 1) sums.ambiguous += value;
    for (const { target, weight } of found) {
      if (target === null) sums.unmapped += value * weight;
      else converted.set(target, (converted.get(target) ?? 0) + value * weight);
    }
  }
  const unknownCodes = unknown
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]) || (a[0] < b[0] ? -1 : 1))
    .map(([code]) => code);
  return { values: converted, ...sums, unknownCodes };
}
