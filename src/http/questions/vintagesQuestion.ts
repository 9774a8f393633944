import { z } from 'zod';
import { vintageListSchema } from '../../api/vintages.ts';
import { vintageList } from '../../store/listVintages.ts';
import { defineQuestion } from '../question.ts';

export const vintagesQuestion = defineQuestion({
  id: 'vintages',
  about: {
    ru: 'Загрузки по порядку: файл, годы, что действует и что чем заменено',
    en: 'Imports in order: file, years, what is in force and what replaced what',
  },
  options: z.strictObject({}),
  answer: vintageListSchema,
  run: async (workspace, _options, { opened }) =>
    opened === null
      ? { data: [], findings: [], manifest: { country: workspace.country } }
      : vintageList(opened.manifest),
});
