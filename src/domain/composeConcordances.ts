import { type Concordance, type Link, linksBySource, orderedLinks } from './concordance.ts';

/**
 * From A to C by way of B: the weight of a link is the sum over B of the products of weights. What B leads nowhere
 * stays as a link without target, so that weights still sum to 1; a code of B that the second concordance does not
 * know leads nowhere. Associative in value. Throws RangeError where the first does not end where the second begins.
 * @example composeConcordances({ from: 'A', to: 'B', links: [{ source: '1', target: 'x', weight: 1 }] }, { from: 'B', to: 'C', links: [{ source: 'x', target: 'p', weight: 1 }] }).links // [{ source: '1', target: 'p', weight: 1 }]
 */
export function composeConcordances(first: Concordance, second: Concordance): Concordance {
  if (first.to !== second.from) {
    throw new RangeError(`${first.from} to ${first.to} cannot be followed by ${second.from} to ${second.to}`);
  }
  const onward = linksBySource(second);
  const weights = new Map<string, Map<string | null, number>>();
  for (const { source, target, weight } of first.links) {
    const sums = weights.get(source) ?? new Map<string | null, number>();
    const next: readonly Link[] = (target === null ? undefined : onward.get(target)) ?? [
      { source: '', target: null, weight: 1 },
    ];
    for (const link of next) sums.set(link.target, (sums.get(link.target) ?? 0) + weight * link.weight);
    weights.set(source, sums);
  }
  const links = [...weights].flatMap(([source, sums]) =>
    [...sums].map(([target, weight]) => ({ source, target, weight })),
  );
  return { from: first.from, to: second.to, links: orderedLinks(links) };
}
