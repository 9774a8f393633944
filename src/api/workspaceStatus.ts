import { z } from 'zod';
import { findingSchema } from './assessment.ts';

/** Answer of `trajecta status`: what a workspace holds, how much of the disk it takes, how fresh it is. */

const flow = z.enum(['export', 'import']);
const months = z.array(z.number().int());
const bytes = z.number().int();

export const storedKindSchema = z.object({
  kind: z.string().describe('detail, quarantine, or a cube'),
  files: z.number().int(),
  rows: z.number().int(),
  bytes,
});

export const vintageStatusSchema = z.object({
  state: z.number().int().describe('number of the state after this import, for --as-of'),
  vintage: z.string(),
  source: z.string(),
  file: z.string(),
  fileBytes: bytes.describe('of the file that was imported'),
  importedAt: z.string().nullable().describe('ISO 8601; null: not recorded by earlier versions'),
  synthetic: z.boolean(),
  inForce: z.boolean().describe('in the state asked for'),
  replacedBy: z.string().nullable(),
  rowsKept: z.number().int(),
  rowsQuarantined: z.number().int(),
  rowsTotalRows: z.number().int(),
  valueKept: z.number().describe('in the currency'),
  currency: z.string(),
  detailBytes: bytes.describe('of a file that holds several vintages its share by rows'),
  cubeBytes: bytes,
  quarantineBytes: bytes,
  years: z.array(z.object({ flow, year: z.number().int(), months, regions: z.number().int() })),
});

export const yearStatusSchema = z.object({
  flow,
  year: z.number().int(),
  months: months.describe('present; 0: rows of the whole year'),
  missingMonths: months.describe('empty: the year is whole'),
  regions: z.number().int().describe('places told of, reserved codes such as not-stated aside'),
  rows: z.number().int().describe('rows of the detail, rests of parent rows included'),
  values: z.array(z.object({ currency: z.string(), value: z.number() })),
  valueUsd: z.number().nullable().describe('of rows that have a rate; null: none has'),
  rowsWithoutRate: z.number().int(),
});

export const freshnessSchema = z.object({
  lastPeriods: z
    .array(z.object({ flow, period: z.string(), wholeYear: z.number().int().nullable() }))
    .describe('last month or year, and last year without a gap, by flow'),
  lastImportAt: z.string().nullable().describe('ISO 8601; null: not recorded'),
  lastImportDays: z.number().int().nullable().describe('whole days since then'),
});

export const workspaceStatusSchema = z.object({
  data: z.object({
    country: z.string(),
    synthetic: z.boolean(),
    state: z.number().int(),
    states: z.number().int(),
    files: z.number().int(),
    bytes: bytes.describe('of all stored files of these vintages'),
    stored: z.array(storedKindSchema),
    vintages: z.array(vintageStatusSchema),
    coverage: z.array(yearStatusSchema),
    freshness: freshnessSchema,
  }),
  findings: z.array(findingSchema).describe('kept from the imports'),
  manifest: z.looseObject({ folder: z.string(), vintages: z.array(z.string()).describe('in force') }),
});
export type WorkspaceStatus = z.infer<typeof workspaceStatusSchema>;

/** Answer of `trajecta status --quarantine`. */
export const quarantineSchema = z.object({
  data: z.array(
    z.object({
      file: z.string(),
      vintage: z.string(),
      row: z.number().int().describe('1 = first row after the heading'),
      column: z.string(),
      text: z.string(),
      reason: z.string(),
      value: z.number().nullable().describe('in the currency of the source; null: it cannot be read'),
    }),
  ),
  findings: z.array(findingSchema),
  manifest: z.looseObject({ folder: z.string(), vintages: z.array(z.string()) }),
});
