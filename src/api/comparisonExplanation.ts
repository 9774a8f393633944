import { z } from 'zod';
import { findingSchema } from './assessment.ts';

/** A figure of `compare` down to the values of series, each with its file and row. */
export const comparisonExplanationSchema = z.object({
  data: z.object({
    id: z.string(),
    value: z.number().nullable(),
    reason: z.string().nullable(),
    formula: z.string(),
    inputs: z.array(
      z.object({
        name: z.string(),
        indicator: z.string(),
        territory: z.string(),
        year: z.number().int(),
        value: z.number(),
        file: z.string(),
        sha256: z.string(),
        row: z.number().int().describe('1 = first row of the file, of a JSON answer the first record'),
      }),
    ),
    reproduced: z.boolean().describe('the comparison made again gives the same rows'),
  }),
  findings: z.array(findingSchema),
  manifest: z.looseObject({ run: z.string() }),
});
export type ComparisonExplanation = z.infer<typeof comparisonExplanationSchema>;
