import type { Options } from '../../answers.ts';
import { listChoices } from '../../choices.ts';
import type { Place } from '../../place.ts';

/** Choices of the page that go with each of its questions. */
export function spaceChoices(place: Place): Options {
  const scope = place.query.scope;
  return { ...listChoices(place), scope: scope === 'all' ? undefined : scope };
}

/**
 * Choices of a question about the change of exports: by headings of all goods, unless six digits are chosen; by six of a
 * list. Markets and pairs are asked for only where they are shown.
 */
export function marginChoices(place: Place): Options {
  const choices = spaceChoices(place);
  const { by } = place.query;
  return {
    ...choices,
    ...(choices.scope === undefined ? { digits: allGoodsDigits(place) } : {}),
    ...(by === 'market' || by === 'product-market' ? {} : { by: 'product' }),
  };
}

export function allGoodsDigits({ query }: Place): 4 | 6 {
  return query.digits === '6' ? 6 : 4;
}
