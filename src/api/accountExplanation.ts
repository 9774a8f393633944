import { z } from 'zod';
import { findingSchema } from './assessment.ts';

const text = z.object({ ru: z.string(), en: z.string() });

/** How a figure of an import's accounts comes about. */
export const accountExplanationSchema = z.object({
  data: z.object({
    id: z.string().describe('import/VINTAGE/FIELD'),
    value: z.number().nullable(),
    reason: z.string().nullable(),
    unit: z.string(),
    meaning: text,
    file: z.string(),
    sha256: z.string(),
    rowCount: z
      .number()
      .int()
      .nullable()
      .describe('rows that are stored behind it; null: total rows are not stored'),
    recomputed: z.number().nullable().describe('the figure computed anew from the stored rows'),
    agrees: z.boolean(),
    rows: z.array(
      z.object({
        row: z.number().int(),
        line: z.string(),
        region: z.string(),
        reason: z.string().describe('why it is quarantined, or its status'),
        value: z.number().nullable(),
      }),
    ),
  }),
  findings: z.array(findingSchema),
  manifest: z.looseObject({ settings: z.record(z.string(), z.unknown()) }),
});
export type AccountExplanation = z.infer<typeof accountExplanationSchema>;
