import { z } from 'zod';
import { findingSchema, manifestSchema } from './assessment.ts';
import { listOptions, periodText } from './assessOptions.ts';

/** Shapes of the question and the answer of `unit-values`: what the main products of a segment cost, and how that spreads. */

const text = z.object({ ru: z.string(), en: z.string() });
const nullableNumber = z.number().nullable();
const { inEdition: _inEdition, weights: _weights, ...lists } = listOptions;

export const unitValuesOptionsSchema = z.strictObject({
  segment: z
    .string()
    .max(64)
    .optional()
    .describe('segment of the system whose products are wanted; default all of them'),
  across: z.enum(['region', 'partner']).optional().describe('what the spread is over; default region'),
  top: z.number().int().min(1).max(200).optional().describe('how many codes, the largest first; default 12'),
  period: periodText.optional().describe('2019, 2017..2019, 2019-01..2019-06; default the last whole year'),
  ...lists,
});

export const unitValueRowSchema = z.object({
  id: z.string().describe('of the row; with / and the name of a field: of a figure, for `trajecta explain`'),
  period: z.string(),
  code: z.string().describe('six digits'),
  codeName: text.nullable(),
  valueUsd: z.number(),
  unit: z.string().nullable().describe('kg or a supplementary unit; null: no quantity is told'),
  unitName: text.nullable(),
  unitValueUsd: nullableNumber.describe('of the country: dollars for one unit, outliers left out'),
  unitValueReason: z.string().nullable(),
  quantityCoverage: nullableNumber.describe(
    'share of the value whose rows tell a quantity and are no outliers',
  ),
  across: z.enum(['region', 'partner']),
  medianUsd: nullableNumber,
  lowerQuartileUsd: nullableNumber,
  upperQuartileUsd: nullableNumber,
  observations: z.number().int().describe('regions or partners with a unit value'),
});

export const unitValuesSchema = z.object({
  data: z.array(unitValueRowSchema),
  findings: z.array(findingSchema),
  manifest: manifestSchema.extend({ period: z.string() }),
});

export type UnitValuesOptions = z.infer<typeof unitValuesOptionsSchema>;
export type UnitValueRow = z.infer<typeof unitValueRowSchema>;
export type UnitValues = z.infer<typeof unitValuesSchema>;
