import { join } from 'node:path';
import { detailColumns } from './cube.ts';
import { type CubeKind, cubeColumns, cubeQuery, isSmallCube, smallCubeQuery } from './cubes.ts';
import type { DuckdbEngine } from './duckdb.ts';
import type { Part, Vintage, WorkspaceManifest } from './manifest.ts';
import { literal } from './queries/literal.ts';
import { pathLiteral } from './queries/pathLiteral.ts';
import { supersededOf, withinSlices } from './supersededSlices.ts';

/**
 * Makes the relations that questions ask: `detail` and the cubes, over the files of the vintages given and of no
 * others, less superseded slices. What the files hold is known from the manifest, so none is opened before a
 * question needs it; flow and year stand in the paths, so a question opens only those of its own.
 */
export async function makeRelations(
  engine: DuckdbEngine,
  folder: string,
  manifest: WorkspaceManifest,
  inForce: readonly Vintage[],
): Promise<void> {
  await engine.run(`CREATE VIEW detail AS ${await detailRelation(engine, folder, manifest, inForce)}`);
  for (const kind of Object.keys(cubeColumns) as CubeKind[])
    await engine.run(`CREATE VIEW ${kind} AS ${await cubeRelation(engine, folder, manifest, inForce, kind)}`);
}

async function detailRelation(
  engine: DuckdbEngine,
  folder: string,
  manifest: WorkspaceManifest,
  inForce: readonly Vintage[],
): Promise<string> {
  const ids = inForce.map((vintage) => vintage.id);
  const parts = manifest.parts.filter(
    (part) => part.kind === 'detail' && part.holds.some((held) => ids.includes(held.vintage)),
  );
  const slices = inForce.flatMap((vintage) => supersededOf(vintage.id, inForce));
  const isMixed = parts.some((part) => part.holds.some((held) => !ids.includes(held.vintage)));
  const conditions = [
    ...(isMixed ? [`vintage IN (${ids.map(literal).join(', ')})`] : []),
    ...(slices.length === 0 ? [] : [`NOT (${withinSlices(slices)})`]),
  ];
  const rows = await filesRelation(engine, folder, parts, detailColumns);
  return conditions.length === 0 ? rows : `SELECT * FROM (${rows}) stored WHERE ${conditions.join(' AND ')}`;
}

/**
 * The cube of a vintage's year is the stored one that leaves out just what the others in force have taken the place
 * of; where there is none (as of a state that no import has made, or in the files of format 1), the detail is added up; of a
 * small cube that is not there, the cube by region and product.
 */
async function cubeRelation(
  engine: DuckdbEngine,
  folder: string,
  manifest: WorkspaceManifest,
  inForce: readonly Vintage[],
  kind: CubeKind,
): Promise<string> {
  const columns = cubeColumns[kind];
  const cubes = manifest.parts.filter((part) => part.kind === kind);
  const read = new Map<Part, string[]>();
  const missing: string[] = [];
  for (const vintage of inForce) {
    const superseded = supersededOf(vintage.id, inForce);
    const mine = cubes.filter((part) => part.holds.some((held) => held.vintage === vintage.id));
    const whole = mine.find((part) => part.flow === null);
    if (whole !== undefined && superseded.length === 0) {
      read.set(whole, [vintage.id]);
      continue;
    }
    for (const { flow, year } of vintage.coverage) {
      const without = [
        ...new Set(
          superseded.filter((slice) => slice.flow === flow && slice.year === year).map(({ by }) => by),
        ),
      ].sort();
      const part = mine.find(
        (one) => one.flow === flow && one.year === year && one.without.join(' ') === without.join(' '),
      );
      if (part !== undefined) read.set(part, [...(read.get(part) ?? []), vintage.id]);
      else missing.push(`(vintage = ${literal(vintage.id)} AND flow = ${literal(flow)} AND year = ${year})`);
    }
  }
  const parts = [...read.keys()];
  const isWhole = (part: Part) => part.holds.every((held) => read.get(part)?.includes(held.vintage));
  const selects = [await filesRelation(engine, folder, parts.filter(isWhole), columns)];
  for (const part of parts.filter((one) => !isWhole(one))) {
    const rows = await filesRelation(engine, folder, [part], columns);
    selects.push(
      `SELECT * FROM (${rows}) stored WHERE vintage IN (${(read.get(part) ?? []).map(literal).join(', ')})`,
    );
  }
  if (missing.length > 0) {
    const names = Object.entries(columns).map(([name, type]) => `CAST(${name} AS ${type}) AS ${name}`);
    const rowsOf = (relation: string) => `(SELECT * FROM ${relation} WHERE ${missing.join(' OR ')}) chosen`;
    const added = isSmallCube(kind)
      ? smallCubeQuery(kind, rowsOf('cube_region_product'))
      : cubeQuery(kind, rowsOf('detail'));
    selects.push(`SELECT ${names.join(', ')} FROM (${added}) added`);
  }
  return selects.join(' UNION ALL ');
}

async function filesRelation(
  engine: DuckdbEngine,
  folder: string,
  parts: readonly Part[],
  columns: Readonly<Record<string, string>>,
): Promise<string> {
  const names = Object.keys(columns);
  const typed = Object.entries(columns).map(([name, type]) => `CAST(NULL AS ${type}) AS ${name}`);
  if (parts.length === 0) return `SELECT ${typed.join(', ')} WHERE false`;
  const pathOf = (part: Part) => join(folder, part.path);
  const now = parts.filter((part) => part.sha256 !== null);
  const earlier = parts.filter((part) => part.sha256 === null);
  // A folder named as `key=value` above the workspace would be taken for a column.
  const byPath = folder.includes('=')
    ? 'hive_partitioning = false'
    : "hive_partitioning = true, hive_types = {'flow': VARCHAR, 'year': SMALLINT}";
  const selects =
    now.length === 0
      ? []
      : [
          `SELECT ${names.join(', ')} FROM read_parquet([${now.map((part) => pathLiteral(pathOf(part))).join(', ')}], ${byPath})`,
        ];
  if (earlier.length > 0) selects.push(await earlierFiles(engine, earlier.map(pathOf), columns));
  return selects.join(' UNION ALL ');
}

/** Files of format 1 may lack later columns: these are empty there. */
async function earlierFiles(
  engine: DuckdbEngine,
  paths: readonly string[],
  columns: Readonly<Record<string, string>>,
): Promise<string> {
  const files = `[${paths.map(pathLiteral).join(', ')}]`;
  const found = await engine.query(`SELECT DISTINCT name FROM parquet_schema(${files})`);
  const present = new Set(found.map((row) => String(row.name)));
  const typed = Object.entries(columns).map(([name, type]) => {
    const absent = type === 'VARCHAR' ? "''" : 'NULL';
    const given = name === 'contributor' && present.has(name) ? "coalesce(contributor, '')" : name;
    return `CAST(${present.has(name) ? given : absent} AS ${type}) AS ${name}`;
  });
  return `SELECT ${typed.join(', ')} FROM read_parquet(${files}, hive_partitioning = false, union_by_name = true)`;
}
