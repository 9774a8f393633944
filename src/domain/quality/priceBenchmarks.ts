export interface PriceBenchmark {
  /** Heading of the HS (four digits): goods of one kind, whose price the world knows. */
  readonly heading: string;
  readonly name: { readonly ru: string; readonly en: string };
  /** US dollars per kilogram. */
  readonly low: number;
  readonly high: number;
}

/**
 * What a kilogram of well-known goods can cost in US dollars. The bounds are set by hand, one to two orders of
 * magnitude apart around what these goods have cost on world markets since 1988; they come from no data file and are no
 * estimate of a price. They need only be narrow enough that a slip of a thousand falls outside and wide enough that no
 * price of the trade falls out. A test holds them against unit values of real customs data (FTS of Russia, 2021 to 2022:
 * coal 0.09, crude oil 0.49, aluminium 1.9, gold 56,157 USD a kilogram).
 */
export const priceBenchmarks: readonly PriceBenchmark[] = [
  { heading: '1001', name: { ru: 'пшеница', en: 'wheat' }, low: 0.03, high: 1.5 },
  { heading: '2601', name: { ru: 'железная руда', en: 'iron ore' }, low: 0.005, high: 0.7 },
  { heading: '2701', name: { ru: 'уголь', en: 'coal' }, low: 0.008, high: 1.2 },
  { heading: '2709', name: { ru: 'сырая нефть', en: 'crude oil' }, low: 0.02, high: 3 },
  { heading: '7108', name: { ru: 'золото', en: 'gold' }, low: 2500, high: 250_000 },
  { heading: '7403', name: { ru: 'рафинированная медь', en: 'refined copper' }, low: 0.4, high: 30 },
  { heading: '7601', name: { ru: 'алюминий', en: 'aluminium' }, low: 0.35, high: 12 },
];

/**
 * The unit slip that a price outside its range suggests: the factor (1000, 1/1000, a million ...) by which money or
 * weight would have to be another so that the price falls in the range; null where the price is plausible.
 * @example unitSlip(0.35, { low: 0.02, high: 3 }) // null
 * @example unitSlip(420, { low: 0.02, high: 3 }) // 1000
 */
export function unitSlip(
  price: number,
  range: Pick<PriceBenchmark, 'low' | 'high'>,
): number | 'no-factor-fits' | null {
  if (price >= range.low && price <= range.high) return null;
  const factors = [1000, 0.001, 1_000_000, 0.000001];
  return (
    factors.find((factor) => price / factor >= range.low && price / factor <= range.high) ?? 'no-factor-fits'
  );
}
