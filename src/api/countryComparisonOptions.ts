import { z } from 'zod';

const codes = z.array(z.string().min(1).max(120)).max(300);
const year = z.number().int().min(1900).max(2200);

/** Shape of the question `compare`: countries and groups over years. */
export const countryComparisonOptionsSchema = z.strictObject({
  countries: codes.optional().describe('ISO codes or names, by comma: RU,BR,IN,CN'),
  groups: codes.optional().describe('unions by comma: BRICS,EAEU,EMU,EU'),
  from: year.describe('first year'),
  to: year.describe('last year'),
  chainFrom: year.optional().describe('base year of the chained index; default: from'),
  valuation: z
    .enum(['current', 'volume'])
    .optional()
    .describe('current dollars, or volume by the unit value index; default current'),
  membership: z
    .enum(['fixed', 'moving'])
    .optional()
    .describe('members of the last year throughout, or of each year; default fixed'),
  world: z
    .enum(['published', 'sum'])
    .optional()
    .describe("the world's published total, or the sum of countries with data; default published"),
  printed: z.boolean().optional().describe("the paper's table 1 beside ours"),
});
export type CountryComparisonQuestion = z.infer<typeof countryComparisonOptionsSchema>;

/** Shape of the question `explain-compare`: one figure of a comparison. */
export const explainComparisonOptionsSchema = countryComparisonOptionsSchema.extend({
  territory: z.string().min(1).max(120).describe('territory of the row: RU, BRICS, WORLD'),
  year: year.describe('year of the row'),
  field: z.string().min(1).max(60).optional().describe('field of the row; default exportsIndex'),
});
