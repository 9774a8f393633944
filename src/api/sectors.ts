import { z } from 'zod';
import { findingSchema, manifestSchema } from './assessment.ts';

const text = z.object({ ru: z.string(), en: z.string() });

/** Exports (or a user's own statistics) by industry and class of R&D intensity. */
export const sectorRowSchema = z.object({
  id: z.string().describe('of the row; with / and the name of a field: of a figure, for `trajecta explain`'),
  level: z.enum(['region', 'district', 'country', 'union', 'world']),
  territory: z.string(),
  territoryName: text,
  year: z.number().int(),
  technologyClass: z
    .string()
    .describe('high, medium-high, medium-low, low, other-manufacturing, not-manufacturing, unallocated'),
  className: text,
  industry: z.string().nullable().describe('null: the whole class'),
  industryName: text.nullable(),
  value: z.number().describe('of exports US dollars; of a table of your own its unit'),
  share: z.number().nullable().describe("in the territory's total, 0 to 1"),
  specialisation: z.number().nullable().describe("share / the whole's share; null where the whole has none"),
  highTechValue: z
    .number()
    .nullable()
    .describe('exports of products of the high-technology list in it: collected by product, shown by sector'),
});

export const sectorsSchema = z.object({
  data: z.array(sectorRowSchema),
  findings: z.array(findingSchema),
  manifest: manifestSchema.extend({
    approach: z.literal('sectoral'),
    classification: z.string(),
    source: z.string(),
  }),
});
export type SectorRow = z.infer<typeof sectorRowSchema>;
export type Sectors = z.infer<typeof sectorsSchema>;
