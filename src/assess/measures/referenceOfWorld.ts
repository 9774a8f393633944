import type { Finding } from '../../domain/finding.ts';
import type { MeasureDefinition } from '../../domain/measures/measureDefinition.ts';
import type { MeasureOptions } from '../../domain/measures/measureOptions.ts';
import { membersAt } from '../../domain/membersAt.ts';
import { lastMonth } from '../../domain/period.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { requireUnion } from '../levels.ts';
import { columnsOfWorkspace, type MeasuredColumns, type WorkspaceAsked } from './columnsOfWorkspace.ts';

/**
 * The reference of a measure from a workspace of the world: its countries, or the members of a union in the last month
 * of the period, by the same period, digits and flow. Throws `no-data` where it has none of them, `bad-option` for an
 * unknown union.
 */
export async function referenceOfWorld(
  world: WorkspaceReader,
  definition: MeasureDefinition,
  asked: Omit<WorkspaceAsked, 'only'> & { readonly union: string | null },
  chosen: MeasureOptions,
  own: { readonly edition: string | null },
): Promise<MeasuredColumns> {
  const { union, ...question } = asked;
  const only =
    union === null
      ? undefined
      : membersAt(world.territories, requireUnion(world.territories, union), lastMonth(asked.period));
  const found = await columnsOfWorkspace(
    world,
    definition,
    { ...question, grouping: null, ...(only === undefined ? {} : { only }) },
    chosen,
  );
  const countries = found.columns.region?.labels ?? [];
  return {
    columns: found.columns,
    findings: [...found.findings, ...referenceFindings(countries, only, own.edition, found.edition)],
    manifest: { ...found.manifest, union, countries: countries.length, edition: found.edition },
  };
}

function referenceFindings(
  countries: readonly string[],
  members: readonly string[] | undefined,
  own: string | null,
  theirs: string | null,
): readonly Finding[] {
  const missing = (members ?? []).filter((one) => !countries.includes(one));
  return [
    {
      code: 'external-reference',
      severity: 'caveat',
      message: {
        ru: 'Эталон — сумма стран рабочей области мира (--world): другие источник и охват.',
        en: 'The reference is the sum of countries of the workspace of the world (--world): another source and coverage.',
      },
      count: countries.length,
    },
    ...(missing.length === 0
      ? []
      : [
          {
            code: 'members-missing',
            severity: 'caveat' as const,
            message: {
              ru: 'Участники эталона без данных: сумма — без них.',
              en: 'Members of the reference without data: the sum is without them.',
            },
            count: missing.length,
            examples: missing,
          },
        ]),
    ...(own === theirs
      ? []
      : [
          {
            code: 'reference-editions-differ',
            severity: 'caveat' as const,
            message: {
              ru: `Редакции кодов различаются: свои данные — ${own}, эталон — ${theirs}; коды, которые редакция перенесла, не сойдутся.`,
              en: `The editions of codes differ: own data ${own}, reference ${theirs}; codes that an edition has moved do not meet.`,
            },
          },
        ]),
  ];
}
