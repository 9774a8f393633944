import type { TwoLanguages } from '../territory.ts';

/** Ids of the rules; the table of rules is `auditRules`. */
export const auditRuleIds = [
  'chain-product',
  'outside-members',
  'share-identity',
  'printed-differently',
  'above-bound',
  'copied-neighbour',
  'count-mismatch',
  'parts-and-whole',
  'rank-order',
  'percent-of-percent',
] as const;
export type AuditRuleId = (typeof auditRuleIds)[number];

/**
 * `certain`: arithmetic leaves no other way, given what the columns mean. `likely`: the most of several explanations.
 * `under-definition`: certain if the definition supposed is the one used. `possible`: a reading of the text, or a sign.
 */
export const certainties = ['certain', 'likely', 'under-definition', 'possible'] as const;
export type Certainty = (typeof certainties)[number];

/** A printed number (or heading) that could be at fault, with what would be consistent if it alone were. */
export interface Candidate {
  readonly table: string | null;
  readonly row: string | null;
  readonly column: string | null;
  readonly claim: string | null;
  readonly printed: string;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** One broken identity: what is printed, what would be consistent, how sure, and what could be at fault. */
export interface AuditFinding extends Candidate {
  readonly rule: AuditRuleId;
  readonly certainty: Certainty;
  readonly message: TwoLanguages;
  /** None of them is accused; the one named by the finding itself comes first. */
  readonly candidates: readonly Candidate[];
}
