import { z } from 'zod';
import { findingSchema } from './assessment.ts';

const money = z.number().describe('in the source currency');
const dollars = z.number().nullable().describe('US dollars; null: no exchange rate for a part of the rows');

/** Accounts of one import: rowsIn = rowsKept + rowsQuarantined + rowsTotalRows, and the same for every readable value. */
export const accountsSchema = z.object({
  file: z.string(),
  vintage: z.string(),
  rowsIn: z.number().int(),
  rowsKept: z.number().int(),
  rowsQuarantined: z.number().int(),
  rowsTotalRows: z.number().int(),
  currency: z.string(),
  valueIn: money,
  valueKept: money,
  valueQuarantined: money,
  valueTotalRows: money,
  valueConfidential: money.describe('a part of valueKept'),
  valueUnallocated: money.describe(
    'a part of valueTotalRows: what parent rows exceed the sum of their children by',
  ),
  valueInUsd: dollars,
  valueKeptUsd: dollars,
  valueQuarantinedUsd: dollars,
  valueTotalRowsUsd: dollars,
  valueConfidentialUsd: dollars,
  valueUnallocatedUsd: dollars,
  valueUsdReason: z.enum(['no-rate']).nullable(),
});
export type Accounts = z.infer<typeof accountsSchema>;

export const importReportSchema = z.object({
  data: z.array(accountsSchema),
  findings: z.array(findingSchema),
  manifest: z.looseObject({
    settings: z.record(z.string(), z.unknown()),
    alreadyStored: z.boolean(),
    mended: z.array(z.string()).optional().describe('damaged files of the store written anew from this file'),
    waiting: z
      .array(z.object({ path: z.string(), vintages: z.array(z.string()) }))
      .optional()
      .describe('damaged files that need the sources of these vintages too'),
  }),
});
export type ImportReport = z.infer<typeof importReportSchema>;
