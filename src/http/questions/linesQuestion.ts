import { nationalLinesOptionsSchema, nationalLinesSchema } from '../../api/nationalLines.ts';
import { nationalLines } from '../../assess/profile/nationalLines.ts';
import { requireBuiltIn } from '../builtInNames.ts';
import { cannotHide } from '../cannotHide.ts';
import { defineQuestion } from '../question.ts';

export const linesQuestion = defineQuestion({
  id: 'lines',
  about: {
    ru: 'Национальные строки внутри шестизначного кода: 8 или 10 знаков, как в источнике',
    en: 'National lines within a six-digit code: 8 or 10 digits, as the source has them',
  },
  options: nationalLinesOptionsSchema,
  answer: nationalLinesSchema,
  cannotHide: cannotHide.slice,
  run: (workspace, options) => {
    requireBuiltIn(options);
    return nationalLines(workspace, options);
  },
});
