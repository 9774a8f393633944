/** Dollars of one six-digit product in one month (0: of the whole year), as one side tells them. */
export interface MirrorValue {
  readonly year: number;
  readonly month: number;
  readonly product: string;
  readonly valueUsd: number;
}

export interface MirrorInput {
  /** Seen from us: our exports (FOB) against the partner's imports (CIF), or the other way round. */
  readonly flow: 'export' | 'import';
  readonly own: readonly MirrorValue[];
  readonly partner: readonly MirrorValue[];
  /** Our value in secret codes, by year: it has no product. */
  readonly ownConfidentialUsd: ReadonlyMap<number, number>;
}

export interface MirrorRule {
  /** Freight and insurance on top of the FOB value, as a share of it: the importer's figure is that much higher. */
  readonly cifMargin: number;
  /** Relative difference up to which the two sides agree. */
  readonly tolerance: number;
  /** Months by which goods may arrive later than they left. */
  readonly lags: readonly number[];
}

/**
 * The IMF takes 6 % since 2018 (Marini, Dippelsman, Stanger, *New Estimates for Direction of Trade Statistics*, IMF
 * WP/18/16), 10 % before.
 */
export const defaultMirrorRule: MirrorRule = { cifMargin: 0.06, tolerance: 0.1, lags: [1, 2] };

export type MirrorStatus = 'agrees' | 'classification' | 'only-own' | 'only-partner' | 'differs';

export interface MirrorProduct {
  readonly year: number;
  readonly product: string;
  readonly ownUsd: number;
  /** Our value as the partner would state it, with or without freight and insurance. */
  readonly expectedUsd: number;
  readonly partnerUsd: number;
  /** partner − expected */
  readonly differenceUsd: number;
  /** partner / own; null where we have nothing. */
  readonly ratio: number | null;
  readonly status: MirrorStatus;
}

export interface MirrorYear {
  readonly year: number;
  /** Months that both sides hold; 0: the whole year. */
  readonly months: readonly number[];
  readonly ownUsd: number;
  readonly ownConfidentialUsd: number;
  readonly expectedUsd: number;
  readonly partnerUsd: number;
  /** Sum of |partner − expected| over products: the parts below sum to it. */
  readonly grossDifferenceUsd: number;
  /** Offset by other products of the same heading, then of the same chapter. */
  readonly withinHeadingUsd: number;
  readonly withinChapterUsd: number;
  /** Gone when the partner's months are read `lag` months later. */
  readonly timingUsd: number;
  readonly lag: number;
  /** At most what we hold in secret codes, where the partner names products. */
  readonly confidentialUsd: number;
  readonly unexplainedUsd: number;
}

export interface MirrorComparison {
  readonly years: readonly MirrorYear[];
  /** Largest difference first. */
  readonly products: readonly MirrorProduct[];
}

/**
 * Holds our figures against the partner's, product by product, over the months that both hold. The differences that
 * remain after freight and insurance are parted in the order named in `MirrorYear`; each part is what that cause can
 * explain at most, given those before it. Values that secret codes hide have no product: their sum is given beside.
 * @throws RangeError where the margin is not above −1
 * @example mirrorComparison({ flow: 'export', own: [{ year: 2020, month: 0, product: '854231', valueUsd: 100 }], partner: [{ year: 2020, month: 0, product: '854231', valueUsd: 106 }], ownConfidentialUsd: new Map() }).products[0].status // 'agrees'
 */
export function mirrorComparison(input: MirrorInput, rule: MirrorRule = defaultMirrorRule): MirrorComparison {
  if (!(rule.cifMargin > -1)) throw new RangeError(`A margin of ${rule.cifMargin} leaves no value`);
  const factor = input.flow === 'export' ? 1 + rule.cifMargin : 1 / (1 + rule.cifMargin);
  const years: MirrorYear[] = [];
  const products: MirrorProduct[] = [];
  for (const { year, months } of commonMonths(input)) {
    const own = byProduct(input.own, year, months, 0);
    const partner = byProduct(input.partner, year, months, 0);
    const differences = differenceOf(own, partner, factor);
    const headings = grouped(differences, 4);
    const chapters = grouped(differences, 2);
    const gross = [sizeOf(differences), sizeOf(headings), sizeOf(chapters)] as const;
    const { lag, rest } = bestLag(input, rule, year, months, factor, chapters);
    const secret = input.ownConfidentialUsd.get(year) ?? 0;
    const remaining = sizeOf(rest);
    const confidential = Math.min(secret * factor, positivePart(rest));
    years.push({
      year,
      months,
      ownUsd: total(own),
      ownConfidentialUsd: secret,
      expectedUsd: total(own) * factor,
      partnerUsd: total(partner),
      grossDifferenceUsd: gross[0],
      withinHeadingUsd: gross[0] - gross[1],
      withinChapterUsd: gross[1] - gross[2],
      timingUsd: gross[2] - remaining,
      lag,
      confidentialUsd: confidential,
      unexplainedUsd: remaining - confidential,
    });
    const [ownHeadings, partnerHeadings] = [grouped(own, 4), grouped(partner, 4)];
    for (const [product, differenceUsd] of differences) {
      const [ownUsd, partnerUsd] = [own.get(product) ?? 0, partner.get(product) ?? 0];
      const heading = product.slice(0, 4);
      const sums = [ownHeadings.get(heading) ?? 0, partnerHeadings.get(heading) ?? 0] as const;
      products.push({
        year,
        product,
        ownUsd,
        expectedUsd: ownUsd * factor,
        partnerUsd,
        differenceUsd,
        ratio: ownUsd === 0 ? null : partnerUsd / ownUsd,
        status: statusOf([ownUsd, partnerUsd], sums, factor, rule.tolerance),
      });
    }
  }
  return {
    years,
    products: products.sort(
      (a, b) => Math.abs(b.differenceUsd) - Math.abs(a.differenceUsd) || a.product.localeCompare(b.product),
    ),
  };
}

