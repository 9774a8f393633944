import { join } from 'node:path';
import { readDataTable } from '../../src/classifications/dataFile.ts';
import { hsCodesOf } from '../../src/classifications/hsNomenclature.ts';
import { loadTerritories } from '../../src/classifications/territories.ts';
import type { DuckdbEngine } from '../../src/store/duckdb.ts';
import { literal } from '../../src/store/queries/literal.ts';

export const years = Array.from({ length: 10 }, (_, place) => 2013 + place);

export interface Generated {
  readonly csv: readonly string[];
  readonly parquet: readonly string[];
  readonly cardinalities: Readonly<Record<string, number>>;
}

/** Numbers in [0, 1) that depend on the row, what they are for, and the seed alone: two halves of a hash. */
function uniforms(count: number, seed: number): string {
  return Array.from({ length: count }, (_, place) => {
    const hashed = `hash(i * 16 + ${place} + ${seed * 1_000_003})`;
    return `(${hashed} >> 32) / 4294967296.0 AS u${2 * place}, (${hashed} & 4294967295) / 4294967296.0 AS u${2 * place + 1}`;
  }).join(', ');
}

/**
 * Made-up rows in the columns of a customs unload, ten years by month, skewed as trade is (few regions, lines and
 * partners hold most rows; values log-normal by the sum of three uniforms) and reproducible: each field is a hash of row number and
 * seed. One file up to 30 million rows, above that one for each year.
 */
export async function generate(
  engine: DuckdbEngine,
  folder: string,
  rows: number,
  options: { readonly seed: number; readonly parquet: boolean; readonly encoding?: 'utf8' },
): Promise<Generated> {
  const regions = (loadTerritories('RU')?.territories ?? []).filter(
    (one) => one.kind === 'region' && one.to === undefined,
  );
  await list(
    engine,
    'regions',
    regions.map((one) => `${one.codes[0]} - ${one.name.ru.toUpperCase()}`),
  );
  // Two or three national lines for each six-digit code that is in force in all of the ten years.
  const codes = [...hsCodesOf('HS2017')].filter((code) => hsCodesOf('HS2012').has(code));
  const lines = codes.flatMap((code, place) =>
    (place % 2 === 0 ? ['0000', '1000'] : ['1000', '2000', '9000']).map((end) => code + end),
  );
  await list(engine, 'lines', shuffled(lines));
  const perYear = Math.ceil(rows / years.length);
  const place = (name: string, count: number, u: string) =>
    `JOIN ${name} ON ${name}.place = CAST(floor(${count} * ${u}) AS INTEGER)`;
  const partners = readDataTable('partners.csv').map((row) => row.iso2 ?? '');
  await list(engine, 'partners', shuffled(partners));
  const select = (from: number, to: number) => `SELECT
      CASE WHEN u0 < 0.45 THEN 'ЭК' ELSE 'ИМ' END AS NAPR,
      lpad(CAST(1 + (i % ${perYear}) * 12 // ${perYear} AS VARCHAR), 2, '0') || '/' || CAST(${years[0]} + i // ${perYear} AS VARCHAR) AS PERIOD,
      partners.text AS STRANA, lines.text AS TNVED, lines.unit AS EDIZM,
      CAST(exp(7 + 3 * (u4 + u5 + u6 - 1.5)) AS DECIMAL(18,2)) AS STOIM,
      CAST(exp(6 + 3 * (u4 + u7 + u8 - 1.5)) AS DECIMAL(18,3)) AS NETTO,
      CAST(exp(4 + 3 * (u4 + u9 - 1)) AS DECIMAL(18,1)) AS KOL,
      regions.text AS REGION
    FROM (SELECT i, ${uniforms(5, options.seed)} FROM (SELECT CAST(range AS UBIGINT) AS i FROM range(${from}, ${to}))) numbered
    ${place('partners', partners.length, 'pow(u1, 4)')}
    ${place('lines', lines.length, 'pow(u2, 2.5)')}
    ${place('regions', regions.length, 'pow(u3, 3)')}`;
  const pieces =
    rows <= 30_000_000
      ? [{ name: 'rows', from: 0, to: rows }]
      : years.map((year, place) => ({
          name: String(year),
          from: place * perYear,
          to: Math.min(rows, (place + 1) * perYear),
        }));
  const csv: string[] = [];
  const parquet: string[] = [];
  for (const { name, from, to } of pieces) {
    const file = join(folder, `${name}.csv`);
    await engine.run(`COPY (${select(from, to)}) TO ${literal(file)} (FORMAT csv, HEADER)`);
    csv.push(file);
    if (!options.parquet) continue;
    const packed = join(folder, `${name}.parquet`);
    await engine.run(`COPY (${select(from, to)}) TO ${literal(packed)} (FORMAT parquet, COMPRESSION zstd)`);
    parquet.push(packed);
  }
  return {
    csv,
    parquet,
    cardinalities: {
      flows: 2,
      months: 12 * years.length,
      regions: regions.length,
      lines: lines.length,
      sixDigitCodes: codes.length,
      partners: partners.length,
      units: 6,
    },
  };
}

/** A table of texts by place; each has one of six units. */
async function list(engine: DuckdbEngine, name: string, texts: readonly string[]): Promise<void> {
  await engine.run(`CREATE OR REPLACE TABLE ${name} AS
    SELECT CAST(row_number() OVER () - 1 AS INTEGER) AS place, text,
      list_extract(['КГ', 'ШТ', 'Т', 'Л', 'М2', 'ПАР'], CAST(1 + hash(text) % 6 AS INTEGER)) AS unit
    FROM (SELECT unnest([${texts.map(literal).join(', ')}]) AS text) texts`);
}

/** Frequent and rare ones all over the list, the same way each time. */
function shuffled(texts: readonly string[]): readonly string[] {
  const rank = (text: string) =>
    [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
  return [...texts].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}
