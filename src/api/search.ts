import { z } from 'zod';
import { findingSchema } from './assessment.ts';

const text = z.object({ ru: z.string(), en: z.string() });

export const searchKinds = ['region', 'district', 'segment', 'product', 'partner', 'measure'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Shape of the question `search`: words or a code. */
export const searchOptionsSchema = z.strictObject({
  text: z.string().min(1).max(200).describe('words or a code, in Russian or English'),
  kind: z.enum(searchKinds).optional().describe('only hits of the kind'),
  most: z.number().int().min(1).max(100).optional().describe('most hits (12)'),
});

export const searchSchema = z.object({
  data: z.array(
    z.object({
      kind: z.enum(searchKinds),
      id: z
        .string()
        .describe('id of a territory, segment or measure; code of a product; ISO code of a partner'),
      system: z.string().nullable().describe('of a segment: its segment system'),
      name: text,
      about: text.describe('what it is, in a few words'),
    }),
  ),
  findings: z.array(findingSchema),
  manifest: z.looseObject({ found: z.number().int().describe('hits before `most`') }),
});
export type SearchOptions = z.infer<typeof searchOptionsSchema>;
export type SearchAnswer = z.infer<typeof searchSchema>;
export type SearchHit = SearchAnswer['data'][number];
