import { z } from 'zod';
import { findingSchema, manifestSchema } from './assessment.ts';
import { territoryOptions } from './composition.ts';

/** Shapes of the question and the answer of `partners`: where a territory's high technology goes. */

const text = z.object({ ru: z.string(), en: z.string() });

export const partnersOptionsSchema = z.strictObject(territoryOptions);

export const partnerRowSchema = z.object({
  id: z.string().describe('of the row; with /valueUsd or /share: of a figure, for `trajecta explain`'),
  partner: z.string().describe('ISO 3166-1 alpha-2, as given where unknown; not-stated'),
  partnerName: text,
  segment: z.string().describe('segment of the list; total: all goods'),
  segmentName: text,
  valueUsd: z.number(),
  share: z.number().nullable().describe("of the territory's exports of the segment, 0 to 1"),
});

export const partnersSchema = z.object({
  data: z.array(partnerRowSchema),
  findings: z.array(findingSchema),
  manifest: manifestSchema.extend({
    territory: z.string(),
    territoryName: text,
    level: z.enum(['region', 'district', 'country']),
    period: z.string(),
    hasPartners: z.boolean().describe('false: no source of the period names partners'),
  }),
});

export type PartnersOptions = z.infer<typeof partnersOptionsSchema>;
export type PartnerRow = z.infer<typeof partnerRowSchema>;
export type Partners = z.infer<typeof partnersSchema>;
