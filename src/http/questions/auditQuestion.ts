import { auditAnswerSchema } from '../../api/audit.ts';
import { auditQuestionSchema } from '../../api/auditQuestion.ts';
import { audit } from '../../assess/audit.ts';
import { auditCase } from '../auditCases.ts';
import { defineQuestionWithoutTrade } from '../question.ts';

export const auditQuestion = defineQuestionWithoutTrade({
  id: 'audit',
  about: {
    ru: 'Проверка опубликованных таблиц на согласованность: встроенный случай (свой документ — методом POST)',
    en: 'Published tables checked for consistency: a built-in case (a document of your own by POST)',
  },
  options: auditQuestionSchema,
  answer: auditAnswerSchema,
  run: async (options) => {
    const { file, json } = await auditCase(options.case ?? 'paper');
    return audit(json, file);
  },
});
