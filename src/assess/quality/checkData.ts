import {
  type Check,
  type Mirror,
  type QualityFinding,
  type QualityOptions,
  qualityOptionsSchema,
} from '../../api/check.ts';
import { formatSignificant } from '../../domain/formatNumber.ts';
import { qualityCheck, qualityChecks } from '../../domain/quality/qualityChecks.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { checkMirror } from './checkMirror.ts';
import { checkQuality, inOrder, type QualityEffects } from './checkQuality.ts';

/** Above this part of our value the unexplained differences from the partner are a finding. */
const mirrorShare = 0.1;

/** The report on the data of a workspace, with the comparison with a partner's data where that is given. */
export async function checkData(
  workspace: WorkspaceReader,
  mirror: WorkspaceReader | null,
  given: QualityOptions = {},
  effects?: QualityEffects,
): Promise<Check> {
  const options = qualityOptionsSchema.parse(given);
  const { quality, coverage } = await checkQuality(workspace, given, effects);
  const compared = mirror === null ? null : await checkMirror(workspace, mirror, given);
  const synthetic = workspace.synthetic
    ? [
        {
          code: 'synthetic-data',
          severity: 'warning' as const,
          message: {
            ru: 'Синтетические демонстрационные данные: созданы программой, это не данные таможни.',
            en: 'Synthetic demonstration data: made by the program, not customs data.',
          },
        },
      ]
    : [];
  return {
    data: {
      integrity: null,
      quality: [...quality, ...(compared === null ? [] : mirrorFindings(compared))].sort(inOrder),
      coverage: [...coverage],
      mirror: compared,
    },
    findings: synthetic,
    manifest: {
      command: 'check',
      country: workspace.country,
      vintages: [...workspace.vintages],
      options: { ...options },
      checks: qualityChecks.map((check) => check.id),
      ...(mirror === null
        ? {}
        : {
            mirror: {
              country: mirror.country,
              vintages: mirror.vintages,
              inputs: mirror.inputs.map(({ file, sha256 }) => ({ file, sha256 })),
            },
          }),
    },
  };
}

function mirrorFindings(mirror: Mirror): readonly QualityFinding[] {
  const check = qualityCheck('mirror-difference');
  return (['export', 'import'] as const).flatMap((flow): QualityFinding[] => {
    const found = mirror.years.filter(
      (year) => year.flow === flow && year.unexplainedUsd > mirrorShare * year.expectedUsd,
    );
    if (found.length === 0) return [];
    const unexplained = found.reduce((sum, year) => sum + year.unexplainedUsd, 0);
    const own = found.reduce((sum, year) => sum + year.ownUsd, 0);
    return [
      {
        code: check.id,
        group: check.group,
        severity: 'caveat',
        name: { ...check.name },
        meaning: { ...check.meaning },
        flow,
        count: found.length,
        valueUsd: unexplained,
        share: own === 0 ? null : unexplained / own,
        items: found.map((year) => ({
          year: year.year,
          subject: year.partner,
          text: {
            ru: `${year.partner}: у партнёра в ${ratioText(year, 'ru')} раза от ожидаемого`,
            en: `${year.partner}: the partner tells ${ratioText(year, 'en')} times what is expected`,
          },
          count: null,
          valueUsd: year.unexplainedUsd,
          share: year.ownUsd === 0 ? null : year.unexplainedUsd / year.ownUsd,
          measured: year.expectedUsd === 0 ? null : year.partnerUsd / year.expectedUsd,
        })),
        itemCount: found.length,
        examples: [],
      },
    ];
  });
}

function ratioText(year: Mirror['years'][number], language: 'ru' | 'en'): string {
  return year.expectedUsd === 0 ? '∞' : formatSignificant(year.partnerUsd / year.expectedUsd, language);
}
