import { productOptionsSchema, productSchema } from '../../api/product.ts';
import { product } from '../../assess/profile/product.ts';
import { requireBuiltIn } from '../builtInNames.ts';
import { cannotHide } from '../cannotHide.ts';
import { defineQuestion } from '../question.ts';

export const productQuestion = defineQuestion({
  id: 'product',
  about: {
    ru: 'Товар: кто вывозит, куда, по годам, что ниже по коду, что из него в перечне, цены за единицу',
    en: 'A product: who exports it, where to, its years, the codes below, what of it is on the list, unit values',
  },
  options: productOptionsSchema,
  answer: productSchema,
  cannotHide: cannotHide.slice,
  run: (workspace, options) => {
    requireBuiltIn(options);
    return product(workspace, options);
  },
});
