import type { RunManifest } from '../../api/assessment.ts';
import type { Cause } from '../../api/comparison.ts';
import { canonicalJson } from '../../domain/canonicalJson.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { changesBetween } from './compareRuns.ts';
import { type RunAnswer, runAgain } from './runAgain.ts';

export interface RerunReport {
  readonly answer: RunAnswer;
  /** The rows are those of the first run, to the byte. */
  readonly reproduced: boolean;
  /** What is not as it was then. */
  readonly differences: readonly {
    readonly cause: Cause | 'result';
    readonly what: string;
    readonly was: unknown;
    readonly now: unknown;
  }[];
}

/** Makes a run again from its manifest, on the vintages and definitions that it had, and says what is not as it was. */
export async function rerun(workspace: WorkspaceReader, manifest: RunManifest): Promise<RerunReport> {
  const answer = await runAgain(workspace, manifest);
  const changed = changesBetween(manifest, answer.manifest).map(({ cause, what, a, b }) => ({
    cause,
    what,
    was: a,
    now: b,
  }));
  const inputs =
    canonicalJson(manifest.workspace.inputs) === canonicalJson(answer.manifest.workspace.inputs)
      ? []
      : [
          {
            cause: 'data' as const,
            what: 'inputs',
            was: manifest.workspace.inputs,
            now: answer.manifest.workspace.inputs,
          },
        ];
  const reproduced =
    manifest.resultChecksum !== null && manifest.resultChecksum === answer.manifest.resultChecksum;
  const result = reproduced
    ? []
    : [
        {
          cause: 'result' as const,
          what: 'resultChecksum',
          was: manifest.resultChecksum,
          now: answer.manifest.resultChecksum,
        },
      ];
  return { answer, reproduced, differences: [...changed, ...inputs, ...result] };
}
