import { element, linePath, picture } from './svg.ts';

/** A small line without axes, its last point marked; null is a gap. Empty for fewer than two values. */
export function sparkline(
  values: readonly (number | null)[],
  options: {
    readonly title: string;
    readonly colour?: string;
    readonly width?: number;
    readonly height?: number;
    /** A dotted line at a value: a bound. */
    readonly bound?: number;
  },
): string {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return '';
  const { width = 84, height = 22, colour = '--ink' } = options;
  const all = options.bound === undefined ? known : [...known, options.bound];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const y = (value: number) =>
    high === low ? height / 2 : height - 3 - ((value - low) / (high - low)) * (height - 6);
  const points = values.map((value, place): readonly [number, number] | null =>
    value === null ? null : [3 + (place / (values.length - 1)) * (width - 6), y(value)],
  );
  const last = points.findLast((point) => point !== null) ?? [0, 0];
  return picture(
    { width, height },
    options.title,
    { class: 'spark' },
    options.bound === undefined
      ? ''
      : element('line', { x1: 0, x2: width, y1: y(options.bound), y2: y(options.bound), class: 'brk' }),
    element('path', { d: linePath(points), fill: 'none', stroke: `var(${colour})`, 'stroke-width': 1.25 }),
    element('circle', { cx: last[0], cy: last[1], r: 2.5, fill: `var(${colour})` }),
  );
}
