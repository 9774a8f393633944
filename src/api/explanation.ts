import { z } from 'zod';
import { findingSchema } from './assessment.ts';

const text = z.object({ ru: z.string(), en: z.string() });

export const contributingRowSchema = z.object({
  vintage: z.string(),
  file: z.string(),
  row: z.number().int().describe('1 = first row under the heading'),
  column: z.string().nullable().describe('of a wide table: the column of the value'),
  year: z.number().int(),
  month: z.number().int().describe('0: the whole year'),
  region: z.string(),
  line: z.string(),
  edition: z.string(),
  partner: z.string(),
  status: z
    .string()
    .describe(
      'product, confidential, or unallocated: what a parent row exceeds its parts by, under its own row number',
    ),
  value: z.number().describe('in the currency of the source'),
  currency: z.string(),
  usdRate: z.number(),
  weight: z.number().describe('part of the row that counts: 1 but for codes parted between editions'),
});

export const operandSchema = z.object({
  symbol: z.string(),
  bound: z.enum(['lower', 'chosen', 'upper']).describe('list under which it is counted'),
  definition: text,
  valueUsd: z.number().describe('sum of value × usdRate × weight over its rows'),
  regions: z.array(z.string()),
  codes: z
    .record(z.string(), z.array(z.tuple([z.string(), z.number()])))
    .nullable()
    .describe('by edition: code and weight; null: everything'),
  rowCount: z.number().int(),
  sources: z.array(
    z.object({
      vintage: z.string(),
      file: z.string(),
      sha256: z.string(),
      rows: z.number().int(),
      valueUsd: z.number(),
    }),
  ),
  rows: z
    .array(contributingRowSchema)
    .describe('the largest ones; all of them with --all-rows or --rows FILE'),
});

export const explanationSchema = z.object({
  data: z.object({
    id: z.string(),
    title: text,
    value: z.number().nullable(),
    text: z.string().nullable().describe('of a figure that is no number, e.g. a verdict'),
    reason: z.string().nullable().describe('why it has no value'),
    unit: text,
    formula: z.string(),
    substituted: z.string(),
    operands: z.array(operandSchema),
    related: z.array(z.object({ id: z.string(), value: z.number().nullable(), note: text.nullable() })),
    recomputed: z.number().nullable().describe('the figure computed anew from the rows'),
    agrees: z.boolean().describe('the figure and its rows agree to 1e-9'),
    definitions: z.record(z.string(), z.unknown()),
  }),
  findings: z.array(findingSchema),
  manifest: z.looseObject({ run: z.string() }),
});

export type ContributingRow = z.infer<typeof contributingRowSchema>;
export type Operand = z.infer<typeof operandSchema>;
export type Explanation = z.infer<typeof explanationSchema>;
