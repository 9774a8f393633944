import type { HsEdition } from '../domain/edition.ts';
import type { Period } from '../domain/period.ts';
import type { Flow } from '../store/cube.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import type { EditionList } from './lists/editionList.ts';
import { type CodeSum, type SumSource, sumsOf } from './readSums.ts';

/** Dollars by region of what a list counts, in all years or one; null where the list is not known for an edition. */
export type SelectedSums = (list: EditionList, year?: number) => ReadonlyMap<string, number> | null;

interface Question {
  readonly flow: Flow;
  readonly period: Period;
  readonly reExports: 'exclude' | 'include';
}

/** Reads once what all the lists may count, and answers for each list. */
export async function selectedSums(
  workspace: WorkspaceReader,
  question: Question,
  lists: readonly EditionList[],
  editions: readonly HsEdition[],
  source: SumSource = sumsOf(workspace),
): Promise<SelectedSums> {
  const keys = { hs6: new Set<string>(), line: new Set<string>() };
  const groups = new Set<'heading' | 'chapter'>();
  for (const list of lists) {
    for (const edition of editions) {
      const selection = list(edition);
      if (selection === null) continue;
      if (selection.by !== 'hs6') groups.add(selection.by);
      else for (const code of selection.weights.keys()) keys[code.length > 6 ? 'line' : 'hs6'].add(code);
    }
  }
  // By code, then by year: a list is counted year by year, or over all of them.
  const index = new Map<string, Map<number, CodeSum[]>>();
  const keep = (by: string, sums: readonly CodeSum[]) => {
    for (const sum of sums) {
      if (question.reExports === 'exclude' && sum.reExport) continue;
      const key = `${by} ${sum.edition} ${sum.code}`;
      const years = index.get(key) ?? new Map<number, CodeSum[]>();
      if (years.size === 0) index.set(key, years);
      const known = years.get(sum.year);
      if (known === undefined) years.set(sum.year, [sum]);
      else known.push(sum);
    }
  };
  const { flow, period } = question;
  if (keys.hs6.size > 0) keep('hs6', await source.codes(flow, period, 'hs6', [...keys.hs6].sort()));
  if (keys.line.size > 0) keep('hs6', await lineSums(source, flow, period, [...keys.line].sort()));
  for (const by of groups) keep(by, await source.codes(flow, period, by, null));
  return (list, year) => {
    const total = new Map<string, number>();
    for (const edition of editions) {
      const selection = list(edition);
      if (selection === null) return null;
      for (const [code, weight] of selection.weights) {
        const years = index.get(`${selection.by} ${edition} ${code}`);
        for (const sums of year === undefined ? (years?.values() ?? []) : [years?.get(year) ?? []])
          for (const sum of sums) total.set(sum.region, (total.get(sum.region) ?? 0) + weight * sum.valueUsd);
      }
    }
    return total;
  };
}

/** Sums of national lines under the beginnings asked for, each under its beginning. */
async function lineSums(
  source: SumSource,
  flow: Flow,
  period: Period,
  beginnings: readonly string[],
): Promise<readonly CodeSum[]> {
  const codes = [...new Set(beginnings.map((line) => line.slice(0, 6)))];
  const sums = await source.codes(flow, period, 'line', codes);
  return beginnings.flatMap((beginning) =>
    sums.filter((sum) => sum.code.startsWith(beginning)).map((sum) => ({ ...sum, code: beginning })),
  );
}
