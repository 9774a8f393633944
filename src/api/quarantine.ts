import { z } from 'zod';
import { findingSchema } from './assessment.ts';

export const quarantineReasons = [
  'broken-row',
  'too-many-fields',
  'unknown-flow',
  'bad-period',
  'bad-code',
  'bad-value',
  'negative-value',
] as const;

export const quarantineOptionsSchema = z.strictObject({
  vintage: z.string().max(40).optional().describe('default: all in force'),
  reason: z.enum(quarantineReasons).optional().describe('default: all'),
});
export type QuarantineOptions = z.infer<typeof quarantineOptionsSchema>;

/** Rows that could not be used: where they stand, which column and text is at fault, and why. */
export const quarantineSchema = z.object({
  data: z.array(
    z.object({
      file: z.string(),
      vintage: z.string(),
      row: z.number().int().describe('1 = first row after the heading'),
      column: z.string().describe('what the column at fault holds; empty: the row as a whole'),
      text: z.string().describe('as found'),
      reason: z.string(),
      value: z.number().nullable().describe('in the currency of the source; null: cannot be read'),
    }),
  ),
  findings: z.array(findingSchema),
  manifest: z.looseObject({
    vintages: z.array(z.string()),
    counts: z
      .array(z.object({ vintage: z.string(), reason: z.string(), rows: z.number().int() }))
      .describe('all quarantined rows, whatever was chosen'),
  }),
});
export type Quarantine = z.infer<typeof quarantineSchema>;
