import { z } from 'zod';
import { columnMeanings } from '../domain/columnMeanings.ts';

export const importSources = ['fts', 'comexstat', 'comtrade', 'wdi', 'table'] as const;
export type ImportSourceName = (typeof importSources)[number];

/** What may be said of a file before it is imported; what is left out is told from the file. The same as on the command line. */
export const importSettingsSchema = z.strictObject({
  source: z
    .enum(importSources)
    .optional()
    .describe(
      "fts: unload of Russia's customs service; comexstat: Brazil; comtrade: UN Comtrade; wdi: indicators of the World Bank by country and year; table: any table with a mapping",
    ),
  encoding: z.string().max(40).optional(),
  delimiter: z.string().length(1).optional(),
  sheet: z.string().max(200).optional().describe('sheet of a workbook'),
  member: z.string().max(1000).optional().describe('file within a zip'),
  headingRow: z
    .number()
    .int()
    .min(1)
    .max(999_999)
    .optional()
    .describe('row that names the columns, 1 = first'),
  maximumBytes: z.number().int().positive().optional().describe('largest size of an unpacked file'),
  decimalMark: z.enum(['.', ',']).optional(),
  moneyUnit: z.enum(['usd', 'thousand-usd']).optional().describe('fts: unit of the value column'),
  edition: z.string().max(20).optional().describe('fts: edition of the HS, or calendar'),
  columns: z
    .partialRecord(z.enum(columnMeanings), z.string().max(1000))
    .optional()
    .describe('fts: columns by what they hold, where their names do not tell; empty: no column holds it'),
  flow: z
    .enum(['export', 'import'])
    .optional()
    .describe('comexstat: where the name of the file does not tell'),
  indicator: z
    .string()
    .max(60)
    .optional()
    .describe('wdi: the indicator, where neither a column nor the name of the file tells it'),
  valueColumn: z
    .string()
    .max(1000)
    .optional()
    .describe('wdi: the column with the values, where several hold numbers'),
  mapping: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('table: what its columns and codes mean, as `trajecta schema mapping` tells'),
  replaces: z.string().max(40).optional().describe('vintage that this file corrects'),
  whole: z.boolean().optional().describe('replace all of that vintage, not just what the file holds'),
  add: z.boolean().optional().describe('the file is more of what is stored'),
  acceptUnknownCodes: z.boolean().optional(),
});
export type ImportSettings = z.infer<typeof importSettingsSchema>;
