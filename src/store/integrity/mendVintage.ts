import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '../../domain/canonicalJson.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { DuckdbEngine } from '../duckdb.ts';
import { type Part, type WorkspaceManifest, writeManifest } from '../manifest.ts';
import { partPath } from '../partPath.ts';
import type { FlowYear } from '../saveVintage.ts';
import { checksumOf, holdsOf, writePart } from '../writePart.ts';
import { partProblems } from './partProblems.ts';
import { withCubesRemade } from './repairStore.ts';

/** Stored files of a vintage, of detail and quarantine, that are not as they were written. */
export async function damagedParts(
  engine: DuckdbEngine,
  folder: string,
  manifest: WorkspaceManifest,
  vintage: string,
): Promise<readonly Part[]> {
  const damaged: Part[] = [];
  for (const part of manifest.parts) {
    const isMine = part.holds.some((held) => held.vintage === vintage);
    if (!isMine || part.kind.startsWith('cube_')) continue;
    if ((await partProblems(engine, folder, manifest, part)).length > 0) damaged.push(part);
  }
  return damaged;
}

/** What a source gives of its vintage. */
export interface VintageSource {
  rowsOf(slice: FlowYear): string;
  readonly quarantine: string;
}

export interface Mending {
  /** Files that are whole again, below the workspace folder. */
  readonly mended: readonly string[];
  /** Files that wait for the sources of other vintages whose rows they hold. */
  readonly waiting: readonly { readonly path: string; readonly vintages: readonly string[] }[];
}

/**
 * Writes the damaged files of a vintage anew from its source. A file of this vintage alone takes the place of the
 * damaged one in one rename: the same rows in the same order are the same bytes. Of a file that several vintages share
 * each source gives its own rows, in a file that nobody reads until all of them are there; then these take its place.
 * Damaged cubes follow where their detail is whole. Throws `workspace-damaged` where the source does not give what was
 * stored. Only for the writer of the workspace.
 */
export async function mendVintage(
  engine: DuckdbEngine,
  folder: string,
  manifest: WorkspaceManifest,
  vintage: string,
  damaged: readonly Part[],
  source: VintageSource,
): Promise<Mending> {
  let parts: readonly Part[] = manifest.parts;
  const mended: string[] = [];
  const waiting: { readonly path: string; readonly vintages: readonly string[] }[] = [];
  for (const part of damaged) {
    const anew = await rowsAnew(engine, folder, part, vintage, source);
    if (anew.missing.length > 0) waiting.push({ path: part.path, vintages: anew.missing });
    else {
      parts = parts.flatMap((one) => (one.path === part.path ? anew.parts : [one]));
      mended.push(part.path);
    }
  }
  const cubes: string[] = [];
  for (const part of parts)
    if (part.kind.startsWith('cube_') && part.holds.some((held) => held.vintage === vintage))
      if ((await partProblems(engine, folder, manifest, part)).length > 0) cubes.push(part.path);
  const unsound = new Set([...cubes, ...waiting.map((part) => part.path)]);
  const whole = { ...manifest, parts: [...parts] };
  const next = { ...whole, parts: [...(await withCubesRemade(engine, folder, whole, unsound))] };
  if (canonicalJson(next.parts) !== canonicalJson(manifest.parts)) await writeManifest(folder, next);
  const named = new Set(next.parts.map((part) => part.path));
  for (const { path } of damaged) if (!named.has(path)) await rm(join(folder, path), { force: true });
  return { mended: [...mended, ...cubes], waiting };
}

/** The files that take the place of a damaged one, and the vintages whose rows are not there yet. */
async function rowsAnew(
  engine: DuckdbEngine,
  folder: string,
  part: Part,
  vintage: string,
  source: VintageSource,
): Promise<Anew> {
  const { kind, flow, year } = part;
  const isShared = part.holds.length > 1;
  const path = isShared ? partPath(part, [vintage]) : part.path;
  const recorded = part.holds.filter((held) => held.vintage === vintage);
  const query = kind === 'quarantine' ? source.quarantine : source.rowsOf({ flow, year });
  const holdsIn = (written: Part) =>
    kind === 'quarantine' ? [{ vintage, rows: written.rows, sums: null }] : written.holds;
  const written = await writePart(engine, folder, { kind, flow, year, path }, query, (anew) => {
    // Files of format 1 have no sums recorded.
    const isSame =
      recorded[0]?.sums === null
        ? recorded[0].rows === anew.rows
        : canonicalJson(holdsIn(anew)) === canonicalJson(recorded);
    if (!isSame) throw otherRows(part, vintage);
  });
  return isShared
    ? rowsOfAll(engine, folder, part)
    : { parts: [{ ...written, holds: holdsIn(written) }], missing: [] };
}

interface Anew {
  readonly parts: readonly Part[];
  readonly missing: readonly string[];
}

/** The files of single vintages that hold the rows of a shared one, as far as they are there. */
async function rowsOfAll(engine: DuckdbEngine, folder: string, shared: Part): Promise<Anew> {
  const { kind, flow, year } = shared;
  const found: Part[] = [];
  const missing: string[] = [];
  for (const held of shared.holds) {
    const path = partPath(shared, [held.vintage]);
    const place = join(folder, path);
    const isThere = (await stat(place).catch(() => null))?.isFile() === true;
    const holds = isThere ? await holdsOf(engine, place).catch(() => []) : [];
    if (canonicalJson(holds) !== canonicalJson([held])) missing.push(held.vintage);
    else
      found.push({
        kind,
        flow,
        year,
        path,
        rows: held.rows,
        holds,
        without: [],
        ...(await checksumOf(place)),
      });
  }
  return { parts: found, missing };
}

function otherRows(part: Part, vintage: string): TrajectaError {
  return new TrajectaError('workspace-damaged', {
    ru: `Файл ${part.path} повреждён, а источник даёт теперь не то, что было записано для загрузки ${vintage}: другая версия программы или её таблиц понимает его иначе. Ничего не изменено. Верните файл из копии рабочей области или импортируйте источник в новую папку.`,
    en: `The file ${part.path} is damaged, and its source does not give now what was stored for the vintage ${vintage}: another version of the program or its tables understands it otherwise. Nothing was changed. Bring the file back from a copy of the workspace, or import the source into a new folder.`,
  });
}
