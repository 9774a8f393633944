import type { TwoLanguages } from '../territory.ts';
import type { AuditFinding, AuditRuleId, Candidate, Certainty } from './auditFinding.ts';

/** A finding that names its first candidate. @example findingOf('rank-order', 'certain', [], { ru: '', en: '' }).row // null */
export function findingOf(
  rule: AuditRuleId,
  certainty: Certainty,
  candidates: readonly Candidate[],
  message: TwoLanguages,
): AuditFinding {
  const [first] = candidates;
  const {
    table = null,
    row = null,
    column = null,
    claim = null,
    printed = '',
    lower = null,
    upper = null,
  } = first ?? {};
  return { rule, table, row, column, claim, printed, lower, upper, certainty, message, candidates };
}
