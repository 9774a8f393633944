import { z } from 'zod';
import { checkSchema } from '../../api/check.ts';
import { checkRows } from '../../reports/check/checkRows.ts';
import { checkStore } from '../../store/integrity/checkStore.ts';
import { defineQuestion } from '../question.ts';

export const integrityQuestion = defineQuestion({
  id: 'integrity',
  about: {
    ru: 'Цело ли хранилище: контрольные суммы и итоги каждого файла, прочитанного заново',
    en: 'Is the store sound: checksums and totals of each file, read anew',
  },
  options: z.strictObject({}),
  answer: checkSchema,
  rows: checkRows,
  fresh: true,
  run: async (workspace, _options, { opened }) => ({
    data: {
      integrity: opened === null ? null : await checkStore(opened.folder, undefined, opened.manifest),
      quality: null,
      coverage: null,
      mirror: null,
    },
    findings: [],
    manifest: {
      command: 'check' as const,
      country: workspace.country,
      vintages: [...workspace.vintages],
      options: { only: 'store' },
      checks: [],
    },
  }),
});
