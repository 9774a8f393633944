import type { Language } from '../domain/formatNumber.ts';
import { indexText } from '../domain/quantityText.ts';
import { element, label, linePath, picture, wrapped } from './svg.ts';
import type { TimeBreak } from './timeAxis.ts';

export interface IndexPath {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  /** The direction in words, under the name. */
  readonly about: string;
  readonly points: readonly {
    readonly year: number;
    /** null or 0: a gap. */
    readonly index: number | null;
    readonly lower: number | null;
    readonly upper: number | null;
  }[];
  readonly breaks: readonly TimeBreak[];
}

/** Small multiples of the index over years on one logarithmic axis: line, band of the list's bounds, T = 1 in ink. */
export function indexPaths(
  paths: readonly IndexPath[],
  options: { readonly width: number; readonly language: Language; readonly title: string },
): string {
  const { width, language } = options;
  const perRow = Math.min(paths.length, width >= 840 ? 5 : width >= 640 ? 4 : width >= 300 ? 2 : 1);
  const [left, gap, head, height, foot] = [28, 22, 62, 150, 26];
  const panel = (width - left - gap * (perRow - 1)) / perRow;
  const all = paths.flatMap((path) =>
    path.points.flatMap(({ index, lower, upper }) =>
      [index, lower, upper].filter((one): one is number => one !== null && one > 0),
    ),
  );
  const low = Math.max(-6, Math.min(-1, Math.floor(Math.log2(Math.min(1, ...all)))));
  const high = Math.min(8, Math.max(1, Math.ceil(Math.log2(Math.max(1, ...all)))));
  const y = (value: number) => {
    const place = Math.min(high, Math.max(low, Math.log2(value)));
    return head + height - ((place - low) / (high - low)) * height;
  };
  const step = high - low > 8 ? 3 : high - low > 4 ? 2 : 1;
  const ticks: number[] = [];
  for (let power = Math.ceil(low / step) * step; power <= high; power += step) ticks.push(power);
  const rows = Math.ceil(paths.length / perRow);
  const drawn = paths.map((path, place) => {
    const x0 = left + (place % perRow) * (panel + gap);
    const top = Math.floor(place / perRow) * (head + height + foot + 8);
    return element(
      'g',
      { transform: `translate(${Math.round(x0 * 100) / 100},${top})` },
      drawPanel(path, panel, y, { head, height, language }),
      ...ticks.map((power) =>
        element('line', {
          x1: 0,
          x2: panel,
          y1: y(2 ** power),
          y2: y(2 ** power),
          class: power === 0 ? 'one' : 'ax',
        }),
      ),
      place % perRow === 0
        ? ticks
            .map((power) =>
              label(-6, y(2 ** power) + 4, powerText(power), { class: power === 0 ? 'e b' : 'e mt' }),
            )
            .join('')
        : '',
    );
  });
  return picture(
    { width, height: rows * (head + height + foot + 8) },
    options.title,
    { class: 'paths' },
    ...drawn,
  );
}

function drawPanel(
  path: IndexPath,
  panel: number,
  y: (value: number) => number,
  { head, height, language }: { readonly head: number; readonly height: number; readonly language: Language },
): string {
  const years = path.points.map((point) => point.year);
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  const room = panel - 34;
  const x = (year: number) => (last === first ? room / 2 : ((year - first) / (last - first)) * room);
  const line = path.points.map((point) =>
    point.index === null || point.index <= 0 ? null : ([x(point.year), y(point.index)] as const),
  );
  const isGap = (index: number) => line[index] === null;
  const bands: string[] = [];
  let span: IndexPath['points'][number][] = [];
  const close = () => {
    if (span.length > 1) {
      const upper = span.map((point) => [x(point.year), y(point.upper ?? 1)] as const);
      const lower = span.map((point) => [x(point.year), y(point.lower ?? 1)] as const).reverse();
      bands.push(
        element('path', {
          d: `${linePath([...upper, ...lower])}Z`,
          fill: `var(${path.colour})`,
          'fill-opacity': 0.22,
        }),
      );
    }
    span = [];
  };
  path.points.forEach((point, place) => {
    if (isGap(place) || point.lower === null || point.upper === null || point.lower <= 0) close();
    else span.push(point);
  });
  close();
  const lone = line.flatMap((point, place) =>
    point !== null && (line[place - 1] ?? null) === null && (line[place + 1] ?? null) === null ? [point] : [],
  );
  const end = path.points.findLast((point) => (point.index ?? 0) > 0);
  const names = wrapped(path.name, panel, 12.5, 2);
  return [
    ...names.map((text, place) =>
      label(0, 12 + place * 15, text, { class: 'b', fill: `var(${path.colour})` }),
    ),
    label(0, 12 + names.length * 15, path.about, { class: 'mt' }),
    ...path.breaks
      .filter((one) => years.includes(one.year))
      .map((one) =>
        element('line', { x1: x(one.year), x2: x(one.year), y1: head, y2: head + height, class: 'brk' }),
      ),
    ...bands,
    element('path', { d: linePath(line), fill: 'none', stroke: `var(${path.colour})`, 'stroke-width': 2 }),
    ...lone.map(([cx, cy]) => element('circle', { cx, cy, r: 2, fill: `var(${path.colour})` })),
    end === undefined
      ? label(room / 2, head + height / 2 - 8, nothingText(path, language), {
          class: 'c mt halo',
        })
      : element('circle', { cx: x(end.year), cy: y(end.index ?? 1), r: 3, fill: `var(${path.colour})` }) +
        label(x(end.year) + 6, y(end.index ?? 1) + 4, indexText(end.index ?? 0, language), {
          class: 'b halo',
        }),
    label(0, head + height + 18, String(first), { class: 'mt' }),
    label(room, head + height + 18, String(last), { class: 'e mt' }),
  ].join('');
}

/** Why a path has no line: nothing exported in any year, or undefined in all. */
function nothingText(path: IndexPath, language: Language): string {
  if (path.points.some((point) => point.index === 0)) return language === 'ru' ? 'вывоза нет' : 'no exports';
  return language === 'ru' ? 'не определён' : 'undefined';
}

function powerText(power: number): string {
  const fractions: Readonly<Record<number, string>> = { [-1]: '½', [-2]: '¼', [-3]: '⅛' };
  return power >= 0 ? String(2 ** power) : (fractions[power] ?? `1/${2 ** -power}`);
}
