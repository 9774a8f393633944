import { type ColumnMeaning, columnMeanings } from '../domain/columnMeanings.ts';
import type { HsEdition } from '../domain/edition.ts';
import type { TerritoryDictionary } from '../domain/territory.ts';
import type { Flow } from '../store/cube.ts';

/** Texts of a row that every source brings, whatever its own columns are called. */
export const rowTexts = columnMeanings;
export type RowText = ColumnMeaning;

/** What a region text that names no region means. */
export type RegionMeaning = 'not-stated' | 'not-disclosed' | 're-export' | 'total' | 'aggregate';

export type DecimalMark = '.' | ',';

/** A wide table: several columns of values, each of which stands for one text (a year, a region ...). */
export interface WideColumns {
  readonly over: RowText;
  /** Column and the text that it stands for. */
  readonly columns: readonly (readonly [column: string, text: string])[];
}

/** What a flow text means where a source tells parts of a flow beside the whole: exports that hold re-exports, say. */
export interface FlowMeaning {
  readonly flow: Flow;
  /** '': the whole flow; domestic exports (foreign imports); re-exports (re-imports); trade for processing, a part of both. */
  readonly part: '' | 'domestic' | 're' | 'processing';
}

/** A column that breaks values down further than the stored rows do, and the texts that stand for all of it. */
export interface BreakdownColumn {
  readonly column: string;
  readonly total: readonly string[];
}

/** What a partner text that names no country means. */
export type PartnerMeaning = 'world' | 'unknown' | 'aggregate';

/** US dollars for one unit of the currency, by `YYYY` or `YYYY-MM`. */
export type DollarRates = Readonly<Record<string, number | string>>;

/** Everything the import needs to know of a file: what a source made of its settings and of the file's heading. */
export interface ImportPlan {
  readonly source: string;
  readonly synthetic: boolean;
  readonly country: string;
  readonly territories: TerritoryDictionary;
  /** The dictionary came with the mapping: it is kept in the workspace. */
  readonly ownTerritories: boolean;
  readonly columns: Readonly<Partial<Record<RowText, string>>>;
  readonly wide: WideColumns | null;
  /** Flow of all rows, where no column tells it. */
  readonly flow: Flow | null;
  /** Period of all rows, where no column tells it. */
  readonly period: string | null;
  /** null: told from the numbers themselves. */
  readonly decimalMark: DecimalMark | null;
  readonly currency: string;
  /** Units of the currency in one unit of the value column: 1000 for "thousand USD". */
  readonly moneyUnit: number;
  /** null: the currency is the US dollar. */
  readonly dollarRates: DollarRates | null;
  /** null: by the country's calendar. */
  readonly edition: HsEdition | null;
  readonly confidentialCodes: readonly string[];
  readonly negativeCodes: readonly string[];
  readonly negativeRegions: readonly string[];
  readonly regionMeanings: Readonly<Record<string, RegionMeaning>>;
  /** ISO alpha-2 (or the source's own meaning) of partner texts that the common dictionary does not hold. */
  readonly partnerCodes: Readonly<Record<string, string>>;
  readonly partnerMeanings: Readonly<Record<string, PartnerMeaning>>;
  /** null: flows are exports and imports in usual words. */
  readonly flowMeanings: Readonly<Record<string, FlowMeaning>> | null;
  /** Text `breakdown` of a row says for each of these columns whether the row is of a part (1) or of all (0). */
  readonly breakdown: readonly BreakdownColumn[];
  /** What was set, not detected: with the file it makes the vintage's identity. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** What was told from the file: shown, and settable. */
  readonly detected: Readonly<Record<string, unknown>>;
}

/** A plan in which nothing is out of the ordinary: dollars, calendar editions, no meanings of the source's own. */
export function plainPlan(
  source: string,
  territories: TerritoryDictionary,
  columns: ImportPlan['columns'],
): ImportPlan {
  return {
    source,
    synthetic: false,
    country: territories.country,
    territories,
    ownTerritories: false,
    columns,
    wide: null,
    flow: null,
    period: null,
    decimalMark: null,
    currency: 'USD',
    moneyUnit: 1,
    dollarRates: null,
    edition: null,
    confidentialCodes: [],
    negativeCodes: [],
    negativeRegions: [],
    regionMeanings: {},
    partnerCodes: {},
    partnerMeanings: {},
    flowMeanings: null,
    breakdown: [],
    settings: { source },
    detected: {},
  };
}
