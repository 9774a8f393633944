import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TrajectaError } from '../domain/trajectaError.ts';

/** Folder of files that the server was sent and that are not imported yet; no part of what is stored. */
export const uploadsFolder = 'uploads';

/** Folders that the program writes to within a workspace. */
export const ownFolders = ['detail', 'cubes', 'quarantine', 'classifications', 'runs', 'scratch'] as const;

/**
 * Refuses to write to a workspace that holds symbolic links: through one, files elsewhere would be written or removed.
 * The workspace itself may be reached by a link.
 */
export async function refuseLinks(folder: string): Promise<void> {
  const link = await firstLink(folder);
  if (link === null) return;
  throw new TrajectaError('workspace-damaged', {
    ru: `В рабочей области есть символическая ссылка: ${link}. Через неё были бы изменены файлы в другом месте, поэтому запись отклонена. Замените ссылку самой папкой; перенести на другой диск можно рабочую область целиком.`,
    en: `The workspace holds a symbolic link: ${link}. Files elsewhere would be changed through it, so nothing is written. Put the folder itself in its place; the workspace as a whole may be on another disk.`,
  });
}

async function firstLink(folder: string): Promise<string | null> {
  const entries = await readdir(folder, { withFileTypes: true });
  const mine = entries.filter(
    (entry) =>
      [...ownFolders, uploadsFolder].includes(entry.name) ||
      /^(?:manifest\.json|writer\.lock)/.test(entry.name),
  );
  for (const entry of mine) {
    if (entry.isSymbolicLink()) return join(folder, entry.name);
    if (!entry.isDirectory()) continue;
    const below = await readdir(join(folder, entry.name), { withFileTypes: true, recursive: true });
    const link = below.find((one) => one.isSymbolicLink());
    if (link !== undefined) return join(link.parentPath, link.name);
  }
  return null;
}
