import { join } from 'node:path';
import { sharedOrder } from './compaction/sharedOrder.ts';
import { cubeKeys, type SmallCubeKind, smallCubeKinds, smallCubeQuery } from './cubes.ts';
import type { DuckdbEngine } from './duckdb.ts';
import { heldInForce } from './heldInForce.ts';
import type { Part, WorkspaceManifest } from './manifest.ts';
import { vintagesInForce } from './openWorkspace.ts';
import { partPath } from './partPath.ts';
import { literal } from './queries/literal.ts';
import { pathLiteral } from './queries/pathLiteral.ts';
import { writePart } from './writePart.ts';

/** A small cube that is not there, of some vintages of a cube by region and product that is. */
interface MissingCube {
  readonly kind: SmallCubeKind;
  readonly products: Part;
  readonly vintages: readonly string[];
}

/** Small cubes that the present state would be asked of and that are not there: earlier versions made none. */
export function missingSmallCubes(manifest: WorkspaceManifest): readonly MissingCube[] {
  const inForce = vintagesInForce(manifest);
  return manifest.parts
    .filter((part) => part.kind === 'cube_region_product' && part.flow !== null)
    .flatMap((products) =>
      smallCubeKinds.map((kind) => {
        const there = new Set(
          manifest.parts
            .filter((part) => part.kind === kind && isOfSame(part, products))
            .flatMap((part) => part.holds.map((held) => held.vintage)),
        );
        return {
          kind,
          products,
          vintages: heldInForce(products, inForce).filter((id) => !there.has(id)),
        };
      }),
    )
    .filter(({ vintages }) => vintages.length > 0);
}

/** The manifest with the small cubes that were not there, which are written; the same one where none was missing. */
export async function withSmallCubes(
  engine: DuckdbEngine,
  folder: string,
  manifest: WorkspaceManifest,
): Promise<WorkspaceManifest> {
  const parts: Part[] = [];
  for (const { kind, products, vintages } of missingSmallCubes(manifest))
    parts.push(await saveSmallCube(engine, folder, kind, products, vintages));
  const paths = new Set(parts.map((part) => part.path));
  return parts.length === 0
    ? manifest
    : { ...manifest, parts: [...manifest.parts.filter((part) => !paths.has(part.path)), ...parts] };
}

/** Writes a small cube of some vintages from a stored cube by region and product. */
export async function saveSmallCube(
  engine: DuckdbEngine,
  folder: string,
  kind: SmallCubeKind,
  products: Part,
  vintages: readonly string[],
): Promise<Part> {
  const { flow, year, without } = products;
  const path = partPath({ kind, flow, year }, vintages, without);
  const order = vintages.length === 1 ? cubeKeys[kind] : sharedOrder(kind);
  const query = `${smallCubeQuery(kind, storedRows(folder, [products], vintages))} ORDER BY ${order}`;
  const part = await writePart(engine, folder, { kind, flow, year, path, without }, query);
  const empty = vintages.filter((vintage) => !part.holds.some((held) => held.vintage === vintage));
  const holds = [...part.holds, ...empty.map((vintage) => ({ vintage, rows: 0, sums: [] }))];
  return { ...part, holds: holds.sort((a, b) => (a.vintage < b.vintage ? -1 : 1)) };
}

/** A small cube added up from the cubes by region and product that it follows from; null where one of them is not there. */
export function smallCubeAnew(folder: string, manifest: WorkspaceManifest, cube: Part): string | null {
  const vintages = cube.holds.map((held) => held.vintage);
  const behind = manifest.parts.filter(
    (part) =>
      part.kind === 'cube_region_product' &&
      isOfSame(part, cube) &&
      part.holds.some((held) => vintages.includes(held.vintage)),
  );
  const there = new Set(behind.flatMap((part) => part.holds.map((held) => held.vintage)));
  if (!vintages.every((vintage) => there.has(vintage))) return null;
  return smallCubeQuery(cube.kind as SmallCubeKind, storedRows(folder, behind, vintages));
}

function storedRows(folder: string, parts: readonly Part[], vintages: readonly string[]): string {
  const files = parts.map((part) => pathLiteral(join(folder, part.path))).join(', ');
  return `(SELECT * FROM read_parquet([${files}], hive_partitioning = false) WHERE vintage IN (${vintages.map(literal).join(', ')})) products`;
}

/** Of the same flow and year, less the same slices. */
function isOfSame(a: Part, b: Part): boolean {
  return (
    a.flow === b.flow &&
    a.year === b.year &&
    [...a.without].sort().join(' ') === [...b.without].sort().join(' ')
  );
}
