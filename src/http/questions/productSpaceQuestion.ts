import { productSpaceOptionsSchema, productSpaceSchema } from '../../api/productSpace.ts';
import { productSpace } from '../../assess/opportunities/productSpace.ts';
import { requireBuiltIn } from '../builtInNames.ts';
import { cannotHide } from '../cannotHide.ts';
import { defineQuestion, given } from '../question.ts';

export const productSpaceQuestion = defineQuestion({
  id: 'product-space',
  about: {
    ru: 'Пространство товаров: что вывозят вместе, с местом каждого товара на рисунке',
    en: 'The product space: which goods are exported together, with a place for each in the picture',
  },
  options: productSpaceOptionsSchema,
  answer: productSpaceSchema,
  cannotHide: cannotHide.presence,
  run: (workspace, options) => {
    requireBuiltIn(options);
    return productSpace(workspace, given(options));
  },
});
