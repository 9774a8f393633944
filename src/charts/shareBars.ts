import { element, escapeXml, fitted, label, picture, textWidth } from './svg.ts';

export interface ShareBar {
  readonly id: string;
  readonly name: string;
  readonly value: number;
  readonly colour: string;
  /** Texts of the columns at the right. */
  readonly cells: readonly string[];
  /** Where its name leads; absent: nowhere. */
  readonly href?: string | undefined;
  /** A filled dot before the name, e.g. of what is oriented. */
  readonly marked?: boolean;
  /** Hatched: what is not stated; plain: the rest of a list. */
  readonly look?: 'hatched' | 'plain';
}

/** One bar a row from zero, with its name as a link and columns of numbers. */
export function shareBars(
  rows: readonly ShareBar[],
  options: { readonly width: number; readonly title: string; readonly columns: readonly string[] },
): string {
  const { width } = options;
  const narrow = width < 560;
  const columns = narrow ? Math.min(2, options.columns.length) : options.columns.length;
  const columnWidth = narrow ? 60 : 68;
  const widest = Math.max(0, ...rows.map((row) => textWidth(row.name, 12.5)));
  const names = narrow ? 120 : Math.min(230, 26 + widest);
  const room = Math.max(10, width - names - columns * columnWidth - 8);
  const most = Math.max(0, ...rows.map((row) => row.value));
  const [top, pitch] = [22, 24];
  const at = (column: number) => width - (columns - 1 - column) * columnWidth;
  return picture(
    { width, height: top + rows.length * pitch + 4 },
    options.title,
    { class: 'bars', role: 'group' },
    element(
      'defs',
      {},
      element(
        'pattern',
        {
          id: 'p-share',
          width: 5,
          height: 5,
          patternUnits: 'userSpaceOnUse',
          patternTransform: 'rotate(45)',
        },
        element('line', { x1: 0, x2: 0, y1: 0, y2: 5, stroke: 'var(--muted)', 'stroke-width': 2 }),
      ),
    ),
    ...options.columns
      .slice(0, columns)
      .map((name, column) =>
        label(at(column), top - 6, fitted(name, columnWidth - 4, 12), { class: 'e mt' }),
      ),
    ...rows.map((row, place) => {
      const y = top + place * pitch;
      const length = most === 0 ? 0 : (Math.max(0, row.value) / most) * room;
      const name = label(names - 10, y + 15, fitted(row.name, names - 26, 12), { class: 'e' });
      return [
        row.marked === true ? element('circle', { cx: 5, cy: y + 11, r: 3.5, fill: 'var(--ok)' }) : '',
        row.href === undefined ? name : element('a', { href: row.href, 'data-cell': row.id }, name),
        element(
          'rect',
          {
            x: names,
            y: y + 4,
            width: length,
            height: 14,
            fill:
              row.look === 'hatched'
                ? 'url(#p-share)'
                : row.look === 'plain'
                  ? 'var(--seg-rest)'
                  : `var(${row.colour})`,
            stroke: row.look === 'hatched' ? 'var(--rule-2)' : null,
          },
          element('title', {}, escapeXml(`${row.name}: ${row.cells.join(', ')}`)),
        ),
        ...row.cells
          .slice(0, columns)
          .map((cell, column) => label(at(column), y + 15, cell, { class: column === 0 ? 'e b' : 'e' })),
        element('line', { x1: 0, x2: width, y1: y + pitch - 0.5, y2: y + pitch - 0.5, class: 'ax' }),
      ].join('');
    }),
    element('line', { x1: names, x2: names, y1: top, y2: top + rows.length * pitch, class: 'one' }),
  );
}
