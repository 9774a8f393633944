import type { TestContext } from 'node:test';
import { builtInConcordances } from '../../src/classifications/concordanceSource.ts';
import { loadTerritories } from '../../src/classifications/territories.ts';
import type { TerritoryDictionary } from '../../src/domain/territory.ts';
import type { WorkspaceReader } from '../../src/store/workspaceReader.ts';
import { type LiteralRow, literalTables } from './literalTables.ts';
import { duckdbOf } from './queryEngines.ts';

/** A workspace of a few literal rows in a real engine, without files. */
export async function literalWorkspace(
  context: TestContext,
  country: string,
  rows: readonly LiteralRow[],
  territories: TerritoryDictionary | null = loadTerritories(country),
): Promise<WorkspaceReader> {
  const engine = await duckdbOf(context, literalTables(rows));
  const full = rows.map(({ year = 2019, month = 0 }) => ({ year, month }));
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
