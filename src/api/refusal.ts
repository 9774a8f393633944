import { z } from 'zod';

/** The body of every HTTP answer that is no success. */
export const refusalSchema = z.object({
  error: z.object({
    code: z.string().describe('one of the closed table of error codes'),
    message: z.object({ ru: z.string(), en: z.string() }),
    parameter: z.string().optional(),
    given: z.string().optional(),
    accepted: z.string().optional(),
  }),
});
export type Refusal = z.infer<typeof refusalSchema>;
