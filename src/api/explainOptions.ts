import { z } from 'zod';

export const explainOptionsSchema = z.strictObject({
  figure: z
    .string()
    .max(400)
    .describe('RUN/PERIOD/SEGMENT/TERRITORY/FIELD: the id of a row of the answer, / and the name of a field'),
  rows: z
    .number()
    .int()
    .min(0)
    .max(1000)
    .optional()
    .describe('rows listed for each sum, the largest first; default 20'),
  language: z.enum(['ru', 'en']).optional().describe('of the numbers in the formula'),
});
