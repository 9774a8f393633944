import type { NationalLines, NationalLinesOptions } from '../../api/nationalLines.ts';
import { headingName } from '../../classifications/names.ts';
import { periodText } from '../../domain/period.ts';
import { productSums } from '../../store/queries/productSums.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { given } from '../options.ts';
import { territoryScope } from './territoryScope.ts';

/**
 * The national lines (8 or 10 digits, as the source has them) that a territory's exports of a six-digit code are made
 * of, the largest first. Rows of the source that name no more than six digits stand under those. Throws `no-data`.
 */
export async function nationalLines(
  workspace: WorkspaceReader,
  { hs6, ...asked }: NationalLinesOptions,
): Promise<NationalLines> {
  const { options, regions, territory } = await territoryScope(workspace, given(asked));
  const { flow, period, reExports } = options;
  const rows = await workspace.engine.query(
    productSums({ flow, period, reExports, regions, by: ['line'], codes: [hs6] }),
  );
  const lines = rows
    .map((row) => ({ line: String(row.line), valueUsd: Number(row.value_usd ?? 0) }))
    .filter((one) => one.valueUsd !== 0)
    .sort((a, b) => b.valueUsd - a.valueUsd || (a.line < b.line ? -1 : 1));
  const total = lines.reduce((sum, one) => sum + one.valueUsd, 0);
  return {
    data: lines.map((one) => ({
      ...one,
      name: workspace.nameOf(() => true, one.line)?.name ?? null,
      share: total === 0 ? null : one.valueUsd / total,
    })),
    findings: [],
    manifest: {
      command: 'lines',
      territory: territory.id,
      territoryName: territory.name,
      period: periodText(period),
      hs6,
      headingName: headingName(hs6.slice(0, 4)),
      totalUsd: total,
      deeper: lines.some((one) => one.line.length > 6),
      options: { ...given(asked), hs6 },
      workspace: { country: workspace.country, vintages: [...workspace.vintages] },
    },
  };
}
