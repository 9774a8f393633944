import type { QualityFinding } from '../../api/check.ts';
import { qualityCheck } from '../../domain/quality/qualityChecks.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { sumOf } from './context.ts';

/** What only the import could see, because the stored rows no longer tell: texts that named no region, unusable rows. */
const codes = ['unknown-region', 'quarantined-rows'] as const;

export function importedFindings(workspace: WorkspaceReader, examples: number): readonly QualityFinding[] {
  return codes.flatMap((code): QualityFinding[] => {
    const found = workspace.inputs.flatMap((input) =>
      input.findings.filter((one) => one.code === code).map((finding) => ({ input, finding })),
    );
    if (found.length === 0) return [];
    const check = qualityCheck(code);
    return [
      {
        code,
        group: check.group,
        severity: 'warning',
        name: { ...check.name },
        meaning: { ...check.meaning },
        flow: null,
        count: found.reduce((sum, { finding }) => sum + (finding.count ?? 0), 0),
        valueUsd: sumOf(found.map(({ finding }) => finding.valueUsd ?? null)),
        share: null,
        items: found.slice(0, Math.max(examples, 1)).map(({ input, finding }) => ({
          year: null,
          subject: input.file,
          text: {
            ru: `${input.file}: строк ${finding.count ?? 0}`,
            en: `${input.file}: ${finding.count ?? 0} rows`,
          },
          count: finding.count ?? null,
          valueUsd: finding.valueUsd ?? null,
          share: null,
          measured: null,
        })),
        itemCount: found.length,
        examples: found
          .flatMap(({ input, finding }) =>
            (finding.examples ?? []).map((text, place) => ({
              file: input.file,
              vintage: input.vintage,
              row: finding.rows?.[place] ?? null,
              text,
            })),
          )
          .slice(0, examples),
      },
    ];
  });
}
