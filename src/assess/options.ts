import type { LinkWeights } from '../classifications/concordanceBetween.ts';
import { loadOrientationRule } from '../classifications/orientationRules.ts';
import { loadSegmentSystem } from '../classifications/segmentSystems.ts';
import { loadTerritoryGroups } from '../classifications/territoryGroups.ts';
import type { DisclosureRule } from '../domain/disclosureControl.ts';
import { type HsEdition, hsEditions, isHsEdition } from '../domain/edition.ts';
import type { Alignment, Revision } from '../domain/highTechnologyList.ts';
import type { OrientationRule } from '../domain/orientationRule.ts';
import { type Period, parsePeriod } from '../domain/period.ts';
import type { SegmentSystem } from '../domain/segmentSystem.ts';
import type { TerritoryDictionary } from '../domain/territory.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { type TerritoryGroup, withGroups } from '../domain/withGroups.ts';
import type { Flow } from '../store/cube.ts';
import { type Level, levelChoice, type Reference, referenceChoice } from './levels.ts';

export type Base = 'total' | 'high-tech' | 'non-resource' | 'chapter' | 'heading';

/** What a user may choose of an assessment; all have defaults but the period. */
export interface AssessOptions {
  /** `2019`, `2017..2019`, `2019-01..2019-06`. */
  readonly period: string;
  readonly flow?: Flow;
  /** `four` (default), `eight`, `nine`, or a JSON file. */
  readonly segments?: string;
  readonly revision?: Revision;
  readonly alignment?: Alignment;
  readonly base?: Base;
  /** Of what the ranked rows are; left out: what the data is of (regions, or countries in a workspace of the world). */
  readonly level?: Level;
  /** Left out: the country, or the world in a workspace of the world. */
  readonly reference?: Reference;
  /** The union that is the reference. */
  readonly union?: string;
  /** A file of groups of your own (JSON). */
  readonly groups?: string;
  /** The reference leaves out the region itself. */
  readonly withoutSelf?: boolean;
  /** Regions left out of the reference. */
  readonly leaveOut?: readonly string[];
  readonly reExports?: 'exclude' | 'include';
  /** Edition in which all data is read, for paths over years; left out: each year in its own. */
  readonly inEdition?: HsEdition;
  /** How codes with several counterparts are parted: by the one-to-one tables (default), equally, or by trade. */
  readonly weights?: LinkWeights;
  /** `default`, `paper`, or a JSON file. */
  readonly rule?: string;
  /** Hides cells that few stand behind, and others so that those cannot be computed. */
  readonly disclosure?: DisclosureRule;
  /** The period before is answered too. */
  readonly compareWithPrevious?: boolean;
}

export interface ResolvedOptions {
  readonly period: Period;
  readonly flow: Flow;
  readonly system: SegmentSystem;
  readonly revision: Revision;
  readonly alignment: Alignment;
  readonly base: Base;
  /** What the rows of the data are of. */
  readonly dataLevel: 'region' | 'country';
  readonly level: Level;
  readonly reference: Reference;
  readonly union: string | null;
  /** The reference is of another workspace, that of the world. */
  readonly external?: true;
  readonly groups: readonly TerritoryGroup[];
  readonly withoutSelf: boolean;
  readonly leaveOut: readonly string[];
  readonly reExports: 'exclude' | 'include';
  readonly inEdition: HsEdition | null;
  readonly weights: LinkWeights;
  readonly rule: OrientationRule;
  readonly disclosure: DisclosureRule | null;
}

/** Definitions as a run had them, whatever the files of their names hold now. */
export interface KnownDefinitions {
  readonly segments?: SegmentSystem;
  readonly rule?: OrientationRule;
  readonly groups?: readonly TerritoryGroup[];
}

/**
 * The options with their defaults, lists and rules loaded. `world`: the territories of the workspace of the world that
 * references may be taken from. Throws `bad-option` naming what is accepted.
 */
