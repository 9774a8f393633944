import type { AuditFile } from './auditFile.ts';
import type { AuditFinding } from './auditFinding.ts';
import { auditRules } from './auditRules.ts';
import { cellPrints, claimPrints } from './prints.ts';

/**
 * Runs all rules over published tables and claims: one finding for each broken identity, in the order of the rules.
 * Printed numbers stand for ranges (0.1 for 0.05 to 0.15); only what no values within the ranges can mend is found.
 * @example runAudit({ id: 'a', title: { ru: '', en: '' }, source: '', quantities: [], tables: [] }) // []
 */
export function runAudit(file: AuditFile): readonly AuditFinding[] {
  const cells = cellPrints(file);
  const claims = claimPrints(file);
  const before: AuditFinding[] = [];
  for (const rule of auditRules) before.push(...rule.check({ file, cells, claims, before }));
  return before;
}
