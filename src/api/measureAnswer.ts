import { z } from 'zod';
import { findingSchema } from './assessment.ts';

/** Answer of `trajecta measure`: rows of one or two names, a value or a reason. */
export const measureAnswerSchema = z.object({
  data: z.array(
    z.object({
      region: z.string().optional(),
      product: z.string().optional(),
      'other-region': z.string().optional(),
      'other-product': z.string().optional(),
      value: z.number().nullable(),
      reason: z.string().optional().describe('why there is no value'),
    }),
  ),
  findings: z.array(findingSchema),
  manifest: z.looseObject({
    measure: z.string(),
    options: z.record(z.string(), z.unknown()),
    regions: z.number().int(),
    products: z.number().int(),
  }),
});
export type MeasureAnswer = z.infer<typeof measureAnswerSchema>;
