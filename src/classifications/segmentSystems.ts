import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { hsEditions } from '../domain/edition.ts';
import { parseListTerm } from '../domain/listTerm.ts';
import type { Segment, SegmentSystem } from '../domain/segmentSystem.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { dataFile, readDataTable } from './dataFile.ts';
import { jsonFault, ListFault, schemaFault } from './listFault.ts';
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
    return checkedSystem(
      /\.json$/i.test(idOrPath) ? parsedJson(idOrPath) : await segmentSystemOfTable(idOrPath),
    );
  } catch (error) {
    if (error instanceof ListFault) throw badSystem(idOrPath, error.text.ru, error.text.en);
    if (error instanceof TrajectaError) throw error;
    const cause = error instanceof Error ? error.message : String(error);
    throw badSystem(idOrPath, `файл не читается (${cause})`, cause);
  }
}

function parsedJson(path: string): unknown {
  const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw jsonFault(text, error);
  }
}

function checkedSystem(given: unknown): SegmentSystem {
  const checked = segmentSystemSchema.safeParse(given);
  if (!checked.success) throw schemaFault(segmentSystemSchema, given, checked.error);
  const { edition, ...parsed } = checked.data;
  const groups = highTechnologyGroups().map((group) => group.id);
  for (const segment of parsed.segments) {
    const unknown = segment.groups.find((group) => !groups.includes(group));
    if (unknown === undefined) continue;
    throw new ListFault({
      ru: `сегмент ${segment.id}: группы «${unknown}» нет; есть ${groups.join(', ')}`,
      en: `segment ${segment.id}: unknown group "${unknown}"; there are ${groups.join(', ')}`,
    });
  }
  return {
    ...parsed,
    ...(edition === undefined ? {} : { edition }),
    segments: parsed.segments.map(({ codes, isRemainder, ...segment }) => ({
      ...segment,
      ...(codes === undefined ? {} : { codes }),
      ...(isRemainder === undefined ? {} : { isRemainder }),
    })),
  };
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
