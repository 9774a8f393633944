import type { ConcordanceSource } from '../../classifications/concordanceSource.ts';
import { hsCodesOf } from '../../classifications/hsNomenclature.ts';
import { type HsEdition, hsEditions } from '../../domain/edition.ts';
import { type EditionStep, type ProductFamilies, productFamilies } from '../../domain/productFamilies.ts';

/** Products that exist through all editions of a span, at a depth of code. */
export interface SpanProducts {
  readonly editions: readonly HsEdition[];
  readonly families: ProductFamilies;
  /** All products that the editions know. */
  readonly all: ReadonlySet<string>;
  productOf(edition: HsEdition, code: string): string;
  /** Codes of a product in the edition that products are shown in. */
  shownCodes(product: string): readonly string[];
  readonly shownIn: HsEdition;
}

/** Joins the codes of all editions from the first to the last of the data (or the one to show products in). */
export function spanProducts(
  source: ConcordanceSource,
  present: readonly HsEdition[],
  digits: 2 | 4 | 6,
  shownIn: HsEdition | null,
): SpanProducts {
  const places = [...present, ...(shownIn === null ? [] : [shownIn])].map((one) => hsEditions.indexOf(one));
  const editions = hsEditions.slice(Math.min(...places), Math.max(...places) + 1);
  const steps = editions.map((edition, place) =>
    stepOf(source, edition, editions[place - 1] ?? null, digits),
  );
  const families = productFamilies(steps);
  const shown = shownIn ?? [...present].sort().at(-1) ?? 'HS2022';
  return {
    editions,
    families,
    all: new Set(
      steps.flatMap(({ codes }, place) => [...codes].map((code) => families.familyOf(place, code))),
    ),
    productOf: (edition, code) => families.familyOf(editions.indexOf(edition), code),
    shownCodes: (product) => families.codesOf(product)[editions.indexOf(shown)] ?? [],
    shownIn: shown,
  };
}

function stepOf(
  source: ConcordanceSource,
  edition: HsEdition,
  before: HsEdition | null,
  digits: 2 | 4 | 6,
): EditionStep {
  const six = hsCodesOf(edition);
  const codes = new Set([...six].map((code) => code.slice(0, digits)));
  if (before === null) return { codes, conversion: [], links: [] };
  const conversion = source.pairs(edition, before, 'conversion') ?? [];
  if (digits === 6)
    return { codes, conversion, links: source.pairs(edition, before, 'correlation') ?? conversion };
  return { codes, conversion: headingPairs(codes, hsCodesOf(before), conversion, digits), links: [] };
}

/**
 * Headings (or chapters) of an edition and those of the edition before: the same digits where both have them; a new
 * heading with that from which most of its six-digit codes come, a heading given up with that to which most of its go.
 */
export function headingPairs(
  codes: ReadonlySet<string>,
  sixBefore: ReadonlySet<string>,
  conversion: readonly (readonly [string, string | null])[],
  digits: number,
): readonly (readonly [string, string])[] {
  const earlier = new Set([...sixBefore].map((code) => code.slice(0, digits)));
  const from = new Map<string, Map<string, number>>();
  const to = new Map<string, Map<string, number>>();
  const count = (table: Map<string, Map<string, number>>, key: string, other: string) => {
    const row = table.get(key) ?? new Map<string, number>();
    row.set(other, (row.get(other) ?? 0) + 1);
    table.set(key, row);
  };
  for (const [code, before] of conversion) {
    if (before === null) continue;
    const [heading, old] = [code.slice(0, digits), before.slice(0, digits)];
    count(from, heading, old);
    count(to, old, heading);
  }
  const most = (row: ReadonlyMap<string, number> | undefined) =>
    [...(row ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
  const pairs: (readonly [string, string])[] = [];
  for (const heading of codes) {
    const origin = earlier.has(heading) ? heading : most(from.get(heading));
    if (origin !== undefined) pairs.push([heading, origin]);
  }
  for (const old of earlier) {
    const successor = codes.has(old) ? undefined : most(to.get(old));
    if (successor !== undefined) pairs.push([successor, old]);
  }
  return pairs;
}
