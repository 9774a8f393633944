import { z } from 'zod';
import { findingSchema, manifestSchema } from './assessment.ts';
import { listOptions } from './assessOptions.ts';

/** Shapes of the question and the answer of `trajecta opportunities`: what a region could come to export. */

const text = z.object({ ru: z.string(), en: z.string() });
const nullableNumber = z.number().nullable();
const { inEdition: _inEdition, weights: _weights, ...lists } = listOptions;

/** Product complexities from elsewhere, such as the world's. */
export const complexityTableSchema = z.object({
  file: z.string(),
  sha256: z.string(),
  rows: z.array(z.object({ product: z.string(), value: z.number() })),
});

export const spaceOptions = {
  year: z.number().int().min(1900).max(2200).optional().describe('default: the last whole year of the data'),
  scope: z.string().max(64).optional().describe('all (default), high-tech, or the id of a segment'),
  digits: z
    .union([z.literal(4), z.literal(6)])
    .optional()
    .describe('digits of product codes; default 4 for all goods, 6 for high technology'),
  threshold: z.number().positive().max(100).optional().describe('RCA from which a product is present; 1'),
  ...lists,
};

export const opportunitiesOptionsSchema = z.strictObject({
  territory: z.string().max(200).describe('id, name or code of a region'),
  ...spaceOptions,
  complexity: complexityTableSchema
    .optional()
    .describe("complexity of products from elsewhere; left out: computed from the country's regions"),
});
export type OpportunitiesOptions = z.infer<typeof opportunitiesOptionsSchema>;
export type ComplexityTable = z.infer<typeof complexityTableSchema>;

export const opportunitySchema = z.object({
  id: z.string().describe('of the row; with / and the name of a field: of a figure, for `trajecta explain`'),
  level: z.literal('region'),
  territory: z.string(),
  territoryName: text,
  year: z.number().int(),
  product: z.string(),
  productName: text.nullable().describe('from an imported list of names, else that of the heading'),
  chapter: z.string(),
  chapterName: text.nullable(),
  segment: z.string().describe('segment that most of the product is in; rest: none'),
  segmentName: text,
  segmentShare: z.number().describe("part of the country's exports of the product that the segment counts"),
  valueUsd: z.number(),
  countryValueUsd: z.number(),
  shareOfCountry: nullableNumber,
  rca: z.number().describe('revealed comparative advantage of the region, all goods'),
  present: z.boolean().describe('RCA reaches the threshold'),
  ubiquity: z.number().int().describe('regions in which the product is present'),
  density: nullableNumber.describe('how much of what is near the product the region has, 0 to 1'),
  distance: nullableNumber.describe('1 − density'),
  pci: nullableNumber.describe('complexity of the product'),
  outlookGain: nullableNumber.describe('what the outlook of the region gains by it; 0 where present'),
  reason: z.string().nullable().describe('why density or complexity is undefined'),
});

export const complexitySourceSchema = z.object({
  source: z.enum(['regions', 'table']).describe("the country's regions, or a table from elsewhere"),
  file: z.string().nullable(),
  regions: z.number().int().describe('regions with any exports'),
  products: z.number().int(),
  threshold: z.number(),
  components: z.number().int().describe('parts of the graph of regions and products'),
  gap: nullableNumber.describe('second less third eigenvalue; the smaller, the less certain the order'),
  reason: z.string().nullable().describe('why there is no complexity'),
});

export const opportunitiesSchema = z.object({
  data: z.array(opportunitySchema),
  findings: z.array(findingSchema),
  manifest: manifestSchema.extend({
    region: z.object({
      territory: z.string(),
      name: text,
      present: z.number().int().describe('products present, all goods'),
      meanPci: nullableNumber.describe('mean complexity of the products present, all goods'),
      eci: nullableNumber,
      eciRank: z.number().int().nullable(),
      outlookIndex: nullableNumber,
      outlookRank: z.number().int().nullable(),
    }),
    complexity: complexitySourceSchema,
    digits: z.number().int(),
    edition: z.string(),
  }),
});
export type Opportunity = z.infer<typeof opportunitySchema>;
export type Opportunities = z.infer<typeof opportunitiesSchema>;
export type ComplexitySource = z.infer<typeof complexitySourceSchema>;
