import type { DiversificationOptions } from '../../api/diversification.ts';
import { canonicalJson } from '../../domain/canonicalJson.ts';
import type { HsEdition } from '../../domain/edition.ts';
import type { Finding } from '../../domain/finding.ts';
import { parentAt, type TwoLanguages } from '../../domain/territory.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { type FoundTerritory, findTerritory } from '../findTerritory.ts';
import { keptWith } from '../keptWith.ts';
import { editionBridges, noBridges } from '../lists/bridges.ts';
import type { EditionList } from '../lists/editionList.ts';
import { segmentLists } from '../lists/segmentLists.ts';
import { given, type KnownDefinitions, type ResolvedOptions, resolveOptions } from '../options.ts';
import { readStatusSums, type StatusSum } from '../readSums.ts';
import { familyBridges } from './familyBridges.ts';
import { type Scope, scopeList, scopeOf } from './scopeOf.ts';
import { type SpanProducts, spanProducts } from './spanProducts.ts';

/** A territory and its regions; null: the whole country. */
export interface SpanTerritory {
  readonly territory: FoundTerritory;
  readonly members: readonly string[] | null;
}

/** A question of diversification with its territories, years, products and list. */
export interface DiversificationLists {
  readonly territories: readonly SpanTerritory[];
  /** All with exports in the span, reserved codes included. */
  readonly everyone: readonly string[];
  readonly scope: Scope;
  readonly resolved: ResolvedOptions;
  readonly flow: ResolvedOptions['flow'];
  readonly reExports: ResolvedOptions['reExports'];
  readonly statusSums: readonly StatusSum[];
  readonly years: readonly number[];
  readonly editions: readonly HsEdition[];
  readonly digits: 2 | 4 | 6;
  readonly products: SpanProducts;
  /** null: all goods. */
  readonly list: EditionList | null;
  readonly bridgeFindings: readonly Finding[];
}

/** Reads what a question of diversification means on a workspace. Throws `bad-option`, `no-data`. */
export async function diversificationLists(
  workspace: WorkspaceReader,
  options: DiversificationOptions,
  known: KnownDefinitions,
): Promise<DiversificationLists> {
  const { from: first, to: last } = options;
  const asked = askedTerritories(workspace, options);
  const { segments, revision, alignment, flow, reExports, weights } = options;
  const listOptions = {
    segments,
    revision,
    alignment,
    flow,
    reExports,
    inEdition: options.inEdition,
    weights,
  };
  const resolved = await resolveOptions(
    { ...given(listOptions), period: `${Math.min(first, last)}..${Math.max(first, last)}` },
    known,
    workspace.territories,
  );
  const statusSums = await readStatusSums(workspace, resolved.flow, resolved.period);
  const years = yearsBetween(statusSums, first, last);
  const editions = [...new Set(statusSums.map((sum) => sum.edition))].sort();
  const digits = options.digits ?? depthOf(statusSums);
  const products = await productsOf(workspace, editions, digits, resolved.inEdition);
  const scope = scopeOf(options, resolved.system);
  // A list is read in one edition throughout, so that what it counts does not change with the edition: the earliest, to
  // which the one-to-one tables lead from all others without parting a code.
  const inEdition =
    scope.segment === null || editions.length < 2
      ? resolved.inEdition
      : (resolved.inEdition ?? editions[0] ?? null);
  const inOne = { ...resolved, inEdition };
  const bridges =
    scope.segment === null || inEdition === null
      ? noBridges
      : familyBridges(
          await editionBridges(workspace, inOne, editions, inEdition),
          await productsOf(workspace, editions, 6, inEdition),
          inEdition,
        );
  const { list, findings: lineFindings } = scopeList(
    scope,
    segmentLists(inOne, workspace.concordances, bridges),
    products.editions,
    inEdition,
  );
  const everyone = [...new Set(statusSums.map((sum) => sum.region))].sort();
  const withMembers = (territory: FoundTerritory): SpanTerritory => ({
    territory,
    members: membersOf(workspace, territory, last, everyone),
  });
  const territories = asked.map(withMembers).filter(({ members }) => members?.length !== 0);
  const { flow: flowRead, reExports: reExportsRead } = resolved;
  return {
    territories,
    everyone,
    scope,
    resolved: inOne,
    flow: flowRead,
    reExports: reExportsRead,
    statusSums,
    years,
    editions,
    digits,
    products,
    list,
    bridgeFindings: [...bridges.findings, ...lineFindings],
  };
}

