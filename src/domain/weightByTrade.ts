import { type Concordance, type Link, linksBySource, orderedLinks } from './concordance.ts';

/**
 * Weights by what is traded under the targets: a code's links get the shares of their targets in the value of all its
 * targets; equal shares where none of them is traded. Negative values count as none. The part without target keeps
 * its weight.
 * @example weightByTrade({ from: 'A', to: 'B', links: [{ source: '1', target: 'x', weight: 0.5 }, { source: '1', target: 'y', weight: 0.5 }] }, new Map([['x', 3], ['y', 1]])).links[0].weight // 0.75
 */
export function weightByTrade(
  concordance: Concordance,
  targetValues: ReadonlyMap<string, number>,
): Concordance {
  const links = [...linksBySource(concordance).values()].flatMap((ofOne): Link[] => {
    const lost = ofOne.filter((link) => link.target === null);
    const rest = 1 - lost.reduce((sum, link) => sum + link.weight, 0);
    const mapped = ofOne.filter((link) => link.target !== null);
    const values = mapped.map((link) => Math.max(0, targetValues.get(link.target ?? '') ?? 0));
    const sum = values.reduce((total, value) => total + value, 0);
    return [
      ...lost,
      ...mapped.map((link, place) => ({
        ...link,
        weight: rest * (sum === 0 ? 1 / mapped.length : (values[place] ?? 0) / sum),
      })),
    ];
  });
  return { ...concordance, links: orderedLinks(links) };
}
