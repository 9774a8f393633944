import type { Options } from '../../answers.ts';
import { listChoices } from '../../choices.ts';
import type { Place } from '../../place.ts';

/** Choices of the page that go with each of its questions. */
export function spaceChoices(place: Place): Options {
  const scope = place.query.scope;
  return { ...listChoices(place), scope: scope === 'all' ? undefined : scope };
}
