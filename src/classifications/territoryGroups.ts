import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { TerritoryGroup } from '../domain/withGroups.ts';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'YYYY-MM is wanted');

/** A file of groups of territories of the user's own, with members by date. */
export const territoryGroupsSchema = z.strictObject({
  groups: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]*$/),
        name: z.strictObject({ ru: z.string(), en: z.string() }),
        source: z.string().min(1).describe('who says so: a decree, a treaty, the department'),
        members: z
          .array(
            z.strictObject({
              territory: z
                .string()
                .describe('code of a region (RU-TOM), or of a country (RU) in data of the world'),
              from: month.optional().describe('first month of membership; left out: always'),
              to: month.optional().describe('last month of membership; left out: still'),
            }),
          )
          .min(1),
      }),
    )
    .min(1),
});

/** Reads and checks a file of groups. Throws `file-not-found` or `bad-groups` naming each field that is wrong. */
export async function loadTerritoryGroups(path: string): Promise<readonly TerritoryGroup[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new TrajectaError('file-not-found', { ru: `Файла ${path} нет.`, en: `There is no file ${path}.` });
  });
  try {
    return territoryGroupsSchema.parse(JSON.parse(text)).groups;
  } catch (error) {
    const cause =
      error instanceof z.ZodError
        ? error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
        : error instanceof Error
          ? error.message
          : String(error);
    throw new TrajectaError('bad-groups', {
      ru: `Файл групп ${path} не принят: ${cause}. Нужно {"groups": [{"id", "name": {"ru", "en"}, "source", "members": [{"territory", "from", "to"}]}]}; схема: trajecta schema groups.`,
      en: `The file of groups ${path} is not accepted: ${cause}. Wanted is {"groups": [{"id", "name": {"ru", "en"}, "source", "members": [{"territory", "from", "to"}]}]}; schema: trajecta schema groups.`,
    });
  }
}
