import { z } from 'zod';
import { findingSchema } from './assessment.ts';
import { auditFileSchema } from './audit.ts';
import { auditCases } from './auditCases.ts';

/** Shape of the questions `audit` and `audit-document`: one of the cases; a document of one's own is posted. */
export const auditQuestionSchema = z.strictObject({
  case: z
    .enum(auditCases)
    .optional()
    .describe(
      "paper (default): tables of the paper that the project began with; world-bank-clean, -seeded: the World Bank's, as they are and with ten faults",
    ),
});

/** The published tables themselves, as the audit reads them. */
export const auditDocumentSchema = z.object({
  data: auditFileSchema,
  findings: z.array(findingSchema),
  manifest: z.looseObject({ file: z.string(), case: z.enum(auditCases) }),
});
export type AuditDocument = z.infer<typeof auditDocumentSchema>;
