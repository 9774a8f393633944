import type { z } from 'zod';
import type { auditFileSchema } from '../../api/audit.ts';
import { auditDocumentSchema, auditQuestionSchema } from '../../api/auditQuestion.ts';
import { parseAuditFile } from '../../assess/audit.ts';
import { auditCase } from '../auditCases.ts';
import { defineQuestionWithoutTrade } from '../question.ts';

export const auditDocumentQuestion = defineQuestionWithoutTrade({
  id: 'audit-document',
  about: {
    ru: 'Таблицы и утверждения встроенного случая проверки, как они напечатаны',
    en: 'Tables and claims of a built-in case of the audit, as printed',
  },
  options: auditQuestionSchema,
  answer: auditDocumentSchema,
  run: async (options) => {
    const id = options.case ?? 'paper';
    const { file, json } = await auditCase(id);
    const data = parseAuditFile(json, file) as z.infer<typeof auditFileSchema>;
    return { data, findings: [], manifest: { file, case: id } };
  },
});
