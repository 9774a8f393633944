import type { Options } from '../../answers.ts';
import { listChoices } from '../../choices.ts';
import type { Place } from '../../place.ts';

/** Choices of the page that go with each of its questions. */
export function spaceChoices(place: Place): Options {
  const scope = place.query.scope;
  return { ...listChoices(place), scope: scope === 'all' ? undefined : scope };
}

/** Choices of a question about the change of exports: by headings of all goods, unless six digits are chosen; by six of a list. */
export function marginChoices(place: Place): Options {
  const choices = spaceChoices(place);
  return choices.scope === undefined ? { ...choices, digits: allGoodsDigits(place) } : choices;
}

export function allGoodsDigits({ query }: Place): 4 | 6 {
  return query.digits === '6' ? 6 : 4;
}
