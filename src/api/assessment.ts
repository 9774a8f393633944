import { z } from 'zod';

/** Shapes of the answers of `trajecta assess` and `trajecta high-tech`: types, validation and JSON Schema in one. */

const text = z.object({ ru: z.string(), en: z.string() });
const nullableNumber = z.number().nullable();

export const findingSchema = z.object({
  code: z.string(),
  severity: z.enum(['info', 'caveat', 'warning', 'error']),
  message: text,
  count: z.number().int().optional(),
  valueUsd: nullableNumber.optional(),
  share: nullableNumber.optional().describe('0 to 1'),
  examples: z.array(z.string()).optional(),
  rows: z
    .array(z.number().int())
    .readonly()
    .optional()
    .describe('row of the file in which each example stands first, 1 = first after the heading'),
});

/** Why a cell is hidden in a table to be published; null: it is not. */
export const suppressionSchema = z
  .enum(['threshold', 'dominance', 'secondary'])
  .nullable()
  .describe('disclosure control: hidden for its own sake, or so that it does not give another cell away');

export const conditionSchema = z.object({
  measure: z.string().describe('name of a field of the row, e.g. trajectoryIndex'),
  operator: z.enum(['>=', '>', '<=', '<']),
  threshold: z.number(),
  value: nullableNumber,
  held: z.boolean().nullable().describe('null: the measure is undefined'),
  near: z.boolean().describe('within 10 % of the threshold'),
});

export const printedSchema = z.object({
  rank: z.number().int(),
  trajectoryIndex: z.number(),
  segmentValueThousandUsd: z.number(),
  shareOfCountryTotalPercent: z.number(),
  segmentShareOfRegionPercent: z.number(),
  note: text.describe('always says that the definition of the printed index is not published'),
});

export const assessmentRowSchema = z.object({
  id: z.string().describe('of the row; with / and the name of a field: of a figure, for `trajecta explain`'),
  level: z.enum(['region', 'district', 'country', 'union', 'world']),
  period: z.string().describe('2019, 2017..2019, 2019-01..2019-06'),
  flow: z.enum(['export', 'import']),
  segment: z.string(),
  segmentName: text,
  territory: z.string(),
  territoryName: text,
  district: z.string().nullable(),
  districtName: text.nullable(),
  rank: z
    .number()
    .int()
    .nullable()
    .describe('by trajectoryIndex among regions, 1 = highest; null without an index'),
  trajectoryIndex: nullableNumber,
  trajectoryIndexLower: nullableNumber,
  trajectoryIndexUpper: nullableNumber,
  trajectoryIndexReason: z.string().nullable().describe('why trajectoryIndex is null'),
  boundsReason: z.string().nullable().describe('why the bounds are null'),
  symmetricIndex: nullableNumber.describe('(T-1)/(T+1)'),
  normalisedIndex: nullableNumber.describe('normalised RCA: X_rs/X - X_r X_s/X^2'),
  additiveIndex: nullableNumber.describe('X_rs/X_r - X_s/X'),
  segmentValueUsd: nullableNumber.describe('null only where it is hidden'),
  segmentValueUsdLower: nullableNumber,
  segmentValueUsdUpper: nullableNumber,
  totalValueUsd: nullableNumber.describe('null only where it is hidden'),
  suppressed: suppressionSchema,
  totalSuppressed: suppressionSchema,
  shareOfCountryTotal: nullableNumber.describe(
    "territory's share in the country's exports of everything, 0 to 1",
  ),
  shareOfCountrySegment: nullableNumber.describe(
    "territory's share in the country's exports of the segment, 0 to 1",
  ),
  shareOfReferenceSegment: nullableNumber.describe(
    'the share a rule looks at: in the reference chosen, 0 to 1',
  ),
  segmentShareOfTerritory: nullableNumber.describe("segment's share in the territory's exports, 0 to 1"),
  segmentShareOfTerritoryLower: nullableNumber,
  segmentShareOfTerritoryUpper: nullableNumber,
  shareOfDistrictSegment: nullableNumber.describe(
    "region's part of its district's exports of the segment, 0 to 1",
  ),
  verdict: z.enum(['yes', 'no', 'undefined']),
  verdictReason: z.string().nullable(),
  verdictNear: z.boolean().describe('a condition within 10 % of its threshold'),
  verdictFlips: z.boolean().describe('the verdict differs between the concordance bounds'),
  conditions: z.array(conditionSchema),
  orientedRegions: z.number().int().nullable().describe('districts and country: regions with verdict yes'),
  printed: printedSchema.nullable(),
});

export const manifestSchema = z.looseObject({
  run: z.string().describe('id of the run, a checksum of all that follows but the result'),
  program: z.object({ name: z.string(), version: z.string() }),
  command: z.enum([
    'assess',
    'high-tech',
    'trajectory',
    'diversify',
    'opportunities',
    'uncertainty',
    'scorecard',
    'composition',
    'partners',
    'product',
    'unit-values',
    'sectors',
    'patents',
  ]),
  options: z.record(z.string(), z.unknown()),
  workspace: z.object({
    country: z.string(),
    vintages: z.array(z.string()),
    synthetic: z.boolean(),
    inputs: z.array(
      z.object({ vintage: z.string(), source: z.string(), file: z.string(), sha256: z.string() }),
    ),
    classifications: z
      .array(z.object({ id: z.string(), file: z.string(), sha256: z.string() }))
      .describe('imported ones; they take the place of the built-in ones of the same name'),
    world: z
      .object({
        vintages: z.array(z.string()),
        inputs: z.array(
          z.object({ vintage: z.string(), source: z.string(), file: z.string(), sha256: z.string() }),
        ),
      })
      .optional()
      .describe('the workspace of the world that the reference is taken from'),
  }),
  definitions: z
    .record(z.string(), z.unknown())
    .describe('list, alignment, editions, base, reference, rule, with checksums'),
  resultChecksum: z.string().nullable().describe('SHA-256 of the rows'),
});

export const assessmentSchema = z.object({
  data: z.array(assessmentRowSchema),
  findings: z.array(findingSchema),
  manifest: manifestSchema,
});

export const highTechRowSchema = z.object({
  id: z.string().describe('of the row; with / and the name of a field: of a figure, for `trajecta explain`'),
  level: z.enum(['region', 'district', 'country', 'union', 'world']),
  year: z.number().int(),
  territory: z.string(),
  territoryName: text,
  flow: z.enum(['export', 'import']),
  group: z.string().describe('id of a group or segment; `all` for the whole list'),
  groupName: text,
  valueUsd: nullableNumber,
  valueReason: z.string().nullable(),
  lowerUsd: nullableNumber,
  upperUsd: nullableNumber,
  boundsReason: z.string().nullable(),
  totalUsd: nullableNumber.describe('all exports of the territory in the year'),
  shareOfTotal: nullableNumber.describe('0 to 1'),
  suppressed: suppressionSchema,
  totalSuppressed: suppressionSchema,
});

export const highTechSchema = z.object({
  data: z.array(highTechRowSchema),
  findings: z.array(findingSchema),
  manifest: manifestSchema,
});

export type AssessmentRow = z.infer<typeof assessmentRowSchema>;
export type Assessment = z.infer<typeof assessmentSchema>;
export type HighTechRow = z.infer<typeof highTechRowSchema>;
export type HighTech = z.infer<typeof highTechSchema>;
export type Condition = z.infer<typeof conditionSchema>;
export type RunManifest = z.infer<typeof manifestSchema>;
