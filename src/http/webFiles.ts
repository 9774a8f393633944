import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { packageRoot } from '../classifications/dataFile.ts';

export interface WebFile {
  readonly bytes: Buffer;
  readonly type: string;
  /** The same compressed with brotli, where it was built. */
  readonly brotli?: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
};

/** The built dashboard by path (`/assets/…`), read once: no request reaches the disk. Empty where it has not been built. */
export function webFiles(): ReadonlyMap<string, WebFile> {
  const folder = join(packageRoot(), 'dist', 'web');
  if (!existsSync(folder)) return new Map();
  const found = new Map<string, WebFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)];
    if (!entry.isFile() || type === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    found.set(
      `/${path
        .slice(folder.length + 1)
        .split(sep)
        .join('/')}`,
      {
        bytes: readFileSync(path),
        type,
        ...(existsSync(`${path}.br`) ? { brotli: readFileSync(`${path}.br`) } : {}),
      },
    );
  }
  return found;
}
