import { z } from 'zod';
import { findingSchema, manifestSchema } from './assessment.ts';
import { listOptions } from './assessOptions.ts';

/** Shapes of the question and the answer of `trajecta diversify`. */

const text = z.object({ ru: z.string(), en: z.string() });

export const worldTableSchema = z.object({
  file: z.string(),
  sha256: z.string(),
  rows: z
    .array(
      z.object({
        product: z.string(),
        market: z.string().optional(),
        year: z.number().int().optional(),
        value: z.number().min(0),
      }),
    )
    .describe('demand by product, and by market (ISO alpha-2) and year where the table has that'),
});

const year = z.number().int().min(1900).max(2200);

export const diversificationOptionsSchema = z.strictObject({
  ...listOptions,
  territory: z
    .string()
    .optional()
    .describe('id or name of a region, a district or the country; left out: all of the level'),
  level: z
    .enum(['region', 'district', 'country'])
    .optional()
    .describe('of all territories, where none is named; default region'),
  reference: z
    .enum(['rest', 'world'])
    .optional()
    .describe('the country (or world of the data) less the territory, default; or the table world'),
  from: year,
  to: year,
  scope: z.string().optional().describe('all (default), high-tech, or the id of a segment'),
  digits: z.union([z.literal(2), z.literal(4), z.literal(6)]).optional(),
  activeAbove: z.number().min(0).optional().describe('US dollars a year above which a relation is active; 0'),
  by: z
    .enum(['product', 'all'])
    .optional()
    .describe('kinds of relation: product, or markets and pairs of both too (all, default)'),
  world: worldTableSchema.optional().describe("the world's demand; left out: the other regions' exports"),
});
export type DiversificationOptions = z.infer<typeof diversificationOptionsSchema>;
export type WorldTable = z.infer<typeof worldTableSchema>;

export const aspects = [
  'total',
  'intensive',
  'extensive',
  'real-value',
  'structure',
  'market-share',
] as const;
export const relationKinds = ['all', 'product', 'market', 'product-market'] as const;

export const diversificationFigureSchema = z.object({
  id: z.string().describe('RUN/PERIOD/SCOPE/TERRITORY/KIND.MEASURE, for `trajecta explain`'),
  level: z.enum(['region', 'district', 'country']),
  territory: z.string(),
  territoryName: text,
  scope: z.string(),
  scopeName: text,
  aspect: z.enum(aspects),
  by: z.enum(relationKinds).describe('what a relation is'),
  measure: z.string(),
  name: text,
  period: z.string().describe('a year, or FROM..TO for changes'),
  value: z.number().nullable(),
  unit: z.enum(['usd', 'share', 'number', 'index', 'nat']),
  reason: z.string().nullable(),
  terms: z.record(z.string(), z.number()).describe('the numbers put into the formula'),
  items: z
    .array(
      z.object({
        product: z.string().nullable(),
        productName: text.nullable(),
        market: z.string().nullable(),
        marketName: text.nullable(),
        valueUsd: z.number(),
      }),
    )
    .describe('the largest relations behind an entry, an exit or the intensive margin'),
});

export const diversificationSchema = z.object({
  data: z.array(diversificationFigureSchema),
  findings: z.array(findingSchema),
  manifest: manifestSchema,
});

export type DiversificationFigure = z.infer<typeof diversificationFigureSchema>;
export type Diversification = z.infer<typeof diversificationSchema>;
export type RelationKind = (typeof relationKinds)[number];
