import type { TestContext } from 'node:test';
import { builtInConcordances } from '../../src/classifications/concordanceSource.ts';
import { loadTerritories } from '../../src/classifications/territories.ts';
import type { TerritoryDictionary } from '../../src/domain/territory.ts';
import {
  cubeRegionHeadingPartnerColumns,
  cubeRegionProductColumns,
  cubeRegionProductPartnerColumns,
  detailColumns,
} from '../../src/store/cube.ts';
import { openDuckdb } from '../../src/store/duckdb.ts';
import { literal } from '../../src/store/queries/literal.ts';
import type { WorkspaceReader } from '../../src/store/workspaceReader.ts';

export interface LiteralRow {
  readonly region: string;
  readonly hs6?: string;
  readonly usd: number | null;
  readonly year?: number;
  readonly month?: number;
  readonly edition?: string;
  readonly status?: 'product' | 'confidential' | 'unallocated';
  readonly reExport?: boolean;
  readonly flow?: 'export' | 'import';
  readonly contributor?: string;
  readonly line?: string;
  readonly partner?: string;
  readonly unit?: string;
  readonly netWeightKg?: number;
  readonly quantity?: number;
  readonly rowNumber?: number;
}

/** A workspace of a few literal rows in a real engine, without files. */
export async function literalWorkspace(
  context: TestContext,
  country: string,
  rows: readonly LiteralRow[],
  territories: TerritoryDictionary | null = loadTerritories(country),
): Promise<WorkspaceReader> {
  const engine = await openDuckdb();
  context.after(() => engine.close());
  const full = rows.map((row, place) => {
    const hs6 = row.hs6 ?? '';
    const code = { hs6, heading: hs6.slice(0, 4), chapter: hs6.slice(0, 2), line: row.line ?? hs6 };
    const {
      region,
      year = 2019,
      month = 0,
      edition = 'HS2017',
      status = 'product',
      reExport = false,
      flow = 'export',
    } = row;
    const money = {
      value: row.usd ?? 1,
      value_usd: row.usd,
      usd_rate: row.usd === null ? null : 1,
      currency: 'USD',
      rows: 1,
    };
    return {
      vintage: 'v',
      file: 'f',
      row_number: row.rowNumber ?? place + 1,
      partner: row.partner ?? '',
      unit: row.unit ?? '',
      net_weight_kg: row.netWeightKg ?? null,
      quantity: row.quantity ?? null,
      contributor: row.contributor ?? '',
      flow,
      re_export: reExport,
      year,
      month,
      region,
      edition,
      status,
      ...code,
      ...money,
    };
  });
  for (const [table, columns] of [
    ['detail', detailColumns],
    ['cube_region_product', cubeRegionProductColumns],
    ['cube_region_heading_partner', cubeRegionHeadingPartnerColumns],
    ['cube_region_product_partner', cubeRegionProductPartnerColumns],
  ] as const) {
    await engine.run(
      `CREATE TABLE ${table} (${Object.entries(columns)
        .map(([name, type]) => `${name} ${type}`)
        .join(', ')})`,
    );
    for (const row of full) {
      if (table === 'cube_region_product_partner' && row.partner === '') continue;
      const values = Object.keys(columns).map((name) => literal(row[name as keyof typeof row] ?? null));
      await engine.run(`INSERT INTO ${table} VALUES (${values.join(', ')})`);
    }
  }
  const years = [...new Set(full.map((row) => row.year))];
  return {
    engine,
    country,
    vintages: ['v'],
    synthetic: false,
    territories: territories ?? { country, countryName: { ru: country, en: country }, territories: [] },
    coverage: years.map((year) => ({
      flow: 'export',
      year,
      months: [...new Set(full.filter((row) => row.year === year).map((row) => row.month))],
    })),
    importFindings: [],
    inputs: [
      { vintage: 'v', source: 'literal', file: 'literal.csv', sha256: '', wideColumns: null, findings: [] },
    ],
    classifications: [],
    concordances: builtInConcordances(),
    nameOf: () => null,
  };
}
