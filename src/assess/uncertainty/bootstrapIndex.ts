import { type DrawSummary, drawCollector } from '../../domain/drawSummary.ts';
import { judgeOrientation, type OrientationRule } from '../../domain/orientationRule.ts';
import { resampleCounts } from '../../domain/resampleCounts.ts';
import { trajectoryIndex } from '../../domain/trajectoryIndex.ts';
import type { IndexLines } from './indexLines.ts';

/** A region that is judged, and the regions it is held against (places among the lines' regions). */
export interface JudgedRegion {
  readonly self: number;
  /** The reference as it is, and as the index is held against. */
  readonly reference: readonly number[];
  readonly held: readonly number[];
}

/**
 * Bootstrap of the index: in each draw as many lines as the segment has are drawn with replacement. X(r,s) of every
 * region is the sum over the lines drawn, each as often as it was drawn; base and all exports are what lies outside
 * the lines, which stays as it is, and the lines drawn. Index, rank and verdict are computed anew.
 */
export function bootstrapIndex(
  lines: IndexLines,
  judged: readonly JudgedRegion[],
  rule: OrientationRule,
  draws: number,
  random: () => number,
): readonly DrawSummary[] {
  const n = lines.regions.length;
  const collector = drawCollector(judged.length);
  const counts = new Int32Array(lines.names.length);
  const [segment, base, total] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  for (let draw = 0; draw < draws; draw += 1) {
    resampleCounts(counts, random);
    segment.fill(0);
    base.set(lines.restBase);
    total.set(lines.restTotal);
    for (let line = 0; line < counts.length; line += 1) {
      const count = counts[line] as number;
      if (count === 0) continue;
      for (let r = 0, at = line * n; r < n; r += 1, at += 1) {
        segment[r] = (segment[r] as number) + count * (lines.segment[at] as number);
        base[r] = (base[r] as number) + count * (lines.base[at] as number);
        total[r] = (total[r] as number) + count * (lines.total[at] as number);
      }
    }
    const all = sumOf(total);
    const results = judged.map(({ self, reference, held }) => {
      const value = segment[self] as number;
      const own = settled(total[self] as number, lines.restTotal[self] as number);
      const index = trajectoryIndex({
        segmentValue: value,
        baseValue: settled(base[self] as number, lines.restBase[self] as number),
        referenceSegmentValue: sumAt(segment, held),
        referenceBaseValue: sumAt(base, held),
      }).value;
      const whole = sumAt(segment, reference);
      const verdict = judgeOrientation(rule, {
        trajectoryIndex: index,
        shareOfReferenceSegment: whole === 0 ? null : value / whole,
        segmentShareOfTerritory: own === 0 ? null : value / own,
        shareOfCountryTotal: all === 0 ? null : own / all,
        segmentValueUsd: value,
      }).verdict;
      return { index, isYes: verdict === 'yes' };
    });
    collector.add(
      results.map((one) => one.index),
      results.map((one) => one.isYes),
    );
  }
  return collector.summaries();
}

/** A sum that is 0 but for the rounding of subtracting all lines from their total. */
function settled(value: number, rest: number): number {
  return Math.abs(value) < 1e-6 && Math.abs(rest) < 1e-6 ? 0 : value;
}

function sumOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

function sumAt(values: Float64Array, places: readonly number[]): number {
  let sum = 0;
  for (const place of places) sum += values[place] as number;
  return sum;
}
