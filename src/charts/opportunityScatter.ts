import { element, label, linked, picture, textWidth } from './svg.ts';

export interface ScatterDot {
  readonly id: string;
  readonly title: string;
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  /** Part of the greatest value, 0 to 1: the area of the dot. */
  readonly size: number;
  /** Hollow where the region has it already. */
  readonly present: boolean;
  readonly href?: string | undefined;
  readonly chosen?: boolean;
  readonly name?: string;
}

interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/**
 * Distance across, complexity up, the region's own complexity as a line: what is left and above is near and complex.
 * Dots far below or above the others stand at the edge.
 */
export function opportunityScatter(
  dots: readonly ScatterDot[],
  options: {
    readonly width: number;
    readonly height: number;
    readonly title: string;
    readonly xTitle: string;
    readonly yTitle: string;
    /** null: no line. */
    readonly line: { readonly value: number; readonly text: string } | null;
    readonly tickText: (value: number) => string;
  },
): string {
  const { width, height, line, tickText } = options;
  const margin = { left: 44, right: 14, top: 24, bottom: 44 };
  const across = axisOf(dots.map((dot) => dot.x));
  const up = axisOf([...within(dots.map((dot) => dot.y)), ...(line === null ? [] : [line.value])]);
  const x = (value: number) =>
    margin.left + ((value - across.from) / (across.to - across.from)) * (width - margin.left - margin.right);
  const y = (value: number) => {
    const held = Math.min(up.to, Math.max(up.from, value));
    return (
      height - margin.bottom - ((held - up.from) / (up.to - up.from)) * (height - margin.top - margin.bottom)
    );
  };
  const [least, most] = [2.2, width < 520 ? 10 : 15];
  const radius = (dot: ScatterDot) => least + Math.sqrt(Math.max(0, dot.size)) * (most - least);
  const [first, last] = [x(across.from), x(across.to)];
  const ordered = [...dots].sort(
    (a, b) => Number(a.chosen ?? false) - Number(b.chosen ?? false) || b.size - a.size,
  );
  return picture(
    { width, height },
    options.title,
    { role: 'group', class: 'scatter' },
    ...up.ticks.map(
      (tick) =>
        element('line', { x1: first, x2: last, y1: y(tick), y2: y(tick), class: 'ax' }) +
        label(first - 8, y(tick) + 4, tickText(tick), { class: 'e mt' }),
    ),
    ...across.ticks.map((tick) =>
      label(x(tick), height - margin.bottom + 18, tickText(tick), { class: 'c mt' }),
    ),
    label(0, 12, options.yTitle, { class: 'mt' }),
    label(last, height - 6, options.xTitle, { class: 'e mt' }),
    ...ordered.map((dot) =>
      linked(
        dot.href,
        dot.id,
        dot.title,
        element('circle', {
          cx: x(dot.x),
          cy: y(dot.y),
          r: radius(dot),
          fill: dot.present ? 'none' : `var(${dot.colour})`,
          'fill-opacity': dot.present ? undefined : 0.72,
          stroke: dot.present ? `var(${dot.colour})` : 'var(--paper)',
          'stroke-width': dot.present ? 1.25 : 0.75,
          class: dot.chosen === true ? 'chosen' : undefined,
        }),
      ),
    ),
    line === null
      ? ''
      : element('line', { x1: first, x2: last, y1: y(line.value), y2: y(line.value), class: 'one' }) +
          label(last, y(line.value) - 6, line.text, { class: 'e b halo' }),
    ...namesOf(dots, x, y, radius, width),
  );
}

/** Names beside their dots; one that would cover another is left out. */
function namesOf(
  dots: readonly ScatterDot[],
  x: (value: number) => number,
  y: (value: number) => number,
  radius: (dot: ScatterDot) => number,
  width: number,
): readonly string[] {
  const taken: { left: number; right: number; middle: number }[] = [];
  return dots.flatMap((dot) => {
    if (dot.name === undefined) return [];
    const wide = textWidth(dot.name, 12);
    const [cx, cy] = [x(dot.x), y(dot.y)];
    const isRight = cx + radius(dot) + 6 + wide < width;
    const left = isRight ? cx + radius(dot) + 3 : cx - radius(dot) - 3 - wide;
    const box = { left, right: left + wide, middle: cy };
    if (left < 0) return [];
    if (
      taken.some(
        (one) => one.left < box.right && one.right > box.left && Math.abs(one.middle - box.middle) < 14,
      )
    )
      return [];
    taken.push(box);
    return [label(left, cy + 4, dot.name, { class: 'halo' })];
  });
}

/** Values without those far off the others (three spans of the middle half beyond it): those stand at the edge. */
function within(values: readonly number[]): readonly number[] {
  const [low, high] = scatterRange(values);
  return values.filter((value) => value >= low && value <= high);
}

/**
 * Range in which the dots are told apart: three spans of the middle half beyond it.
 * @example scatterRange([0, 1, 2, 3, 100]) // [-5, 9]
 */
export function scatterRange(values: readonly number[]): readonly [number, number] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (part: number) => sorted[Math.round(part * (sorted.length - 1))] ?? 0;
  const [lower, upper] = [at(0.25), at(0.75)];
  return [lower - 3 * (upper - lower), upper + 3 * (upper - lower)];
}

/** Round ticks around the values, with some room. */
function axisOf(values: readonly number[]): Axis {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = high - low || 1;
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough) ?? 10 * power;
  const [from, to] = [low - span * 0.04, high + span * 0.04];
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return {
    from,
    to,
    ticks: Array.from({ length: count }, (_, place) => Number(((first + place) * step).toPrecision(12))),
  };
}
