import type { QualityFinding, QualityItem } from '../../api/check.ts';
import { findUnit } from '../../classifications/units.ts';
import { literal } from '../../store/queries/literal.ts';
import { unitsInUse } from '../../store/queries/quality/unitsInUse.ts';
import { byValue } from './codeFindings.ts';
import { dollars, examplesWhere, findingOf, groupedBy, type QualityContext, sumOf } from './context.ts';

/** Lines whose quantity is in several units within a year, and units that no dictionary knows. */
export async function unitFindings(context: QualityContext): Promise<readonly QualityFinding[]> {
  const rows = await context.workspace.engine.query(unitsInUse(context.slice));
  const mixed = [...groupedBy(rows, (row) => `${row.year} ${row.line}`).values()]
    .filter((group) => group.length > 1)
    .map((group): QualityItem => {
      const [first] = group;
      const text = `${first?.line}: ${group.map((row) => `${row.unit} × ${row.rows}`).join(', ')}`;
      // What is not in the unit of most rows.
      const rest = [...group].sort((a, b) => Number(b.rows) - Number(a.rows)).slice(1);
      return {
        year: Number(first?.year),
        subject: String(first?.line),
        text: { ru: text, en: text },
        count: rest.reduce((sum, row) => sum + Number(row.rows), 0),
        valueUsd: sumOf(rest.map((row) => dollars(row.value_usd))),
        share: null,
        measured: group.length,
      };
    })
    .sort(byValue);
  const unknown = [
    ...groupedBy(
      rows.filter((row) => findUnit(String(row.unit), false) === null),
      (row) => `${row.year} ${row.unit}`,
    ).values(),
  ]
    .map((group): QualityItem => {
      const [first] = group;
      const text = String(first?.unit);
      return {
        year: Number(first?.year),
        subject: text,
        text: { ru: text, en: text },
        count: group.reduce((sum, row) => sum + Number(row.rows), 0),
        valueUsd: sumOf(group.map((row) => dollars(row.value_usd))),
        share: null,
        measured: null,
      };
    })
    .sort(byValue);
  const findings: QualityFinding[] = [];
  for (const [id, items, column, severity] of [
    ['mixed-units', mixed, 'line', 'caveat'],
    ['unknown-unit', unknown, 'unit', 'warning'],
  ] as const) {
    if (items.length === 0) continue;
    const condition = items
      .slice(0, context.options.examples)
      .map((one) => `(year = ${one.year} AND quantity > 0 AND ${column} = ${literal(one.subject)})`)
      .join(' OR ');
    findings.push(
      findingOf(context, id, {
        severity,
        items,
        count: items.reduce((sum, one) => sum + (one.count ?? 0), 0),
        valueUsd: sumOf(items.map((one) => one.valueUsd)),
        examples: condition === '' ? [] : await examplesWhere(context, condition),
      }),
    );
  }
  return findings;
}
