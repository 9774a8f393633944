import type { HsEdition } from '../domain/edition.ts';

export type Flow = 'export' | 'import';
/** What a line's code tells: a product; a secret code (counts in totals only); the rest of a parent row over its children. */
export type LineStatus = 'product' | 'confidential' | 'unallocated';

/** Reserved region codes: not regions, so totals but no verdicts. */
export const regionNotStated = 'not-stated';
export const regionNotDisclosed = 'not-disclosed';

/**
 * Columns of the detail, one stored row per input row (kept rows only). DECIMALs are exact.
 * `usdRate` is US dollars for one unit of `currency` in the row's period, null where the rate table has none.
 */
export const detailColumns = {
  vintage: 'VARCHAR',
  file: 'VARCHAR', // id of the input file (first 16 hex digits of its SHA-256)
  row_number: 'BIGINT', // 1 = first data row after the heading
  flow: 'VARCHAR', // Flow
  re_export: 'BOOLEAN',
  year: 'SMALLINT',
  month: 'TINYINT', // 0 = the row is of the whole year
  region: 'VARCHAR', // code of the project's region dictionary, or a reserved code
  line: 'VARCHAR', // the code as given, 2 to 10 digits, leading zeros kept
  hs6: 'VARCHAR', // first six digits; '' where the line is shorter, secret or unallocated
  heading: 'VARCHAR', // first four digits or ''
  chapter: 'VARCHAR', // first two digits or ''
  edition: 'VARCHAR', // HsEdition in force
  partner: 'VARCHAR', // ISO 3166-1 alpha-2, as given where unknown, '' where not stated
  status: 'VARCHAR', // LineStatus
  unit: 'VARCHAR', // id of the project's units, as given where unknown
  currency: 'VARCHAR',
  value: 'DECIMAL(18,4)', // in currency
  usd_rate: 'DECIMAL(18,8)',
  net_weight_kg: 'DECIMAL(18,4)',
  quantity: 'DECIMAL(18,4)',
  contributor: 'VARCHAR', // who exported or imported, where the source tells; else ''
} as const;

/** Columns of the cube region × six-digit × year (`cube_region_product`). */
export const cubeRegionProductColumns = {
  vintage: 'VARCHAR',
  flow: 'VARCHAR',
  re_export: 'BOOLEAN',
  year: 'SMALLINT',
  region: 'VARCHAR',
  hs6: 'VARCHAR',
  heading: 'VARCHAR',
  chapter: 'VARCHAR',
  edition: 'VARCHAR',
  status: 'VARCHAR',
  currency: 'VARCHAR',
  value: 'DECIMAL(38,4)',
  value_usd: 'DECIMAL(38,12)', // null where no rate exists
  net_weight_kg: 'DECIMAL(38,4)',
  rows: 'BIGINT',
} as const;

const { hs6: _hs6, ...withoutHs6 } = cubeRegionProductColumns;
/** Columns of the cube region × heading × partner × year: everything. */
export const cubeRegionHeadingPartnerColumns = { ...withoutHs6, partner: 'VARCHAR' } as const;
/** Columns of the cube region × six-digit × partner × year: high-technology codes with a partner stated. */
export const cubeRegionProductPartnerColumns = { ...cubeRegionProductColumns, partner: 'VARCHAR' } as const;

const { heading: _heading, ...withoutProduct } = withoutHs6;
/** Of a small cube: rows of the detail that are in cells without dollars, and so in no figure in dollars. */
const withoutUsd = { rows_without_usd: 'BIGINT' } as const;
/** Columns of the small cube region × chapter × year: everything. */
export const cubeRegionChapterColumns = { ...withoutProduct, six_digits: 'BOOLEAN', ...withoutUsd } as const;
const { region: _region, ...withoutRegion } = cubeRegionProductColumns;
/** Columns of the small cube six-digit × year, all regions together: everything. */
export const cubeProductColumns = { ...withoutRegion, ...withoutUsd } as const;

/** One line of the answer that an assessment starts from. */
export interface RegionLine {
  readonly year: number;
  readonly region: string;
  readonly hs6: string;
  readonly heading: string;
  readonly chapter: string;
  readonly edition: HsEdition;
  readonly status: LineStatus;
  readonly reExport: boolean;
  /** null: no exchange rate for the period. */
  readonly valueUsd: number | null;
}

/** Exact dollars of a row in SQL: 4 + 8 = 12 decimals; the wider type keeps DuckDB's product from overflowing. */
export const valueUsdExpression = 'CAST(value AS DECIMAL(20,4)) * usd_rate';
