import { z } from 'zod';
import { findingSchema } from './assessment.ts';

/** What an import of yearly series by country stored. */
export const seriesReportSchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      file: z.object({ name: z.string(), sha256: z.string() }),
      indicators: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          values: z.number().int(),
          from: z.number().int(),
          to: z.number().int(),
        }),
      ),
      accounts: z
        .object({
          valuesIn: z.number().int(),
          valuesKept: z.number().int(),
          valuesEmpty: z.number().int(),
          valuesQuarantined: z.number().int(),
        })
        .describe('valuesIn = valuesKept + valuesEmpty + valuesQuarantined'),
      path: z.string(),
      quarantine: z.string().optional().describe('file of the values that could not be used, one a row'),
    }),
  ),
  findings: z.array(findingSchema),
  manifest: z.looseObject({ alreadyStored: z.boolean() }),
});
export type SeriesReport = z.infer<typeof seriesReportSchema>;
