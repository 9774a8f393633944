import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { hsEditions } from '../../domain/edition.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';

const twoLanguages = z.strictObject({ ru: z.string(), en: z.string() });
const rate = z.number().positive();

/** The mapping file of `trajecta import table`: says what a table's columns and codes mean. */
export const mappingSchema = z.strictObject({
  $schema: z.string().optional(),
  country: z
    .string()
    .regex(/^([A-Z]{2}|WORLD)$/)
    .describe(
      'reporter, ISO 3166-1 alpha-2; WORLD where the rows are of countries (columns.region names them)',
    ),
  countryName: twoLanguages.optional(),
  description: z.string().optional().describe('what the data is and who publishes it'),
  columns: z
    .strictObject({
      period: z.string().optional().describe('2019, 2019-03 or 03/2019; or use year and month'),
      year: z.string().optional(),
      month: z.string().optional(),
      flow: z.string().optional(),
      region: z.string().optional(),
      line: z.string().describe('product code, 2 to 10 digits'),
      partner: z.string().optional(),
      unit: z.string().optional(),
      value: z.string().optional().describe('left out for a wide table'),
      contributor: z
        .string()
        .optional()
        .describe('who exported or imported; only for disclosure control, never shown'),
      netWeight: z.string().optional().describe('kg'),
      quantity: z.string().optional(),
    })
    .refine(
      (columns) => columns.period === undefined || columns.year === undefined,
      'give either period or year (with month where there is one)',
    ),
  wide: z
    .strictObject({
      over: z.enum(['period', 'year', 'month', 'flow', 'region', 'partner', 'line']),
      columns: z
        .record(z.string(), z.string())
        .describe('column of values and the text that it stands for, e.g. {"2019, USD": "2019"}'),
    })
    .optional()
    .describe('a wide table: several columns of values, one for each year, region, partner ...'),
  flow: z.enum(['export', 'import']).optional().describe('flow of all rows, where no column tells it'),
  period: z
    .string()
    .regex(/^\d{4}(-\d{2})?$/)
    .optional()
    .describe('period of all rows (2017 or 2017-03), where no column tells it'),
  nomenclature: z.strictObject({
    name: z.string().describe('for people: AHECC, NCM, TN VED'),
    edition: z
      .enum(['calendar', ...hsEditions])
      .describe('edition of the HS that the first six digits follow'),
  }),
  currency: z.strictObject({
    code: z.string().regex(/^[A-Z]{3}$/),
    unit: z.number().positive().default(1).describe('1000 where the value column is in thousands'),
    usdPerUnit: z
      .record(z.string().regex(/^\d{4}(-\d{2})?$/), rate)
      .optional()
      .describe('US dollars for one unit of the currency, by year or by month; a month is looked up first'),
  }),
  decimalMark: z.enum(['.', ',']).optional().describe('left out: told from the numbers'),
  delimiter: z.string().length(1).optional(),
  encoding: z.string().optional(),
  sheet: z.string().optional().describe('sheet of a workbook'),
  member: z.string().optional().describe('file within a zip'),
  headingRow: z.number().int().positive().optional().describe('row that names the columns, 1 = first'),
  partners: z
    .record(z.string(), z.string().regex(/^[A-Z]{2}$/))
    .default({})
    .describe("ISO alpha-2 of the table's own partner codes"),
  confidentialCodes: z
    .array(z.string())
    .default([])
    .describe('product codes that hide the product: they count in totals only'),
  negativesAllowed: z
    .strictObject({ codes: z.array(z.string()).default([]), regions: z.array(z.string()).default([]) })
    .default({ codes: [], regions: [] }),
  notRegions: z
    .record(z.string(), z.enum(['not-stated', 'not-disclosed', 're-export', 'total', 'aggregate']))
    .default({})
    .describe('texts of the region column that name no region'),
  territories: z
    .array(
      z.strictObject({
        id: z.string(),
        name: twoLanguages,
        codes: z.array(z.string()).default([]).describe('texts under which the file names it'),
        district: z.string().optional(),
      }),
    )
    .optional()
    .describe('regions of a country that the program does not know'),
  districts: z.array(z.strictObject({ id: z.string(), name: twoLanguages })).optional(),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** Reads and checks a mapping file. Throws `bad-mapping` naming each field that is wrong. */
export async function readMapping(path: string): Promise<Mapping> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new TrajectaError('file-not-found', {
      ru: `Файла описания ${path} нет.`,
      en: `There is no mapping file ${path}.`,
    });
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw badMapping(path, error instanceof Error ? error.message : String(error));
  }
  return checkedMapping(json, path);
}

/** A mapping that fits the schema. Throws `bad-mapping` naming each field that is wrong. */
export function checkedMapping(json: unknown, name: string): Mapping {
  const parsed = mappingSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw badMapping(
    name,
    parsed.error.issues.map((issue) => `${issue.path.join('.') || '(root)'}: ${issue.message}`).join('; '),
  );
}

function badMapping(path: string, problem: string): TrajectaError {
  return new TrajectaError('bad-mapping', {
    ru: `Файл описания ${path} не принят: ${problem}. Образец: examples/australia/mapping.json; схема: trajecta schema mapping.`,
    en: `The mapping file ${path} is not accepted: ${problem}. See examples/australia/mapping.json; schema: trajecta schema mapping.`,
  });
}
