import { z } from 'zod';
import { findingSchema, manifestSchema } from './assessment.ts';
import { assessOptionsSchema } from './assessOptions.ts';
import { measureOptionsSchema } from './measureAnswer.ts';

/** Shapes of the question and the answer of `trajecta uncertainty`. */

const text = z.object({ ru: z.string(), en: z.string() });
const nullableNumber = z.number().nullable();
const nullableWhole = z.number().int().nullable();

export const uncertaintyOptionsSchema = assessOptionsSchema.omit({ compareWithPrevious: true }).extend({
  period: z.string().describe('2019, 2017..2019, 2019-01..2019-06'),
  measure: z.string().optional().describe('trajectory-index (default) or the id of a measure by region'),
  over: z.enum(['products', 'partners']).optional().describe('what is drawn; default products'),
  draws: z.number().int().min(0).max(100_000).optional().describe('default 1000; 0: sensitivity only'),
  seed: z.number().int().min(0).max(4_294_967_295).optional().describe('default 1'),
  digits: z
    .union([z.literal(2), z.literal(4), z.literal(6)])
    .optional()
    .describe('of product codes, for measures'),
  scope: z.string().optional().describe('of measures: all (default), high-tech, or the id of a segment'),
  atLeast: z.number().optional().describe('of measures: the verdict is yes from this value'),
  measureOptions: measureOptionsSchema.optional().describe('options that the measure heeds, by their names'),
});
export type UncertaintyOptions = z.infer<typeof uncertaintyOptionsSchema>;

export const uncertaintyRowSchema = z.object({
  id: z.string().describe('RUN/PERIOD/SEGMENT/TERRITORY; with / and the name of a field: of a figure'),
  period: z.string(),
  segment: z.string().describe('of the index; of a measure: its scope'),
  segmentName: text,
  territory: z.string(),
  territoryName: text,
  measure: z.string(),
  value: nullableNumber,
  reason: z.string().nullable(),
  rank: nullableWhole.describe('from the highest value'),
  ranked: z.number().int(),
  verdict: z
    .enum(['yes', 'no', 'undefined'])
    .nullable()
    .describe('of the index by the rule; of a measure by atLeast'),
  lines: z.number().int().describe('lines or partners that are drawn from'),
  draws: z.number().int(),
  undefinedDraws: z.number().int().describe('draws in which the value is undefined'),
  valueLower: nullableNumber.describe('95 % percentile interval of the draws'),
  valueUpper: nullableNumber,
  rankBest: nullableWhole.describe('of the 95 % interval of ranks'),
  rankWorst: nullableWhole,
  rankShare: nullableNumber.describe('share of the draws within these ranks'),
  verdictYesShare: nullableNumber.describe('share of the draws with the verdict yes'),
  sensitivityLower: nullableNumber.describe('smallest value over the variants and the chosen one'),
  sensitivityUpper: nullableNumber,
  sensitivityRankBest: nullableWhole,
  sensitivityRankWorst: nullableWhole,
  verdictChanges: z.array(z.string()).describe('variants under which the verdict is another'),
  variants: z.array(
    z.object({
      variant: z.string(),
      dimension: z.enum(['threshold', 'base', 'reference', 'list', 'digits']),
      name: text,
      value: nullableNumber,
      rank: nullableWhole,
      verdict: z.enum(['yes', 'no', 'undefined']).nullable(),
    }),
  ),
});

export const uncertaintySchema = z.object({
  data: z.array(uncertaintyRowSchema),
  findings: z.array(findingSchema),
  manifest: manifestSchema,
});

export type UncertaintyRow = z.infer<typeof uncertaintyRowSchema>;
export type Uncertainty = z.infer<typeof uncertaintySchema>;
