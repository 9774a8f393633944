import type { WorkspaceSummary } from '../api/workspaceSummary.ts';
import type { Options } from './answers.ts';
import type { Place } from './place.ts';

/** What the reader has chosen, with what stands where nothing is chosen. */
export interface Choices {
  readonly year: number | null;
  readonly period: string;
  readonly flow: 'export' | 'import';
  readonly segments: string;
}

export function choicesOf(place: Place, workspace: WorkspaceSummary['data']): Choices {
  const period =
    place.query.period ?? String(workspace.lastWholeYear ?? workspace.coverage.at(-1)?.year ?? '');
  return {
    period,
    year: /^\d{4}$/.test(period) ? Number(period) : null,
    flow: place.query.flow === 'import' ? 'import' : 'export',
    segments: place.query.segments ?? 'four',
  };
}

/** Choices of lists and index that go with every question of high technology. */
export function listChoices(place: Place): Options {
  const { flow, segments, revision, alignment, reExports } = place.query;
  return { flow, segments, revision, alignment, reExports };
}

/** Options of `assess` by the choices of the address. */
export function assessChoices(place: Place, choices: Choices): Options {
  const { base, reference, withoutSelf, rule } = place.query;
  return { ...listChoices(place), period: choices.period, base, reference, withoutSelf, rule };
}

/** Is there data of the flow in a year? */
export function hasYear(workspace: WorkspaceSummary['data'], flow: string, year: number): boolean {
  return workspace.coverage.some((one) => one.flow === flow && one.year === year);
}
