import { z } from 'zod';
import { findingSchema } from './assessment.ts';

/** Shapes of the question and the answer of `map`: the boundaries that the user has given, ready to be drawn. */

const text = z.object({ ru: z.string(), en: z.string() });

export const mapOptionsSchema = z.strictObject({});

export const mapShapeSchema = z.object({
  territory: z.string().nullable().describe('null: the shape is no region of the data'),
  name: z.string().describe('as the file has it'),
  area: z.string().describe('SVG path on a plane of width × height'),
  border: z.string().nullable().describe('SVG path of the border where it is not the edge of the area'),
});

export const mapSchema = z.object({
  data: z.array(mapShapeSchema),
  findings: z.array(findingSchema).describe('shapes and regions that do not match'),
  manifest: z.looseObject({
    file: z.string(),
    property: z.string().nullable().describe('property of the file by which shapes were matched'),
    width: z.number(),
    height: z.number(),
    matched: z.number().int(),
    unmatchedShapes: z.array(z.string()),
    unmatchedTerritories: z.array(z.object({ id: z.string(), name: text })),
  }),
});

export type MapShape = z.infer<typeof mapShapeSchema>;
export type MapAnswer = z.infer<typeof mapSchema>;
