import { unitValuesOptionsSchema, unitValuesSchema } from '../../api/unitValues.ts';
import { unitValues } from '../../assess/profile/unitValues.ts';
import { requireBuiltIn } from '../builtInNames.ts';
import { cannotHide } from '../cannotHide.ts';
import { defineQuestion } from '../question.ts';

export const unitValuesQuestion = defineQuestion({
  id: 'unit-values',
  about: {
    ru: 'Цены за единицу основных товаров сегмента: медиана и разброс по регионам или странам',
    en: 'Unit values of the main products of a segment: median and spread over regions or partners',
  },
  options: unitValuesOptionsSchema,
  answer: unitValuesSchema,
  cannotHide: cannotHide.prices,
  run: (workspace, options) => {
    requireBuiltIn(options);
    return unitValues(workspace, options);
  },
});
