import { z } from 'zod';
import { directions } from '../domain/direction.ts';
import { findingSchema, manifestSchema } from './assessment.ts';
import { assessOptionsSchema } from './assessOptions.ts';

/** Shapes of the question and the answer of `trajecta trajectory`. */

const text = z.object({ ru: z.string(), en: z.string() });
const nullableNumber = z.number().nullable();

const year = z.number().int().min(1900).max(2200);

export const trajectoryOptionsSchema = assessOptionsSchema
  .omit({ period: true, compareWithPrevious: true })
  .extend({
    territories: z
      .array(z.string())
      .optional()
      .describe('ids of regions, districts or the country; left out: all regions'),
    from: year.optional().describe('first year; default the first with data'),
    to: year.optional().describe('last year; default the last with data'),
  });
export type TrajectoryOptions = z.infer<typeof trajectoryOptionsSchema>;

export const pathMeasures = ['trajectoryIndex', 'shareOfCountrySegment', 'segmentShareOfTerritory'] as const;

export const pathDirectionSchema = z.object({
  measure: z.enum(pathMeasures),
  direction: z.enum(directions).nullable(),
  reason: z.string().nullable().describe('why there is none'),
  growthPerYear: nullableNumber.describe('exp(slope) − 1; 0.05: 5 % a year'),
  growthLower: nullableNumber.describe('of its 90 % interval'),
  growthUpper: nullableNumber,
  slope: nullableNumber.describe('of the natural logarithm on the year'),
  standardError: nullableNumber,
  quantile: nullableNumber.describe("of Student's t: half-width of the 90 % interval in standard errors"),
  residualDeviation: nullableNumber.describe('of the logarithm; below 0.15: stable'),
  years: z.number().int().describe('years used'),
  zeroYears: z.array(z.number().int()).describe('years of 0, left out'),
  undefinedYears: z.array(z.number().int()).describe('years in which the measure is undefined, left out'),
  directionLower: z
    .enum(directions)
    .nullable()
    .describe('direction of the lower bounds; null: none, or no bounds'),
  directionUpper: z.enum(directions).nullable(),
});

export const pathPointSchema = z.object({
  id: z.string(),
  year: z.number().int(),
  editions: z.array(z.string()),
  trajectoryIndex: nullableNumber,
  trajectoryIndexLower: nullableNumber,
  trajectoryIndexUpper: nullableNumber,
  trajectoryIndexReason: z.string().nullable(),
  boundsReason: z.string().nullable(),
  segmentValueUsd: nullableNumber,
  segmentValueUsdLower: nullableNumber,
  segmentValueUsdUpper: nullableNumber,
  totalValueUsd: nullableNumber,
  shareOfCountrySegment: nullableNumber,
  segmentShareOfTerritory: nullableNumber,
  segmentShareOfTerritoryLower: nullableNumber,
  segmentShareOfTerritoryUpper: nullableNumber,
  shareOfCountryTotal: nullableNumber,
  rank: z.number().int().nullable().describe('among the regions; null for districts and the country'),
  ranked: z.number().int().describe('regions that have a rank in the year'),
  verdict: z.enum(['yes', 'no', 'undefined']),
});

export const breakKinds = [
  'edition',
  'no-data',
  'no-rate',
  'missing-months',
  'regions-appear',
  'regions-disappear',
  'district-members',
] as const;

export const pathBreakSchema = z.object({
  year: z.number().int().describe('the first year after the break, or the year concerned'),
  kind: z.enum(breakKinds),
  message: text,
});

export const pathSchema = z.object({
  id: z.string().describe('RUN/FROM..TO/SEGMENT/TERRITORY; with / and the name of a field: of a figure'),
  level: z.enum(['region', 'district', 'country']),
  period: z.string(),
  flow: z.enum(['export', 'import']),
  segment: z.string(),
  segmentName: text,
  territory: z.string(),
  territoryName: text,
  place: z
    .number()
    .int()
    .nullable()
    .describe('place among the paths of the regions of the answer, by direction'),
  directions: z
    .array(pathDirectionSchema)
    .describe('of the index, the share in the country, the share in the territory'),
  points: z.array(pathPointSchema),
  breaks: z.array(pathBreakSchema),
});

export const trajectorySchema = z.object({
  data: z.array(pathSchema),
  findings: z.array(findingSchema),
  manifest: manifestSchema,
});

export type PathDirection = z.infer<typeof pathDirectionSchema>;
export type PathPoint = z.infer<typeof pathPointSchema>;
export type PathBreak = z.infer<typeof pathBreakSchema>;
export type Path = z.infer<typeof pathSchema>;
export type Trajectory = z.infer<typeof trajectorySchema>;
