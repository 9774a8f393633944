import type { QualityFinding, QualityItem } from '../../api/check.ts';
import type { Severity } from '../../domain/finding.ts';
import {
  conditionCounts,
  type RowCondition,
  rowConditions,
} from '../../store/queries/quality/conditionCounts.ts';
import { dollars, examplesWhere, findingOf, type QualityContext, shareOf, sumOf } from './context.ts';

interface RowCheck {
  readonly id: string;
  readonly condition: RowCondition;
  readonly severity: (share: number | null) => Severity;
  /** Below this share of the value it is not reported. */
  readonly from?: number;
}

const grows =
  (warning: number): RowCheck['severity'] =>
  (share) =>
    (share ?? 0) >= warning ? 'warning' : 'caveat';

const rowChecks: readonly RowCheck[] = [
  { id: 'confidential-share', condition: 'confidential', severity: grows(0.1) },
  { id: 'unallocated-share', condition: 'unallocated', severity: grows(0.1) },
  { id: 'short-code-share', condition: 'short', severity: grows(0.1) },
  { id: 'region-not-stated', condition: 'regionNotStated', severity: grows(0.05) },
  { id: 'negative-values', condition: 'negative', severity: () => 'caveat' },
  { id: 'no-rate', condition: 'noRate', severity: () => 'warning' },
  { id: 'no-weight', condition: 'noWeight', severity: () => 'info', from: 0.01 },
  { id: 'kilogram-mismatch', condition: 'kilogramMismatch', severity: grows(0.01) },
];

/** Checks of single rows, all counted in one pass. */
export async function rowFindings(context: QualityContext): Promise<readonly QualityFinding[]> {
  const rows = await context.workspace.engine.query(conditionCounts(context.slice));
  const findings: QualityFinding[] = [];
  const wholeUsd = sumOf(rows.map((row) => dollars(row.value_usd)));
  for (const check of rowChecks) {
    const hit = rows.filter((row) => Number(row[`rows_${check.condition}`]) > 0);
    if (hit.length === 0) continue;
    const items = hit.map((row): QualityItem => {
      const valueUsd = dollars(row[`usd_${check.condition}`]);
      const share = shareOf(valueUsd, dollars(row.value_usd));
      const count = Number(row[`rows_${check.condition}`]);
      return {
        year: Number(row.year),
        subject: '',
        text: { ru: `строк ${count} из ${row.rows}`, en: `${count} rows of ${row.rows}` },
        count,
        valueUsd,
        share,
        measured: share,
      };
    });
    const valueUsd = sumOf(items.map((one) => one.valueUsd));
    const share = shareOf(valueUsd, wholeUsd);
    const allRows = rows.reduce((sum, row) => sum + Number(row.rows), 0);
    const count = items.reduce((sum, one) => sum + (one.count ?? 0), 0);
    // Where no row has a weight the source has none: nothing is missing.
    if (check.condition === 'noWeight' && rows.every((row) => Number(row.rows_weighed) === 0)) continue;
    if (check.from !== undefined && (share ?? count / allRows) < check.from) continue;
    findings.push(
      findingOf(context, check.id, {
        severity: check.severity(share),
        items: [...items].sort((a, b) => (b.share ?? 0) - (a.share ?? 0) || (b.year ?? 0) - (a.year ?? 0)),
        count,
        valueUsd,
        share,
        examples: await examplesWhere(context, rowConditions[check.condition]),
      }),
    );
  }
  return findings;
}
