import { join } from 'node:path';
import { cubeKeys, cubeKinds, cubeQuery, smallCubeKinds } from './cubes.ts';
import type { DuckdbEngine } from './duckdb.ts';
import type { Part, SupersededSlice, WorkspaceManifest } from './manifest.ts';
import { partPath } from './partPath.ts';
import { literal } from './queries/literal.ts';
import { pathLiteral } from './queries/pathLiteral.ts';
import { saveSmallCube } from './smallCubes.ts';
import { withinSlices } from './supersededSlices.ts';
import { writePart } from './writePart.ts';

/** Order of the rows of a detail file: a region, and within it a product, lie together. */
export const detailOrder = 'region, line, partner, month, row_number';

export type FlowYear = Pick<Part, 'flow' | 'year'>;

/** Writes the detail of a vintage by flow and year, each from a query for its rows in order, and its quarantine where it has one. */
export async function saveVintage(
  engine: DuckdbEngine,
  folder: string,
  vintage: string,
  slices: readonly FlowYear[],
  rowsOf: (slice: FlowYear) => string,
  quarantine: string | null,
  written: (part: Part) => void = () => undefined,
): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const { flow, year } of slices) {
    const path = `detail/flow=${flow}/year=${year}/${vintage}.parquet`;
    const part = await writePart(
      engine,
      folder,
      { kind: 'detail', flow, year, path },
      rowsOf({ flow, year }),
    );
    parts.push(part);
    written(part);
  }
  const path = `quarantine/${vintage}.parquet`;
  if (quarantine !== null)
    parts.push(
      await writePart(engine, folder, { kind: 'quarantine', flow: null, year: null, path }, quarantine),
    );
  return parts.map((part) =>
    part.kind === 'quarantine' ? { ...part, holds: [{ vintage, rows: part.rows, sums: null }] } : part,
  );
}

/** Writes the cubes of one vintage's flow and year from its detail files, less the slices that others have taken the place of. */
export async function saveCubes(
  engine: DuckdbEngine,
  folder: string,
  vintage: string,
  { flow, year }: FlowYear,
  detail: readonly Part[],
  superseded: readonly (SupersededSlice & { readonly by: string })[] = [],
): Promise<readonly Part[]> {
  const files = detail.map((part) => pathLiteral(join(folder, part.path))).join(', ');
  const left = superseded.filter((slice) => slice.flow === flow && slice.year === year);
  const conditions = [
    `vintage = ${literal(vintage)}`,
    ...(left.length === 0 ? [] : [`NOT (${withinSlices(left)})`]),
  ];
  const relation = `(SELECT * FROM read_parquet([${files}], hive_partitioning = false) WHERE ${conditions.join(' AND ')}) rows`;
  const without = [...new Set(left.map((slice) => slice.by))].sort();
  const parts: Part[] = [];
  for (const kind of cubeKinds) {
    const path = partPath({ kind, flow, year }, [vintage], without);
    const query = `${cubeQuery(kind, relation)} ORDER BY ${cubeKeys[kind]}`;
    const part = await writePart(engine, folder, { kind, flow, year, path, without }, query);
    parts.push(part.rows > 0 ? part : { ...part, holds: [{ vintage, rows: 0, sums: [] }] });
  }
  const products = parts.find((part) => part.kind === 'cube_region_product');
  if (products !== undefined)
    for (const kind of smallCubeKinds)
      parts.push(await saveSmallCube(engine, folder, kind, products, [vintage]));
  return parts;
}

/** Detail files that hold rows of a vintage's flow and year. */
export function detailOf(
  manifest: Pick<WorkspaceManifest, 'parts'>,
  vintage: string,
  { flow, year }: FlowYear,
): readonly Part[] {
  return manifest.parts.filter(
    (part) =>
      part.kind === 'detail' &&
      part.flow === flow &&
      part.year === year &&
      part.holds.some((held) => held.vintage === vintage),
  );
}
