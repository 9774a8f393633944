import { niceTicks } from './scales.ts';
import { element, label, linePath, picture } from './svg.ts';
import { spread, yearTicks } from './timeAxis.ts';

export interface YearValue {
  readonly year: number;
  readonly value: number;
}

/** An indicator over the years: what it was, its bounds, where the trend leads, and the path to a target. */
export function indicatorChart(
  chart: {
    readonly history: readonly YearValue[];
    readonly lower: number | null;
    readonly upper: number | null;
    /** Units a year from the last value; null: no trend. */
    readonly trendPerYear: number | null;
    readonly path: readonly YearValue[];
  },
  options: {
    readonly width: number;
    readonly title: string;
    readonly tickText: (value: number) => string;
    readonly words: { readonly bound: string; readonly trend: string; readonly path: string };
  },
): string {
  const { history, path, trendPerYear } = chart;
  const { width, words } = options;
  const [first, last] = [history[0], history.at(-1)];
  if (first === undefined || last === undefined) return '';
  const end = path.at(-1)?.year ?? last.year;
  // What was never below 0 is not led below it.
  const floor = history.every((one) => one.value >= 0) ? 0 : Number.NEGATIVE_INFINITY;
  const trendEnd =
    trendPerYear === null ? null : Math.max(floor, last.value + trendPerYear * (end - last.year));
  const trendYear =
    trendEnd === null || trendPerYear === null || trendPerYear === 0
      ? end
      : Math.min(end, last.year + (trendEnd - last.value) / trendPerYear);
  const bounds = [chart.lower, chart.upper].filter((one): one is number => one !== null);
  const values = [
    ...history.map((one) => one.value),
    ...path.map((one) => one.value),
    ...bounds,
    ...(trendEnd === null ? [] : [trendEnd]),
  ];
  const margin = { left: 44, right: 120, top: 14, bottom: 28 };
  const height = 240;
  const ticks = niceTicks(Math.max(...values));
  const low = Math.min(0, ...values);
  const high = Math.max(ticks.at(-1) ?? 1, ...values);
  const x = (year: number) =>
    margin.left +
    ((year - first.year) / Math.max(1, end - first.year)) * (width - margin.left - margin.right);
  const y = (value: number) =>
    height - margin.bottom - ((value - low) / (high - low || 1)) * (height - margin.top - margin.bottom);
  const line = (points: readonly YearValue[]) => linePath(points.map((one) => [x(one.year), y(one.value)]));
  // A year without a value is a gap.
  const years = Array.from({ length: last.year - first.year + 1 }, (_, place) => first.year + place);
  const known = years.map((year) => {
    const found = history.find((one) => one.year === year);
    return found === undefined ? null : ([x(year), y(found.value)] as const);
  });
  const ends: { readonly text: string; readonly at: number; readonly class: string }[] = [];
  if (path.length > 0)
    ends.push({ text: words.path, at: y(path.at(-1)?.value ?? 0), class: 'b halo accent' });
  if (trendEnd !== null && end > last.year)
    ends.push({ text: words.trend, at: y(trendEnd), class: 'mt halo' });
  if (bounds[0] !== undefined) ends.push({ text: words.bound, at: y(bounds[0]), class: 'b halo' });
  const places = spread(
    ends.map((one) => one.at),
    15,
    margin.top,
    height - margin.bottom,
  );
  return picture(
    { width, height },
    options.title,
    { class: 'indicator' },
    ...ticks.map(
      (tick) =>
        element('line', { x1: margin.left, x2: x(end), y1: y(tick), y2: y(tick), class: 'ax' }) +
        label(margin.left - 8, y(tick) + 4, options.tickText(tick), { class: 'e mt' }),
    ),
    ...yearTicks(
      Array.from({ length: end - first.year + 1 }, (_, place) => first.year + place),
      width - margin.left - margin.right,
    ).map((year) => label(x(year), height - 8, String(year), { class: 'c mt' })),
    ...bounds.map((bound) =>
      element('line', { x1: margin.left, x2: x(end), y1: y(bound), y2: y(bound), class: 'one' }),
    ),
    trendEnd === null || end === last.year
      ? ''
      : element('line', {
          x1: x(last.year),
          x2: x(trendYear),
          y1: y(last.value),
          y2: y(trendEnd),
          class: 'brk',
        }),
    path.length === 0
      ? ''
      : element('path', {
          d: line([last, ...path.filter((one) => one.year > last.year)]),
          fill: 'none',
          stroke: 'var(--accent)',
          'stroke-width': 1.75,
          'stroke-dasharray': '6 3',
        }),
    element('path', { d: linePath(known), fill: 'none', stroke: 'var(--ink)', 'stroke-width': 2 }),
    ...history.map((one) =>
      element('circle', { cx: x(one.year), cy: y(one.value), r: 2.5, fill: 'var(--ink)' }),
    ),
    ...ends.map((one, place) =>
      label(x(end) + 8, (places[place] ?? one.at) + 4, one.text, { class: one.class }),
    ),
  );
}
