import { z } from 'zod';
import { columnMeanings } from '../domain/columnMeanings.ts';
import { findingSchema } from './assessment.ts';
import { importReportSchema } from './importReport.ts';
import { importSettingsSchema, importSources } from './importSettings.ts';
import { refusalSchema } from './refusal.ts';
import { seriesReportSchema } from './seriesReport.ts';

/** Shapes of an import by HTTP: the file sent, its preview, how far it is, what came of it. */

const text = z.object({ ru: z.string(), en: z.string() });
const nullableNumber = z.number().nullable();

export const importStepSchema = z.object({
  stage: z.enum(['texts', 'rows', 'checking', 'storing', 'cubes', 'done']),
  part: nullableNumber.describe('of the stage, 0 to 1; null: not known'),
  rows: nullableNumber,
  rowsPerSecond: nullableNumber,
  bytesPerSecond: nullableNumber,
  secondsLeft: nullableNumber,
});

export const importStateSchema = z.object({
  id: z.string(),
  name: z.string().describe('as the file was called by who sent it; a label, never a path'),
  bytes: z.number().int(),
  state: z
    .enum(['received', 'running', 'stored', 'refused', 'cancelled'])
    .describe('received, refused and cancelled can be started (again)'),
  settings: importSettingsSchema.nullable().describe('of the last start'),
  progress: importStepSchema.extend({ text }).nullable(),
  report: importReportSchema.nullable().describe('of trade'),
  series: seriesReportSchema.nullable().describe('of series by country and year (wdi)'),
  error: refusalSchema.shape.error.nullable(),
});

const limits = z.looseObject({
  maximumBytes: z.number().int().describe('of one file'),
  tokenNeeded: z.boolean().describe('writing needs Authorization: Bearer TOKEN'),
});

export const importAnswerSchema = z.object({
  data: importStateSchema,
  findings: z.array(findingSchema),
  manifest: limits,
});

export const importListSchema = z.object({
  data: z.array(importStateSchema).describe('of this run of the server, in order'),
  findings: z.array(findingSchema),
  manifest: limits,
});

export const previewColumnSchema = z.object({
  name: z.string(),
  meaning: z.enum(columnMeanings).nullable(),
  examples: z.array(z.string()).describe('first different texts that are not empty'),
});

export const importPreviewSchema = z.object({
  data: z.object({
    source: z.enum(importSources),
    container: z.string().describe('text, dbf, xlsx, xls, parquet'),
    archive: z.string().nullable(),
    members: z.array(z.string()).describe('files within the zip'),
    sheets: z.array(z.string()).describe('sheets of the workbook'),
    member: z.string().nullable(),
    sheet: z.string().nullable(),
    encoding: z.string().nullable(),
    delimiter: z.string().nullable(),
    headingRow: z.number().int(),
    decimalMark: z.enum(['.', ',']).nullable().describe('null: no column of numbers is known yet'),
    columns: z.array(previewColumnSchema),
    rows: z.array(z.array(z.string())).describe('first rows as read, in the order of columns'),
    mapping: z.record(z.string(), z.unknown()).nullable().describe('table: the mapping given, or a draft'),
    flow: z.enum(['export', 'import']).nullable().describe('of all rows, where no column tells it'),
    moneyUnit: nullableNumber.describe('units of the currency in one unit of the value column'),
    trial: z
      .object({
        whole: z.boolean().describe('false: of the beginning of a long file'),
        rowsIn: z.number().int(),
        rowsKept: z.number().int(),
        rowsTotalRows: z.number().int(),
        rowsQuarantined: z.number().int(),
        reasons: z.array(z.object({ reason: z.string(), rows: z.number().int() })),
      })
      .nullable()
      .describe('what an import would do with the rows; null: it cannot be told'),
    series: seriesReportSchema.shape.data.element
      .pick({ indicators: true, accounts: true })
      .nullable()
      .describe('wdi: the indicators that the file holds; null: none, or another source'),
    notes: z.array(text).describe('why the columns were taken as they are, and what is left to be filled in'),
    problem: refusalSchema.shape.error.nullable().describe('why it cannot be imported like this'),
  }),
  findings: z.array(findingSchema),
  manifest: z.looseObject({ settings: importSettingsSchema }),
});

export type ImportStep = z.infer<typeof importStepSchema>;
export type ImportState = z.infer<typeof importStateSchema>;
export type ImportAnswer = z.infer<typeof importAnswerSchema>;
export type ImportList = z.infer<typeof importListSchema>;
export type ImportPreview = z.infer<typeof importPreviewSchema>;
export type PreviewColumn = z.infer<typeof previewColumnSchema>;
