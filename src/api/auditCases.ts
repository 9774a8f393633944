/** Published tables that the program carries as cases of the audit. */
export const auditCases = ['paper', 'world-bank-seeded', 'world-bank-clean'] as const;
export type AuditCase = (typeof auditCases)[number];
