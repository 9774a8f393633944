import type { HsEdition } from '../../domain/edition.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import { requireSixDigits } from './requireSixDigits.ts';
import type { TerritoryScope } from './territoryScope.ts';

const restName: TwoLanguages = {
  ru: 'Не в перечне высоких технологий',
  en: 'Not on the high-technology list',
};

export interface ListPart {
  /** Segment, or `rest`. */
  readonly segment: string;
  readonly name: TwoLanguages;
  readonly valueUsd: number;
}

/** How the value of a product parts into segments of the list and the rest; parts of nothing are left out. */
export function listParts(
  { options, lists }: Pick<TerritoryScope, 'options' | 'lists'>,
  codes: readonly { readonly edition: HsEdition; readonly hs6: string; readonly valueUsd: number }[],
  whole: number,
): readonly ListPart[] {
  const counted = codes.map(() => 0);
  const parts = options.system.segments.map((segment): ListPart => {
    let valueUsd = 0;
    codes.forEach((one, place) => {
      const weights = lists(segment, 'chosen')(one.edition)?.weights;
      requireSixDigits(weights);
      const weight = weights?.get(one.hs6) ?? 0;
      valueUsd += weight * one.valueUsd;
      counted[place] = (counted[place] ?? 0) + weight;
    });
    return { segment: segment.id, name: segment.name, valueUsd };
  });
  const onList = codes.reduce((sum, one, place) => sum + Math.min(1, counted[place] ?? 0) * one.valueUsd, 0);
  const rest = whole - onList;
  return [
    ...parts.filter((one) => one.valueUsd !== 0),
    // Sums of doubles: a remainder within their precision is none.
    ...(Math.abs(rest) > 1e-9 * Math.max(1, whole)
      ? [{ segment: 'rest', name: restName, valueUsd: rest }]
      : []),
  ];
}
