import { z } from 'zod';
import { importReportSchema } from '../../api/importReport.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { vintageReport } from '../../store/vintageReport.ts';
import { defineQuestion } from '../question.ts';

export const importReportQuestion = defineQuestion({
  id: 'import-report',
  about: {
    ru: 'Отчёт загрузки: счета (в файле = сохранено + карантин + итоги), замечания, настройки',
    en: 'Report of an import: accounts (in the file = kept + quarantined + total rows), findings, settings',
  },
  options: z.strictObject({ vintage: z.string().max(40) }),
  answer: importReportSchema,
  run: async (_workspace, { vintage }, { opened }) => {
    const all = opened?.manifest.vintages ?? [];
    const found = all.find((one) => one.id === vintage);
    if (found !== undefined) return vintageReport(found, true);
    const list = all.map((one) => `${one.id} (${one.file.name})`).join(', ');
    throw new TrajectaError('not-found', {
      ru: `Загрузки ${vintage} нет. Есть: ${list === '' ? 'ни одной' : list}.`,
      en: `There is no vintage ${vintage}. There are: ${list === '' ? 'none' : list}.`,
    });
  },
});
