import type { TwoLanguages } from '../territory.ts';
import type { AuditFile } from './auditFile.ts';
import type { AuditFinding, AuditRuleId } from './auditFinding.ts';
import type { Print } from './prints.ts';

/** What every rule sees: the file, its printed numbers, and the findings of the rules before. */
export interface AuditContext {
  readonly file: AuditFile;
  readonly cells: readonly Print[];
  readonly claims: readonly Print[];
  readonly before: readonly AuditFinding[];
}

/** One general rule; none names a cell. */
export interface AuditRule {
  readonly id: AuditRuleId;
  readonly name: TwoLanguages;
  readonly meaning: TwoLanguages;
  readonly formula: string;
  check(context: AuditContext): readonly AuditFinding[];
}
