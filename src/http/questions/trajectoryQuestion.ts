import { trajectoryOptionsSchema, trajectorySchema } from '../../api/trajectory.ts';
import { trajectory } from '../../assess/trajectory/trajectory.ts';
import { requireBuiltIn } from '../builtInNames.ts';
import { disclosureChoices, withDisclosure } from '../disclosureChoices.ts';
import { defineQuestion, given } from '../question.ts';

export const trajectoryQuestion = defineQuestion({
  id: 'trajectory',
  about: {
    ru: 'Путь за годы: индекс, доли и места по сегментам, направление с его проверкой, разрывы ряда',
    en: 'The path over years: index, shares and ranks by segment, direction with its test, breaks',
  },
  options: trajectoryOptionsSchema.extend(disclosureChoices),
  answer: trajectorySchema,
  run: (workspace, asked) => {
    const options = withDisclosure(asked);
    requireBuiltIn(options);
    return trajectory(workspace, given(options));
  },
});
