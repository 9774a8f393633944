import { assessmentSchema } from '../../api/assessment.ts';
import { assessOptionsSchema } from '../../api/assessOptions.ts';
import { assess } from '../../assess/assess.ts';
import { lastYear } from '../../assess/lastYear.ts';
import type { AssessOptions } from '../../assess/options.ts';
import { requireBuiltIn } from '../builtInNames.ts';
import { disclosureChoices, withDisclosure } from '../disclosureChoices.ts';
import { defineQuestion, given } from '../question.ts';

export const assessQuestion = defineQuestion({
  id: 'assess',
  about: {
    ru: 'Таблицы траектории: регионы, округа и страна по сегментам — индекс, доли, вердикт',
    en: 'The trajectory tables: regions, districts and the country by segment: index, shares, verdict',
  },
  options: assessOptionsSchema.extend(disclosureChoices),
  answer: assessmentSchema,
  run: (workspace, asked) => {
    const options = withDisclosure(asked);
    requireBuiltIn(options);
    const period = options.period ?? String(lastYear(workspace));
    return assess(workspace, { ...given(options), period } as AssessOptions);
  },
});
