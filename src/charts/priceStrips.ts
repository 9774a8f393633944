import { logPlace } from './scales.ts';
import { element, escapeXml, label, picture } from './svg.ts';

export interface PriceStrip {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly points: readonly { readonly id: string; readonly name: string; readonly price: number }[];
  readonly median: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
  /** Where the name leads; absent: nowhere. */
  readonly href?: string | undefined;
}

/** Unit values of each strip on one logarithmic axis: a dot for each observation, a band between the quartiles, the median as a line. */
export function priceStrips(
  strips: readonly PriceStrip[],
  options: {
    readonly width: number;
    readonly title: string;
    readonly priceText: (price: number) => string;
    /** A price that is marked on the axis, e.g. that of the country. */
    readonly mark?: { readonly price: number; readonly name: string };
  },
): string {
  const { width, priceText } = options;
  const prices = strips.flatMap((strip) => [
    ...strip.points.map((point) => point.price),
    strip.lowerQuartile,
    strip.upperQuartile,
  ]);
  const all = options.mark === undefined ? prices : [...prices, options.mark.price];
  const [from, to] = [Math.min(...all) / 1.15, Math.max(...all) * 1.15];
  // Without dots the band needs less room.
  const pitch = strips.some((strip) => strip.points.length > 0) ? 62 : 46;
  const [left, right, top] = [8, 12, 18];
  const x = (price: number) => left + logPlace(price, from, to) * (width - left - right);
  const bottom = top + strips.length * pitch;
  const ticks = logTicks(from, to, Math.max(2, Math.floor(width / 90)));
  return picture(
    { width, height: bottom + 24 },
    options.title,
    { class: 'strips', role: 'group' },
    ...ticks.map((tick) => element('line', { x1: x(tick), x2: x(tick), y1: top, y2: bottom, class: 'ax' })),
    options.mark === undefined
      ? ''
      : element('line', {
          x1: x(options.mark.price),
          x2: x(options.mark.price),
          y1: top - 6,
          y2: bottom,
          class: 'one',
        }) +
          label(
            Math.min(Math.max(x(options.mark.price), 60), width - 60),
            top - 9,
            `${options.mark.name} ${priceText(options.mark.price)}`,
            { class: 'c b' },
          ),
    ...strips.map((strip, place) => drawStrip(strip, top + place * pitch, width, x, priceText)),
    ...ticks.map((tick) => label(x(tick), bottom + 16, priceText(tick), { class: 'c mt' })),
  );
}

function drawStrip(
  strip: PriceStrip,
  top: number,
  width: number,
  x: (price: number) => number,
  priceText: (price: number) => string,
): string {
  const middle = top + (strip.points.length > 0 ? 40 : 34);
  const [low, high] = [x(strip.lowerQuartile), x(strip.upperQuartile)];
  const name = label(0, top + 18, strip.name, { class: 'b', fill: `var(${strip.colour})` });
  return [
    strip.href === undefined ? name : element('a', { href: strip.href, 'data-cell': strip.id }, name),
    label(
      width,
      top + 18,
      `${priceText(strip.lowerQuartile)} … ${priceText(strip.median)} … ${priceText(strip.upperQuartile)}`,
      { class: 'e mt' },
    ),
    element('rect', {
      x: low,
      y: middle - 9,
      width: Math.max(1, high - low),
      height: 18,
      fill: `var(${strip.colour})`,
      'fill-opacity': 0.2,
    }),
    ...strip.points.map((point) =>
      element(
        'circle',
        {
          cx: x(point.price),
          cy: middle,
          r: 3.5,
          fill: 'var(--paper)',
          'fill-opacity': 0.7,
          stroke: `var(${strip.colour})`,
          'stroke-width': 1.25,
        },
        element('title', {}, escapeXml(`${point.name}: ${priceText(point.price)}`)),
      ),
    ),
    element('line', {
      x1: x(strip.median),
      x2: x(strip.median),
      y1: middle - 12,
      y2: middle + 12,
      stroke: `var(${strip.colour})`,
      'stroke-width': 2.5,
    }),
  ].join('');
}

/** Round prices on a logarithmic axis: as many of each power of ten as there is room for. @example logTicks(1, 100, 3) // [1, 10, 100] */
export function logTicks(from: number, to: number, most: number): readonly number[] {
  const powers: number[] = [];
  for (let power = Math.floor(Math.log10(from)); power <= Math.ceil(Math.log10(to)); power += 1)
    powers.push(power);
  for (const steps of [
    [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9],
    [1, 1.5, 2, 3, 5, 7],
    [1, 2, 5],
    [1, 3],
    [1],
  ]) {
    const ticks = powers
      .flatMap((power) => steps.map((step) => Number((step * 10 ** power).toPrecision(6))))
      .filter((tick) => tick >= from && tick <= to);
    if (ticks.length <= most) return ticks;
  }
  const ticks = powers.map((power) => 10 ** power).filter((tick) => tick >= from && tick <= to);
  const step = Math.ceil(ticks.length / most);
  return ticks.filter((_, place) => place % step === 0);
}
