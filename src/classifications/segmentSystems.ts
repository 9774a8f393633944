import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Segment, SegmentSystem } from '../domain/segmentSystem.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { dataFile, readDataTable } from './dataFile.ts';

const twoLanguages = z.strictObject({ ru: z.string(), en: z.string() });

/** A user's segment system: each segment is a set of groups of the list, or of beginnings of HS codes. */
export const segmentSystemSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_-]*$/),
  name: twoLanguages,
  source: z.string().describe('who defined it, edition and date'),
  segments: z
    .array(
      z
        .strictObject({
          id: z.string().regex(/^[a-z][a-z0-9_-]*$/),
          name: twoLanguages,
          groups: z.array(z.string()).default([]),
          codes: z.array(z.string().regex(/^-?\d{2,6}$/)).optional(),
          isRemainder: z.boolean().optional(),
        })
        .refine(
          (segment) => segment.groups.length > 0 !== (segment.codes !== undefined),
          'give either groups or codes',
        ),
    )
    .min(1),
});

/** The names of the nine groups, in the list's order. */
export function highTechnologyGroups(): readonly Segment[] {
  return readDataTable('high-technology-groups.csv').map((row) => ({
    id: row.group ?? '',
    name: { ru: row.ru ?? '', en: row.en ?? '' },
    groups: [row.group ?? ''],
  }));
}

interface StoredSystem {
  readonly id: string;
  readonly name: TwoLanguages;
  readonly source: string;
  readonly segments: readonly (string | Segment)[];
}

/** A built-in system (`four`, `eight`, `nine`) or that of a JSON file. Throws `bad-segment-system`. */
export function loadSegmentSystem(idOrPath: string): SegmentSystem {
  const stored = JSON.parse(
    readFileSync(dataFile('segment-systems.json'), 'utf8'),
  ) as readonly StoredSystem[];
  const builtIn = stored.find((system) => system.id === idOrPath);
  if (builtIn !== undefined) {
    const groups = highTechnologyGroups();
    const segments = builtIn.segments.map((segment) =>
      typeof segment === 'string' ? groups.find((group) => group.id === segment) : segment,
    );
    return { ...builtIn, segments: segments.filter((segment) => segment !== undefined) };
  }
  if (!existsSync(idOrPath)) {
    throw badSystem(
      idOrPath,
      'ни встроенной системы, ни файла с таким именем нет',
      'there is neither a built-in system nor a file of this name',
    );
  }
  try {
    const parsed = segmentSystemSchema.parse(JSON.parse(readFileSync(idOrPath, 'utf8')));
    const groups = new Set(highTechnologyGroups().map((group) => group.id));
    const unknown = parsed.segments.flatMap((segment) => segment.groups).find((group) => !groups.has(group));
    if (unknown !== undefined)
      throw new RangeError(`unknown group "${unknown}"; there are ${[...groups].join(', ')}`);
    return {
      ...parsed,
      segments: parsed.segments.map(({ codes, isRemainder, ...segment }) => ({
        ...segment,
        ...(codes === undefined ? {} : { codes }),
        ...(isRemainder === undefined ? {} : { isRemainder }),
      })),
    };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw badSystem(idOrPath, cause, cause);
  }
}

function badSystem(name: string, ru: string, en: string): TrajectaError {
  return new TrajectaError('bad-segment-system', {
    ru: `Система сегментов «${name}» не принята: ${ru}. Принимаются four, eight, nine или файл JSON (id, name, source, segments).`,
    en: `The segment system "${name}" is not accepted: ${en}. Accepted are four, eight, nine or a JSON file (id, name, source, segments).`,
  });
}
