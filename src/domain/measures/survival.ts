export interface Spell {
  /** Number of years that the relation lasted. */
  readonly years: number;
  /** It ended within the span (false: it still ran at the end, so it lasted at least so long). */
  readonly ended: boolean;
}

export interface SurvivalStep {
  readonly year: number;
  readonly atRisk: number;
  readonly ended: number;
  /** Estimated share of spells that last longer than `year` years. */
  readonly survival: number;
}

/**
 * Spells of consecutive years out of the years in which relations were active, in a span observed from `first` to `last`.
 * Spells that ran in the first year began no one knows when (left-censored): they are left out unless wanted. Gaps of
 * `joinGaps` years or fewer do not end a spell.
 * @example spellsOf([[2001, 2002, 2004]], 2000, 2004) // [{ years: 2, ended: true }, { years: 1, ended: false }]
 */
export function spellsOf(
  active: readonly (readonly number[])[],
  first: number,
  last: number,
  options: { readonly joinGaps?: number; readonly withLeftCensored?: boolean } = {},
): readonly Spell[] {
  const gap = 1 + (options.joinGaps ?? 0);
  return active.flatMap((years) => {
    const sorted = [...new Set(years)].filter((year) => year >= first && year <= last).sort((a, b) => a - b);
    const spells: { from: number; to: number }[] = [];
    for (const year of sorted) {
      const open = spells.at(-1);
      if (open !== undefined && year - open.to <= gap) open.to = year;
      else spells.push({ from: year, to: year });
    }
    return spells
      .filter(({ from }) => from > first || options.withLeftCensored === true)
      .map(({ from, to }) => ({ years: to - from + 1, ended: to < last }));
  });
}

/**
 * Kaplan–Meier estimate of survival, S(t) = Π (1 − d_i / n_i) over the years up to t. Source: Kaplan, Meier 1958.
 * @example kaplanMeier([{ years: 1, ended: true }, { years: 2, ended: false }])[0] // { year: 1, atRisk: 2, ended: 1, survival: 0.5 }
 */
export function kaplanMeier(spells: readonly Spell[]): readonly SurvivalStep[] {
  const longest = spells.reduce((most, spell) => Math.max(most, spell.years), 0);
  let survival = 1;
  return Array.from({ length: longest }, (_, place) => {
    const year = place + 1;
    const atRisk = spells.filter((spell) => spell.years >= year).length;
    const ended = spells.filter((spell) => spell.ended && spell.years === year).length;
    survival *= 1 - ended / atRisk;
    return { year, atRisk, ended, survival };
  });
}
