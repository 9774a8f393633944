import { z } from 'zod';
import { findingSchema } from './assessment.ts';

/** Shapes of the answer of `trajecta check`: is the store sound, and what is to be known of the data. */

const text = z.object({ ru: z.string(), en: z.string() });
const nullableNumber = z.number().nullable();

export const exampleRowSchema = z.object({
  file: z.string(),
  vintage: z.string(),
  row: z.number().int().nullable().describe('1 = first row after the heading; null: not known'),
  text: z.string(),
});

export const qualityItemSchema = z.object({
  year: z.number().int().nullable(),
  subject: z.string().describe('what it is of: a region, a code, a partner, a unit; empty: all of the year'),
  text,
  count: z.number().int().nullable().describe('rows'),
  valueUsd: nullableNumber,
  share: nullableNumber.describe('of the value of the year, 0 to 1'),
  measured: nullableNumber.describe('what was compared with the threshold, e.g. after / before'),
});

export const qualityFindingSchema = z.object({
  code: z.string().describe('id of the check, see docs/quality.md'),
  group: z.string(),
  severity: z.enum(['info', 'caveat', 'warning', 'error']),
  name: text,
  meaning: text,
  flow: z.enum(['export', 'import']).nullable(),
  count: z.number().int().nullable().describe('rows (or, for coverage and breaks, items)'),
  valueUsd: nullableNumber.describe('value concerned; null: no dollar rate, or no value stands behind it'),
  share: nullableNumber.describe('of the value of the flow, 0 to 1'),
  items: z.array(qualityItemSchema).describe('largest first'),
  itemCount: z.number().int().describe('all items; `items` may hold fewer'),
  examples: z.array(exampleRowSchema),
});

export const coverageRowSchema = z.object({
  flow: z.enum(['export', 'import']),
  year: z.number().int(),
  months: z.array(z.number().int()).describe('0: rows of the whole year'),
  regions: z.number().int(),
  rows: z.number().int(),
  valueUsd: nullableNumber,
});

export const mirrorYearSchema = z.object({
  flow: z.enum(['export', 'import']).describe('seen from us'),
  partner: z.string(),
  year: z.number().int(),
  months: z.array(z.number().int()),
  ownUsd: z.number(),
  ownConfidentialUsd: z.number().describe('in secret codes, not in ownUsd'),
  expectedUsd: z
    .number()
    .describe('ownUsd as the partner would state it: with or without freight and insurance'),
  partnerUsd: z.number(),
  grossDifferenceUsd: z
    .number()
    .describe('sum of |partner − expected| over products; the next five sum to it'),
  withinHeadingUsd: z.number(),
  withinChapterUsd: z.number(),
  timingUsd: z.number(),
  confidentialUsd: z.number(),
  unexplainedUsd: z.number(),
  lag: z.number().int().describe('months by which the partner was read later (earlier, for imports)'),
});

export const mirrorProductSchema = z.object({
  flow: z.enum(['export', 'import']),
  partner: z.string(),
  year: z.number().int(),
  product: z.string(),
  ownUsd: z.number(),
  expectedUsd: z.number(),
  partnerUsd: z.number(),
  differenceUsd: z.number().describe('partner − expected'),
  ratio: nullableNumber.describe('partner / own; null where we have nothing'),
  status: z.enum(['agrees', 'classification', 'only-own', 'only-partner', 'differs']),
});

export const mirrorSchema = z.object({
  cifMargin: z.number().describe('share of the FOB value'),
  cifSource: text,
  tolerance: z.number(),
  years: z.array(mirrorYearSchema),
  products: z.array(mirrorProductSchema).describe('largest difference first'),
  productCount: z.number().int(),
});

export const integrityProblemSchema = z.object({
  code: z.enum([
    'part-missing',
    'part-changed',
    'part-unreadable',
    'sums-differ',
    'classification-changed',
    'run-unreadable',
  ]),
  path: z.string(),
  vintage: z.string().nullable(),
  message: text,
  /** What to do about it. */
  remedy: text,
});

export const integritySchema = z.object({
  sound: z.boolean(),
  vintages: z.number().int(),
  parts: z.number().int(),
  bytes: z.number().int(),
  rows: z.number().int(),
  problems: z.array(integrityProblemSchema),
  orphans: z
    .array(z.object({ path: z.string(), bytes: z.number().int() }))
    .describe('files that no manifest names: nobody reads them'),
  cleaned: z.array(z.string()).describe('orphans removed by --clean'),
});

export const checkSchema = z.object({
  data: z.object({
    integrity: integritySchema.nullable().describe('null: not asked for'),
    quality: z.array(qualityFindingSchema).nullable().describe('null: not asked for'),
    coverage: z.array(coverageRowSchema).nullable(),
    mirror: mirrorSchema.nullable().describe("null: no partner's data given"),
  }),
  findings: z.array(findingSchema),
  manifest: z.looseObject({
    command: z.literal('check'),
    country: z.string(),
    vintages: z.array(z.string()),
    options: z.record(z.string(), z.unknown()),
    checks: z.array(z.string()),
  }),
});

/** Options of `trajecta check` for its report on the data. */
export const qualityOptionsSchema = z.strictObject({
  flow: z.enum(['export', 'import']).optional().describe('default: both'),
  from: z.number().int().optional().describe('first year'),
  to: z.number().int().optional().describe('last year'),
  examples: z.number().int().min(0).max(1000).default(5).describe('example rows and items of each finding'),
  deviations: z.number().positive().default(5).describe('robust deviations of an outlier of unit value'),
  cifMargin: z.number().min(0).max(1).default(0.06).describe('freight and insurance, share of FOB'),
  tolerance: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .describe('relative difference up to which mirror values agree'),
});

export type ExampleRow = z.infer<typeof exampleRowSchema>;
export type QualityItem = z.infer<typeof qualityItemSchema>;
export type QualityFinding = z.infer<typeof qualityFindingSchema>;
export type CoverageRow = z.infer<typeof coverageRowSchema>;
export type Mirror = z.infer<typeof mirrorSchema>;
export type Integrity = z.infer<typeof integritySchema>;
export type IntegrityProblem = z.infer<typeof integrityProblemSchema>;
export type Check = z.infer<typeof checkSchema>;
export type QualityOptions = z.input<typeof qualityOptionsSchema>;
export type ResolvedQualityOptions = z.output<typeof qualityOptionsSchema>;
