import { z } from 'zod';
import { findingSchema, manifestSchema } from './assessment.ts';

/** Options and answer of `trajecta scorecard`: types, validation and JSON Schema in one. */

const text = z.object({ ru: z.string(), en: z.string() });
const nullableNumber = z.number().nullable();
const name = /^[a-z][a-z0-9_-]{0,63}$/;

export const scorecardOptionsSchema = z.strictObject({
  region: z.string().optional().describe('id, name or code of the region; left out: all regions'),
  year: z.number().int().optional().describe('default: the last whole year of the data'),
  system: z.string().regex(name).optional().describe('system of indicators; default paper'),
  indicator: z.array(z.string().regex(name)).optional().describe('only these indicators'),
  segments: z
    .enum(['eight', 'nine'])
    .optional()
    .describe('groups of the high-technology list that count; default eight'),
  reExports: z.enum(['exclude', 'include']).optional(),
  target: z.number().optional().describe('value to be reached by the year `by`; default: the bound missed'),
  by: z.number().int().optional().describe('year of the target: the answer holds the path to it'),
  whatIf: z.array(z.string()).optional().describe('changes supposed, e.g. high_tech_exports=+10%'),
});
export type ScorecardOptions = z.infer<typeof scorecardOptionsSchema>;

const statuses = z.enum(['met', 'near', 'not-met', 'above-range', 'no-data']);

export const scorecardRowSchema = z.object({
  id: z.string().describe('of the row; with / and the name of a field: of a figure, for `trajecta explain`'),
  level: z.literal('region'),
  territory: z.string(),
  territoryName: text,
  year: z.number().int(),
  block: z.string(),
  blockName: text,
  indicator: z.string(),
  indicatorName: text,
  formula: z.string(),
  unit: z.string(),
  value: nullableNumber,
  valueLower: nullableNumber.describe('under the lower and upper high-technology list: the smallest'),
  valueUpper: nullableNumber,
  reason: z.enum(['no-data', 'zero-denominator']).nullable().describe('why there is no value'),
  missing: z.array(z.string()).describe('series and year that are missing, or a rate: RUB/USD 2019'),
  missingNames: z.array(text).describe('the same in words'),
  boundLower: nullableNumber,
  boundUpper: nullableNumber,
  printedBound: z.string().describe('the bound in the words of its source'),
  status: statuses,
  gap: nullableNumber.describe('missed bound less value, in the unit; below 0 over the range; 0 met'),
  gapMoney: nullableNumber.describe(
    'what the series would have to gain, all else equal; null: see gapMoneyReason',
  ),
  gapMoneyReason: z.enum(['no-data', 'not-linear', 'unreachable', 'no-influence']).nullable(),
  currency: z.string().nullable().describe('of gapMoney; terms of several currencies are in dollars'),
  moves: z.string().describe('the series whose change would close the gap'),
  gapRank: z.number().int().nullable().describe('among regions with a value, 1 = the largest shortfall'),
  trendYears: z.number().int().describe('years with a value, up to this one'),
  trendPerYear: nullableNumber.describe('units a year, least squares; null below three years'),
  direction: z.enum(['rising', 'falling', 'stable', 'volatile']).nullable().describe('null below five years'),
  yearMet: z.number().int().nullable().describe('first year in which the trend meets the bound missed'),
  yearMetReason: z.enum(['met', 'too-few-years', 'away', 'too-far', 'no-data']).nullable(),
  history: z.array(z.object({ year: z.number().int(), value: z.number() })),
  path: z
    .object({
      target: z.number(),
      by: z.number().int(),
      perYear: z.number(),
      seriesGrowth: nullableNumber.describe('of the series `moves` a year: 0.07 is 7 %'),
      reason: z.string().nullable(),
      currency: z.string().nullable(),
      steps: z.array(z.object({ year: z.number().int(), value: z.number(), seriesAmount: nullableNumber })),
    })
    .nullable(),
  whatIf: z.object({ value: nullableNumber, status: statuses, gap: nullableNumber }).nullable(),
  note: text.nullable(),
  source: z.string(),
});

export const scorecardSchema = z.object({
  data: z.array(scorecardRowSchema),
  findings: z.array(findingSchema),
  manifest: manifestSchema,
});
export type ScorecardRow = z.infer<typeof scorecardRowSchema>;
export type Scorecard = z.infer<typeof scorecardSchema>;
