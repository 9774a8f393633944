import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { OrientationRule } from '../domain/orientationRule.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { dataFile } from './dataFile.ts';

export const orientationRuleSchema = z.strictObject({
  id: z.string(),
  name: z.strictObject({ ru: z.string(), en: z.string() }),
  source: z.string(),
  conditions: z
    .array(
      z.strictObject({
        measure: z.enum([
          'trajectoryIndex',
          'shareOfReferenceSegment',
          'segmentShareOfTerritory',
          'shareOfCountryTotal',
          'segmentValueUsd',
        ]),
        operator: z.enum(['>=', '>', '<=', '<']),
        threshold: z.number(),
      }),
    )
    .min(1),
});

/** The rules that the program knows by name. */
function builtInRules(): readonly OrientationRule[] {
  return z
    .array(orientationRuleSchema)
    .parse(JSON.parse(readFileSync(dataFile('orientation-rules.json'), 'utf8')));
}

/** Names of the built-in rules. */
export function orientationRuleNames(): readonly string[] {
  return builtInRules().map((rule) => rule.id);
}

/** A built-in rule (`default`, `paper`) or that of a JSON file. Throws `bad-rule`. */
export function loadOrientationRule(idOrPath: string): OrientationRule {
  const found = builtInRules().find((rule) => rule.id === idOrPath);
  if (found !== undefined) return found;
  let cause = 'no such rule or file';
  if (existsSync(idOrPath)) {
    try {
      return orientationRuleSchema.parse(JSON.parse(readFileSync(idOrPath, 'utf8')));
    } catch (error) {
      cause = error instanceof Error ? error.message : String(error);
    }
  }
  throw new TrajectaError('bad-rule', {
    ru: `Правило «${idOrPath}» не принято: ${cause}. Принимаются default, paper или файл JSON (id, name, source, conditions).`,
    en: `The rule "${idOrPath}" is not accepted: ${cause}. Accepted are default, paper or a JSON file (id, name, source, conditions).`,
  });
}
