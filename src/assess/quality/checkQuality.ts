import {
  type CoverageRow,
  type QualityFinding,
  type QualityOptions,
  qualityOptionsSchema,
} from '../../api/check.ts';
import { qualityChecks } from '../../domain/quality/qualityChecks.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { breakFindings } from './breakFindings.ts';
import { codeFindings } from './codeFindings.ts';
import { type QualityContext, sumOf } from './context.ts';
import { coverageFindings, coverageRows } from './coverageFindings.ts';
import { duplicateFindings } from './duplicateFindings.ts';
import { importedFindings } from './importedFindings.ts';
import { monthlyTable } from './monthlyTable.ts';
import { priceFindings } from './priceFindings.ts';
import { rowFindings } from './rowFindings.ts';
import { unitFindings } from './unitFindings.ts';

export interface QualityReport {
  readonly quality: readonly QualityFinding[];
  readonly coverage: readonly CoverageRow[];
}

export interface QualityEffects {
  progress(text: TwoLanguages): void;
}

const severities = ['error', 'warning', 'caveat', 'info'];

/**
 * What is to be known of the data of a workspace, by the registry of checks (`domain/quality/qualityChecks`): each
 * finding with its severity, rows, value, items and example rows. Nothing is changed and nothing is left out of any
 * figure because of it. Sorted by severity, then in the order of the registry.
 */
export async function checkQuality(
  workspace: WorkspaceReader,
  given: QualityOptions = {},
  effects: QualityEffects = { progress: () => undefined },
): Promise<QualityReport> {
  const options = qualityOptionsSchema.parse(given);
  const quality: QualityFinding[] = [];
  const coverage: CoverageRow[] = [];
  const flows = options.flow === undefined ? (['export', 'import'] as const) : [options.flow];
  for (const flow of flows) {
    const years = workspace.coverage
      .filter(
        (one) => one.flow === flow && one.year >= (options.from ?? 0) && one.year <= (options.to ?? 9999),
      )
      .map((one) => one.year);
    const [from, to] = [years[0], years.at(-1)];
    if (from === undefined || to === undefined) continue;
    const context: QualityContext = { workspace, slice: { flow, from, to }, options, years };
    const step = (ru: string, en: string) =>
      effects.progress({
        ru: `${flow === 'export' ? 'Вывоз' : 'Ввоз'} ${from}–${to}: ${ru}`,
        en: `${flow === 'export' ? 'Exports' : 'Imports'} ${from}–${to}: ${en}`,
      });
    step('полнота и разрывы', 'coverage and breaks');
    const table = await monthlyTable(context);
    const rows = coverageRows(context, table);
    coverage.push(...rows);
    quality.push(...coverageFindings(context, table), ...(await breakFindings(context, table)));
    step('строки, коды, единицы', 'rows, codes, units');
    quality.push(
      ...(await rowFindings(context)),
      ...(await codeFindings(context)),
      ...(await unitFindings(context)),
    );
    quality.push(...(await priceFindings(context, (year) => step(`цены, ${year}`, `prices, ${year}`))));
    step('повторы', 'repetitions');
    quality.push(...(await duplicateFindings(context, sumOf(rows.map((row) => row.valueUsd)))));
  }
  quality.push(...importedFindings(workspace, options.examples));
  return { quality: quality.sort(inOrder), coverage };
}

/** By severity, then in the order of the registry. */
export function inOrder(a: QualityFinding, b: QualityFinding): number {
  const place = (finding: QualityFinding) =>
    severities.indexOf(finding.severity) * 1000 +
    qualityChecks.findIndex((check) => check.id === finding.code);
  return place(a) - place(b);
}
