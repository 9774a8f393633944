import { createHash } from 'node:crypto';
import { canonicalJson } from '../domain/canonicalJson.ts';
import type { IndicatorData } from './indicatorData.ts';
import type { IndicatorShelf } from './indicatorShelf.ts';
import type { WorkspaceSource } from './workspaceSource.ts';

/**
 * The workspace with this data beside it: other data is another state, and so another answer. What is held is of one
 * state of both.
 */
export function withIndicatorData(
  source: WorkspaceSource,
  shelf: Pick<IndicatorShelf, 'data'>,
): WorkspaceSource {
  let known: { readonly data: IndicatorData; readonly mark: string } | null = null;
  const marked = (state: string, data: IndicatorData): string => {
    if (data.systems.length === 0 && data.supplied.files.length === 0) return state;
    if (known?.data !== data)
      known = { data, mark: createHash('sha256').update(canonicalJson(data)).digest('hex').slice(0, 8) };
    return `${state}-${known.mark}`;
  };
  return {
    ...source,
    state: async () => marked(await source.state(), shelf.data()),
    hold: async () => {
      const held = await source.hold();
      const indicators = shelf.data();
      return { ...held, state: marked(held.state, indicators), indicators };
    },
  };
}
