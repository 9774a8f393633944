import type { Language } from '../domain/formatNumber.ts';
import { type NoValue, noValueName } from './noValue.ts';
import { element, escapeXml, label, picture, textWidth } from './svg.ts';

/** A country on the plane: its outline, or a point where it is too small to be seen. */
export interface CountryShape {
  readonly id: string;
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

export interface WorldShapes {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly CountryShape[];
}

export interface CountryCell {
  readonly name: string;
  /** Class of colour, 1 to 6 (seq) or 8 (div), or why there is no value. */
  readonly look: { readonly scale: 'div' | 'seq'; readonly step: number } | NoValue;
  /** The value as text. */
  readonly text: string;
  readonly href: string;
  /** Chosen: drawn with an ink outline, and named where there is room. */
  readonly current: boolean;
}

export interface WorldMapOptions {
  readonly width: number;
  readonly language: Language;
  readonly title: string;
  /** Why countries that no cell is of have no value; absent: it is not published. */
  readonly others?: NoValue;
  readonly scale: {
    readonly scale: 'div' | 'seq';
    readonly name: string;
    readonly borders: readonly string[];
  };
}

const hatch = element(
  'pattern',
  { id: 'w-hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
  element('line', { x1: 0, x2: 0, y1: 0, y2: 6, stroke: 'var(--rule-2)', 'stroke-width': 1.5 }),
);

/** The world by a measure: every country with data is a link; those without are hatched, or blank where they take nothing; the smallest are points. */
export function worldMap(
  world: WorldShapes,
  cells: ReadonlyMap<string, CountryCell>,
  options: WorldMapOptions,
): string {
  const { width } = options;
  const factor = width / world.width;
  const height = world.height * factor;
  const point = width < 500 ? 3 : 4;
  const order = [...world.shapes].sort(
    (a, b) => rank(cells.get(a.id)) - rank(cells.get(b.id)) || Number(a.path === '') - Number(b.path === ''),
  );
  const drawn = order.flatMap((shape) => {
    const cell = cells.get(shape.id);
    // A point without data would be a speck that says nothing.
    if (cell === undefined && shape.path === '') return [];
    return [drawCountry(shape, cell, point / factor, options)];
  });
  const names = width < 600 ? '' : drawNames(world.shapes, cells, factor);
  const kinds = new Set([...cells.values()].flatMap(({ look }) => (typeof look === 'string' ? [look] : [])));
  const legend = drawLegend(
    height + 14,
    new Set<NoValue>([options.others ?? 'not-published', ...kinds]),
    options,
  );
  return picture(
    { width, height: height + 14 + legend.height },
    options.title,
    { class: 'worldmap', role: 'group' },
    element('defs', {}, hatch),
    element('g', { transform: `scale(${factor.toFixed(4)})` }, ...drawn),
    names,
    legend.text,
  );
}

function rank(cell: CountryCell | undefined): number {
  return cell === undefined ? 0 : cell.current ? 2 : 1;
}

function drawCountry(
  { id, path, x, y }: CountryShape,
  cell: CountryCell | undefined,
  radius: number,
  { language, others }: WorldMapOptions,
): string {
  const look = cell?.look ?? others ?? 'not-published';
  const fill =
    look === 'not-published'
      ? 'url(#w-hatch)'
      : typeof look === 'string'
        ? 'var(--paper)'
        : `var(--${look.scale}-${look.step})`;
  const line = {
    fill,
    stroke: cell?.current === true ? 'var(--ink)' : 'var(--paper)',
    'stroke-width': cell?.current === true ? 1.25 : 0.6,
    'vector-effect': 'non-scaling-stroke',
  };
  const bare = typeof look === 'string' ? { stroke: 'var(--rule-2)' } : {};
  const mark =
    path === ''
      ? element('circle', { cx: x, cy: y, r: radius, ...line, stroke: 'var(--ink)' })
      : element('path', { d: path, ...line, ...(cell?.current === true ? {} : bare) });
  if (cell === undefined) return mark;
  const spoken = typeof cell.look === 'string' ? noValueName(cell.look, language) : cell.text;
  return element(
    'a',
    { href: cell.href, 'data-cell': id, 'aria-current': cell.current ? 'true' : null },
    element('title', {}, escapeXml(`${cell.name}: ${spoken}`)),
    mark,
  );
}

/** Names of the chosen countries beside their middles; one that would cover another is left to the table. */
function drawNames(
  shapes: readonly CountryShape[],
  cells: ReadonlyMap<string, CountryCell>,
  factor: number,
): string {
  const taken: (readonly [number, number, number])[] = [];
  return shapes
    .flatMap(({ id, x, y }) => {
      const cell = cells.get(id);
      if (cell?.current !== true) return [];
      const text = typeof cell.look === 'string' ? cell.name : `${cell.name} ${cell.text}`;
      const half = textWidth(text, 12) / 2;
      const [cx, cy] = [x * factor, y * factor + 4];
      if (taken.some(([tx, ty, th]) => Math.abs(ty - cy) < 15 && Math.abs(tx - cx) < th + half + 4))
        return [];
      taken.push([cx, cy, half]);
      return [label(cx, cy, text, { class: 'c halo', 'pointer-events': 'none' })];
    })
    .join('');
}

function drawLegend(
  top: number,
  kinds: ReadonlySet<NoValue>,
  { width, language, scale }: WorldMapOptions,
): { readonly text: string; readonly height: number } {
  const count = scale.scale === 'div' ? 8 : 6;
  const step = Math.min(54, Math.floor(width / count));
  const swatches = Array.from({ length: count }, (_, place) =>
    element('rect', {
      x: place * step,
      y: top + 16,
      width: step,
      height: 10,
      fill: `var(--${scale.scale}-${place + 1})`,
    }),
  );
  const borders = scale.borders.map((text, place) =>
    label((place + 1) * step, top + 42, text, { class: 'c mt' }),
  );
  let [x, y] = width > count * step + 240 ? [count * step + 32, top + 26] : [0, top + 66];
  const start = x;
  const keys = [...kinds].map((kind) => {
    const name = noValueName(kind, language);
    const size = 34 + textWidth(name, 12);
    if (x + size > width && x > start) [x, y] = [start, y + 20];
    const at = x;
    x += size;
    return (
      element('rect', {
        x: at + 0.5,
        y: y - 10,
        width: 14,
        height: 11,
        fill: kind === 'not-published' ? 'url(#w-hatch)' : 'none',
        stroke: 'var(--rule-2)',
        'stroke-dasharray': kind === 'undefined' ? '3 3' : null,
      }) + label(at + 20, y, name, { class: 'mt' })
    );
  });
  return {
    text: [label(0, top + 10, scale.name, { class: 'mt' }), ...swatches, ...borders, ...keys].join(''),
    height: Math.max(50, y - top + 8),
  };
}
