import { type Concordance, type Link, orderedLinks } from './concordance.ts';

/**
 * The same links read backwards. Without values a target shares itself equally among its sources; with the value of
 * each source code it goes back as it came: by value × weight, equally where nothing came. Values converted forward
 * and back with their own values are the same again, less what had no target.
 * @example invertConcordance({ from: 'A', to: 'B', links: [{ source: '1', target: 'x', weight: 1 }, { source: '2', target: 'x', weight: 1 }] }).links[0] // { source: 'x', target: '1', weight: 0.5 }
 */
export function invertConcordance(
  concordance: Concordance,
  sourceValues: ReadonlyMap<string, number> | null = null,
): Concordance {
  const bySource = new Map<string, Link[]>();
  for (const link of concordance.links) {
    if (link.target === null || link.weight === 0) continue;
    bySource.set(link.target, [...(bySource.get(link.target) ?? []), link]);
  }
  const links = [...bySource].flatMap(([target, incoming]): Link[] => {
    const came = incoming.map((link) => (sourceValues?.get(link.source) ?? 0) * link.weight);
    const sum = came.reduce((total, value) => total + value, 0);
    const equal = sourceValues === null || !(sum > 0) || came.some((value) => value < 0);
    return incoming.map((link, place) => ({
      source: target,
      target: link.source,
      weight: equal ? 1 / incoming.length : (came[place] ?? 0) / sum,
    }));
  });
  return { from: concordance.to, to: concordance.from, links: orderedLinks(links) };
}
