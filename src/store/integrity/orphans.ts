import { lstat, readdir, rm, rmdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { WorkspaceManifest } from '../manifest.ts';
import { ownFolders } from '../refuseLinks.ts';

export interface Orphan {
  /** Below the workspace folder, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
}

/**
 * Files in the program's own folders that the manifest does not name (drafts included): what stopped writers have left
 * behind. Nobody reads them. What a user keeps beside these folders is no orphan.
 */
export async function orphansOf(folder: string, manifest: WorkspaceManifest): Promise<readonly Orphan[]> {
  const named = new Set([
    ...manifest.parts.map((part) => part.path),
    ...manifest.classifications.map((one) => one.path.split(sep).join('/')),
  ]);
  const found: string[] = [];
  for (const name of ownFolders) {
    const entries = await readdir(join(folder, name), { withFileTypes: true, recursive: true }).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
        throw error;
      },
    );
    for (const entry of entries) {
      if (entry.isDirectory()) continue;
      const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
      const isRun = name === 'runs' && entry.name.endsWith('.json');
      if (!named.has(path) && !isRun) found.push(path);
    }
  }
  const top = await readdir(folder);
  found.push(...top.filter((name) => /^(?:manifest\.json\.draft|writer\.lock\.)/.test(name)));
  const sizes = await Promise.all(
    found.map(async (path) => ({
      path,
      bytes: (await lstat(join(folder, path)).catch(() => null))?.size ?? 0,
    })),
  );
  return sizes.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Removes orphans and the folders that they leave empty. Only for the writer of the workspace. */
export async function removeOrphans(folder: string, orphans: readonly Orphan[]): Promise<readonly string[]> {
  const removed: string[] = [];
  for (const { path } of orphans) {
    await rm(join(folder, path), { force: true });
    removed.push(path);
    const parts = path.split('/').slice(0, -1);
    for (let depth = parts.length; depth > 0; depth -= 1) {
      const emptied = await rmdir(join(folder, ...parts.slice(0, depth))).then(
        () => true,
        () => false,
      );
      if (!emptied) break;
    }
  }
  return removed;
}
