import { segmentCodesOptionsSchema, segmentCodesSchema } from '../../api/segmentCodes.ts';
import { segmentCodes } from '../../assess/lists/segmentCodes.ts';
import { builtInConcordances } from '../../classifications/concordanceSource.ts';
import { requireBuiltIn } from '../builtInNames.ts';
import { defineQuestionWithoutTrade, given } from '../question.ts';

export const segmentCodesQuestion = defineQuestionWithoutTrade({
  id: 'segment-codes',
  about: {
    ru: 'Перечень: какие шестизначные коды входят в сегменты, целиком или отчасти, в редакции ГС',
    en: 'The list: which six-digit codes the segments hold, whole or in part, in an edition of the HS',
  },
  options: segmentCodesOptionsSchema,
  answer: segmentCodesSchema,
  run: async (options) => {
    requireBuiltIn(options);
    return segmentCodes(builtInConcordances(), given(options));
  },
});
