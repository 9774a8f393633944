import type { Language } from '../domain/formatNumber.ts';
import { indexText } from '../domain/quantityText.ts';
import { type NoValue, noValueMark, noValueName } from './noValue.ts';
import { indexClass } from './scales.ts';
import { element, escapeXml, fitted, label, picture, textWidth, wrapped } from './svg.ts';

export interface HeatRow {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  /** Marked before its name. */
  readonly chosen: boolean;
  /** One for each column: the index, or why there is none. */
  readonly cells: readonly (number | NoValue)[];
}

export interface HeatColumn {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly href: string;
}

const rowHeight = 21;

/** The index of each row in each column on the diverging scale around T = 1; what is at least 1 is framed and bold. */
export function heatMap(
  rows: readonly HeatRow[],
  columns: readonly HeatColumn[],
  options: { readonly width: number; readonly language: Language; readonly title: string },
): string {
  const { width, language } = options;
  const narrow = width < 560;
  const widest = Math.max(0, ...rows.map((row) => textWidth(row.name, 12.5)));
  const names = narrow ? 116 : Math.min(250, 22 + widest);
  const cell = Math.min(130, (width - names) / Math.max(1, columns.length));
  // Where words would be cut, columns are numbered and the numbers said above.
  const key = narrow ? columns.length * 18 + 8 : 0;
  const heads = columns.map((column, place) =>
    narrow ? [String(place + 1)] : wrapped(column.name, cell - 6, 12.5, 3),
  );
  const top = key + 10 + 15 * Math.max(1, ...heads.map((lines) => lines.length));
  const bottom = top + rows.length * rowHeight;
  return picture(
    { width, height: bottom + 64 },
    options.title,
    { class: 'heat', role: 'group' },
    element(
      'defs',
      {},
      element(
        'pattern',
        { id: 'p-heat', width: 5, height: 5, patternUnits: 'userSpaceOnUse' },
        element('circle', { cx: 1.5, cy: 1.5, r: 0.9, fill: 'var(--muted)' }),
      ),
    ),
    ...columns.map((column, place) =>
      element(
        'a',
        { href: column.href, 'data-cell': `column-${column.id}` },
        element('title', {}, escapeXml(column.name)),
        narrow
          ? label(0, 12 + place * 18, `${place + 1} ${column.name}`, { fill: `var(${column.colour})` })
          : '',
        ...(heads[place] ?? []).map((line, order) =>
          label(names + place * cell + 3, key + 12 + order * 15, line, {
            class: 'b',
            fill: `var(${column.colour})`,
          }),
        ),
      ),
    ),
    ...rows.map((row, place) => drawRow(row, columns, top + place * rowHeight, names, cell, language)),
    legend(bottom + 18, width, language),
  );
}

function drawRow(
  row: HeatRow,
  columns: readonly HeatColumn[],
  y: number,
  names: number,
  cell: number,
  language: Language,
): string {
  const cells = row.cells.map((value, place) => {
    const x = names + place * cell;
    const none = typeof value === 'number' ? null : value;
    const index = typeof value === 'number' ? value : null;
    const class_ = index === null ? null : `div-${indexClass(index)}`;
    const text = none !== null ? noValueMark(none, language) : indexText(index ?? 0, language);
    const spoken = none !== null ? noValueName(none, language) : `T = ${text}`;
    const [w, h] = [cell - 2, rowHeight - 2];
    return element(
      'g',
      { 'data-id': `${row.id} ${columns[place]?.id ?? ''}` },
      element('title', {}, escapeXml(`${row.name}, ${columns[place]?.name ?? ''}: ${spoken}`)),
      element('rect', {
        x,
        y,
        width: w,
        height: h,
        fill: class_ === null ? (none === 'confidential' ? 'url(#p-heat)' : 'none') : `var(--${class_})`,
        stroke: class_ === null ? 'var(--rule)' : null,
        'stroke-dasharray': none === 'undefined' ? '2 2' : null,
      }),
      (index ?? 0) >= 1
        ? element('rect', {
            x: x + 0.75,
            y: y + 0.75,
            width: w - 1.5,
            height: h - 1.5,
            fill: 'none',
            stroke: 'var(--ink)',
            'stroke-width': 1.5,
          })
        : '',
      label(x + w / 2, y + 14, text, {
        class: (index ?? 0) >= 1 ? 'c b' : 'c',
        fill: class_ === null ? 'var(--ink)' : `var(--${class_}-on)`,
      }),
    );
  });
  return [
    row.chosen
      ? element('path', {
          d: `M${Math.max(0, names - 20 - textWidth(row.name, 13))} ${y + 4}l6 5l-6 5Z`,
          fill: 'var(--focus)',
        })
      : '',
    element(
      'a',
      { href: row.href, 'data-cell': row.id },
      element('title', {}, escapeXml(row.name)),
      label(names - 8, y + 14, fitted(row.name, names - 20, 12), { class: row.chosen ? 'e b' : 'e' }),
    ),
    ...cells,
  ].join('');
}

function legend(top: number, width: number, language: Language): string {
  const step = Math.min(46, Math.floor(width / 9));
  return [
    label(0, top, language === 'ru' ? 'Индекс T, логарифмическая шкала' : 'Index T, logarithmic scale', {
      class: 'b',
    }),
    ...Array.from({ length: 8 }, (_, place) =>
      element('rect', {
        x: place * step,
        y: top + 8,
        width: step,
        height: 10,
        fill: `var(--div-${place + 1})`,
      }),
    ),
    element('line', { x1: 4 * step, x2: 4 * step, y1: top + 4, y2: top + 22, class: 'one' }),
    ...['⅛', '¼', '½', '1', '2', '4', '8'].map((text, place) =>
      label((place + 1) * step, top + 34, text, { class: text === '1' ? 'c b' : 'c mt' }),
    ),
  ].join('');
}
