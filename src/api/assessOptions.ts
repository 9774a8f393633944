import { z } from 'zod';
import { hsEditions } from '../domain/edition.ts';

/** Options of `assess` and `high-tech` as programs and HTTP give them; the command line adds files of one's own. */

const name = /^[a-z][a-z0-9_-]{0,63}$/;
export const periodText = z
  .string()
  .regex(/^\d{4}(\.\.\d{4}|-\d{2}(\.\.\d{4}-\d{2})?)?$/)
  .describe('2019, 2017..2019, 2019-03, 2019-01..2019-06');

/** Choices that every question of high technology shares. */
export const listOptions = {
  flow: z.enum(['export', 'import']).optional().describe('default export'),
  segments: z.string().regex(name).optional().describe('name of a segment system, e.g. four, eight, nine'),
  revision: z
    .union([z.literal(3), z.literal(4)])
    .optional()
    .describe('SITC revision of the list; default 4'),
  alignment: z
    .enum(['resolved', 'un-conversion'])
    .optional()
    .describe('alignment of the list with the HS; default resolved'),
  reExports: z.enum(['exclude', 'include']).optional(),
  inEdition: z.enum(hsEditions).optional().describe('edition of the HS in which all years are read'),
  weights: z
    .enum(['conversion', 'equal', 'trade'])
    .optional()
    .describe('how codes with several counterparts are parted'),
};

export const assessOptionsSchema = z.strictObject({
  period: periodText.optional().describe('2019, 2017..2019, 2019-01..2019-06; default the last whole year'),
  ...listOptions,
  base: z
    .enum(['total', 'high-tech', 'non-resource', 'chapter', 'heading'])
    .optional()
    .describe('base of the index; default total'),
  level: z
    .enum(['region', 'district', 'country', 'union', 'world'])
    .optional()
    .describe('of what the ranked rows are; default what the data is of'),
  reference: z
    .enum(['country', 'district', 'union', 'world'])
    .optional()
    .describe('default country, in data of the world the world'),
  union: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9_-]*$/)
    .optional()
    .describe('the union that is the reference'),
  withoutSelf: z.boolean().optional().describe('the reference leaves out the region itself'),
  leaveOut: z.array(z.string()).optional().describe('regions left out of the reference'),
  rule: z.string().regex(name).optional().describe('orientation rule: default, paper'),
  compareWithPrevious: z.boolean().optional().describe('the period before is answered too'),
});

export const highTechOptionsSchema = z.strictObject({
  level: z
    .enum(['region', 'district', 'country', 'union', 'world'])
    .optional()
    .describe('default the whole: the country, or the world'),
  from: z.number().int().optional().describe('first year; default the first with data'),
  to: z.number().int().optional().describe('last year; default the last with data'),
  ...listOptions,
});
