import { opportunitiesOptionsSchema, opportunitiesSchema } from '../../api/opportunities.ts';
import { opportunities } from '../../assess/opportunities/opportunities.ts';
import { requireBuiltIn } from '../builtInNames.ts';
import { cannotHide } from '../cannotHide.ts';
import { defineQuestion, given } from '../question.ts';

export const opportunitiesQuestion = defineQuestion({
  id: 'opportunities',
  about: {
    ru: 'Что регион мог бы вывозить: сложность товаров, расстояние до них, выигрыш перспектив',
    en: 'What a region could come to export: complexity of products, distance to them, outlook gain',
  },
  options: opportunitiesOptionsSchema.omit({ complexity: true }),
  answer: opportunitiesSchema,
  cannotHide: cannotHide.presence,
  run: (workspace, options) => {
    requireBuiltIn(options);
    return opportunities(workspace, { ...given(options), territory: options.territory });
  },
});
