import { TrajectaError } from '../domain/trajectaError.ts';
import type { Vintage, WorkspaceManifest } from './manifest.ts';

/**
 * Vintages that were in force after an import: named by its vintage, or by its number (1 = the first that is stored;
 * see `trajecta vintages`); `now` is the present state. Vintages replaced as a whole later are in force again, slices
 * superseded later are there again. Throws `bad-option` naming the states there are.
 */
export function vintagesAsOf(manifest: WorkspaceManifest, state: string): readonly Vintage[] {
  const then = manifest.vintages.slice(0, stateNumber(manifest, state));
  const ids = new Set(then.map((vintage) => vintage.id));
  return then.filter((vintage) => vintage.replacedBy === null || !ids.has(vintage.replacedBy));
}

/** The number of a state: how many imports it is after. Throws `bad-option` naming the states there are. */
export function stateNumber(manifest: WorkspaceManifest, state: string): number {
  const count = manifest.vintages.length;
  if (state === 'now') return count;
  const named = manifest.vintages.findIndex((vintage) => vintage.id === state);
  if (named >= 0) return named + 1;
  if (/^\d{1,6}$/.test(state) && Number(state) >= 1 && Number(state) <= count) return Number(state);
  const list = manifest.vintages
    .map((one, place) => `${place + 1} = ${one.id} (${one.file.name})`)
    .join(', ');
  throw new TrajectaError('bad-option', {
    ru: `Состояния «${state}» нет. Есть: ${list}, now.`,
    en: `There is no state "${state}". There are: ${list}, now.`,
  });
}
