import { niceTicks } from './scales.ts';
import { element, escapeXml, label, linePath, picture } from './svg.ts';
import type { TimeBreak } from './timeAxis.ts';
import { yearsFrame } from './yearsFrame.ts';

export interface ValueYear {
  readonly year: number;
  /** null: no figure of the year; the line has a gap. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Why there is no figure. */
  readonly reason?: string;
}

/** One value over the years from zero: line, band between the bounds of the list, gaps with their reasons. */
export function valueYears(
  points: readonly ValueYear[],
  options: {
    readonly width: number;
    readonly title: string;
    readonly colour: string;
    readonly breaks: readonly TimeBreak[];
    readonly valueText: (value: number) => string;
    readonly tickText: (value: number) => string;
  },
): string {
  const { width, colour } = options;
  const [left, right, top, height] = [52, 64, 22, width < 520 ? 200 : 240];
  const inner = width - left - right;
  const years = points.map((point) => point.year);
  const values = points.flatMap((point) => [point.value ?? 0, point.upper ?? 0]);
  const ticks = niceTicks(Math.max(...values));
  const { x, y, bottom, under, over } = yearsFrame(years, ticks, {
    ...options,
    left,
    top,
    inner,
    height,
    single: 1 / 2,
  });
  const line = points.map((point, place) =>
    point.value === null ? null : ([x(place), y(point.value)] as const),
  );
  const last = points.findLastIndex((point) => point.value !== null);
  return picture(
    { width, height: bottom + 24 },
    options.title,
    { class: 'area' },
    ...under,
    ...bands(points, x, y, colour),
    element('path', { d: linePath(line), fill: 'none', stroke: `var(${colour})`, 'stroke-width': 2 }),
    ...points.map((point, place) =>
      point.value === null
        ? point.reason === undefined
          ? ''
          : label(x(place), bottom - 6, '…', { class: 'c mt' })
        : element(
            'circle',
            { cx: x(place), cy: y(point.value), r: place === last ? 3.5 : 2.5, fill: `var(${colour})` },
            element('title', {}, escapeXml(`${point.year}: ${options.valueText(point.value)}`)),
          ),
    ),
    last < 0
      ? ''
      : label(x(last) + 8, y(points[last]?.value ?? 0) + 4, options.valueText(points[last]?.value ?? 0), {
          class: 'b halo',
        }),
    ...over,
  );
}

function bands(
  points: readonly ValueYear[],
  x: (place: number) => number,
  y: (value: number) => number,
  colour: string,
): readonly string[] {
  const found: string[] = [];
  let span: number[] = [];
  const close = () => {
    if (span.length > 1) {
      const upper = span.map((place) => [x(place), y(points[place]?.upper ?? 0)] as const);
      const lower = span.map((place) => [x(place), y(points[place]?.lower ?? 0)] as const).reverse();
      found.push(
        element('path', {
          d: `${linePath([...upper, ...lower])}Z`,
          fill: `var(${colour})`,
          'fill-opacity': 0.2,
        }),
      );
    }
    span = [];
  };
  points.forEach((point, place) => {
    if (point.value === null || point.lower === null || point.upper === null) close();
    else span.push(place);
  });
  close();
  return found;
}
