import { z } from 'zod';
import { findingSchema } from './assessment.ts';

/** Shapes of `indicator-systems` and `series-template`: what can be scored, and the table of series to fill in. */

const text = z.object({ ru: z.string(), en: z.string() });

export const knownSeriesSchema = z.object({
  id: z.string(),
  name: text,
  of: z.enum(['region', 'country', 'world']),
  unit: z.string(),
  computed: z.boolean().describe('computed from the exports of the workspace; else supplied by the user'),
  supplied: z.number().int().describe('values that the user has supplied'),
});

export const knownSystemSchema = z.object({
  id: z.string(),
  name: text,
  source: text.describe('the same text twice where it is given in one language'),
  series: z.array(knownSeriesSchema),
  indicators: z.array(
    z.object({ id: z.string(), name: text, formula: z.string(), moves: z.string(), unit: z.string() }),
  ),
});

export const indicatorSystemsSchema = z.object({
  data: z.array(knownSystemSchema).describe('the first is the one that is used where none is named'),
  findings: z.array(findingSchema),
  manifest: z.looseObject({
    command: z.literal('indicator-systems'),
    files: z.array(z.object({ file: z.string(), sha256: z.string() })).describe('files of supplied series'),
  }),
});
export type KnownSystem = z.infer<typeof knownSystemSchema>;
export type KnownSeries = z.infer<typeof knownSeriesSchema>;
export type IndicatorSystems = z.infer<typeof indicatorSystemsSchema>;

export const seriesTemplateOptionsSchema = z.strictObject({
  region: z.string().max(200).optional().describe('id, name or code of a region; left out: all regions'),
  year: z.number().int().min(1900).max(2200).describe('the template asks for it and the year before'),
  system: z.string().max(64).optional().describe('system of indicators'),
});

export const seriesTemplateSchema = z.object({
  data: z.array(
    z.object({
      region: z.string(),
      year: z.number().int(),
      series: z.string(),
      value: z.null().describe('to be filled in'),
      unit: z.string(),
      name: text,
    }),
  ),
  findings: z.array(findingSchema),
  manifest: z.looseObject({ command: z.literal('series-template'), system: z.string() }),
});
