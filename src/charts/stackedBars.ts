import { element, escapeXml, fitted, label, picture, textWidth } from './svg.ts';

export interface BarRow {
  readonly id: string;
  readonly name: string;
  readonly href?: string;
  readonly parts: readonly {
    readonly id: string;
    readonly name: string;
    readonly colour: string;
    readonly value: number;
  }[];
  /** Texts of the columns at the right. */
  readonly cells: readonly string[];
  /** Drawn hatched: what is not stated; plain: the rest of a list. */
  readonly look?: 'hatched' | 'plain';
}

/** Bars of parts, one for each row, with columns of numbers; a key of the parts on top. */
export function stackedBars(
  rows: readonly BarRow[],
  options: { readonly width: number; readonly title: string; readonly columns: readonly string[] },
): string {
  const { width } = options;
  const narrow = width < 560;
  const shownColumns = narrow ? 1 : options.columns.length;
  const columnWidth = 64;
  const names = narrow ? 104 : Math.min(200, 12 + Math.max(...rows.map((row) => textWidth(row.name, 12.5))));
  const room = width - names - shownColumns * columnWidth - 8;
  const most = Math.max(...rows.map((row) => sumOf(row)), 0);
  const key = keyOf(rows, width);
  const top = key.height + 22;
  const pitch = 24;
  const drawn = rows.map((row, place) => {
    const y = top + place * pitch;
    let x = names;
    const parts = row.parts.map((part) => {
      const length = most === 0 ? 0 : (part.value / most) * room;
      const box = element(
        'rect',
        {
          x,
          y: y + 4,
          width: Math.max(0, length - (length > 2 ? 0.5 : 0)),
          height: 14,
          fill:
            row.look === 'hatched'
              ? 'url(#p-bar)'
              : row.look === 'plain'
                ? 'var(--seg-rest)'
                : `var(${part.colour})`,
          stroke: row.look === 'hatched' ? 'var(--rule-2)' : null,
        },
        element('title', {}, escapeXml(`${row.name}, ${part.name}`)),
      );
      x += length;
      return box;
    });
    const name = label(names - 10, y + 15, fitted(row.name, names - 12, 12), { class: 'e' });
    return [
      row.href === undefined ? name : element('a', { href: row.href, 'data-cell': row.id }, name),
      ...parts,
      ...row.cells.slice(0, shownColumns).map((cell, column) =>
        label(width - (shownColumns - 1 - column) * columnWidth, y + 15, cell, {
          class: column === 0 ? 'e b' : 'e',
        }),
      ),
      element('line', { x1: 0, x2: width, y1: y + pitch - 0.5, y2: y + pitch - 0.5, class: 'ax' }),
    ].join('');
  });
  return picture(
    { width, height: top + rows.length * pitch + 4 },
    options.title,
    // Links inside are reached by assistants only where it is not one picture.
    { class: 'bars', ...(rows.some((row) => row.href !== undefined) ? { role: 'group' } : {}) },
    element(
      'defs',
      {},
      element(
        'pattern',
        { id: 'p-bar', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
        element('line', { x1: 0, x2: 0, y1: 0, y2: 5, stroke: 'var(--muted)', 'stroke-width': 2 }),
      ),
    ),
    key.text,
    ...options.columns
      .slice(0, shownColumns)
      .map((name, column) =>
        label(width - (shownColumns - 1 - column) * columnWidth, top - 6, name, { class: 'e mt' }),
      ),
    ...drawn,
    element('line', { x1: names, x2: names, y1: top, y2: top + rows.length * pitch, class: 'one' }),
  );
}

function sumOf(row: BarRow): number {
  return row.parts.reduce((sum, part) => sum + part.value, 0);
}

function keyOf(rows: readonly BarRow[], width: number): { readonly text: string; readonly height: number } {
  const parts = new Map(
    rows.flatMap((row) => (row.look === undefined ? row.parts.map((part) => [part.id, part] as const) : [])),
  );
  if (parts.size < 2) return { text: '', height: 0 };
  let [x, y] = [0, 12];
  const drawn = [...parts.values()].map((part) => {
    const size = 30 + textWidth(part.name, 12.5);
    if (x + size > width && x > 0) [x, y] = [0, y + 20];
    const at = x;
    x += size;
    return (
      element('rect', { x: at, y: y - 10, width: 10, height: 10, fill: `var(${part.colour})` }) +
      label(at + 15, y, part.name, { fill: `var(${part.colour})` })
    );
  });
  return { text: drawn.join(''), height: y + 8 };
}
