import type { RelationKind } from '../../api/diversification.ts';
import type { Measured } from '../../domain/measured.ts';
import { entropy, variety } from '../../domain/measures/entropy.ts';
import { equivalentNumber, herfindahl } from '../../domain/measures/herfindahl.ts';
import { krugman } from '../../domain/measures/shareDifferences.ts';
import { theil } from '../../domain/measures/theil.ts';
import type { PutFigure } from './figureList.ts';
import type { Values } from './relations.ts';

const noReference: Measured = { value: null, reason: 'no-reference' };

/**
 * Concentration and variety of one kind of relation in a year. `lines`: all products of the scope, for Theil's index;
 * `reference`: exports of those that the territory is held against, for Krugman's; null: nobody.
 */
export function structureFigures(
  put: PutFigure,
  by: Exclude<RelationKind, 'all'>,
  year: number,
  values: Values,
  { lines, reference }: { readonly lines: number | null; readonly reference: Values | null },
): void {
  const list = [...values.values()];
  const total = list.reduce((sum, value) => sum + value, 0);
  const period = String(year);
  const terms = { X: total, active: list.length };
  put('hhi', by, period, herfindahl(list), terms);
  put('equivalentNumber', by, period, equivalentNumber(list), terms);
  put('entropy', by, period, entropy(list), terms);
  if (by !== 'product') return;
  if (lines !== null) {
    const n = Math.max(lines, list.length);
    const parts = theil(list, n);
    put('theil', by, period, parts.total, { ...terms, n });
    put('theilBetween', by, period, parts.between, { ...terms, n });
    put('theilWithin', by, period, parts.within, { ...terms, n });
  }
  const groups = [...values.keys()].map((product) => product.slice(0, 2));
  const { related, unrelated } = variety(list, groups);
  put('relatedVariety', by, period, related, { ...terms, chapters: new Set(groups).size });
  put('unrelatedVariety', by, period, unrelated, { ...terms, chapters: new Set(groups).size });
  if (reference === null) put('krugman', by, period, noReference);
  else {
    const keys = [...new Set([...values.keys(), ...reference.keys()])];
    const of = (side: Values) => keys.map((key) => side.get(key) ?? 0);
    put('krugman', by, period, krugman(of(values), of(reference)), { X: total, products: keys.length });
  }
}
