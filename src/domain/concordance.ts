/** A link between a code and one of its targets. The weights of a source code's links sum to 1. */
export interface Link {
  readonly source: string;
  /** null: this part of the code has no target. */
  readonly target: string | null;
  readonly weight: number;
}

/** Links between the codes of two classifications, many to many, ordered by source and target. */
export interface Concordance {
  readonly from: string;
  readonly to: string;
  readonly links: readonly Link[];
}

/**
 * A concordance with equal weights: a code of n targets gives 1/n to each. A pair with the target null says that the
 * code has none; it counts only where the code has no other.
 * @example concordanceOf('A', 'B', [['1', 'x'], ['1', 'y']]).links // [{ source: '1', target: 'x', weight: 0.5 }, { source: '1', target: 'y', weight: 0.5 }]
 */
export function concordanceOf(
  from: string,
  to: string,
  pairs: readonly (readonly [source: string, target: string | null])[],
): Concordance {
  const targets = new Map<string, Set<string>>();
  for (const [source, target] of pairs) {
    const known = targets.get(source) ?? new Set<string>();
    if (target !== null) known.add(target);
    targets.set(source, known);
  }
  const links = [...targets].flatMap(([source, found]): Link[] =>
    found.size === 0
      ? [{ source, target: null, weight: 1 }]
      : [...found].map((target) => ({ source, target, weight: 1 / found.size })),
  );
  return { from, to, links: orderedLinks(links) };
}

/**
 * Links ordered by source, then target, so that results do not depend on the order of input.
 * @example orderedLinks([{ source: '2', target: 'x', weight: 1 }, { source: '1', target: 'x', weight: 1 }])[0].source // '1'
 */
export function orderedLinks(links: readonly Link[]): readonly Link[] {
  return [...links].sort((a, b) => compare(a.source, b.source) || compare(a.target ?? '', b.target ?? ''));
}

/**
 * The links of each source code. @example linksBySource({ from: 'A', to: 'B', links: [{ source: '1', target: 'x', weight: 1 }] }).get('1').length // 1
 */
export function linksBySource(concordance: Concordance): ReadonlyMap<string, readonly Link[]> {
  const found = new Map<string, Link[]>();
  for (const link of concordance.links) {
    const known = found.get(link.source);
    if (known === undefined) found.set(link.source, [link]);
    else known.push(link);
  }
  return found;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
