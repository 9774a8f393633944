/** A step from one classification to another; `inverted`: by a concordance read backwards. */
export interface PathStep {
  readonly from: string;
  readonly to: string;
  readonly inverted: boolean;
}

/**
 * The shortest way between two classifications over the concordances there are, in either direction; a direct one is
 * preferred to an inverted one, and earlier ones in the list to later ones. Null where there is no way.
 * @example concordancePath([{ from: 'B', to: 'A' }, { from: 'B', to: 'C' }], 'A', 'C') // [{ from: 'A', to: 'B', inverted: true }, { from: 'B', to: 'C', inverted: false }]
 */
export function concordancePath(
  available: readonly { readonly from: string; readonly to: string }[],
  from: string,
  to: string,
): readonly PathStep[] | null {
  const reached = new Map<string, readonly PathStep[]>([[from, []]]);
  let frontier = [from];
  while (frontier.length > 0 && !reached.has(to)) {
    const next: string[] = [];
    for (const here of frontier) {
      const path = reached.get(here) ?? [];
      const steps = [
        ...available
          .filter((one) => one.from === here)
          .map((one) => ({ from: here, to: one.to, inverted: false })),
        ...available
          .filter((one) => one.to === here)
          .map((one) => ({ from: here, to: one.from, inverted: true })),
      ];
      for (const step of steps) {
        if (reached.has(step.to)) continue;
        reached.set(step.to, [...path, step]);
        next.push(step.to);
      }
    }
    frontier = next;
  }
  return reached.get(to) ?? null;
}
