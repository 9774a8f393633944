import { z } from 'zod';
import { findingSchema } from './assessment.ts';
import { territoryOptions } from './composition.ts';

/** Shapes of `lines`: the national lines within a six-digit code. */

const text = z.object({ ru: z.string(), en: z.string() });

export const nationalLinesOptionsSchema = z.strictObject({
  ...territoryOptions,
  hs6: z
    .string()
    .regex(/^\d{6}$/)
    .describe('six-digit code'),
});

export const nationalLineSchema = z.object({
  line: z.string().describe('code as the source has it'),
  name: z.string().nullable().describe('from an imported list of names, in its language'),
  valueUsd: z.number(),
  share: z.number().nullable().describe('of the six-digit code, 0 to 1'),
});

export const nationalLinesSchema = z.object({
  data: z.array(nationalLineSchema),
  findings: z.array(findingSchema),
  manifest: z.looseObject({
    command: z.literal('lines'),
    territory: z.string(),
    territoryName: text,
    period: z.string(),
    hs6: z.string(),
    headingName: text.nullable(),
    totalUsd: z.number(),
    deeper: z.boolean().describe('false: the source has no more than six digits here'),
  }),
});
export type NationalLinesOptions = z.infer<typeof nationalLinesOptionsSchema>;
export type NationalLine = z.infer<typeof nationalLineSchema>;
export type NationalLines = z.infer<typeof nationalLinesSchema>;
