import { z } from 'zod';
import { findingSchema, manifestSchema } from './assessment.ts';

const text = z.object({ ru: z.string(), en: z.string() });

/** Patents by region and high-technology class, beside exports of the segment nearest to the class. */
export const patentRowSchema = z.object({
  id: z.string().describe('of the row; with / and the name of a field: of a figure, for `trajecta explain`'),
  territory: z.string(),
  territoryName: text,
  year: z.number().int(),
  patentClass: z.string().describe('aviation, communication ...; all-high-tech; all'),
  patentClassName: text,
  patents: z.number().describe('documents, fractionally counted'),
  share: z.number().nullable().describe("in the territory's patents, 0 to 1"),
  specialisation: z
    .number()
    .nullable()
    .describe('revealed technological advantage: share / share over all territories'),
  segment: z.string().nullable().describe('segment of exports nearest to the class'),
  segmentValueUsd: z.number().nullable().describe('exports of the segment; null: no exports known'),
  trajectoryIndex: z.number().nullable(),
});
export const patentsSchema = z.object({
  data: z.array(patentRowSchema),
  findings: z.array(findingSchema),
  manifest: manifestSchema.extend({
    approach: z.literal('patent'),
    counting: z.string(),
    source: z.string(),
  }),
});
export type PatentRow = z.infer<typeof patentRowSchema>;
export type Patents = z.infer<typeof patentsSchema>;
