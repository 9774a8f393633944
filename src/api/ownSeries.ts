import { z } from 'zod';
import { findingSchema } from './assessment.ts';

/** What a table of own series, or of rates, that was sent to a running server came to. */
export const ownSeriesSchema = z.object({
  data: z.object({
    file: z.string(),
    values: z.number().int().describe('of series that were read'),
    rates: z.number().int().describe('yearly rates that were read'),
  }),
  findings: z.array(findingSchema),
  manifest: z.looseObject({ command: z.literal('own-series'), system: z.string() }),
});
export type OwnSeries = z.infer<typeof ownSeriesSchema>;
