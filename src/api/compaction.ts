import { z } from 'zod';
import { findingSchema } from './assessment.ts';

const flow = z.enum(['export', 'import']);

/** Answer of `trajecta compact`: which files were put together, and what the store was before and after. */
export const compactionSchema = z.object({
  data: z.object({
    merged: z.array(
      z.object({
        kind: z.string().describe('detail or a cube'),
        flow,
        year: z.number().int(),
        files: z.number().int().describe('that became one'),
        vintages: z.number().int().describe('whose rows it holds'),
        rows: z.number().int(),
        bytesBefore: z.number().int(),
        bytesAfter: z.number().int().nullable().describe('null: only planned (--dry-run)'),
        path: z.string().nullable(),
      }),
    ),
    cubesMade: z.number().int().describe('small cubes that an earlier version had not made'),
    filesBefore: z.number().int().describe('of the store as a whole'),
    filesAfter: z.number().int(),
    bytesBefore: z.number().int(),
    bytesAfter: z.number().int().nullable(),
    dryRun: z.boolean(),
  }),
  findings: z.array(findingSchema),
  manifest: z.looseObject({ vintages: z.array(z.string()) }),
});
export type Compaction = z.infer<typeof compactionSchema>;
