import type { TwoLanguages } from '../domain/territory.ts';

/** Why figures of a question cannot be protected by disclosure control, by what they are. */
export const cannotHide = {
  slice: {
    ru: 'ответ — часть таблицы территорий, товаров и стран, а её другие части и суммы показывают другие ответы; скрытое здесь вычисляется как разность суммы и остального.',
    en: 'the answer is a part of the table of territories, products and partners, whose other parts and sums other answers show; what is hidden here can be computed as a sum less the rest.',
  },
  prices: {
    ru: 'медиана и квартили цен — цены отдельных регионов или стран либо лежат между двумя такими, а за ними часто один участник.',
    en: 'medians and quartiles of unit values are those of single regions or partners or lie between two of them, and behind these there is often one contributor.',
  },
  presence: {
    ru: 'присутствие товара, его распространённость и близость следуют из вывоза отдельных товаров отдельными регионами и выдают его пределы, даже если сами значения скрыть.',
    en: 'presence, ubiquity and proximity of products follow from exports of single products by single regions and give away their bounds even where the values are hidden.',
  },
} as const satisfies Readonly<Record<string, TwoLanguages>>;
