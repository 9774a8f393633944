import type { Assessment, AssessmentRow } from '../../api/assessment.ts';
import type { TrajectoryOptions } from '../../api/trajectory.ts';
import { canonicalJson } from '../../domain/canonicalJson.ts';
import type { HsEdition } from '../../domain/edition.ts';
import type { Finding } from '../../domain/finding.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { rowsOfPeriod } from '../assess.ts';
import { protectAssessment } from '../disclosure/protectAssessment.ts';
import { keptWith } from '../keptWith.ts';
import { type AssessOptions, type KnownDefinitions, resolveOptions } from '../options.ts';
import { prepareReferred } from '../prepareReferred.ts';
import { type StatusSum, type SumSource, sumsOfSpan } from '../readSums.ts';

/** A year of a path: its rows, and what is compared with the year before to find breaks. */
export interface YearlyRows {
  readonly year: number;
  readonly rows: readonly AssessmentRow[];
  readonly editions: readonly HsEdition[];
  /** Months that are there; 0 stands for the whole year. */
  readonly months: readonly number[];
  readonly totals: ReadonlyMap<string, number>;
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly statusSums: readonly StatusSum[];
  readonly findings: readonly Finding[];
  /** What disclosure control has hidden of the year. */
  readonly hidden: Assessment['findings'];
  /** Nothing of the year has a dollar rate. */
  readonly withoutRate: boolean;
}

/** Years of the flow that the workspace holds within the span. Throws `bad-option` and `no-data`. */
export function yearsOfSpan(workspace: WorkspaceReader, options: TrajectoryOptions): readonly number[] {
  const { flow = 'export', from, to } = options;
  if (from !== undefined && to !== undefined && from > to) {
    throw new TrajectaError('bad-option', {
      ru: `--from ${from} позже --to ${to}.`,
      en: `--from ${from} is later than --to ${to}.`,
    });
  }
  const known = workspace.coverage.filter((entry) => entry.flow === flow).map((entry) => entry.year);
  const years = [...new Set(known)]
    .filter((year) => year >= (from ?? year) && year <= (to ?? year))
    .sort((a, b) => a - b);
  if (years.length > 0) return years;
  throw new TrajectaError('no-data', {
    ru: `Данных за эти годы нет. ${known.length === 0 ? 'Данных такого направления в рабочей области нет вовсе.' : `Есть ${Math.min(...known)}–${Math.max(...known)}.`}`,
    en: `There is no data for these years. ${known.length === 0 ? 'The workspace holds no data of this flow.' : `There is ${Math.min(...known)}–${Math.max(...known)}.`}`,
  });
}

/** An open workspace does not change: a year assessed for one territory is that of all others too. */
const assessedBefore = keptWith<WorkspaceReader, YearlyRows>(120);

/** The assessment of each year by itself, with what may not be shown of it taken out where the options ask for that. */
export async function yearlyRows(
  workspace: WorkspaceReader,
  years: readonly number[],
  options: Omit<AssessOptions, 'period'>,
  known: KnownDefinitions,
  run: string,
): Promise<readonly YearlyRows[]> {
  const answers: YearlyRows[] = [];
  const source = sumsOfSpan(workspace, years);
  const question = canonicalJson({ options, known });
  for (const year of years) {
    const { rows, ...rest } = await assessedBefore(workspace, `${year} ${question}`, () =>
      assessedYear(workspace, source, year, options, known),
    );
    answers.push({ ...rest, rows: rows.map((row) => ({ ...row, id: row.id.replace(/^[^/]*/, run) })) });
  }
  return answers;
}

/** A year by itself; ids of its rows name no run. */
async function assessedYear(
  workspace: WorkspaceReader,
  source: SumSource,
  year: number,
  options: Omit<AssessOptions, 'period'>,
  known: KnownDefinitions,
): Promise<YearlyRows> {
  const resolved = await resolveOptions(
    { ...options, period: String(year) },
    known,
    workspace.territories,
    workspace.world?.territories,
  );
  const prepared = await prepareReferred(workspace, resolved, source);
  const { statusSums } = prepared;
  const withoutRate =
    statusSums.some((sum) => sum.withoutRate > 0) && statusSums.every((sum) => sum.valueUsd === 0);
  const coverage = workspace.coverage.find((entry) => entry.flow === resolved.flow && entry.year === year);
  const shown = withoutRate
    ? { data: [], findings: [] }
    : await protectAssessment(workspace, prepared, resolved, rowsOfPeriod(prepared, resolved, 'run'));
  return {
    year,
    rows: shown.data,
    editions: prepared.editions,
    months: coverage?.months ?? [],
    totals: prepared.totals,
    members: prepared.members,
    statusSums,
    findings: prepared.findings,
    hidden: shown.findings,
    withoutRate,
  };
}
