import { concordanceBetween, type LinkWeights } from '../classifications/concordanceBetween.ts';
import type { ConcordanceSource } from '../classifications/concordanceSource.ts';
import { type Concordance, linksBySource } from '../domain/concordance.ts';
import type { PathStep } from '../domain/concordancePath.ts';
import { convertValues } from '../domain/convertValues.ts';
import type { Finding } from '../domain/finding.ts';

type Link = Concordance['links'][number];

export interface ConvertedLink extends Link {
  /** The part of the source code's value that goes this way. */
  readonly value: number;
}

export interface ConvertedCodes {
  readonly links: readonly ConvertedLink[];
  readonly values: Readonly<Record<string, number>>;
  readonly total: number;
  readonly unmapped: number;
  readonly ambiguous: number;
  readonly unknownCodes: readonly string[];
  readonly steps: readonly PathStep[];
  readonly findings: readonly Finding[];
}

/**
 * Codes with values carried over to another classification. A code above those of the table (a heading, a SITC group)
 * is parted equally over the codes below it, which is said; a code that the table does not have keeps its value as
 * unmapped.
 */
export function convertCodes(
  source: ConcordanceSource,
  from: string,
  to: string,
  weights: LinkWeights,
  given: ReadonlyMap<string, number>,
): ConvertedCodes {
  const { concordance, steps } = concordanceBetween(source, from, to, weights);
  const known = linksBySource(concordance);
  const parents: string[] = [];
  const links = [...given.keys()].flatMap((code): readonly Link[] => {
    const own = known.get(code);
    if (own !== undefined) return own;
    const below = [...known].filter(([other]) => other.startsWith(code));
    if (below.length === 0) return [];
    parents.push(`${code} (${below.length})`);
    return mergedLinks(code, below);
  });
  const { values, ...sums } = convertValues({ ...concordance, links }, given);
  const absent = sums.unknownCodes;
  const shown = [
    ...links.map((link) => ({ ...link, value: (given.get(link.source) ?? 0) * link.weight })),
    ...absent.map((code) => ({ source: code, target: null, weight: 1, value: given.get(code) ?? 0 })),
  ];
  const order = new Map([...given.keys()].map((code, place) => [code, place]));
  shown.sort((a, b) => (order.get(a.source) ?? 0) - (order.get(b.source) ?? 0));
  return {
    links: shown,
    values: Object.fromEntries(values),
    ...sums,
    steps,
    findings: [
      {
        code: 'parent-codes',
        severity: 'caveat' as const,
        message: {
          ru: `Коды выше кодов таблицы разделены поровну между кодами ${from} под ними (сколько их — в скобках)`,
          en: `Codes above those of the table are parted equally over the codes of ${from} below them (how many, in brackets)`,
        },
        count: parents.length,
        examples: parents.slice(0, 10),
      },
      {
        code: 'unknown-codes',
        severity: 'warning' as const,
        message: {
          ru: `Кодов нет в таблице из ${from}: их стоимость осталась без соответствия`,
          en: `Codes that the table from ${from} does not have: their value is without counterpart`,
        },
        count: absent.length,
        examples: absent.slice(0, 10),
      },
    ].filter((finding) => finding.count > 0),
  };
}

function mergedLinks(code: string, below: readonly (readonly [string, readonly Link[]])[]): readonly Link[] {
  const weights = new Map<string | null, number>();
  for (const [, links] of below)
    for (const { target, weight } of links)
      weights.set(target, (weights.get(target) ?? 0) + weight / below.length);
  return [...weights]
    .sort(([a], [b]) => ((a ?? '~') < (b ?? '~') ? -1 : 1))
    .map(([target, weight]) => ({ source: code, target, weight }));
}
