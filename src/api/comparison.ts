import { z } from 'zod';
import { findingSchema } from './assessment.ts';

export const causes = [
  'data',
  'list',
  'alignment',
  'edition',
  'base',
  'reference',
  're-exports',
  'rule',
  'question',
  'program',
  'rounding',
  'unexplained',
] as const;

export const differenceSchema = z.object({
  period: z.string(),
  segment: z.string(),
  territory: z.string(),
  field: z.string(),
  a: z.union([z.number(), z.string()]).nullable(),
  b: z.union([z.number(), z.string()]).nullable(),
  difference: z.number().nullable().describe('b − a'),
  causes: z.array(
    z.object({
      cause: z.enum(causes),
      effect: z.number().nullable().describe('part of the difference; null: not parted'),
    }),
  ),
});

export const comparisonSchema = z.object({
  data: z.array(differenceSchema),
  findings: z.array(findingSchema),
  manifest: z.looseObject({
    a: z.string(),
    b: z.string(),
    changed: z.array(z.object({ cause: z.enum(causes), what: z.string(), a: z.unknown(), b: z.unknown() })),
    figures: z.number().int().describe('figures compared'),
    attribution: z.enum(['stepwise', 'single', 'listed', 'none']),
  }),
});

export type Cause = (typeof causes)[number];
export type Difference = z.infer<typeof differenceSchema>;
export type Comparison = z.infer<typeof comparisonSchema>;
