import type { Finding } from '../../domain/finding.ts';
import type { MeasureDefinition } from '../../domain/measures/measureDefinition.ts';
import type { MeasureOptions } from '../../domain/measures/measureOptions.ts';
import type { TradeColumns } from '../../domain/measures/tradeColumns.ts';
import { type Period, periodText } from '../../domain/period.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import type { Grouping } from '../mergedInto.ts';
import { workspaceColumns } from './workspaceColumns.ts';

/** What a measure is computed over, what is to be known of it, and what it rests on. */
export interface MeasuredColumns {
  readonly columns: TradeColumns;
  readonly findings: readonly Finding[];
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** The table of a workspace that a measure needs under the options chosen. */
export async function columnsOfWorkspace(
  workspace: WorkspaceReader,
  definition: MeasureDefinition,
  asked: {
    readonly period: Period;
    readonly digits: 2 | 4 | 6;
    readonly reExports: 'exclude' | 'include';
    readonly grouping: Grouping | null;
  },
  chosen: MeasureOptions,
): Promise<MeasuredColumns> {
  const { period, digits, reExports, grouping } = asked;
  const flow = chosen.flow ?? 'export';
  const found = await workspaceColumns(workspace, definition, {
    flow,
    period,
    digits,
    reExports,
    partner: (chosen.over ?? 'product') !== 'product',
    ...(grouping === null ? {} : { grouping }),
  });
  return {
    ...found,
    manifest: {
      vintages: workspace.vintages,
      period: periodText(period),
      flow,
      digits,
      reExports,
      ...(grouping === null ? {} : { grouping }),
    },
  };
}
