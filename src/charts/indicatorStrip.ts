import { dodge } from './dodge.ts';
import { element, label, linked, picture, textWidth } from './svg.ts';

export interface StripRegion {
  readonly id: string;
  readonly name: string;
  /** Name and value. */
  readonly title: string;
  readonly value: number;
  readonly met: boolean;
  readonly href: string;
  readonly chosen: boolean;
}

const radius = 4;

/** All regions on one axis of an indicator, the bound (or the span between two) drawn, the chosen region named. */
export function indicatorStrip(
  regions: readonly StripRegion[],
  options: {
    readonly width: number;
    readonly title: string;
    readonly lower: number | null;
    readonly upper: number | null;
    readonly boundText: string;
    readonly tickText: (value: number) => string;
  },
): string {
  const { width, lower, upper } = options;
  const bounds = [lower, upper].filter((one): one is number => one !== null);
  const values = [...regions.map((one) => one.value), ...bounds];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = high - low || 1;
  const margin = 16;
  const x = (value: number) => margin + ((value - low) / span) * (width - 2 * margin);
  const spots = dodge(regions, (one) => x(one.value), radius);
  const half = Math.max(1, ...spots.map((spot) => Math.abs(spot.level))) * (radius * 2 + 1) + radius;
  const top = 40;
  const middle = top + half;
  const bottom = middle + half + 8;
  const step = stepOf(span);
  const first = Math.ceil(low / step);
  const ticks = Array.from({ length: Math.floor(high / step) - first + 1 }, (_, place) =>
    Number(((first + place) * step).toPrecision(12)),
  );
  const chosen = regions.find((one) => one.chosen);
  const name = (text: string, at: number, y: number, cls: string) => {
    const wide = textWidth(text, 12) / 2;
    return label(Math.max(wide, Math.min(width - wide, at)), y, text, { class: `c halo ${cls}` });
  };
  return picture(
    { width, height: bottom + 24 },
    options.title,
    { role: 'group', class: 'strip' },
    ...ticks.map(
      (tick) =>
        element('line', { x1: x(tick), x2: x(tick), y1: top - 6, y2: bottom, class: 'ax' }) +
        label(x(tick), bottom + 16, options.tickText(tick), { class: 'c mt' }),
    ),
    lower === null || upper === null
      ? ''
      : element('rect', {
          x: x(lower),
          y: top - 6,
          width: x(upper) - x(lower),
          height: bottom - top + 6,
          fill: 'var(--ok)',
          'fill-opacity': 0.1,
        }),
    ...bounds.map((bound) =>
      element('line', { x1: x(bound), x2: x(bound), y1: top - 6, y2: bottom, class: 'one' }),
    ),
    bounds[0] === undefined ? '' : name(options.boundText, x(bounds[0]), 12, 'b'),
    ...[...spots]
      .sort((a, b) => Number(a.item.chosen) - Number(b.item.chosen))
      .map(({ item, level }) =>
        linked(
          item.href,
          item.id,
          item.title,
          element('circle', {
            cx: x(item.value),
            cy: middle + level * (radius * 2 + 1),
            r: item.chosen ? radius + 2 : radius,
            fill: item.chosen ? 'var(--accent)' : item.met ? 'var(--ok)' : 'var(--paper)',
            stroke: item.chosen ? 'var(--accent)' : item.met ? 'var(--ok)' : 'var(--bad)',
            'stroke-width': 1.25,
          }),
        ),
      ),
    chosen === undefined ? '' : name(chosen.title, x(chosen.value), 30, ''),
  );
}

function stepOf(span: number): number {
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? 10 * power;
}
