import type { Finding } from '../domain/finding.ts';
import { periodText } from '../domain/period.ts';
import { worldReporter } from '../domain/territory.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import { memberFindings } from './memberFindings.ts';
import type { ResolvedOptions } from './options.ts';
import { type PreparedAssessment, prepareAssessment } from './prepareAssessment.ts';
import { type SumSource, sumsOf } from './readSums.ts';

/**
 * A prepared assessment with its reference: that of the workspace itself, or of the workspace of the world behind it,
 * read by the same list, alignment, base and period. Throws `no-data` where the world has none of the period, or the
 * list is not known for an edition of it.
 */
export async function prepareReferred(
  workspace: WorkspaceReader,
  options: ResolvedOptions,
  source: SumSource = sumsOf(workspace),
): Promise<PreparedAssessment> {
  const own = await prepareAssessment(workspace, options, source);
  const { world } = workspace;
  if (options.external !== true || world === undefined) return own;
  const { external: _external, ...shared } = options;
  const asked: ResolvedOptions = { ...shared, dataLevel: 'country', level: 'country', groups: [] };
  const prepared = await prepareAssessment(world, asked).catch((error: unknown) => {
    if (!(error instanceof TrajectaError) || error.code !== 'no-data') throw error;
    throw new TrajectaError('no-data', {
      ru: `Эталон (--world): ${error.text.ru}`,
      en: `Reference (--world): ${error.text.en}`,
    });
  });
  for (const segment of options.system.segments)
    if ((prepared.values(segment).get('chosen') ?? null) === null) throw noList(prepared, options);
  const reference =
    options.union === null ? [...prepared.totals.keys()].sort() : (prepared.unions.get(options.union) ?? []);
  const external = {
    reference,
    held: options.withoutSelf ? reference.filter((one) => one !== workspace.country) : reference,
    values: prepared.values,
    baseOf: prepared.baseOf,
    editions: prepared.editions,
    lists: prepared.lists,
    bases: prepared.bases,
  };
  const groups = new Map([...prepared.unions].filter(([union]) => union === options.union));
  const findings = [
    ...referenceFindings(workspace, own, prepared, reference, options),
    ...memberFindings({ ...prepared, members: new Map(), unions: groups }, asked),
    ...prepared.findings,
  ];
  return { ...own, external, findings: [...own.findings, ...findings] };
}

function referenceFindings(
  workspace: WorkspaceReader,
  own: PreparedAssessment,
  world: PreparedAssessment,
  reference: readonly string[],
  options: ResolvedOptions,
): readonly Finding[] {
  const files = [...new Set((workspace.world?.inputs ?? []).map((input) => input.file))];
  const findings: Finding[] = [
    {
      code: 'external-reference',
      severity: 'caveat',
      message: {
        ru: `Эталон — сумма стран рабочей области мира за ${periodText(options.period)}${options.withoutSelf ? `, без страны ${workspace.country}` : ''}: другие источник и охват, чем у регионов.`,
        en: `The reference is the sum of countries of the workspace of the world in ${periodText(options.period)}${options.withoutSelf ? `, without ${workspace.country}` : ''}: another source and coverage than that of the regions.`,
      },
      count: reference.length,
      examples: files.slice(0, 5),
    },
  ];
  if (options.union === null && workspace.country !== worldReporter && !world.totals.has(workspace.country))
    findings.push({
      code: 'reference-lacks-country',
      severity: 'caveat',
      message: {
        ru: `В данных мира нет страны ${workspace.country}: эталон — остальные страны.`,
        en: `The data of the world lacks ${workspace.country}: the reference is the other countries.`,
      },
    });
  if (own.editions.join() !== world.editions.join())
    findings.push({
      code: 'reference-editions-differ',
      severity: 'caveat',
      message: {
        ru: `Редакции ГС: регионы — ${own.editions.join(', ')}, эталон — ${world.editions.join(', ')}. Перечень сопоставлен с каждой; общую редакцию задаёт --in-edition.`,
        en: `Editions of the HS: regions ${own.editions.join(', ')}, reference ${world.editions.join(', ')}. The list is aligned with each; --in-edition sets a common one.`,
      },
    });
  return findings;
}

function noList(world: PreparedAssessment, options: ResolvedOptions): TrajectaError {
  const editions = world.editions.join(', ');
  return new TrajectaError('no-data', {
    ru: `Перечень ${options.system.id} не определён в редакции данных мира (${editions}): сравнивать нечего. Задайте другой перечень (--segments) или общую редакцию (--in-edition).`,
    en: `The list ${options.system.id} is not known in the edition of the data of the world (${editions}): there is nothing to compare with. Choose another list (--segments) or a common edition (--in-edition).`,
  });
}
