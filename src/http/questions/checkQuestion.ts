import { checkSchema, qualityOptionsSchema } from '../../api/check.ts';
import { checkData } from '../../assess/quality/checkData.ts';
import { checkRows } from '../../reports/check/checkRows.ts';
import { defineQuestion, given } from '../question.ts';

export const checkQuestion = defineQuestion({
  id: 'check',
  about: {
    ru: 'Что нужно знать о данных: полнота, разрывы, цены и единицы, коды, повторы',
    en: 'What is to be known of the data: coverage, breaks, prices and units, codes, repetitions',
  },
  options: qualityOptionsSchema.omit({ cifMargin: true, tolerance: true }),
  answer: checkSchema,
  rows: checkRows,
  run: (workspace, options) => checkData(workspace, null, given(options)),
});
