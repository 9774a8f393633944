import { z } from 'zod';
import { findingSchema } from './assessment.ts';

const name = z.object({ ru: z.string(), en: z.string() }).nullable();

/** The path of one code through all stages, editions and lists. */
export const classifiedCodeSchema = z.object({
  given: z.string(),
  line: z.string().describe('as understood: digits, lost zero given back'),
  kind: z.enum(['product', 'confidential', 'total', 'unknown']),
  edition: z.string().describe('edition in which the code is read'),
  levels: z.array(
    z.object({
      level: z.enum(['section', 'chapter', 'heading', 'hs6', 'line']),
      code: z.string(),
      name,
      nomenclature: z.string().nullable(),
    }),
  ),
  editions: z.array(
    z.object({
      edition: z.string(),
      exists: z.boolean(),
      counterparts: z
        .array(z.object({ code: z.string(), weight: z.number() }))
        .describe('by the one-to-one tables, from the edition of the code'),
      linked: z.array(z.string()).describe('by the many-to-many tables'),
    }),
  ),
  sitc: z.array(
    z.object({
      revision: z.number().int(),
      edition: z.string(),
      conversion: z.string().nullable(),
      links: z.array(z.string()).nullable().describe('null: no many-to-many sheet'),
    }),
  ),
  lists: z.array(
    z.object({
      revision: z.number().int(),
      edition: z.string(),
      unConversion: z.string().nullable(),
      resolved: z.string().nullable(),
      links: z.array(z.string()).nullable(),
      position: z
        .enum(['inside', 'partly', 'outside', 'unknown'])
        .describe('by all links; unknown: no many-to-many sheet'),
    }),
  ),
  segments: z.array(z.object({ system: z.string(), segment: z.string(), name })),
  productLists: z.array(z.string()),
  parts: z
    .array(z.object({ code: z.string(), group: z.string().nullable(), position: z.string() }))
    .describe(
      'of a code of fewer than six digits: six-digit codes below it with their group of the high-technology list',
    ),
  unknown: z.array(z.object({ ru: z.string(), en: z.string() })).describe('what is not known of the code'),
});

export const classificationSchema = z.object({
  data: z.array(classifiedCodeSchema),
  findings: z.array(findingSchema),
  manifest: z.looseObject({}),
});
export type ClassifiedCode = z.infer<typeof classifiedCodeSchema>;

export const listComparisonSchema = z.object({
  data: z.array(
    z.object({
      edition: z.string(),
      code: z.string(),
      inA: z.array(z.string()).describe('segments of A that hold it'),
      inB: z.array(z.string()),
      weightA: z.number(),
      weightB: z.number(),
      name,
      valueUsd: z
        .number()
        .nullable()
        .describe(
          'exports of the country over all years stored; null: no workspace, or no data of the edition',
        ),
    }),
  ),
  findings: z.array(findingSchema),
  manifest: z.looseObject({
    a: z.string(),
    b: z.string(),
    editions: z.array(z.string()),
    editionsOfData: z.array(z.string()).describe('editions that the exports stored are in'),
    both: z.number().int(),
    onlyA: z.number().int(),
    onlyB: z.number().int(),
  }),
});
export type ListComparison = z.infer<typeof listComparisonSchema>;
