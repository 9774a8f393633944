import { z } from 'zod';
import { type MeasureDescription, measuresSchema } from '../../api/measureQuestion.ts';
import { undefinedReasons } from '../../domain/measured.ts';
import { familyNames } from '../../domain/measures/familyNames.ts';
import { families, type MeasureDefinition } from '../../domain/measures/measureDefinition.ts';
import { measureOptionDefinitions } from '../../domain/measures/measureOptions.ts';
import { measures } from '../../domain/measures/registry.ts';
import { mathMarkup } from '../../reports/mathMarkup.ts';
import { reasons } from '../../reports/reasons.ts';
import { defineQuestionWithoutTrade } from '../question.ts';

export const measuresQuestion = defineQuestionWithoutTrade({
  id: 'measures',
  about: {
    ru: 'Реестр мер: формула, вид, края, источник, с какими программами сходится, ключи',
    en: 'Registry of measures: formula, variant, edges, source, which software agrees, options',
  },
  options: z.strictObject({
    family: z.enum(families).optional().describe('only measures of the family'),
  }),
  answer: measuresSchema,
  run: async ({ family }) => ({
    data: measures.filter((one) => family === undefined || one.family === family).map(describe),
    findings: [],
    manifest: {
      measures: measures.length,
      reasons: undefinedReasons.flatMap((id) => {
        const meaning = reasons[id];
        return meaning === undefined ? [] : [{ id, meaning }];
      }),
    },
  }),
});

function describe(measure: MeasureDefinition): MeasureDescription {
  const { compute: _compute, agrees, ...said } = measure;
  return {
    ...said,
    mathMl: mathMarkup(said.tex),
    familyName: familyNames[measure.family],
    needs: [...measure.needs],
    requires: [...measure.requires],
    overWorkspace: measure.requires.length === 0,
    agrees: agrees.map((one) => ({ ...one })),
    options: measure.options.flatMap((name) => {
      const option = measureOptionDefinitions.find((one) => one.name === name);
      if (option === undefined) return [];
      const { kind, usual, meaning } = option;
      return [
        { name, kind, usual, meaning, choices: option.choices === undefined ? null : [...option.choices] },
      ];
    }),
  };
}
