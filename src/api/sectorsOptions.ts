import { z } from 'zod';

/** Shape of the question `sectors`: exports of a year by industry and R&D intensity. */
export const sectorsOptionsSchema = z.strictObject({
  year: z.number().int().min(1900).max(2200).describe('year of the workspace'),
  level: z
    .enum(['region', 'district', 'country', 'union', 'world'])
    .optional()
    .describe('of what the rows are; default the whole'),
  flow: z.enum(['export', 'import']).optional().describe('default export'),
  reExports: z.enum(['exclude', 'include']).optional().describe('default exclude'),
});
