import type { Finding } from '../domain/finding.ts';
import type { DuckdbEngine } from '../store/duckdb.ts';
import type { ImportPlan } from './importPlan.ts';

/**
 * A table whose partners are numbers, and that says nothing of them: they are read as codes of the UN (M49). Codes of
 * another system can be codes of the UN too, of other countries, so that nothing else would show it.
 */
export async function partnerCodeFindings(
  engine: DuckdbEngine,
  plan: ImportPlan,
): Promise<readonly Finding[]> {
  if (plan.source !== 'table' || Object.keys(plan.partnerCodes).length > 0) return [];
  const rows = await engine.query(
    `SELECT trim(partner_text) AS code, CAST(any_value(partner) AS VARCHAR) AS partner, count(*) AS rows FROM judged
     WHERE fate = 'kept' AND partner_known AND regexp_full_match(trim(partner_text), '[0-9]+')
     GROUP BY ALL ORDER BY rows DESC, code`,
  );
  if (rows.length === 0) return [];
  return [
    {
      code: 'numeric-partners',
      severity: 'caveat',
      message: {
        ru: 'Партнёры записаны числами и прочитаны как коды ООН (M49). Если это коды другой системы, страны прочитаны неверно: задайте их в partners файла соответствия.',
        en: 'Partners are numbers and were read as codes of the UN (M49). If they are codes of another system the countries are wrong: give them in partners of the mapping.',
      },
      count: rows.reduce((sum, row) => sum + Number(row.rows), 0),
      examples: rows.slice(0, 5).map((row) => `${String(row.code)} → ${String(row.partner)}`),
    },
  ];
}
