import { niceTicks } from './scales.ts';
import { element, escapeXml, fitted, label, linePath, picture, wrapped } from './svg.ts';

export interface GridRow {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  /** One for each column: values by year; null: none. */
  readonly lines: readonly (readonly (number | null)[])[];
}

/**
 * Small multiples: a row for each segment, a column for each territory. Its own line stands in the colour of the
 * segment, the others grey behind it; a row shares one axis. Columns that do not fit stand in a further band.
 */
export function compareGrid(
  rows: readonly GridRow[],
  columns: readonly { readonly id: string; readonly name: string; readonly href: string }[],
  years: readonly number[],
  options: {
    readonly width: number;
    readonly title: string;
    /** A logarithmic axis with the line T = 1, else one from zero. */
    readonly logarithmic: boolean;
    readonly valueText: (value: number) => string;
    readonly tickText: (value: number) => string;
    /** Written where there is no line: nothing exported, or undefined. */
    readonly none: { readonly zero: string; readonly undefined: string };
  },
): string {
  const { width } = options;
  const left = 40;
  const perBand = Math.max(
    1,
    Math.min(columns.length, Math.floor((width - left) / (width < 560 ? 108 : 132))),
  );
  const [gap, panel, height, head, rowHead] = [20, 0, 92, 36, 22];
  const wide = (width - left - gap * (perBand - 1)) / perBand;
  const bands = Math.ceil(columns.length / perBand);
  const bandHeight = head + rows.length * (rowHead + height + 12) + 26;
  const drawn = Array.from({ length: bands }, (_, band) => {
    const inBand = columns.slice(band * perBand, (band + 1) * perBand);
    const top = band * bandHeight;
    const heads = inBand.map((column, place) =>
      element(
        'a',
        { href: column.href, 'data-cell': column.id },
        ...wrapped(column.name, wide, 12.5, 2).map((line, order) =>
          label(left + place * (wide + gap) + panel, top + 12 + order * 15, line, { class: 'b' }),
        ),
      ),
    );
    const panels = rows.map((row, order) => {
      const y0 = top + head + order * (rowHead + height + 12) + rowHead;
      const scale = scaleOf(row, options.logarithmic, height);
      return [
        label(0, y0 - 8, fitted(row.name, width, 12.5), { class: 'b', fill: `var(${row.colour})` }),
        ...scale.ticks.map((tick) =>
          label(left - 6, y0 + scale.y(tick) + 4, tickText(tick, options), { class: 'e mt' }),
        ),
        ...inBand.map((column, place) =>
          element(
            'g',
            { transform: `translate(${Math.round((left + place * (wide + gap)) * 100) / 100},${y0})` },
            drawPanel(row, band * perBand + place, wide, height, scale, years, options, column.name),
          ),
        ),
      ].join('');
    });
    const foot = inBand.map((_, place) => {
      const at = left + place * (wide + gap);
      const y = top + bandHeight - 22;
      return (
        label(at, y, String(years[0] ?? ''), { class: 'mt' }) +
        label(at + wide - 34, y, String(years.at(-1) ?? ''), { class: 'e mt' })
      );
    });
    return [...heads, ...panels, ...foot].join('');
  });
  return picture(
    { width, height: bands * bandHeight },
    options.title,
    { class: 'paths', role: 'group' },
    ...drawn,
  );
}

interface Scale {
  readonly ticks: readonly number[];
  readonly y: (value: number) => number;
}

function scaleOf(row: GridRow, logarithmic: boolean, height: number): Scale {
  const values = row.lines.flat().filter((value): value is number => value !== null);
  if (logarithmic) {
    const logs = values.filter((value) => value > 0).map(Math.log2);
    const low = Math.max(-5, Math.floor(Math.min(-1, ...logs)));
    const high = Math.min(6, Math.ceil(Math.max(1, ...logs)));
    const y = (value: number) =>
      height - ((Math.min(high, Math.max(low, Math.log2(value))) - low) / (high - low)) * height;
    return { ticks: [2 ** low, 1, 2 ** high], y };
  }
  const ticks = niceTicks(Math.max(0, ...values));
  const most = ticks.at(-1) ?? 1;
  return {
    ticks: [0, most],
    y: (value) => height - (most === 0 ? 0 : (value / most) * height),
  };
}

function tickText(
  tick: number,
  options: { readonly logarithmic: boolean; readonly tickText: (value: number) => string },
): string {
  if (!options.logarithmic) return options.tickText(tick);
  return tick < 1 ? `1/${Math.round(1 / tick)}` : String(tick);
}

function drawPanel(
  row: GridRow,
  own: number,
  width: number,
  height: number,
  { y, ticks }: Scale,
  years: readonly number[],
  options: {
    readonly logarithmic: boolean;
    readonly valueText: (value: number) => string;
    /** Written where there is no line: nothing exported, or undefined. */
    readonly none: { readonly zero: string; readonly undefined: string };
  },
  name: string,
): string {
  const room = width - 36;
  const x = (place: number) => (years.length < 2 ? room / 2 : (place / (years.length - 1)) * room);
  const pathOf = (values: readonly (number | null)[]) =>
    linePath(
      values.map((value, place) =>
        value === null || (options.logarithmic && value <= 0) ? null : ([x(place), y(value)] as const),
      ),
    );
  const mine = row.lines[own] ?? [];
  const last = mine.findLastIndex((value) => value !== null && (!options.logarithmic || value > 0));
  return [
    ...ticks.map((tick) =>
      element('line', {
        x1: 0,
        x2: room,
        y1: y(tick),
        y2: y(tick),
        class: (options.logarithmic ? tick === 1 : tick === 0) ? 'one' : 'ax',
      }),
    ),
    ...row.lines.map((values, place) =>
      place === own
        ? ''
        : element('path', { d: pathOf(values), fill: 'none', stroke: 'var(--rule-2)', 'stroke-width': 1.25 }),
    ),
    element(
      'path',
      { d: pathOf(mine), fill: 'none', stroke: `var(${row.colour})`, 'stroke-width': 2.25 },
      element('title', {}, escapeXml(`${name}, ${row.name}`)),
    ),
    last < 0
      ? label(
          room / 2,
          height / 2,
          mine.some((value) => value === 0) ? options.none.zero : options.none.undefined,
          { class: 'c mt halo' },
        )
      : element('circle', { cx: x(last), cy: y(mine[last] ?? 0), r: 3, fill: `var(${row.colour})` }) +
        label(x(last) + 6, y(mine[last] ?? 0) + 4, options.valueText(mine[last] ?? 0), { class: 'b halo' }),
  ].join('');
}
