import { z } from 'zod';
import { hsEditions } from '../domain/edition.ts';

/** Options of `classify` as HTTP gives them. */
export const classifyOptionsSchema = z.strictObject({
  code: z.string().max(40).describe('2 to 10 digits'),
  edition: z
    .enum(hsEditions)
    .optional()
    .describe('edition in which the code is read; default that in force in the year, or the newest'),
  year: z.number().int().min(1900).max(2200).optional(),
});
