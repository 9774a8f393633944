import { z } from 'zod';
import { findingSchema } from './assessment.ts';
import { spaceOptions } from './opportunities.ts';

/** Shapes of `product-space`: which goods are made together, with a place for each. */

const text = z.object({ ru: z.string(), en: z.string() });

export const productSpaceOptionsSchema = z.strictObject(spaceOptions);
export type ProductSpaceOptions = z.infer<typeof productSpaceOptionsSchema>;

export const spaceNodeSchema = z.object({
  product: z.string(),
  productName: text.nullable(),
  chapter: z.string(),
  chapterName: text.nullable(),
  segment: z.string(),
  segmentName: text,
  x: z.number().describe('0 to 1'),
  y: z.number().describe('0 to 1'),
  ubiquity: z.number().int().describe('region-years in which the product is present'),
});

export const productSpaceSchema = z.object({
  data: z.array(spaceNodeSchema),
  findings: z.array(findingSchema),
  manifest: z.looseObject({
    command: z.literal('product-space'),
    links: z
      .array(
        z.object({
          from: z.number().int().describe('place of a product in data'),
          to: z.number().int(),
          proximity: z.number(),
          tree: z.boolean().describe('part of the maximum spanning tree'),
        }),
      )
      .describe('the maximum spanning tree and the strongest other links'),
    strongFrom: z.number().nullable().describe('proximity of the weakest link beside the tree'),
    leftOut: z.number().int().describe('strong links not drawn'),
    years: z.array(z.number().int()).describe('years that proximities and places rest on'),
    regionYears: z.number().int(),
    edition: z.string(),
    digits: z.number().int(),
    threshold: z.number(),
    options: z.record(z.string(), z.unknown()),
  }),
});
export type SpaceNode = z.infer<typeof spaceNodeSchema>;
export type ProductSpaceAnswer = z.infer<typeof productSpaceSchema>;
