import type { DiversificationFigure, RelationKind } from '../../api/diversification.ts';
import { chapterName, headingName } from '../../classifications/names.ts';
import { findPartner } from '../../classifications/partners.ts';
import { changeDecomposition } from '../../domain/measures/changeDecomposition.ts';
import { kaplanMeier, spellsOf } from '../../domain/measures/survival.ts';
import type { PutFigure } from './figureList.ts';
import type { Values } from './relations.ts';
import type { SpanProducts } from './spanProducts.ts';

export interface ChangeInput {
  readonly by: Exclude<RelationKind, 'all'>;
  /** The territory's exports by relation in each year that the workspace holds. */
  readonly years: ReadonlyMap<number, Values>;
  readonly from: number;
  readonly to: number;
  readonly activeAbove: number;
  readonly products: SpanProducts;
}

/** Intensive margin, entry, exit and survival of one kind of relation. */
export function changeFigures(put: PutFigure, input: ChangeInput): void {
  const { by, years, from, to, activeAbove } = input;
  const span = `${from}..${to}`;
  const isActive = (value: number) => value > activeAbove;
  const [before, after] = [
    years.get(from) ?? new Map<string, number>(),
    years.get(to) ?? new Map<string, number>(),
  ];
  const [was, is] = [only(before, isActive), only(after, isActive)];
  const parts = changeDecomposition(was, is);
  put('active', by, String(from), was.size, { threshold: activeAbove });
  put('active', by, String(to), is.size, { threshold: activeAbove });
  const pick = (choose: (key: string) => number | null) =>
    largest([...new Set([...was.keys(), ...is.keys()])], choose, input);
  const change = (key: string) => (is.get(key) ?? 0) - (was.get(key) ?? 0);
  put(
    'intensive',
    by,
    span,
    parts.intensive,
    { continuing: parts.continuing },
    pick((key) => (was.has(key) && is.has(key) ? change(key) : null)),
  );
  put('continuing', by, span, parts.continuing);
  put(
    'entry',
    by,
    span,
    parts.entry,
    { entered: parts.entered },
    pick((key) => (was.has(key) ? null : change(key))),
  );
  put('entered', by, span, parts.entered);
  put(
    'exit',
    by,
    span,
    parts.exit,
    { exited: parts.exited },
    pick((key) => (is.has(key) ? null : change(key))),
  );
  put('exited', by, span, parts.exited);
  if (activeAbove > 0) {
    const [low, high] = [sumOf(before) - sumOf(was), sumOf(after) - sumOf(is)];
    put('belowThreshold', by, span, high - low, { 'Σ x0': low, 'Σ x1': high });
  }
  const first = parts.continuing + parts.exited;
  put(
    'survivedShare',
    by,
    span,
    first === 0 ? { value: null, reason: 'base-zero' } : parts.continuing / first,
    { continuing: parts.continuing, 'active in the first year': first },
  );
  survival(put, input, isActive);
}

function survival(
  put: PutFigure,
  { by, years, from, to }: ChangeInput,
  isActive: (value: number) => boolean,
): void {
  const order = [...years.keys()].sort((a, b) => a - b);
  const places = new Map<string, number[]>();
  order.forEach((year, place) => {
    for (const [key, value] of years.get(year) ?? [])
      if (isActive(value)) places.set(key, [...(places.get(key) ?? []), place + 1]);
  });
  const spells = spellsOf([...places.values()], 1, order.length);
  const steps = kaplanMeier(spells);
  for (const [year, measure] of [
    [1, 'survival1'],
    [3, 'survival3'],
    [5, 'survival5'],
  ] as const) {
    const step = steps[year - 1];
    // A spell that begins after the first year and is seen to last longer than `year` years needs year + 2 years of data.
    const enough = step !== undefined && order.length >= year + 2;
    put(
      measure,
      by,
      `${from}..${to}`,
      enough ? step.survival : { value: null, reason: spells.length === 0 ? 'no-data' : 'too-few-years' },
      { spells: spells.length, ...(enough ? { 'at risk': step.atRisk, ended: step.ended } : {}) },
    );
  }
}

function only(values: Values, keep: (value: number) => boolean): Values {
  return new Map([...values].filter(([, value]) => keep(value)));
}

function sumOf(values: Values): number {
  let sum = 0;
  for (const value of values.values()) sum += value;
  return sum;
}

const listed = 10;

/** The relations with the largest values that `choose` gives, with their names. */
function largest(
  keys: readonly string[],
  choose: (key: string) => number | null,
  { by, products }: Pick<ChangeInput, 'by' | 'products'>,
): DiversificationFigure['items'] {
  return keys
    .flatMap((key) => {
      const valueUsd = choose(key);
      return valueUsd === null ? [] : [{ key, valueUsd }];
    })
    .sort((a, b) => Math.abs(b.valueUsd) - Math.abs(a.valueUsd) || (a.key < b.key ? -1 : 1))
    .slice(0, listed)
    .map(({ key, valueUsd }) => {
      const [first = '', second = ''] = key.split('\t');
      const product = by === 'market' ? null : first;
      const market = by === 'market' ? first : by === 'product' ? null : second;
      return {
        product: product === null ? null : productCodes(product, products),
        productName: product === null ? null : productName(product, products),
        market,
        marketName: market === null ? null : (findPartner(market)?.name ?? null),
        valueUsd,
      };
    });
}

/** Codes of a product in the edition shown, or its own name. */
function productCodes(product: string, products: SpanProducts): string {
  const codes = products.shownCodes(product);
  if (codes.length === 0) return product;
  return codes.length > 3 ? `${codes.slice(0, 3).join('+')}+… (${codes.length})` : codes.join('+');
}

function productName(product: string, products: SpanProducts) {
  const code = products.shownCodes(product)[0] ?? product;
  return headingName(code.slice(0, 4)) ?? chapterName(code.slice(0, 2));
}
