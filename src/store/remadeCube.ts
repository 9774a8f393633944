import { join } from 'node:path';
import { sharedOrder } from './compaction/sharedOrder.ts';
import { type CubeKind, cubeKeys, cubeQuery } from './cubes.ts';
import type { DuckdbEngine } from './duckdb.ts';
import type { Part, WorkspaceManifest } from './manifest.ts';
import { literal } from './queries/literal.ts';
import { pathLiteral } from './queries/pathLiteral.ts';
import { supersededOf, withinSlices } from './supersededSlices.ts';
import { writePart } from './writePart.ts';

/** Detail files of the flow and year of a cube that hold rows of its vintages. */
export function detailBehind(manifest: WorkspaceManifest, cube: Part): readonly Part[] {
  const vintages = cube.holds.map((held) => held.vintage);
  return manifest.parts.filter(
    (part) =>
      part.kind === 'detail' &&
      (cube.flow === null || (part.flow === cube.flow && part.year === cube.year)) &&
      part.holds.some((held) => vintages.includes(held.vintage)),
  );
}

/** The rows of the detail that a cube adds up, as a relation: those of its vintages, less the slices that it leaves out. */
export function rowsBehind(folder: string, manifest: WorkspaceManifest, cube: Part): string {
  const vintages = cube.holds.map((held) => held.vintage);
  const by = manifest.vintages.filter((vintage) => cube.without.includes(vintage.id));
  const left = vintages.flatMap((vintage) => supersededOf(vintage, by));
  const conditions = [
    `vintage IN (${vintages.map(literal).join(', ')})`,
    ...(left.length === 0 ? [] : [`NOT (${withinSlices(left)})`]),
  ];
  const files = detailBehind(manifest, cube).map((part) => pathLiteral(join(folder, part.path)));
  return `(SELECT * FROM read_parquet([${files.join(', ')}], hive_partitioning = false, union_by_name = true) WHERE ${conditions.join(' AND ')}) chosen`;
}

/** Writes a cube anew from the detail, which must be whole, as it was. */
export async function remadeCube(
  engine: DuckdbEngine,
  folder: string,
  manifest: WorkspaceManifest,
  cube: Part,
): Promise<Part> {
  const kind = cube.kind as CubeKind;
  const order = cube.holds.length === 1 ? cubeKeys[kind] : sharedOrder(kind);
  const query = `${cubeQuery(kind, rowsBehind(folder, manifest, cube))} ORDER BY ${order}`;
  const written = await writePart(engine, folder, cube, query);
  const empty = cube.holds.filter(
    (held) => held.rows === 0 && !written.holds.some((one) => one.vintage === held.vintage),
  );
  return { ...written, holds: [...written.holds, ...empty].sort((a, b) => (a.vintage < b.vintage ? -1 : 1)) };
}