/** The same for every territory. */
const keptProducts = keptWith<WorkspaceReader, SpanProducts>(4);

function productsOf(
  workspace: WorkspaceReader,
  editions: readonly HsEdition[],
  digits: 2 | 4 | 6,
  shownIn: HsEdition | null,
): Promise<SpanProducts> {
  return keptProducts(workspace, canonicalJson({ editions, digits, shownIn }), async () =>
    spanProducts(workspace.concordances, editions, digits, shownIn),
  );
}

/** Years with dollars in the span; both ends must be among them. */
function yearsBetween(sums: readonly StatusSum[], first: number, last: number): readonly number[] {
  if (!(first < last)) {
    throw new TrajectaError('bad-option', {
      ru: `--from ${first} не раньше --to ${last}: сравниваются два разных года.`,
      en: `--from ${first} is not before --to ${last}: two different years are compared.`,
    });
  }
  const years = [...new Set(sums.filter((sum) => sum.valueUsd > 0).map((sum) => sum.year))].sort(
    (a, b) => a - b,
  );
  const missing = [first, last].filter((year) => !years.includes(year));
  if (missing.length === 0) return years;
  const there = years.length === 0 ? '–' : years.join(', ');
  throw new TrajectaError('no-data', {
    ru: `За ${missing.join(' и ')} нет данных в долларах. Годы с данными между ${first} и ${last}: ${there}.`,
    en: `There is no data in dollars for ${missing.join(' and ')}. Years with data between ${first} and ${last}: ${there}.`,
  });
}

/** Six digits, or four where most of the value has no six. */
function depthOf(sums: readonly StatusSum[]): 4 | 6 {
  let [six, short] = [0, 0];
  for (const sum of sums) {
    if (sum.status !== 'product') continue;
    if (sum.sixDigits) six += sum.valueUsd;
    else short += sum.valueUsd;
  }
  return short > six ? 4 : 6;
}

/** Regions of the territory; a district as it is in the last year, in both years. null: the whole country. */
function membersOf(
  workspace: WorkspaceReader,
  territory: FoundTerritory,
  last: number,
  everyone: readonly string[],
): readonly string[] | null {
  if (territory.level === 'country') return null;
  if (territory.level === 'region') return [territory.id];
  return everyone.filter((region) => parentAt(workspace.territories, region, `${last}-12`) === territory.id);
}

/** The territory named, or all of a level. Throws `bad-option`. */
function askedTerritories(
  workspace: WorkspaceReader,
  { territory, level }: DiversificationOptions,
): readonly FoundTerritory[] {
  const dictionary = workspace.territories;
  if (territory !== undefined) {
    if (level === undefined) return [findTerritory(dictionary, territory)];
    throw new TrajectaError('bad-option', {
      ru: `Задана территория ${territory} и уровень ${level}: нужно одно из двух (--region или --level).`,
      en: `Both the territory ${territory} and the level ${level} are given: one of the two is wanted (--region or --level).`,
    });
  }
  if (level === 'country') return [findTerritory(dictionary, dictionary.country)];
  const wanted = level ?? 'region';
  const found = dictionary.territories.filter((one) => one.kind === wanted);
  if (found.length > 0) return found.map(({ id, name }): FoundTerritory => ({ id, name, level: wanted }));
  throw new TrajectaError('bad-option', {
    ru: `Округов в данных ${dictionary.country} нет. Есть уровни region и country.`,
    en: `The data of ${dictionary.country} has no districts. There are the levels region and country.`,
  });
}

/** Nothing of the scope was sold in either year. */
export function nothingSold(
  territory: { readonly name: TwoLanguages },
  scope: TwoLanguages,
  first: number,
  last: number,
): TrajectaError {
  return new TrajectaError('no-data', {
    ru: `${territory.name.ru}: вывоза (${scope.ru}) нет ни в ${first}, ни в ${last} году.`,
    en: `${territory.name.en}: there are no exports (${scope.en}) in ${first} nor in ${last}.`,
  });
}

/** Products that the scope may hold: n of Theil's index. */
export function scopeProductsOf(
  list: EditionList | null,
  products: SpanProducts,
  digits: 2 | 4 | 6,
): ReadonlySet<string> {
  if (list === null) return products.all;
  const found = new Set<string>();
  for (const edition of products.editions)
    for (const [code, weight] of list(edition)?.weights ?? [])
      if (weight > 0) found.add(products.productOf(edition, code.slice(0, digits)));
  return found;
}
