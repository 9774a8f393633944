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

/** What of a workspace a measure is asked over. */
export interface WorkspaceAsked {
  readonly period: Period;
  readonly digits: 2 | 4 | 6;
  readonly reExports: 'exclude' | 'include';
  readonly grouping: Grouping | null;
  /** Only these regions; left out: all. */
  readonly only?: readonly string[];
}

/** The table of a workspace that a measure needs under the options chosen; `edition`: of its product codes. */
export async function columnsOfWorkspace(
  workspace: WorkspaceReader,
  definition: MeasureDefinition,
  asked: WorkspaceAsked,
  chosen: MeasureOptions,
): Promise<MeasuredColumns & { readonly edition: string | null }> {
  const { period, digits, reExports, grouping, only } = asked;
  const flow = chosen.flow ?? 'export';
  const found = await workspaceColumns(workspace, definition, {
    flow,
    period,
    digits,
    reExports,
    partner: (chosen.over ?? 'product') !== 'product',
    ...(grouping === null ? {} : { grouping }),
    ...(only === undefined ? {} : { only }),
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
