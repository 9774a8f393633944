import { z } from 'zod';
import { findingSchema } from './assessment.ts';

const text = z.object({ ru: z.string(), en: z.string() });

export const reconciledRowSchema = z.object({
  level: z.enum(['region', 'district', 'country']),
  territory: z.string(),
  territoryName: text,
  period: z.string(),
  flow: z.enum(['export', 'import']),
  officialUsd: z.number(),
  storedUsd: z.number().nullable().describe('null: the workspace holds nothing of it'),
  differenceUsd: z.number().nullable().describe('official − stored'),
  relative: z.number().nullable().describe('difference / official'),
  roundingUsd: z.number().describe('half of the last digit of the official figure'),
  status: z.enum(['equal', 'within-rounding', 'within-tolerance', 'explained', 'unexplained', 'no-data']),
  explanation: z.array(z.object({ code: z.string(), valueUsd: z.number(), message: text })),
  place: z.string().describe('where the official figure stands in its file'),
});

export const reconciliationSchema = z.object({
  data: z.array(reconciledRowSchema),
  findings: z.array(findingSchema),
  manifest: z.looseObject({
    totals: z.string(),
    sha256: z.string(),
    unit: z.number(),
    tolerance: z.number(),
    vintages: z.array(z.string()),
  }),
});
export type ReconciledRow = z.infer<typeof reconciledRowSchema>;
export type Reconciliation = z.infer<typeof reconciliationSchema>;
