import { z } from 'zod';
import { findingSchema, manifestSchema } from './assessment.ts';
import { listOptions, periodText } from './assessOptions.ts';

/** Shapes of the question and the answer of `composition`: what a territory's exports are made of. */

const text = z.object({ ru: z.string(), en: z.string() });

export const territoryOptions = {
  territory: z
    .string()
    .max(200)
    .optional()
    .describe('id or name of a region, a district or the country; default the country'),
  period: periodText.optional().describe('2019, 2017..2019, 2019-01..2019-06; default the last whole year'),
  ...listOptions,
};

export const compositionOptionsSchema = z.strictObject(territoryOptions);

export const compositionRowSchema = z.object({
  id: z.string().describe('of the row; with /valueUsd or /shareOfTotal: of a figure, for `trajecta explain`'),
  segment: z.string().describe('segment of the list; rest: all other goods, by chapter'),
  segmentName: text,
  kind: z
    .enum(['product', 'chapter', 'no-product'])
    .describe('six-digit code of the list; chapter of the rest; what no product can be told of'),
  chapter: z.string(),
  chapterName: text.nullable(),
  heading: z.string().describe('empty for chapters of the rest'),
  headingName: text.nullable(),
  hs6: z.string(),
  hs6Name: z.string().nullable().describe('from an imported list of names, in its language'),
  valueUsd: z.number(),
  shareOfTotal: z.number().nullable().describe("of all the territory's exports, 0 to 1"),
});

export const compositionSchema = z.object({
  data: z.array(compositionRowSchema),
  findings: z.array(findingSchema),
  manifest: manifestSchema.extend({
    territory: z.string(),
    territoryName: text,
    level: z.enum(['region', 'district', 'country']),
    period: z.string(),
    editions: z.array(z.string()),
    totalUsd: z.number(),
  }),
});

export type CompositionOptions = z.infer<typeof compositionOptionsSchema>;
export type CompositionRow = z.infer<typeof compositionRowSchema>;
export type Composition = z.infer<typeof compositionSchema>;
