import { element, label } from './svg.ts';
import { breakLine, type TimeBreak, yearTicks } from './timeAxis.ts';

/** The plane of a chart over years: where a year and a value stand, what is drawn under the data and over it. */
export interface YearsFrame {
  x(place: number): number;
  y(value: number): number;
  readonly bottom: number;
  /** Hairlines of the values, and what they are. */
  readonly under: readonly string[];
  /** Breaks with their reasons, and the years. */
  readonly over: readonly string[];
}

/** Years from left to right, values from zero up to the last of the ticks. */
export function yearsFrame(
  years: readonly number[],
  ticks: readonly number[],
  options: {
    readonly left: number;
    readonly top: number;
    /** Width and height of the plane itself. */
    readonly inner: number;
    readonly height: number;
    readonly breaks: readonly TimeBreak[];
    readonly tickText: (value: number) => string;
    /** Where the only year of a chart stands, as a part of the width. */
    readonly single: number;
  },
): YearsFrame {
  const { left, top, inner, height, breaks, tickText, single } = options;
  const bottom = top + height;
  const most = ticks.at(-1) ?? 1;
  const x = (place: number) => left + (years.length < 2 ? single : place / (years.length - 1)) * inner;
  const y = (value: number) => bottom - (most === 0 ? 0 : (value / most) * height);
  return {
    x,
    y,
    bottom,
    under: [
      ...ticks.map((tick) =>
        element('line', {
          x1: left,
          x2: left + inner,
          y1: y(tick),
          y2: y(tick),
          class: tick === 0 ? 'one' : 'ax',
        }),
      ),
      ...ticks.map((tick) => label(left - 6, y(tick) + 4, tickText(tick), { class: 'e mt' })),
    ],
    over: [
      ...breaks
        .filter((one) => years.includes(one.year))
        .map((one) => breakLine(x(years.indexOf(one.year)), top - 14, bottom, one.text)),
      ...yearTicks(years, inner).map((year) =>
        label(x(years.indexOf(year)), bottom + 18, String(year), { class: 'c mt' }),
      ),
    ],
  };
}
