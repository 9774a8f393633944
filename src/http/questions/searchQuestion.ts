import { searchOptionsSchema, searchSchema } from '../../api/search.ts';
import { search } from '../../assess/search/search.ts';
import { defineQuestion } from '../question.ts';

export const searchQuestion = defineQuestion({
  id: 'search',
  about: {
    ru: 'Поиск: регионы, сегменты, товары по коду или слову, партнёры, меры',
    en: 'Search: regions, segments, products by code or word, partners, measures',
  },
  options: searchOptionsSchema,
  answer: searchSchema,
  run: (workspace, options) => search(workspace, options),
});
