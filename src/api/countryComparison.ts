import { z } from 'zod';
import { findingSchema } from './assessment.ts';

const text = z.object({ ru: z.string(), en: z.string() });
const number = z.number().nullable();

export const printedStatuses = ['equal', 'within-revision', 'different'] as const;

/** Countries and groups year by year: indices of exports, shares of high technology. */
export const countryComparisonRowSchema = z.object({
  id: z.string().describe('of the row; with / and the name of a field: of a figure, for `trajecta explain`'),
  level: z.enum(['country', 'union', 'world']),
  territory: z.string(),
  territoryName: text,
  year: z.number().int(),
  exportsUsd: number.describe('merchandise exports in the valuation; of a group the sum of its members'),
  exportsReason: z.string().nullable(),
  exportsIndex: number.describe('year before = 100'),
  chainIndex: number.describe('product of the yearly indices since the base year, which is 100'),
  publishedVolumeIndex: number
    .optional()
    .describe('year before = 100, by the published volume index; only beside the valuation volume'),
  directIndex: number.describe('value / value of the base year × 100; null where the members differ'),
  indexReason: z.string().nullable(),
  highTechUsd: number.describe('high-technology exports in current dollars'),
  shareOfExports: number.describe('high technology in merchandise exports, 0 to 1'),
  shareOfManufactured: number.describe('high technology in manufactured exports, 0 to 1'),
  shareOfWorldHighTech: number.describe("in the world's high-technology exports, 0 to 1"),
  highTechReason: z.string().nullable(),
  members: z.array(z.string()).nullable().describe('of a group: the members in the exports of the year'),
  printedIndex: number.describe('as the paper prints it; null: not printed'),
  printedDifference: number.describe('exportsIndex − printedIndex'),
  printedStatus: z.enum(printedStatuses).nullable(),
  printedChainIndex: number,
  printedChainDifference: number,
  printedChainStatus: z.enum(printedStatuses).nullable(),
});

export const countryComparisonSchema = z.object({
  data: z.array(countryComparisonRowSchema),
  findings: z.array(findingSchema),
  manifest: z.looseObject({
    run: z.string(),
    program: z.object({ name: z.string(), version: z.string() }),
    command: z.literal('compare'),
    options: z.record(z.string(), z.unknown()),
    series: z.array(
      z.object({ indicator: z.string(), name: z.string(), file: z.string(), sha256: z.string() }),
    ),
    definitions: z
      .record(z.string(), z.unknown())
      .describe('valuation, membership, world, groups with members'),
    resultChecksum: z.string(),
  }),
});
export type CountryComparisonRow = z.infer<typeof countryComparisonRowSchema>;
export type CountryComparison = z.infer<typeof countryComparisonSchema>;
