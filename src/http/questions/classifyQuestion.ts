import { classificationSchema } from '../../api/classification.ts';
import { classifyOptionsSchema } from '../../api/classifyOptions.ts';
import { classifyCode } from '../../assess/classifyCode.ts';
import { defineQuestion, given } from '../question.ts';

export const classifyQuestion = defineQuestion({
  id: 'classify',
  about: {
    ru: 'Путь кода: уровни, редакции, МСТК, перечни, сегменты — и что о нём не известно',
    en: 'The path of a code: levels, editions, SITC, lists, segments, and what is not known of it',
  },
  options: classifyOptionsSchema,
  answer: classificationSchema,
  run: async (workspace, options) => {
    const { code, ...rest } = given(options);
    const country = workspace.country;
    return {
      data: [classifyCode(workspace, code, { country, ...rest })],
      findings: [],
      manifest: { command: 'classify', options, classifications: [...workspace.classifications] },
    };
  },
});
