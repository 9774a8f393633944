/** A step from one classification to another; `inverted`: by a concordance read backwards. */
export interface PathStep {
  readonly from: string;
  readonly to: string;
  readonly inverted: boolean;
}

/** Editions of one classification share their letters: HS2017 and HS2022 are of one family. */
const familyOf = (id: string) => id.replace(/[^A-Z].*$/i, '');

/**
 * Length of a step. Between editions of one classification little is lost; from a fine one to a coarse one its detail
 * is; back again a code is smeared over everything that shares its heading.
 */
function lengthOf(step: PathStep): number {
  if (familyOf(step.from) === familyOf(step.to)) return 1;
  return step.inverted ? 100 : 10;
}

/**
 * The way between two classifications over the concordances there are, in either direction, that loses least: by
 * editions of one classification where it can, back through a coarser one only where nothing else leads there. Null
 * where there is no way.
 * @example concordancePath([{ from: 'HS2', to: 'S4' }, { from: 'HS1', to: 'S4' }, { from: 'HS2', to: 'HS1' }], 'HS1', 'HS2') // [{ from: 'HS1', to: 'HS2', inverted: true }]
 */
export function concordancePath(
  available: readonly { readonly from: string; readonly to: string }[],
  from: string,
  to: string,
): readonly PathStep[] | null {
  const settled = new Map<string, readonly PathStep[]>();
  const open = new Map<string, { readonly length: number; readonly path: readonly PathStep[] }>([
    [from, { length: 0, path: [] }],
  ]);
  for (;;) {
    const [here, best] = [...open].sort((a, b) => a[1].length - b[1].length)[0] ?? [null, null];
    if (here === null) return null;
    if (here === to) return best.path;
    open.delete(here);
    settled.set(here, best.path);
    const steps = [
      ...available
        .filter((one) => one.from === here)
        .map((one) => ({ from: here, to: one.to, inverted: false })),
      ...available
        .filter((one) => one.to === here)
        .map((one) => ({ from: here, to: one.from, inverted: true })),
    ];
    for (const step of steps) {
      const length = best.length + lengthOf(step);
      if (settled.has(step.to) || (open.get(step.to)?.length ?? Number.POSITIVE_INFINITY) <= length) continue;
      open.set(step.to, { length, path: [...best.path, step] });
    }
  }
}
