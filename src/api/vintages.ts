import { z } from 'zod';
import { findingSchema } from './assessment.ts';

/** Answers of `trajecta vintages`: the states of a workspace, what changed between two of them, what a pruning removes. */

const text = z.object({ ru: z.string(), en: z.string() });
const flow = z.enum(['export', 'import']);
const nullableNumber = z.number().nullable();

export const vintageRowSchema = z.object({
  state: z.number().int().describe('number of the state after this import, for --as-of'),
  vintage: z.string(),
  source: z.string(),
  file: z.string(),
  sha256: z.string(),
  importedAt: z.string().nullable().describe('ISO 8601; null: not recorded by earlier versions'),
  synthetic: z.boolean(),
  inForce: z.boolean(),
  replacedBy: z.string().nullable(),
  replaces: z.string().nullable(),
  supersedes: z.number().int().describe('slices of other vintages that it takes the place of'),
  rows: z.number().int().describe('kept rows'),
  value: z.number().describe('of kept rows, in the currency'),
  currency: z.string(),
  years: z.array(z.object({ flow, year: z.number().int(), months: z.array(z.number().int()) })),
});

export const vintageListSchema = z.object({
  data: z.array(vintageRowSchema),
  findings: z.array(findingSchema),
  manifest: z.looseObject({ country: z.string().nullable() }),
});

const change = {
  flow,
  year: z.number().int(),
  rowsA: z.number().int(),
  rowsB: z.number().int(),
  currency: z.string(),
  valueA: z.number().describe('in the currency'),
  valueB: z.number(),
  difference: z.number().describe('B − A, in the currency'),
  differenceUsd: nullableNumber.describe('B − A; null: no dollar rate'),
};

export const vintageDiffSchema = z.object({
  data: z.object({
    totals: z.array(z.object(change)).describe('by flow and year'),
    regions: z.array(z.object({ ...change, region: z.string(), regionName: text })),
    products: z
      .array(z.object({ ...change, product: z.string() }))
      .describe('six digits, fewer where the line has fewer, `confidential`, `unallocated`'),
    cells: z
      .array(z.object({ ...change, region: z.string(), regionName: text, product: z.string() }))
      .describe('largest change first'),
    cellCount: z.number().int().describe('all cells that differ; `cells` may hold fewer'),
  }),
  findings: z.array(findingSchema),
  manifest: z.looseObject({ a: z.array(z.string()), b: z.array(z.string()) }),
});

export const pruningSchema = z.object({
  data: z.object({
    vintages: z.array(z.object({ vintage: z.string(), file: z.string(), replacedBy: z.string().nullable() })),
    files: z.array(z.string()),
    bytes: z.number().int(),
    dryRun: z.boolean(),
  }),
  findings: z.array(findingSchema),
  manifest: z.looseObject({ vintages: z.array(z.string()).describe('that are left') }),
});

export type VintageList = z.infer<typeof vintageListSchema>;
export type VintageDiff = z.infer<typeof vintageDiffSchema>;
export type VintageChange = VintageDiff['data']['cells'][number];
export type PruningAnswer = z.infer<typeof pruningSchema>;
