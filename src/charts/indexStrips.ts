import { formatNumber, type Language } from '../domain/formatNumber.ts';
import { indexText } from '../domain/quantityText.ts';
import { dodge } from './dodge.ts';
import { logPlace } from './scales.ts';
import { element, escapeXml, label, picture, textWidth } from './svg.ts';

export interface StripPoint {
  readonly id: string;
  readonly name: string;
  readonly index: number;
  readonly href: string;
}
export interface Strip {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly points: readonly StripPoint[];
}

const from = 1 / 32;
const to = 32;
const radius = 3.5;

/** One strip for each segment: every region a dot on the axis of T, filled where T ≥ 1; the highest is named. */
export function indexStrips(
  strips: readonly Strip[],
  options: { readonly width: number; readonly language: Language; readonly title: string },
): string {
  const { width, language } = options;
  const margin = { left: 8, right: 12 };
  const place = (index: number) =>
    margin.left + logPlace(index, from, to) * (width - margin.left - margin.right);
  let top = 0;
  const drawn = strips.map((strip) => {
    const head = top + 14;
    const spots = dodge(strip.points, (point) => place(point.index), radius);
    const tallest = Math.max(1, ...spots.map((spot) => Math.abs(spot.level)));
    const half = Math.max(20, tallest * (radius * 2 + 1) + radius);
    const middle = head + 26 + half;
    const above = strip.points.filter((point) => point.index >= 1).length;
    const of = language === 'ru' ? 'из' : 'of';
    const best = strip.points.reduce<StripPoint | null>(
      (found, point) => (found === null || point.index > found.index ? point : found),
      null,
    );
    top = middle + half + 14;
    return [
      label(0, head, strip.name, { class: 'b', fill: `var(${strip.colour})` }),
      label(width, head, `${above} ${of} ${strip.points.length}`, { class: 'e mt' }),
      ...[1 / 8, 1 / 2, 2, 8].map((tick) =>
        element('line', { x1: place(tick), x2: place(tick), y1: head + 8, y2: top - 6, class: 'ax' }),
      ),
      element('line', { x1: place(1), x2: place(1), y1: head + 8, y2: top - 6, class: 'one' }),
      ...spots.map(({ item: point, level }) =>
        dot(point, place(point.index), middle + level * (radius * 2 + 1), strip.colour, language),
      ),
      best === null || best.index < 1
        ? ''
        : named(best, place(best.index), middle, head + 24, width, language),
    ].join('');
  });
  const ticks = [from, 1 / 8, 1 / 2, 1, 2, 8, to].map((tick, order) => {
    const text = `${order === 0 ? '≤ ' : order === 6 ? '≥ ' : ''}${formatNumber(tick, tick < 0.1 ? 2 : tick < 0.2 ? 3 : tick < 1 ? 1 : 0, language)}`;
    const anchor = order === 0 ? '' : order === 6 ? ' e' : ' c';
    return label(order === 6 ? width : place(tick), top + 8, text, {
      class: `${tick === 1 ? 'b' : 'mt'}${anchor}`,
    });
  });
  return picture({ width, height: top + 14 }, options.title, { role: 'group' }, ...drawn, ...ticks);
}

function dot(point: StripPoint, x: number, y: number, colour: string, language: Language): string {
  return element(
    'a',
    { href: point.href, tabindex: -1 },
    element('title', {}, escapeXml(`${point.name}: T = ${indexText(point.index, language)}`)),
    element('circle', {
      cx: x,
      cy: y,
      r: radius,
      fill: point.index >= 1 ? `var(${colour})` : 'var(--paper)',
      stroke: `var(${colour})`,
      'stroke-width': 1.25,
    }),
  );
}

function named(
  point: StripPoint,
  x: number,
  middle: number,
  top: number,
  width: number,
  language: Language,
): string {
  const text = `${point.name} ${indexText(point.index, language)}`;
  const half = textWidth(text, 12) / 2;
  const at = Math.max(half, Math.min(width - half, x));
  return (
    element('line', { x1: x, x2: x, y1: top + 4, y2: middle - radius - 1, stroke: 'var(--rule-2)' }) +
    label(at, top, text, { class: 'c halo' })
  );
}
