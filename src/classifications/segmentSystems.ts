import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { hsEditions } from '../domain/edition.ts';
import { parseListTerm } from '../domain/listTerm.ts';
import type { Segment, SegmentSystem } from '../domain/segmentSystem.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { dataFile, readDataTable } from './dataFile.ts';
import { segmentSystemOfTable } from './segmentSystemOfTable.ts';

const twoLanguages = z.strictObject({ ru: z.string(), en: z.string() });

/** A user's segment system: each segment is made of groups of the list, of codes (HS, TN VED, SITC) with exceptions, or both. */
export const segmentSystemSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_-]*$/),
  name: twoLanguages,
  source: z.string().describe('who defined it, edition and date'),
  edition: z
    .enum(hsEditions)
    .optional()
    .describe(
      'edition that the HS codes are written in; left out: they stand for themselves in every edition',
    ),
  segments: z
    .array(
      z
        .strictObject({
          id: z.string().regex(/^[a-z][a-z0-9_-]*$/),
          name: twoLanguages,
          groups: z.array(z.string()).default([]),
          codes: z
            .array(
              z.string().refine((text) => parseListTerm(text) !== null, {
                error: (issue) =>
                  `"${issue.input}" is no code: 8542, hs:8542, tnved:8542311000, sitc4:776, with - before exceptions`,
              }),
            )
            .optional(),
          isRemainder: z.boolean().optional(),
        })
        .refine(
          (segment) => segment.groups.length > 0 || (segment.codes?.length ?? 0) > 0,
          'give groups, codes or both',
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

/** A built-in system (`four`, `eight`, `nine`), that of a JSON file, or a list of codes as a table. Throws `bad-segment-system`. */
export async function loadSegmentSystem(idOrPath: string): Promise<SegmentSystem> {
  const builtIn = builtInSegmentSystem(idOrPath);
  if (builtIn !== null) return builtIn;
  if (!existsSync(idOrPath)) {
    throw badSystem(
      idOrPath,
      'ни встроенной системы, ни файла с таким именем нет',
      'there is neither a built-in system nor a file of this name',
    );
  }
  try {
    const given = /\.json$/i.test(idOrPath)
      ? JSON.parse(readFileSync(idOrPath, 'utf8'))
      : await segmentSystemOfTable(idOrPath);
    const { edition, ...parsed } = segmentSystemSchema.parse(given);
    const groups = new Set(highTechnologyGroups().map((group) => group.id));
    const unknown = parsed.segments.flatMap((segment) => segment.groups).find((group) => !groups.has(group));
    if (unknown !== undefined)
      throw new RangeError(`unknown group "${unknown}"; there are ${[...groups].join(', ')}`);
    return {
      ...parsed,
      ...(edition === undefined ? {} : { edition }),
      segments: parsed.segments.map(({ codes, isRemainder, ...segment }) => ({
        ...segment,
        ...(codes === undefined ? {} : { codes }),
        ...(isRemainder === undefined ? {} : { isRemainder }),
      })),
    };
  } catch (error) {
    if (error instanceof TrajectaError) throw error;
    const cause = causeText(error);
    throw badSystem(idOrPath, cause, cause);
  }
}

/** Where zod found fault, in one line. */
function causeText(error: unknown): string {
  if (error instanceof z.ZodError)
    return error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  return error instanceof Error ? error.message : String(error);
}

function storedSystems(): readonly StoredSystem[] {
  return JSON.parse(readFileSync(dataFile('segment-systems.json'), 'utf8')) as readonly StoredSystem[];
}

/** Names of the built-in systems. */
export function segmentSystemNames(): readonly string[] {
  return storedSystems().map((system) => system.id);
}

/** A built-in system (`four`, `eight`, `nine`), or null. */
export function builtInSegmentSystem(id: string): SegmentSystem | null {
  const builtIn = storedSystems().find((system) => system.id === id);
  if (builtIn === undefined) return null;
  const groups = highTechnologyGroups();
  const segments = builtIn.segments.map((segment) =>
    typeof segment === 'string' ? groups.find((group) => group.id === segment) : segment,
  );
  return { ...builtIn, segments: segments.filter((segment) => segment !== undefined) };
}

function badSystem(name: string, ru: string, en: string): TrajectaError {
  return new TrajectaError('bad-segment-system', {
    ru: `Система сегментов «${name}» не принята: ${ru}. Принимаются four, eight, nine, файл JSON (id, name, source, segments) или таблица (CSV, XLSX) со столбцами «код» и, если сегментов несколько, «сегмент».`,
    en: `The segment system "${name}" is not accepted: ${en}. Accepted are four, eight, nine, a JSON file (id, name, source, segments) or a table (CSV, XLSX) with the columns code and, for several segments, segment.`,
  });
}
