import { quarantineOptionsSchema, quarantineSchema } from '../../api/quarantine.ts';
import { quarantine } from '../../assess/quarantine.ts';
import { defineQuestion } from '../question.ts';

export const quarantineQuestion = defineQuestion({
  id: 'quarantine',
  about: {
    ru: 'Строки, отложенные при загрузке: файл, строка, столбец, значение, причина',
    en: 'Rows set aside by imports: file, row, column, value, reason',
  },
  options: quarantineOptionsSchema,
  answer: quarantineSchema,
  run: async (workspace, options, { opened }) =>
    opened === null
      ? { data: [], findings: [], manifest: { vintages: [...workspace.vintages], counts: [] } }
      : quarantine(opened, options),
});
