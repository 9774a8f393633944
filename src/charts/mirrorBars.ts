import { element, label, picture, textWidth, wrapped } from './svg.ts';

export interface MirrorRow {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly left: number;
  readonly right: number;
  readonly leftText: string;
  readonly rightText: string;
  readonly netText: string;
}

/** Two values of each row away from a middle line, on one scale, with their difference at the end. */
export function mirrorBars(
  rows: readonly MirrorRow[],
  options: {
    readonly width: number;
    readonly title: string;
    readonly leftName: string;
    readonly rightName: string;
    readonly netName: string;
  },
): string {
  const { width } = options;
  const isNarrow = width < 520;
  const names = isNarrow ? 0 : 190;
  const net = Math.max(textWidth(options.netName, 12), ...rows.map((row) => textWidth(row.netText, 13))) + 12;
  const texts =
    Math.max(...rows.flatMap((row) => [textWidth(row.leftText, 12), textWidth(row.rightText, 12)])) + 8;
  const [from, to] = [names + texts, width - net - texts];
  const middle = (from + to) / 2;
  const most = Math.max(1e-9, ...rows.flatMap((row) => [row.left, row.right]));
  const size = (value: number) => (value / most) * ((to - from) / 2);
  const step = isNarrow ? 48 : 34;
  const top = 26;
  const drawn = rows.map((row, place) => {
    const y = top + place * step + (isNarrow ? 18 : 0);
    const [l, r] = [size(row.left), size(row.right)];
    return [
      ...(isNarrow ? [row.name] : wrapped(row.name, names - 12, 13, 2)).map((line, at) =>
        label(0, isNarrow ? y - 5 : y + 13 + at * 14 - (at > 0 ? 2 : 0), line, { class: 'b' }),
      ),
      element('rect', {
        x: middle - l,
        y,
        width: l,
        height: 18,
        fill: `var(${row.colour})`,
        'fill-opacity': 0.4,
      }),
      element('rect', { x: middle, y, width: r, height: 18, fill: `var(${row.colour})` }),
      label(middle - l - 5, y + 13, row.leftText, { class: 'e' }),
      label(middle + r + 5, y + 13, row.rightText),
      label(width, y + 13, row.netText, { class: 'e b' }),
    ].join('');
  });
  const bottom = top + rows.length * step + (isNarrow ? 10 : 0);
  return picture(
    { width, height: bottom },
    options.title,
    { class: 'mirror' },
    label(middle - 8, 12, options.leftName, { class: 'e mt' }),
    label(middle + 8, 12, options.rightName, { class: 'mt' }),
    label(width, 12, options.netName, { class: 'e mt' }),
    // On a phone a name stands above its bars: there the middle line leaves it room.
    ...(isNarrow
      ? rows.map((_, place) => {
          const y = top + place * step + 15;
          return element('line', { x1: middle, x2: middle, y1: y, y2: y + 24, class: 'one' });
        })
      : [element('line', { x1: middle, x2: middle, y1: 18, y2: bottom, class: 'one' })]),
    ...drawn,
  );
}
