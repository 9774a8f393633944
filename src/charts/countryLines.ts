import { niceTicks } from './scales.ts';
import { element, fitted, label, linePath, picture, textWidth } from './svg.ts';
import { spread, yearTicks } from './timeAxis.ts';

export interface CountryLine {
  readonly id: string;
  readonly name: string;
  /** `focus`: the one spoken of; `group`: a union, dashed; `world`: dotted, in ink. */
  readonly look: 'focus' | 'group' | 'world' | 'plain';
  readonly points: readonly { readonly year: number; readonly value: number | null }[];
  /** Its last value as text, beside the name. */
  readonly text: string;
  readonly href: string;
}

export interface CountryLinesOptions {
  readonly width: number;
  readonly title: string;
  /** `log`: indices, with the line 100 in ink; `linear`: shares and values from 0. */
  readonly scale: 'log' | 'linear';
  format(value: number): string;
}

const looks: Readonly<Record<CountryLine['look'], Readonly<Record<string, string | number>>>> = {
  focus: { stroke: 'var(--accent)', 'stroke-width': 2.5 },
  group: { stroke: 'var(--muted)', 'stroke-width': 1.5, 'stroke-dasharray': '6 3' },
  world: { stroke: 'var(--ink)', 'stroke-width': 1.5, 'stroke-dasharray': '1.5 3' },
  plain: { stroke: 'var(--rule-2)', 'stroke-width': 1.5 },
};

/** Countries and groups over years on one axis: the one in focus in colour, each named at the end of its line. */
export function countryLines(lines: readonly CountryLine[], options: CountryLinesOptions): string {
  const { width, scale, format } = options;
  const years = [...new Set(lines.flatMap((line) => line.points.map((point) => point.year)))].sort(
    (a, b) => a - b,
  );
  const values = lines.flatMap((line) =>
    line.points.flatMap(({ value }) => (value === null || (scale === 'log' && value <= 0) ? [] : [value])),
  );
  const ticks = scale === 'log' ? logTicks(values) : niceTicks(Math.max(...values, 0));
  const [top, bottom, foot] = [12, 12 + Math.max(250, lines.length * 18), 28];
  const left = Math.max(...ticks.map((tick) => textWidth(format(tick), 12)), 20) + 8;
  const labelSpace = Math.min(
    width * 0.4,
    Math.max(...lines.map((line) => textWidth(`${line.text} ${line.name}`, 12.5))) + 22,
  );
  const right = width - labelSpace;
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  const x = (year: number) =>
    first === last ? (left + right) / 2 : left + ((year - first) / (last - first)) * (right - left);
  const of = (value: number) => (scale === 'log' ? Math.log(value) : value);
  const [low, high] = [of(ticks[0] ?? 0), of(ticks.at(-1) ?? 1)];
  const y = (value: number) => bottom - ((of(value) - low) / (high - low || 1)) * (bottom - top);
  const ends = lines.map((line) => {
    const end = line.points.findLast(({ value }) => value !== null && (scale === 'linear' || value > 0));
    return end === undefined ? null : ([x(end.year), y(end.value ?? 0)] as const);
  });
  const places = spread(
    ends.map((end) => end?.[1] ?? bottom),
    16,
    top,
    bottom,
  );
  const drawn = lines.map((line, order) => {
    const end = ends[order] ?? null;
    if (end === null) return '';
    const points = line.points.map(({ year, value }) =>
      value === null || (scale === 'log' && value <= 0) ? null : ([x(year), y(value)] as const),
    );
    const place = places[order] ?? end[1];
    const ink =
      line.look === 'focus' ? 'var(--accent)' : line.look === 'world' ? 'var(--ink)' : 'var(--muted)';
    const text = fitted(`${line.text} ${line.name}`, labelSpace - 14, 12.5);
    return (
      element('path', { d: linePath(points), fill: 'none', ...looks[line.look] }) +
      element('circle', { cx: end[0], cy: end[1], r: line.look === 'focus' ? 3 : 2, fill: ink }) +
      element('line', { x1: end[0] + 3, x2: right + 10, y1: end[1], y2: place, class: 'ax' }) +
      element(
        'a',
        { href: line.href, 'data-cell': line.id, 'aria-current': line.look === 'focus' ? 'true' : null },
        element('rect', {
          x: right + 10,
          y: place - 8,
          width: labelSpace - 10,
          height: 16,
          fill: 'transparent',
        }),
        label(right + 12, place + 4, text, { class: line.look === 'focus' ? 'b' : null, fill: ink }),
      )
    );
  });
  // The one in focus is drawn last, over the others.
  const order = lines.map((_, place) => place).sort((a, b) => weight(lines[a]) - weight(lines[b]));
  return picture(
    { width, height: bottom + foot },
    options.title,
    { class: 'lines', role: 'group' },
    ...ticks.map(
      (tick) =>
        element('line', {
          x1: left,
          x2: right,
          y1: y(tick),
          y2: y(tick),
          class: scale === 'log' && tick === 100 ? 'one' : tick === 0 ? 'one' : 'ax',
        }) +
        label(left - 6, y(tick) + 4, format(tick), {
          class: scale === 'log' && tick === 100 ? 'e b' : 'e mt',
        }),
    ),
    ...yearTicks(years, right - left).map((year) =>
      label(x(year), bottom + 20, String(year), { class: 'c mt' }),
    ),
    ...order.map((place) => drawn[place] ?? ''),
  );
}

function weight(line: CountryLine | undefined): number {
  return line?.look === 'focus' ? 2 : line?.look === 'world' ? 1 : 0;
}

const steps = [1, 2, 3, 5, 7];

/** Round numbers on a logarithmic axis around 100 that hold all values, at most six. @example logTicks([80, 210]) // [70, 100, 200, 300] */
export function logTicks(values: readonly number[]): readonly number[] {
  const [least, most] = [Math.min(100, ...values), Math.max(100, ...values)];
  const all = [0.1, 1, 10, 100, 1000, 10_000].flatMap((power) => steps.map((step) => step * power));
  const from = all.findLast((one) => one <= least) ?? all[0] ?? 0.1;
  const to = all.find((one) => one >= most) ?? all[all.length - 1] ?? 10_000;
  const within = all.filter((one) => one >= from && one <= to);
  if (within.length <= 6) return within;
  const round = within.filter((one) => /^[125]0*$/.test(String(one)) || one === from || one === to);
  return round.length <= 7
    ? round
    : round.filter((one) => /^10*$/.test(String(one)) || one === from || one === to);
}
