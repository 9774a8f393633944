import { z } from 'zod';
import { families } from '../domain/measures/measureDefinition.ts';
import { measureOptionDefinitions, type OptionName } from '../domain/measures/measureOptions.ts';
import { measures } from '../domain/measures/registry.ts';
import { findingSchema } from './assessment.ts';
import { periodText } from './assessOptions.ts';
import { measureOptionsSchema } from './measureAnswer.ts';

const text = z.object({ ru: z.string(), en: z.string() });
const tables = measureOptionDefinitions.flatMap(({ name, kind }) =>
  kind === 'numbers-by-code' || kind === 'texts-by-code' ? [name] : [],
);

/** Options of measures that a query can carry: those that are tables are files, and by HTTP no file is named. */
const shortOptions = Object.fromEntries(
  Object.entries(measureOptionsSchema.shape).filter(([name]) => !tables.includes(name as OptionName)),
);

/** Shape of the question `measure`: a measure of the registry over the workspace. */
export const measureQuestionSchema = z.strictObject({
  measure: z
    .enum(measures.map((one) => one.id))
    .describe('id of the measure; listed by the question measures'),
  year: periodText.describe('year or period of the workspace'),
  digits: z
    .union([z.literal(2), z.literal(4), z.literal(6)])
    .optional()
    .describe('digits of product codes (6)'),
  reExports: z.enum(['exclude', 'include']).optional().describe('re-exports left out or counted (exclude)'),
  level: z
    .enum(['district', 'union', 'country', 'world'])
    .optional()
    .describe('by district or union, or all as one, instead of the regions or countries of the data'),
  union: z.array(z.string().min(1).max(60)).max(60).optional().describe('unions, each as one row'),
  ...shortOptions,
});

/** What the registry says of one measure. */
export const measureDescriptionSchema = z.object({
  id: z.string(),
  family: z.enum(families),
  familyName: text,
  name: text,
  meaning: text,
  variant: text.describe('which of the forms in use it is'),
  formula: z.string(),
  tex: z.string().describe('the formula in TeX'),
  mathMl: z.string().describe('the formula in MathML'),
  by: z.string().describe('what there is one value of'),
  needs: z.array(z.string()).describe('columns without which there is no answer'),
  requires: z.array(z.string()).describe('tables among the options without which there is no answer'),
  overWorkspace: z.boolean().describe('it can be asked of a workspace by HTTP'),
  unit: text,
  range: z.string(),
  edges: text.describe('where it is undefined, and other edges'),
  source: z.string(),
  agrees: z
    .array(z.object({ software: z.string(), under: z.string(), digits: z.number().int().nullable() }))
    .describe('programs whose numbers agree; digits null: by the source code, not compared by numbers'),
  options: z.array(
    z.object({
      name: z.string(),
      kind: z.string(),
      choices: z.array(z.string()).nullable(),
      usual: z.string().nullable(),
      meaning: text,
    }),
  ),
});

export const measuresSchema = z.object({
  data: z.array(measureDescriptionSchema),
  findings: z.array(findingSchema),
  manifest: z.looseObject({
    measures: z.number().int().describe('in the registry'),
    reasons: z.array(z.object({ id: z.string(), meaning: text })).describe('why a value can be missing'),
  }),
});
export type MeasureDescription = z.infer<typeof measureDescriptionSchema>;
export type Measures = z.infer<typeof measuresSchema>;
