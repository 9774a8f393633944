import { loadTerritoryGroups } from '../../classifications/territoryGroups.ts';
import { worldTerritories } from '../../classifications/worldTerritories.ts';
import type { TerritoryDictionary } from '../../domain/territory.ts';
import { territoryIndex } from '../../domain/territoryIndex.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { withGroups } from '../../domain/withGroups.ts';

export interface ComparisonOptions {
  /** ISO codes or names. */
  readonly countries: readonly string[];
  /** Ids of unions, built in or of `groupFile`. */
  readonly groups?: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Base year of the chained index; left out: `from`. */
  readonly chainFrom?: number;
  /**
   * `current`: current US dollars; `volume`: deflated by the export unit value index; `volume-index`: by the published
   * volume index, weighted by exports of its base year.
   */
  readonly valuation?: 'current' | 'volume' | 'volume-index';
  /** `fixed`: the members of December of the last year throughout; `moving`: those of each year. */
  readonly membership?: 'fixed' | 'moving';
  /** The world's exports: the published aggregate, or the sum of all countries with data. */
  readonly world?: 'published' | 'sum';
  /** The paper's printed figures beside ours. */
  readonly printed?: boolean;
  /** A file of groups of your own. */
  readonly groupFile?: string;
}

export interface ResolvedComparison extends Required<Omit<ComparisonOptions, 'groupFile'>> {
  readonly dictionary: TerritoryDictionary;
}

/** Options with defaults, countries and groups found. Throws `bad-option` naming what is not known. */
export async function resolveComparison(options: ComparisonOptions): Promise<ResolvedComparison> {
  const own = options.groupFile === undefined ? [] : await loadTerritoryGroups(options.groupFile);
  const dictionary = withGroups(worldTerritories(), own);
  const find = territoryIndex(dictionary);
  const countries = options.countries.map((text) => {
    const found = find(text);
    if (found !== null) return found.id;
    throw new TrajectaError('bad-option', {
      ru: `Страны «${text}» нет. Принимаются коды ISO (RU, RUS, 643) и названия.`,
      en: `There is no country "${text}". Accepted are ISO codes (RU, RUS, 643) and names.`,
    });
  });
  const unions = dictionary.territories.filter((one) => one.kind === 'union').map((one) => one.id);
  const groups = options.groups ?? [];
  const unknown = groups.find((group) => !unions.includes(group));
  if (unknown !== undefined) {
    throw new TrajectaError('bad-option', {
      ru: `Группы «${unknown}» нет. Есть: ${unions.join(', ')}; свои — --group-file ФАЙЛ.json.`,
      en: `There is no group "${unknown}". There are: ${unions.join(', ')}; your own by --group-file FILE.json.`,
    });
  }
  const { from, to } = options;
  const chainFrom = options.chainFrom ?? from;
  if (!(from <= to) || !(chainFrom <= to)) {
    throw new TrajectaError('bad-option', {
      ru: `Годы идут назад: --from ${from}, --to ${to}, --chain-from ${chainFrom}.`,
      en: `The years run backwards: --from ${from}, --to ${to}, --chain-from ${chainFrom}.`,
    });
  }
  return {
    countries: [...new Set(countries)],
    groups: [...new Set(groups)],
    from,
    to,
    chainFrom,
    valuation: options.valuation ?? 'current',
    membership: options.membership ?? 'fixed',
    world: options.world ?? 'published',
    printed: options.printed ?? false,
    dictionary,
  };
}