function statusOf(
  [own, partner]: readonly [own: number, partner: number],
  [ownHeading, partnerHeading]: readonly [own: number, partner: number],
  factor: number,
  tolerance: number,
): MirrorStatus {
  if (agree(own * factor, partner, tolerance)) return 'agrees';
  if (agree(ownHeading * factor, partnerHeading, tolerance)) return 'classification';
  if (partner === 0) return 'only-own';
  return own === 0 ? 'only-partner' : 'differs';
}

function agree(expected: number, partner: number, tolerance: number): boolean {
  return Math.abs(partner - expected) <= tolerance * Math.max(Math.abs(expected), Math.abs(partner));
}

/** Years that both sides tell of, with their common months; a whole year only with a whole year or twelve months. */
function commonMonths(
  input: MirrorInput,
): readonly { readonly year: number; readonly months: readonly number[] }[] {
  const years = [...new Set(input.own.map((one) => one.year))].sort((a, b) => a - b);
  return years.flatMap((year) => {
    const [own, partner] = [heldMonths(input.own, year), heldMonths(input.partner, year)];
    const isWhole = (months: readonly number[]) => months.includes(0) || months.length === 12;
    if (own.includes(0) || partner.includes(0))
      return isWhole(own) && isWhole(partner) ? [{ year, months: [0] }] : [];
    const months = own.filter((month) => partner.includes(month));
    return months.length === 0 ? [] : [{ year, months }];
  });
}

function heldMonths(values: readonly MirrorValue[], year: number): readonly number[] {
  const months = new Set(values.filter((one) => one.year === year).map((one) => one.month));
  return [...months].sort((a, b) => a - b);
}

/** Values by product over the months of a year, read `lag` months later. */
function byProduct(
  values: readonly MirrorValue[],
  year: number,
  months: readonly number[],
  lag: number,
): Map<string, number> {
  const wanted = new Set(months.map((month) => year * 12 + month - 1 + lag));
  const sums = new Map<string, number>();
  for (const one of values) {
    const isIn = months[0] === 0 ? one.year === year : wanted.has(one.year * 12 + one.month - 1);
    if (isIn) sums.set(one.product, (sums.get(one.product) ?? 0) + one.valueUsd);
  }
  return sums;
}

function differenceOf(
  own: ReadonlyMap<string, number>,
  partner: ReadonlyMap<string, number>,
  factor: number,
): Map<string, number> {
  const ids = [...new Set([...own.keys(), ...partner.keys()])].sort();
  return new Map(ids.map((id) => [id, (partner.get(id) ?? 0) - (own.get(id) ?? 0) * factor]));
}

function grouped(differences: ReadonlyMap<string, number>, digits: number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [product, value] of differences)
    sums.set(product.slice(0, digits), (sums.get(product.slice(0, digits)) ?? 0) + value);
  return sums;
}

/** The lag that leaves the least difference by chapter, where the partner holds the months it needs. */
function bestLag(
  input: MirrorInput,
  rule: MirrorRule,
  year: number,
  months: readonly number[],
  factor: number,
  chapters: ReadonlyMap<string, number>,
): { readonly lag: number; readonly rest: ReadonlyMap<string, number> } {
  let best = { lag: 0, rest: chapters };
  if (months[0] === 0) return best;
  const held = new Set(input.partner.map((one) => one.year * 12 + one.month - 1));
  const own = byProduct(input.own, year, months, 0);
  for (const lag of rule.lags) {
    // Exports arrive after they left; what we import left the partner before.
    const shift = input.flow === 'export' ? lag : -lag;
    if (!months.every((month) => held.has(year * 12 + month - 1 + shift))) continue;
    const rest = grouped(differenceOf(own, byProduct(input.partner, year, months, shift), factor), 2);
    if (sizeOf(rest) < sizeOf(best.rest)) best = { lag, rest };
  }
  return best;
}

function sizeOf(differences: ReadonlyMap<string, number>): number {
  return [...differences.values()].reduce((sum, value) => sum + Math.abs(value), 0);
}

function positivePart(differences: ReadonlyMap<string, number>): number {
  return [...differences.values()].reduce((sum, value) => sum + Math.max(value, 0), 0);
}

function total(values: ReadonlyMap<string, number>): number {
  return [...values.values()].reduce((sum, value) => sum + value, 0);
}
