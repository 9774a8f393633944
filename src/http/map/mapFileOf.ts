import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { MapFile } from './mapOf.ts';

/** Name under which a workspace keeps boundaries of its regions. */
export const mapFileName = 'map.geojson';

/** The map that was given, else that of the workspace, else none. */
export function mapFileOf(given: MapFile | null, folder: string | null): MapFile | null {
  if (given !== null || folder === null) return given;
  const path = join(folder, mapFileName);
  return existsSync(path) ? { path, property: null } : null;
}
