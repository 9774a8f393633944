import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestName, readManifest } from '../store/manifest.ts';
import { type OpenWorkspace, openWorkspace } from '../store/openWorkspace.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import { lastImportOf } from '../store/workspaceStatus.ts';
import type { IndicatorData } from './indicatorData.ts';

/** A workspace held for one answer: it stays as it is until it is given back, whatever is imported meanwhile. */
export interface HeldWorkspace {
  readonly workspace: WorkspaceReader;
  /** The same with its folder and manifest; null where it is no folder. */
  readonly opened: OpenWorkspace | null;
  /** Checksum of the manifest that it was opened with. */
  readonly state: string;
  readonly loadedAt: string | null;
  /** Of the same state; absent: none is given beside the workspace. */
  readonly indicators?: IndicatorData;
  release(): void;
}

/** Where the server takes its workspace from. */
export interface WorkspaceSource {
  /** Folder of the workspace, or null where it is none (tests). */
  readonly folder: string | null;
  /** The state in force, without opening anything. */
  state(): Promise<string>;
  hold(): Promise<HeldWorkspace>;
  /** Is there no trade yet: nothing at all, or only classifications and series? */
  isEmpty(): Promise<boolean>;
  close(): Promise<void>;
}

interface Opened {
  readonly workspace: OpenWorkspace;
  readonly state: string;
  readonly loadedAt: string;
  holders: number;
  retired: boolean;
}

/** The workspace of a folder: opened anew once its manifest has been replaced; the old one closes with its last reader. */
export function folderSource(folder: string): WorkspaceSource {
  let current: Promise<Opened> | null = null;
  let seen = '';
  let known = { stamp: '', state: '' };

  const stampOf = async (): Promise<{ stamp: string; changed: Date }> => {
    const found = await stat(join(folder, manifestName)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
    return found === null
      ? { stamp: '', changed: new Date(0) }
      : { stamp: `${found.ino} ${found.mtimeMs} ${found.size}`, changed: found.mtime };
  };
  const stateOf = async (): Promise<string> => {
    const { stamp } = await stampOf();
    if (stamp !== known.stamp || stamp === '') {
      const bytes = stamp === '' ? '' : await readFile(join(folder, manifestName));
      known = { stamp, state: createHash('sha256').update(bytes).digest('hex').slice(0, 16) };
    }
    return known.state;
  };
  // A manifest replaced while it is being opened would put new content under the old state: then it is opened again.
  const open = async (state: string): Promise<Opened> => {
    const { changed } = await stampOf();
    const workspace = await openWorkspace(folder);
    const after = await stateOf();
    const loadedAt = lastImportOf(workspace.manifest.vintages) ?? changed.toISOString();
    if (after === state) return { workspace, state, loadedAt, holders: 0, retired: false };
    await workspace.close();
    return open(after);
  };
  const retire = (old: Promise<Opened>): void => {
    void old.then(
      (opened) => {
        opened.retired = true;
        if (opened.holders === 0) void opened.workspace.close();
      },
      () => undefined,
    );
  };
  const hold = async (): Promise<HeldWorkspace> => {
    const state = await stateOf();
    if (current === null || state !== seen) {
      if (current !== null) retire(current);
      seen = state;
      const opening = open(state);
      current = opening;
      opening.then(
        (opened) => {
          if (current === opening) seen = opened.state;
        },
        () => {
          if (current === opening) current = null;
        },
      );
    }
    const opened = await current;
    // Retired between being asked for and being held: ask again.
    if (opened.retired) return hold();
    opened.holders += 1;
    let released = false;
    return {
      workspace: opened.workspace,
      opened: opened.workspace,
      state: opened.state,
      loadedAt: opened.loadedAt,
      release: () => {
        if (released) return;
        released = true;
        opened.holders -= 1;
        if (opened.retired && opened.holders === 0) void opened.workspace.close();
      },
    };
  };
  return {
    folder,
    state: stateOf,
    hold,
    isEmpty: async () => {
      if ((await stampOf()).stamp === '') return true;
      // A manifest that cannot be read is no empty one: what is wrong with it the questions say.
      const manifest = await readManifest(folder).catch(() => null);
      return manifest !== null && manifest.country === null;
    },
    close: async () => {
      const last = current;
      current = null;
      if (last !== null) await last.then(({ workspace }) => workspace.close()).catch(() => undefined);
    },
  };
}

/** A workspace that is open already and does not change; its owner closes it. */
export function fixedSource(workspace: WorkspaceReader): WorkspaceSource {
  const state = createHash('sha256').update(workspace.vintages.join(' ')).digest('hex').slice(0, 16);
  return {
    folder: null,
    state: async () => state,
    hold: async () => ({ workspace, opened: null, state, loadedAt: null, release: () => undefined }),
    isEmpty: async () => false,
    close: async () => undefined,
  };
}
