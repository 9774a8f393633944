import { isHsEdition } from '../../domain/edition.ts';
import { lastMonth } from '../../domain/period.ts';
import { parentAt } from '../../domain/territory.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { productSums } from '../../store/queries/productSums.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { type FoundTerritory, findTerritory } from '../findTerritory.ts';
import { lastYear } from '../lastYear.ts';
import { editionBridges, noBridges } from '../lists/bridges.ts';
import { type SegmentLists, segmentLists } from '../lists/segmentLists.ts';
import {
  type AssessOptions,
  type KnownDefinitions,
  type ResolvedOptions,
  resolveOptions,
} from '../options.ts';

/** What a question about one territory rests on. */
export interface TerritoryScope {
  readonly territory: FoundTerritory;
  /** Regions that make it; null: everything, stated or not. */
  readonly regions: readonly string[] | null;
  readonly options: ResolvedOptions;
  readonly editions: readonly ReturnType<typeof editionOf>[];
  readonly lists: SegmentLists;
}

/** The territory, its regions, options with defaults, and lists. Throws `no-data` where it has no trade in the period. */
export async function territoryScope(
  workspace: WorkspaceReader,
  asked: Omit<AssessOptions, 'period'> & {
    readonly territory?: string | undefined;
    readonly period?: string | undefined;
  },
  known: KnownDefinitions = {},
): Promise<TerritoryScope> {
  const { territory: name, period = String(lastYear(workspace)), ...rest } = asked;
  const options = await resolveOptions({ ...rest, period }, known, workspace.territories);
  const territory = findTerritory(workspace.territories, name ?? workspace.country);
  const regions = regionsOf(workspace, territory, options);
  const { flow, reExports } = options;
  const found = await workspace.engine.query(
    productSums({ flow, period: options.period, reExports, regions, by: ['edition'], codes: null }),
  );
  if (found.length === 0) {
    const years = workspace.coverage.filter((one) => one.flow === flow).map((one) => one.year);
    throw new TrajectaError('no-data', {
      ru: `${territory.name.ru}: за ${period} ${flow === 'export' ? 'вывоза' : 'ввоза'} в данных нет. Годы с данными по стране: ${years.join(', ')}.`,
      en: `${territory.name.en}: no ${flow}s in the data for ${period}. Years with data of the country: ${years.join(', ')}.`,
    });
  }
  const editions = found.map((row) => editionOf(row.edition)).sort();
  const bridges =
    options.inEdition === null
      ? noBridges
      : await editionBridges(workspace, options, editions, options.inEdition);
  return {
    territory,
    regions,
    options,
    editions,
    lists: segmentLists(options, workspace.concordances, bridges),
  };
}

function regionsOf(
  workspace: WorkspaceReader,
  { id, level }: FoundTerritory,
  options: ResolvedOptions,
): readonly string[] | null {
  if (level === 'country') return null;
  if (level === 'region') return [id];
  const month = lastMonth(options.period);
  return workspace.territories.territories
    .filter((one) => one.kind === 'region' && parentAt(workspace.territories, one.id, month) === id)
    .map((one) => one.id);
}

function editionOf(value: unknown) {
  const text = String(value);
  if (!isHsEdition(text)) throw new Error(`The store names an unknown edition: ${text}`);
  return text;
}
