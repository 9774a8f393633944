import { highTechnologyCodes } from '../../src/classifications/highTechnologyAlignment.ts';
import {
  cubeProductColumns,
  cubeRegionChapterColumns,
  cubeRegionHeadingPartnerColumns,
  cubeRegionProductColumns,
  cubeRegionProductPartnerColumns,
  detailColumns,
} from '../../src/store/cube.ts';
import type { SqlValue } from '../../src/store/engine.ts';

/** A row of the detail as a test writes it down; what it does not say is the usual. */
export interface LiteralRow {
  readonly region: string;
  readonly hs6?: string;
  /** Value and dollars alike; null: a value of 1 without a rate. */
  readonly usd: number | null;
  readonly year?: number;
  readonly month?: number;
  readonly edition?: string;
  readonly status?: 'product' | 'confidential' | 'unallocated';
  readonly reExport?: boolean;
  readonly flow?: 'export' | 'import';
  readonly contributor?: string;
  /** The code as given; its first digits are heading and chapter where there is no six-digit code. */
  readonly line?: string;
  readonly partner?: string;
  readonly unit?: string;
  readonly netWeightKg?: number;
  readonly quantity?: number;
  readonly rowNumber?: number;
  /** Another currency than dollars, and what one unit of it is worth. */
  readonly currency?: string;
  readonly value?: number;
  readonly rate?: number;
}

/** A relation that questions ask: columns with their types, and rows. */
export interface LiteralTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, SqlValue>>[];
}

/** The relations of a workspace of a few rows. Each row of the detail is a row of each cube that holds it. */
export function literalTables(rows: readonly LiteralRow[]): readonly LiteralTable[] {
  const full = rows.map(fullRow);
  return [
    { name: 'detail', columns: detailColumns, rows: full },
    { name: 'cube_region_product', columns: cubeRegionProductColumns, rows: full },
    { name: 'cube_region_heading_partner', columns: cubeRegionHeadingPartnerColumns, rows: full },
    {
      name: 'cube_region_product_partner',
      columns: cubeRegionProductPartnerColumns,
      rows: full.filter((row) => row.partner !== ''),
    },
    { name: 'cube_region_chapter', columns: cubeRegionChapterColumns, rows: full },
    { name: 'cube_product', columns: cubeProductColumns, rows: full },
    {
      name: 'cube_region_high_technology',
      columns: cubeRegionProductColumns,
      rows: full.filter((row) => highTechnologyCodes().includes(String(row.hs6))),
    },
  ];
}

function fullRow(row: LiteralRow, place: number): Readonly<Record<string, SqlValue>> {
  const { region, hs6 = '', status = 'product', year = 2019, month = 0 } = row;
  const code = hs6 !== '' ? hs6 : status === 'product' ? (row.line ?? '') : '';
  const rate = row.usd === null ? null : (row.rate ?? 1);
  return {
    vintage: 'v',
    file: 'f',
    row_number: row.rowNumber ?? place + 1,
    flow: row.flow ?? 'export',
    re_export: row.reExport ?? false,
    year,
    month,
    region,
    line: row.line ?? hs6,
    hs6,
    heading: code.length >= 4 ? code.slice(0, 4) : '',
    chapter: code.slice(0, 2),
    edition: row.edition ?? 'HS2017',
    partner: row.partner ?? '',
    status,
    unit: row.unit ?? '',
    currency: row.currency ?? 'USD',
    value: row.value ?? row.usd ?? 1,
    value_usd: row.usd,
    usd_rate: rate,
    net_weight_kg: row.netWeightKg ?? null,
    quantity: row.quantity ?? null,
    contributor: row.contributor ?? '',
    rows: 1,
    six_digits: hs6 !== '',
    rows_without_usd: row.usd === null ? 1 : 0,
  };
}
