import { highTechSchema } from '../../api/assessment.ts';
import { highTechOptionsSchema } from '../../api/assessOptions.ts';
import { type HighTechOptions, highTech } from '../../assess/highTech.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { requireBuiltIn } from '../builtInNames.ts';
import { disclosureChoices, withDisclosure } from '../disclosureChoices.ts';
import { defineQuestion, given } from '../question.ts';

export const highTechQuestion = defineQuestion({
  id: 'high-tech',
  about: {
    ru: 'Высокотехнологичный вывоз страны или регионов по годам и группам, с границами',
    en: 'High-technology exports of the country or its regions by year and group, with their range',
  },
  options: highTechOptionsSchema.extend(disclosureChoices),
  answer: highTechSchema,
  run: (workspace, asked) => {
    const options = withDisclosure(asked);
    requireBuiltIn(options);
    const flow = options.flow ?? 'export';
    const years = workspace.coverage.filter((one) => one.flow === flow).map((one) => one.year);
    const from = options.from ?? years[0];
    const to = options.to ?? years.at(-1);
    if (from === undefined || to === undefined) {
      throw new TrajectaError('no-data', {
        ru: `Данных ${flow === 'export' ? 'вывоза' : 'ввоза'} в рабочей области нет.`,
        en: `The workspace holds no ${flow}s.`,
      });
    }
    return highTech(workspace, { ...given(options), from, to } as HighTechOptions);
  },
});
