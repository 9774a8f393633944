import type { HsEdition } from '../domain/edition.ts';
import type { Period } from '../domain/period.ts';
import type { Flow } from '../store/cube.ts';
import type { CodeClasses } from '../store/queries/classSums.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import type { CodeSelection, EditionList } from './lists/editionList.ts';
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
  const lines = new Set<string>();
  const groups = new Set<'heading' | 'chapter'>();
  for (const list of lists) {
    for (const edition of editions) {
      const selection = list(edition);
      if (selection === null) continue;
      if (selection.by !== 'hs6') groups.add(selection.by);
      else for (const code of selection.weights.keys()) if (code.length > 6) lines.add(code);
    }
  }
  // By code or class, then by year: a list is counted year by year, or over all of them.
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
  const classes = classesOf(lists, editions);
  if ([...classes.values()].some((codes) => codes.size > 0))
    keep('class', await source.classes(flow, period, classes));
  if (lines.size > 0) keep('line', await lineSums(source, flow, period, [...lines].sort()));
  for (const by of groups) keep(by, await source.codes(flow, period, by, null));
  const weightsOf = classWeights(classes);
  return (list, year) => {
    const total = new Map<string, number>();
    for (const edition of editions) {
      const selection = list(edition);
      if (selection === null) return null;
      for (const [key, weight] of weightsOf(edition, selection)) {
        const years = index.get(key);
        for (const sums of year === undefined ? (years?.values() ?? []) : [years?.get(year) ?? []])
          for (const sum of sums) total.set(sum.region, (total.get(sum.region) ?? 0) + weight * sum.valueUsd);
      }
    }
    return total;
  };
}

/** Six-digit codes that all lists count alike are one class: read as one sum. */
function classesOf(lists: readonly EditionList[], editions: readonly HsEdition[]): CodeClasses {
  return new Map(
    editions.map((edition) => {
      const selections = [
        ...new Set(
          lists.flatMap((list) => {
            const selection = list(edition);
            return selection?.by === 'hs6' ? [selection.weights] : [];
          }),
        ),
      ];
      const codes = new Set(
        selections.flatMap((weights) => [...weights.keys()].filter((code) => code.length === 6)),
      );
      const names = new Map<string, string>();
      const classes = new Map<string, string>();
      for (const code of [...codes].sort()) {
        const counted = selections.map((weights) => weights.get(code) ?? 0).join(' ');
        const name = names.get(counted) ?? `c${names.size}`;
        names.set(counted, name);
        classes.set(code, name);
      }
      return [edition, classes];
    }),
  );
}

/** The weights of a list by class instead of by code, under the keys of the sums; found out once for each list. */
function classWeights(classes: CodeClasses) {
  const known = new Map<HsEdition, WeakMap<CodeSelection['weights'], ReadonlyMap<string, number>>>();
  return (edition: HsEdition, { by, weights }: CodeSelection): ReadonlyMap<string, number> => {
    const kept = known.get(edition) ?? new WeakMap<CodeSelection['weights'], ReadonlyMap<string, number>>();
    known.set(edition, kept);
    const found = kept.get(weights);
    if (found !== undefined) return found;
    const counted = new Map<string, number>();
    const sizes = new Map<string, number>();
    for (const [code, weight] of weights) {
      const name = by === 'hs6' && code.length === 6 ? classes.get(edition)?.get(code) : undefined;
      const key =
        by !== 'hs6'
          ? `${by} ${edition} ${code}`
          : code.length > 6
            ? `line ${edition} ${code}`
            : `class ${edition} ${name ?? ''}`;
      if ((counted.get(key) ?? weight) !== weight)
        throw new Error(`The codes of a class do not count alike: ${edition} ${code}`);
      counted.set(key, weight);
      if (name !== undefined) sizes.set(name, (sizes.get(name) ?? 0) + 1);
    }
    // A list that classes were not made for might count a part of one.
    for (const [name, size] of sizes) {
      const whole = [...(classes.get(edition)?.values() ?? [])].filter((one) => one === name).length;
      if (size !== whole) throw new Error(`A class of codes is counted in part: ${edition} ${name}`);
    }
    kept.set(weights, counted);
    return counted;
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
