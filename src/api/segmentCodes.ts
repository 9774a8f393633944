import { z } from 'zod';
import { hsEditions } from '../domain/edition.ts';
import { findingSchema } from './assessment.ts';
import { listOptions } from './assessOptions.ts';

const text = z.object({ ru: z.string(), en: z.string() });

/** Shape of the question `segment-codes`: which codes the segments of a system hold. */
export const segmentCodesOptionsSchema = z.strictObject({
  segments: listOptions.segments,
  revision: listOptions.revision,
  alignment: listOptions.alignment,
  edition: z.enum(hsEditions).optional().describe('edition of the HS; default the newest'),
});

export const segmentCodesSchema = z.object({
  data: z.array(
    z.object({
      segment: z.string(),
      segmentName: text,
      heading: z.string(),
      headingName: text.nullable(),
      hs6: z.string(),
      weight: z.number().describe('1: the whole code counts; below 1: a part of it'),
      certainly: z
        .boolean()
        .nullable()
        .describe('in the lower bound too: wholly of the list; null: no table'),
    }),
  ),
  findings: z.array(findingSchema),
  manifest: z.looseObject({
    system: z.string(),
    systemName: text,
    source: z.string().describe('who defined the system'),
    edition: z.enum(hsEditions),
    alignment: z.string(),
    revision: z.number().int(),
    possibly: z
      .array(z.object({ segment: z.string(), codes: z.number().int().nullable() }))
      .describe('codes of the upper bound: any part inside; null: no table'),
  }),
});
export type SegmentCodes = z.infer<typeof segmentCodesSchema>;
