import { z } from 'zod';
import { findingSchema } from './assessment.ts';

const text = z.object({ ru: z.string(), en: z.string() });
const year = z.number().int().nullable();

/** Which countries and groups the workspace has yearly series of: what `compare` can be asked. */
export const seriesCountriesSchema = z.object({
  data: z.array(
    z.object({
      territory: z.string().describe('ISO 3166-1 alpha-2, or the id of a union'),
      territoryName: text,
      level: z.enum(['country', 'union']),
      members: z.number().int().nullable().describe('of a union: members today with exports'),
      exportsFrom: year.describe('first year of merchandise exports'),
      exportsTo: year,
      highTechFrom: year.describe('first year of high-technology exports'),
      highTechTo: year,
    }),
  ),
  findings: z.array(findingSchema),
  manifest: z.looseObject({
    series: z.array(
      z.object({
        indicator: z.string(),
        name: z.string().nullable().describe('name in a comparison; null: no comparison uses it'),
        file: z.string(),
        sha256: z.string(),
      }),
    ),
  }),
});
export type SeriesCountries = z.infer<typeof seriesCountriesSchema>;
