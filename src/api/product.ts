import { z } from 'zod';
import { findingSchema, manifestSchema } from './assessment.ts';
import { listOptions, periodText } from './assessOptions.ts';

/** Shapes of the question and the answer of `product`: who exports a product, where to, since when, at which unit value. */

const text = z.object({ ru: z.string(), en: z.string() });
const nullableNumber = z.number().nullable();
const { inEdition: _inEdition, weights: _weights, ...lists } = listOptions;

export const productCodeText = z
  .string()
  .regex(/^(\d{2}|\d{4}|\d{6,10})$/)
  .describe('chapter, heading, six-digit code or national line, e.g. 3004, 300490, 3004900002');

export const productOptionsSchema = z.strictObject({
  code: productCodeText,
  period: periodText.optional().describe('2019, 2017..2019, 2019-01..2019-06; default the last whole year'),
  ...lists,
});

export const productRowSchema = z.object({
  id: z.string().describe('of the row; with / and the name of a field: of a figure, for `trajecta explain`'),
  part: z
    .enum(['region', 'partner', 'year', 'line', 'segment', 'spread'])
    .describe(
      'who exports it; where to; its years; the codes below it; what of it is on the list; spread of unit values',
    ),
  period: z.string(),
  code: z.string().describe('of a line: the code below; else the product'),
  codeName: text.nullable(),
  territory: z.string().nullable(),
  territoryName: text.nullable(),
  partner: z.string().nullable().describe('ISO 3166-1 alpha-2; not-stated; region or partner of a spread'),
  partnerName: text.nullable(),
  segment: z.string().nullable().describe('rest: not on the list'),
  segmentName: text.nullable(),
  valueUsd: nullableNumber,
  valueReason: z
    .string()
    .nullable()
    .describe('not-in-edition: the edition of the year has no such code; no-rate: no exchange rate'),
  shareOfProduct: nullableNumber.describe("of the country's exports of the product, 0 to 1"),
  shareOfTerritory: nullableNumber.describe("of all the territory's exports, 0 to 1"),
  index: nullableNumber.describe('(X_rp / X_r) / (X_p / X): the index of the product, as T of a segment'),
  indexReason: z.string().nullable(),
  unit: z.string().nullable().describe('unit of the unit value: kg or a supplementary unit'),
  unitName: text.nullable(),
  unitValueUsd: nullableNumber.describe('dollars for one unit, outliers left out'),
  unitValueReason: z.string().nullable(),
  quantityCoverage: nullableNumber.describe(
    'share of the value whose rows tell a quantity and are no outliers',
  ),
  medianUsd: nullableNumber.describe('of a spread: median of the unit values'),
  lowerQuartileUsd: nullableNumber,
  upperQuartileUsd: nullableNumber,
  observations: z.number().int().nullable().describe('of a spread: regions or partners with a unit value'),
});

export const productSchema = z.object({
  data: z.array(productRowSchema),
  findings: z.array(findingSchema),
  manifest: manifestSchema.extend({
    code: z.string(),
    codeName: text.nullable(),
    period: z.string(),
    editions: z.array(z.string()),
    valueUsd: z.number().describe("the country's exports of the product"),
    totalUsd: z.number(),
    hasPartners: z.boolean(),
    confidential: z
      .boolean()
      .describe('the code hides products: its value counts in totals only, and there are no rows'),
  }),
});

export type ProductOptions = z.infer<typeof productOptionsSchema>;
export type ProductRow = z.infer<typeof productRowSchema>;
export type Product = z.infer<typeof productSchema>;
