import type { Concordance } from './concordance.ts';

export type LinkKind = '1:1' | '1:n' | 'n:1' | 'n:n';

/**
 * How many to how many each link is, in the order of the links: `n:1` where several codes share a target; null where
 * there is no target.
 * @example linkKinds({ from: 'A', to: 'B', links: [{ source: '1', target: 'x', weight: 1 }, { source: '2', target: 'x', weight: 1 }] }) // ['n:1', 'n:1']
 */
export function linkKinds(concordance: Concordance): readonly (LinkKind | null)[] {
  const count = (side: 'source' | 'target') => {
    const counts = new Map<string, number>();
    for (const link of concordance.links) {
      const code = link[side];
      if (code !== null && link.target !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    return counts;
  };
  const targets = count('source');
  const sources = count('target');
  return concordance.links.map(({ source, target }): LinkKind | null => {
    if (target === null) return null;
    const many = (sources.get(target) ?? 0) > 1 ? 'n' : '1';
    return `${many}:${(targets.get(source) ?? 0) > 1 ? 'n' : '1'}`;
  });
}
