import type { QualityFinding, QualityItem } from '../../api/check.ts';
import { hsCodesOf } from '../../classifications/hsNomenclature.ts';
import { findPartner } from '../../classifications/partners.ts';
import { isHsEdition } from '../../domain/edition.ts';
import { literal } from '../../store/queries/literal.ts';
import { codesInUse } from '../../store/queries/quality/codesInUse.ts';
import { partnersInUse } from '../../store/queries/quality/partnersInUse.ts';
import { dollars, examplesWhere, findingOf, type QualityContext, sumOf } from './context.ts';

/** Six-digit codes that the edition in force does not have, and partners that no dictionary knows. */
export async function codeFindings(context: QualityContext): Promise<readonly QualityFinding[]> {
  const { engine } = context.workspace;
  const codes = await engine.query(codesInUse(context.slice));
  const known = new Map<string, ReadonlySet<string>>();
  const codesOf = (edition: string): ReadonlySet<string> => {
    const found = known.get(edition) ?? (isHsEdition(edition) ? hsCodesOf(edition) : new Set<string>());
    known.set(edition, found);
    return found;
  };
  const outside = codes
    .filter((row) => !codesOf(String(row.edition)).has(String(row.hs6)))
    .map((row): QualityItem => {
      const text = `${row.hs6} (${row.edition})`;
      return {
        year: Number(row.year),
        subject: String(row.hs6),
        text: { ru: text, en: text },
        count: Number(row.rows),
        valueUsd: dollars(row.value_usd),
        share: null,
        measured: null,
      };
    })
    .sort(byValue);
  const strange = (await engine.query(partnersInUse(context.slice)))
    .filter((row) => findPartner(String(row.partner)) === null)
    .map((row): QualityItem => {
      const text = String(row.partner);
      return {
        year: Number(row.year),
        subject: text,
        text: { ru: text, en: text },
        count: Number(row.rows),
        valueUsd: dollars(row.value_usd),
        share: null,
        measured: null,
      };
    })
    .sort(byValue);
  const findings: QualityFinding[] = [];
  for (const [id, items, column] of [
    ['code-outside-edition', outside, 'hs6'],
    ['unknown-partner', strange, 'partner'],
  ] as const) {
    if (items.length === 0) continue;
    const top = items.slice(0, context.options.examples);
    const condition = top
      .map((one) => `(year = ${one.year} AND ${column} = ${literal(one.subject)})`)
      .join(' OR ');
    findings.push(
      findingOf(context, id, {
        severity: 'warning',
        items,
        count: items.reduce((sum, one) => sum + (one.count ?? 0), 0),
        valueUsd: sumOf(items.map((one) => one.valueUsd)),
        examples: condition === '' ? [] : await examplesWhere(context, condition),
      }),
    );
  }
  return findings;
}

export function byValue(a: QualityItem, b: QualityItem): number {
  return (
    (b.valueUsd ?? 0) - (a.valueUsd ?? 0) ||
    (b.count ?? 0) - (a.count ?? 0) ||
    a.subject.localeCompare(b.subject)
  );
}
