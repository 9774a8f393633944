import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';

/** Folder that holds package.json: the compact tables are read from the sources, also in the compiled package. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('Trajecta: package.json not found above the program files');
    folder = parent;
  }
  return folder;
}

/** Path of a compact table, e.g. `dataFile('segments.csv')`. */
export function dataFile(name: string): string {
  return join(packageRoot(), 'src', 'classifications', 'data', name);
}

const tables = new Map<string, readonly Readonly<Record<string, string>>[]>();

/** Rows of one of the project's own compact tables (comma separated, UTF-8, heading row), read once. */
export function readDataTable(name: string): readonly Readonly<Record<string, string>>[] {
  const known = tables.get(name);
  if (known !== undefined) return known;
  const rows = parse(readFileSync(dataFile(name), 'utf8'), {
    columns: true,
    skip_empty_lines: true,
  }) as Record<string, string>[];
  tables.set(name, rows);
  return rows;
}
