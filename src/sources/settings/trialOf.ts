import { stat } from 'node:fs/promises';
import type { ImportPreview } from '../../api/imports.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { ReadableTable } from '../../files/inputSettings.ts';
import type { DuckdbEngine } from '../../store/duckdb.ts';
import type { WorkspaceManifest } from '../../store/manifest.ts';
import { accountsOf, requireSomethingKept } from '../accountsOf.ts';
import { replacementOf, requireNoOverlap, requireSameCountry } from '../importChecks.ts';
import { judge, slicesOf } from '../importFile.ts';
import type { ImportOptions } from '../importOptions.ts';
import type { ImportPlan } from '../importPlan.ts';
import { importProgress } from '../importProgress.ts';
import { quarantineQuery } from '../quarantineQuery.ts';
import { requireKnownCodes } from '../requireKnownCodes.ts';

type Trial = Pick<ImportPreview['data'], 'trial' | 'problem'>;

export interface TriedFile {
  readonly path: string;
  readonly name: string;
  readonly table: ReadableTable;
  readonly plan: ImportPlan;
  /** Is it the whole file, not just its beginning? */
  readonly isWhole: boolean;
}

/**
 * What an import would do with the rows at hand, without storing anything: how many it would keep and set aside and
 * why, and, of a whole file, whether it would be refused beside what is stored.
 */
export async function trialOf(
  engine: DuckdbEngine,
  { path, name, table, plan, isWhole }: TriedFile,
  stored: WorkspaceManifest | null,
  options: ImportOptions,
): Promise<Trial> {
  const watch = importProgress({ progress: () => undefined }, name, (await stat(path)).size);
  let trial: Trial['trial'] = null;
  try {
    if (stored !== null) requireSameCountry(stored, plan);
    await judge(engine, plan, table, path, watch);
    const accounts = await accountsOf(engine, { file: name, vintage: '', currency: plan.currency });
    const reasons = await engine.query(
      `SELECT reason, count(*) AS n FROM (${quarantineQuery}) GROUP BY reason ORDER BY n DESC, reason`,
    );
    trial = {
      whole: isWhole,
      rowsIn: accounts.rowsIn,
      rowsKept: accounts.rowsKept,
      rowsTotalRows: accounts.rowsTotalRows,
      rowsQuarantined: accounts.rowsQuarantined,
      reasons: reasons.map((row) => ({ reason: String(row.reason), rows: Number(row.n) })),
    };
    await requireSomethingKept(engine, accounts);
    await requireKnownCodes(engine, path, plan, options);
    if (isWhole && stored !== null) {
      const slices = await slicesOf(engine);
      requireNoOverlap(stored, plan, slices, replacementOf(stored, slices, options));
    }
    return { trial, problem: null };
  } catch (error) {
    if (!(error instanceof TrajectaError)) throw error;
    return { trial, problem: { code: error.code, message: { ...error.text } } };
  } finally {
    watch.stop();
  }
}
