import { z } from 'zod';
import { findingSchema } from './assessment.ts';

const text = z.object({ ru: z.string(), en: z.string() });

/** What a workspace holds, and what may be asked of it: the first question of the dashboard. */
export const workspaceSummarySchema = z.object({
  data: z.object({
    country: z.string(),
    countryName: text,
    synthetic: z.boolean(),
    territories: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['region', 'district', 'union']),
        name: text,
        parent: z.string().nullable().describe('district at the end of the data'),
        from: z.string().nullable(),
        to: z.string().nullable(),
        tile: z
          .object({ row: z.number().int(), column: z.number().int(), mark: text })
          .nullable()
          .describe('place on the tile grid of the country'),
      }),
    ),
    coverage: z.array(
      z.object({
        flow: z.enum(['export', 'import']),
        year: z.number().int(),
        months: z.array(z.number().int()).describe('0: the whole year in one'),
        whole: z.boolean(),
      }),
    ),
    lastPeriod: z.string().nullable().describe('last month or year of exports'),
    lastWholeYear: z.number().int().nullable(),
    inputs: z.array(z.object({ vintage: z.string(), source: z.string(), file: z.string() })),
    loadedAt: z.string().nullable().describe('when the last import was committed, ISO 8601'),
    segmentSystems: z.array(
      z.object({ id: z.string(), name: text, segments: z.array(z.object({ id: z.string(), name: text })) }),
    ),
    rules: z.array(z.object({ id: z.string(), name: text })),
    hasPartners: z.boolean(),
    hasMap: z.boolean().describe('boundaries of the regions are given: question map'),
  }),
  findings: z.array(findingSchema).describe('kept from the imports'),
  manifest: z.looseObject({ state: z.string().describe('checksum of the workspace manifest') }),
});
export type WorkspaceSummary = z.infer<typeof workspaceSummarySchema>;
