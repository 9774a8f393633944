import { drawInterval } from './drawInterval.ts';
import { ranksOf } from './ranksOf.ts';

/** What the draws of one region give. */
export interface DrawSummary {
  readonly draws: number;
  /** Draws in which the value is undefined. */
  readonly undefinedDraws: number;
  /** Percentile interval of 95 % of the values. */
  readonly valueLower: number | null;
  readonly valueUpper: number | null;
  /** The same of the ranks. */
  readonly rankBest: number | null;
  readonly rankWorst: number | null;
  /** Share of the draws with a rank from the best to the worst. */
  readonly rankShare: number | null;
  /** Share of the draws with the verdict yes; null where nothing is judged. */
  readonly verdictYesShare: number | null;
}

/** Collects values and verdicts of all regions draw by draw. */
export interface DrawCollector {
  add(values: readonly (number | null)[], isYes: readonly boolean[] | null): void;
  summaries(): readonly DrawSummary[];
}

/**
 * A collector for so many regions.
 * @example drawCollector(1).summaries()[0].draws // 0
 */
export function drawCollector(regions: number): DrawCollector {
  const values = Array.from({ length: regions }, (): number[] => []);
  const ranks = Array.from({ length: regions }, (): number[] => []);
  const yes = new Int32Array(regions);
  let [draws, judged] = [0, false];
  return {
    add: (drawn, isYes) => {
      draws += 1;
      judged ||= isYes !== null;
      ranksOf(drawn).forEach((rank, r) => {
        const value = drawn[r];
        if (value != null && rank !== null) {
          values[r]?.push(value);
          ranks[r]?.push(rank);
        }
        if (isYes?.[r] === true) yes[r] = (yes[r] as number) + 1;
      });
    },
    summaries: () =>
      values.map((drawn, r): DrawSummary => {
        const [interval, ranked] = [drawInterval(drawn), drawInterval(ranks[r] ?? [])];
        return {
          draws,
          undefinedDraws: draws - drawn.length,
          valueLower: interval?.lower ?? null,
          valueUpper: interval?.upper ?? null,
          rankBest: ranked?.lower ?? null,
          rankWorst: ranked?.upper ?? null,
          rankShare: ranked === null ? null : (ranked.inside * drawn.length) / draws,
          verdictYesShare: judged && draws > 0 ? (yes[r] as number) / draws : null,
        };
      }),
  };
}
