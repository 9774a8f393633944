import { z } from 'zod';
import {
  type MeasureOptions,
  measureOptionDefinitions,
  type OptionDefinition,
  type OptionName,
} from '../domain/measures/measureOptions.ts';
import { findingSchema } from './assessment.ts';

/** Schema of one option, from its definition. */
function schemaOf(option: OptionDefinition): z.ZodOptional<z.ZodType> {
  const made = (): z.ZodType => {
    switch (option.kind) {
      case 'number':
        return z.number().positive();
      case 'count':
        return z
          .number()
          .int()
          .min(option.name === 'joinGaps' ? 0 : 1)
          .max(9_999_999);
      case 'choice':
        return option.name === 'diagonal'
          ? z.union([z.literal(0), z.literal(1)])
          : z.enum((option.choices ?? []) as [string, ...string[]]);
      case 'text':
        return z.string().min(1);
      case 'list':
        return z.array(z.string().min(1)).min(1);
      case 'switch':
        return z.boolean();
      case 'numbers-by-code':
        return z.record(z.string(), z.number());
      case 'texts-by-code':
        return z.record(z.string(), z.string());
    }
  };
  return made()
    .optional()
    .describe(`${option.meaning.en}${option.usual === null ? '' : ` (${option.usual})`}`);
}

/** Options of measures, as JSON has them: look-up tables are objects by code. */
export const measureOptionsSchema = z.strictObject(
  Object.fromEntries(measureOptionDefinitions.map((option) => [option.name, schemaOf(option)])) as Record<
    OptionName,
    z.ZodOptional<z.ZodType>
  >,
);

/** Options from JSON: objects by code become maps. Throws where a value is not as its definition says. */
export function measureOptionsOf(given: unknown): MeasureOptions {
  const parsed = measureOptionsSchema.parse(given) as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.entries(parsed).map(([name, value]) => {
      const kind = measureOptionDefinitions.find((option) => option.name === name)?.kind;
      const table = kind === 'numbers-by-code' || kind === 'texts-by-code';
      return [name, table ? new Map(Object.entries(value as object)) : value];
    }),
  ) as MeasureOptions;
}

/** Answer of `trajecta measure`: rows of one or more names, a value or a reason. */
export const measureAnswerSchema = z.object({
  data: z.array(
    z.object({
      region: z.string().optional(),
      product: z.string().optional(),
      partner: z.string().optional(),
      period: z.string().optional(),
      group: z.string().optional(),
      'other-region': z.string().optional(),
      'other-product': z.string().optional(),
      order: z.string().optional(),
      step: z.string().optional().describe('years that a relation lasted'),
      term: z.string().optional().describe('which part of the answer the row is'),
      value: z.number().nullable(),
      reason: z.string().optional().describe('why there is no value'),
      rank: z
        .number()
        .int()
        .nullable()
        .optional()
        .describe('from the highest; with draws, as all that follows'),
      draws: z.number().int().optional(),
      undefinedDraws: z.number().int().optional(),
      valueLower: z.number().nullable().optional().describe('95 % of the draws'),
      valueUpper: z.number().nullable().optional(),
      rankBest: z.number().int().nullable().optional(),
      rankWorst: z.number().int().nullable().optional(),
      rankShare: z.number().nullable().optional().describe('share of the draws within these ranks'),
      verdictYesShare: z
        .number()
        .optional()
        .describe('share of the draws with a value of at least the bound'),
    }),
  ),
  findings: z.array(findingSchema),
  manifest: z.looseObject({
    measure: z.string(),
    options: z.record(z.string(), z.unknown()),
    regions: z.number().int(),
    products: z.number().int(),
    validity: z
      .array(
        z.object({
          period: z.string().nullable(),
          reason: z.string().nullable(),
          components: z.number().int().describe('parts of the graph of regions and products'),
          eigenvalues: z.array(z.number()).describe('the first three'),
          gap: z.number().nullable().describe('second less third eigenvalue'),
          residual: z.number().nullable().describe('bound of the error of the second eigenvalue'),
          leftOut: z.object({
            regions: z.array(z.object({ region: z.string(), reason: z.string() })),
            products: z.array(z.object({ product: z.string(), reason: z.string() })),
          }),
          thresholds: z
            .array(
              z.object({
                threshold: z.number(),
                rankCorrelation: z.number().nullable(),
                components: z.number().int(),
              }),
            )
            .describe('rank correlation of ECI with that at other thresholds of presence'),
          steps: z
            .array(z.object({ step: z.number().int(), change: z.number().nullable(), spread: z.number() }))
            .describe('how reflections settled'),
          correlation: z.number().nullable().describe('of the reflections with the eigenvector'),
        }),
      )
      .optional(),
    convergence: z
      .array(
        z.object({
          period: z.string().nullable(),
          steps: z.array(
            z.object({
              step: z.number().int(),
              change: z.number(),
              rankChanges: z.number().int(),
            }),
          ),
        }),
      )
      .optional()
      .describe('how fitness settled'),
  }),
});
export type MeasureAnswer = z.infer<typeof measureAnswerSchema>;
