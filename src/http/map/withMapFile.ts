import { stat } from 'node:fs/promises';
import type { WorkspaceSource } from '../workspaceSource.ts';
import { mapFileOf } from './mapFileOf.ts';
import type { MapFile } from './mapOf.ts';

/** The workspace with a map beside it: a map that was changed or put there meanwhile is another state, and so another answer. */
export function withMapFile(source: WorkspaceSource, given: MapFile | null): WorkspaceSource {
  const marked = async (state: string): Promise<string> => {
    const map = mapFileOf(given, source.folder);
    // A file that is gone is no state of its own: the question of the map says what is wrong.
    const found = map === null ? null : await stat(map.path).catch(() => null);
    return found === null
      ? state
      : `${state}-${Math.round(found.mtimeMs).toString(36)}-${found.size.toString(36)}`;
  };
  return {
    ...source,
    state: async () => marked(await source.state()),
    hold: async () => {
      const held = await source.hold();
      return { ...held, state: await marked(held.state) };
    },
  };
}