export async function resolveOptions(
  options: AssessOptions,
  known: KnownDefinitions,
  dictionary: TerritoryDictionary,
  world?: TerritoryDictionary,
): Promise<ResolvedOptions> {
  const period = parsePeriod(options.period);
  if (period === null) {
    throw new TrajectaError('bad-option', {
      ru: `Период «${options.period}» не понят. Принимаются 2019, 2017..2019, 2019-03, 2019-01..2019-06 (месяцы одного года).`,
      en: `The period "${options.period}" is not understood. Accepted: 2019, 2017..2019, 2019-03, 2019-01..2019-06 (months of one year).`,
    });
  }
  const system = known.segments ?? (await loadSegmentSystem(options.segments ?? 'four'));
  const groups =
    known.groups ?? (options.groups === undefined ? [] : await loadTerritoryGroups(options.groups));
  requireKnownMembers(dictionary, groups);
  const territories = withGroups(dictionary, groups);
  const { dataLevel, level } = levelChoice(territories, options.level);
  const { reference, union, external } = referenceChoice(
    territories,
    options.reference,
    options.union,
    world,
  );
  if (external && (options.leaveOut ?? []).length > 0) {
    throw new TrajectaError('bad-option', {
      ru: '--leave-out убирает регионы из эталона своих данных; с --world в эталоне — страны.',
      en: '--leave-out takes regions out of a reference of the own data; with --world the reference is made of countries.',
    });
  }
  return {
    period,
    flow: options.flow ?? 'export',
    system,
    revision: options.revision ?? 4,
    alignment: options.alignment ?? 'resolved',
    base: options.base ?? 'total',
    dataLevel,
    level,
    groups,
    reference,
    union,
    ...(external ? { external } : {}),
    withoutSelf: options.withoutSelf ?? false,
    leaveOut: options.leaveOut ?? [],
    reExports: options.reExports ?? 'exclude',
    inEdition: editionChoice(options.inEdition, system),
    weights: options.weights ?? 'conversion',
    disclosure: options.disclosure ?? null,
    rule: known.rule ?? loadOrientationRule(options.rule ?? 'default'),
  };
}

function requireKnownMembers(dictionary: TerritoryDictionary, groups: readonly TerritoryGroup[]): void {
  const known = new Set(dictionary.territories.filter((one) => one.kind === 'region').map((one) => one.id));
  for (const group of groups) {
    const unknown = group.members.find((member) => !known.has(member.territory));
    if (unknown === undefined) continue;
    throw new TrajectaError('bad-groups', {
      ru: `Группа ${group.id}: территории «${unknown.territory}» в словаре нет. Принимаются коды, например ${[...known].slice(0, 3).join(', ')}.`,
      en: `Group ${group.id}: there is no territory "${unknown.territory}" in the dictionary. Accepted are codes such as ${[...known].slice(0, 3).join(', ')}.`,
    });
  }
}

/**
 * The edition in which all data is read: the one asked for, else the one that a list of codes is written in, else
 * each year's own. Throws `bad-option` for an unknown one, or one that contradicts a list with national lines.
 */
export function editionChoice(asked: string | undefined, system: SegmentSystem): HsEdition | null {
  if (asked !== undefined && !isHsEdition(asked)) {
    throw new TrajectaError('bad-option', {
      ru: `Редакции ${asked} нет. Принимаются ${hsEditions.join(', ')}.`,
      en: `There is no edition ${asked}. Accepted: ${hsEditions.join(', ')}.`,
    });
  }
  if (asked !== undefined && system.edition !== undefined && asked !== system.edition) {
    throw new TrajectaError('bad-option', {
      ru: `Список ${system.id} составлен в ${system.edition}; показать его в ${asked} нельзя.`,
      en: `The list ${system.id} is written in ${system.edition}; it cannot be read in ${asked}.`,
    });
  }
  return asked ?? system.edition ?? null;
}

/** Options without those that are not given: what is absent is absent in the manifest too. */
export function given<Options extends object>(
  options: Options,
): { [Key in keyof Options]: Exclude<Options[Key], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Options]: Exclude<Options[Key], undefined>;
  };
}
