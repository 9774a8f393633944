import type { Language } from '../domain/formatNumber.ts';
import { type NoValue, noValueMark, noValueName } from './noValue.ts';
import { element, escapeXml, fitted, label, picture } from './svg.ts';

export interface MapTile {
  readonly id: string;
  readonly name: string;
  readonly mark: string;
  readonly row: number;
  readonly column: number;
  /** Colour class and its scale, or why there is no value. */
  readonly look: { readonly scale: 'div' | 'seq'; readonly step: number } | NoValue;
  /** The value as written in the tile. */
  readonly text: string;
  /** A heavy frame: T ≥ 1. */
  readonly framed: boolean;
  readonly href: string;
}

export interface TileMapOptions {
  readonly width: number;
  readonly language: Language;
  readonly title: string;
  /** Words of the scale: its name and the texts under its borders. */
  readonly scale: {
    readonly name: string;
    readonly scale: 'div' | 'seq';
    readonly borders: readonly string[];
  };
  /** A tile to be marked, e.g. that of a region profile. */
  readonly current?: string;
}

/** Fills of regions without a value. */
export const mapPatterns = [
  element(
    'pattern',
    { id: 'p-hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
    element('line', { x1: 0, x2: 0, y1: 0, y2: 6, stroke: 'var(--rule-2)', 'stroke-width': 1.5 }),
  ),
  element(
    'pattern',
    { id: 'p-dots', width: 5, height: 5, patternUnits: 'userSpaceOnUse' },
    element('circle', { cx: 1.5, cy: 1.5, r: 0.9, fill: 'var(--muted)' }),
  ),
];

/** A grid of equal tiles, one for each region, with mark and value; on a phone the grid is parted in two. */
export function tileMap(tiles: readonly MapTile[], options: TileMapOptions): string {
  const columns = 1 + Math.max(0, ...tiles.map((tile) => tile.column));
  const split = options.width / columns < 36 && columns > 9 ? Math.ceil(columns / 2) : columns;
  const cell = Math.min(columns <= 8 ? 76 : 49, Math.floor(options.width / split));
  const parts =
    split === columns
      ? [tiles]
      : [tiles.filter((one) => one.column < split), tiles.filter((one) => one.column >= split)];
  let top = 0;
  const drawn = parts.map((part, place) => {
    const first = Math.min(...part.map((tile) => tile.row));
    const rows = 1 + Math.max(...part.map((tile) => tile.row)) - first;
    const shifted = part.map((tile) => drawTile(tile, place * split, first, top, cell, options));
    top += rows * cell + (place < parts.length - 1 ? 12 : 0);
    return shifted.join('');
  });
  const kinds = new Set(tiles.flatMap((tile) => (typeof tile.look === 'string' ? [tile.look] : [])));
  const legend = mapLegend(top + 20, kinds, options);
  return picture(
    { width: options.width, height: top + 20 + legend.height },
    options.title,
    { class: 'tilemap', role: 'group' },
    element('defs', {}, ...mapPatterns),
    ...drawn,
    legend.text,
  );
}

function drawTile(
  tile: MapTile,
  firstColumn: number,
  firstRow: number,
  top: number,
  cell: number,
  { language, current }: TileMapOptions,
): string {
  const x = (tile.column - firstColumn) * cell;
  const y = top + (tile.row - firstRow) * cell;
  const side = cell - 2;
  const middle = x + side / 2;
  const none = typeof tile.look === 'string' ? tile.look : null;
  const class_ = typeof tile.look === 'string' ? null : `${tile.look.scale}-${tile.look.step}`;
  const ink = class_ === null ? 'var(--ink)' : `var(--${class_}-on)`;
  const value = none === null ? tile.text : noValueMark(none, language);
  const spoken = none === null ? tile.text : noValueName(none, language);
  const small = cell < 44 ? 11 : 12;
  return element(
    'a',
    { href: tile.href, 'data-cell': tile.id },
    element('title', {}, escapeXml(`${tile.name}: ${spoken}`)),
    ground(none, x, y, side, class_),
    tile.framed
      ? element('rect', {
          x: x + 1,
          y: y + 1,
          width: side - 2,
          height: side - 2,
          fill: 'none',
          stroke: 'var(--ink)',
          'stroke-width': 2,
        })
      : '',
    tile.id === current
      ? element('rect', {
          x: x - 1,
          y: y - 1,
          width: side + 2,
          height: side + 2,
          fill: 'none',
          stroke: 'var(--focus)',
          'stroke-width': 3,
        })
      : '',
    none === 'not-published' || none === 'confidential'
      ? element('rect', {
          x: x + side * 0.12,
          y: y + side * 0.18,
          width: side * 0.76,
          height: side * 0.66,
          fill: 'var(--paper)',
        })
      : '',
    label(middle, y + side * 0.43, fitted(tile.mark, side - 4, small), {
      class: 'c',
      fill: ink,
      'font-size': small,
    }),
    label(middle, y + side * 0.8, fitted(value, side, 13), {
      class: tile.framed ? 'c b' : 'c',
      fill: ink,
      'font-size': cell < 44 ? 11 : 13,
    }),
  );
}

function ground(none: NoValue | null, x: number, y: number, side: number, class_: string | null): string {
  if (none === null) return element('rect', { x, y, width: side, height: side, fill: `var(--${class_})` });
  const fill = none === 'not-published' ? 'url(#p-hatch)' : none === 'confidential' ? 'url(#p-dots)' : 'none';
  return element('rect', {
    x: x + 0.5,
    y: y + 0.5,
    width: side - 1,
    height: side - 1,
    fill,
    stroke: 'var(--rule-2)',
    'stroke-dasharray': none === 'undefined' ? '3 3' : null,
  });
}

/** The classes of the scale and the marks of no value that the map shows. */
export function mapLegend(
  top: number,
  kinds: ReadonlySet<NoValue>,
  { width, language, scale }: TileMapOptions,
): { readonly text: string; readonly height: number } {
  const count = scale.scale === 'div' ? 8 : 6;
  const step = Math.min(46, Math.floor(width / count));
  const swatches = Array.from({ length: count }, (_, place) =>
    element('rect', {
      x: place * step,
      y: top + 10,
      width: step,
      height: 10,
      fill: `var(--${scale.scale}-${place + 1})`,
    }),
  );
  const borders = scale.borders.map((text, place) =>
    label((place + 1) * step, top + 36, text, { class: text === '1' ? 'c b' : 'c mt' }),
  );
  const one =
    scale.scale === 'div'
      ? element('line', { x1: 4 * step, x2: 4 * step, y1: top + 6, y2: top + 24, class: 'one' })
      : '';
  const keys = [...kinds, ...(scale.scale === 'div' ? (['framed'] as const) : [])];
  let x = 0;
  let y = top + 58;
  const drawn = keys.map((kind) => {
    const name =
      kind === 'framed' ? (language === 'ru' ? 'рамка: T ≥ 1' : 'frame: T ≥ 1') : noValueName(kind, language);
    const size = 34 + name.length * 6.4;
    if (x + size > width && x > 0) {
      x = 0;
      y += 22;
    }
    const at = x;
    x += size + 8;
    const box =
      kind === 'framed'
        ? element('rect', {
            x: at + 1,
            y: y - 11,
            width: 22,
            height: 14,
            fill: 'none',
            stroke: 'var(--ink)',
            'stroke-width': 2,
          })
        : ground(kind, at, y - 12, 16, null) +
          label(at + 8, y, noValueMark(kind, language), { class: 'c', 'font-size': 11 });
    return box + label(at + 28, y, name, { class: 'mt' });
  });
  return {
    text:
      label(0, top, scale.name, { class: 'b' }) + swatches.join('') + borders.join('') + one + drawn.join(''),
    height: y - top + 10,
  };
}
