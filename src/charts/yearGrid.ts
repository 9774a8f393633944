import { element, escapeXml, fitted, label, picture } from './svg.ts';

export interface YearGridRow {
  readonly id: string;
  readonly name: string;
  readonly strong: boolean;
  readonly cells: readonly {
    readonly year: number;
    /** Class 1 to 8 of the diverging scale; null: no value. */
    readonly step: number | null;
    readonly text: string;
  }[];
}

/** Territories by year, each cell with its number on the colour of its class; years go on below where the width ends. */
export function yearGrid(
  rows: readonly YearGridRow[],
  options: { readonly width: number; readonly title: string; readonly legend: string },
): string {
  const { width } = options;
  const years = rows[0]?.cells.map((cell) => cell.year) ?? [];
  const names = Math.min(190, width * 0.34);
  const perBlock = Math.max(1, Math.min(years.length, Math.floor((width - names) / 42)));
  const blocks = Math.ceil(years.length / perBlock);
  const cell = Math.min(72, (width - names) / Math.ceil(years.length / blocks));
  const each = Math.ceil(years.length / blocks);
  const [height, head] = [26, 22];
  const blockHeight = head + rows.length * height + 14;
  const drawn = Array.from({ length: blocks }, (_, block) => {
    const top = block * blockHeight;
    const heads = years
      .slice(block * each, (block + 1) * each)
      .map((year, place) => label(names + (place + 0.5) * cell, top + 14, String(year), { class: 'c mt' }));
    const lines = rows.map((row, line) => {
      const y = top + head + line * height;
      const cells = row.cells.slice(block * each, (block + 1) * each).map((one, place) => {
        const x = names + place * cell;
        const fill = one.step === null ? 'none' : `var(--div-${one.step})`;
        return element(
          'g',
          {},
          element('title', {}, escapeXml(`${row.name}, ${one.year}: ${one.text}`)),
          element('rect', {
            x: x + 0.5,
            y: y + 0.5,
            width: cell - 1,
            height: height - 1,
            fill,
            stroke: one.step === null ? 'var(--rule)' : null,
          }),
          label(x + cell / 2, y + 17, one.text, {
            class: 'c',
            fill: one.step === null ? 'var(--muted)' : `var(--div-${one.step}-on)`,
          }),
        );
      });
      return (
        label(0, y + 17, fitted(row.name, names - 8, 13), {
          class: row.strong ? 'b' : null,
          'font-size': 13,
        }) + cells.join('')
      );
    });
    return [...heads, ...lines].join('');
  });
  const bottom = blocks * blockHeight;
  const step = Math.min(46, Math.floor(width / 8));
  const legend = [
    label(0, bottom + 10, options.legend, { class: 'mt' }),
    ...Array.from({ length: 8 }, (_, place) =>
      element('rect', {
        x: place * step,
        y: bottom + 18,
        width: step,
        height: 10,
        fill: `var(--div-${place + 1})`,
      }),
    ),
    ...yearIndexBorders.map((border, place) =>
      label((place + 1) * step, bottom + 44, String(border), { class: border === 100 ? 'c b' : 'c mt' }),
    ),
  ];
  return picture({ width, height: bottom + 52 }, options.title, { class: 'yeargrid' }, ...drawn, ...legend);
}

/** Borders of the classes of a yearly index; 100 is the middle. */
export const yearIndexBorders = [80, 90, 95, 100, 105, 110, 120] as const;

/** Class 1 to 8 of a yearly index (year before = 100). @example yearIndexClass(100) // 5 */
export function yearIndexClass(index: number): number {
  return 1 + yearIndexBorders.filter((border) => index >= border).length;
}
