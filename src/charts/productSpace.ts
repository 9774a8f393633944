import { element, label, linked, picture, short, textWidth } from './svg.ts';

export interface SpaceDot {
  readonly id: string;
  /** What a pointer or a reader of screens is told. */
  readonly title: string;
  /** 0 to 1. */
  readonly x: number;
  readonly y: number;
  readonly colour: string;
  /** Part of the greatest value, 0 to 1: the area of the dot. */
  readonly size: number;
  readonly present: boolean;
  readonly href?: string | undefined;
  readonly chosen?: boolean;
  /** Written beside the dot. */
  readonly name?: string;
}
export interface SpaceLine {
  readonly from: number;
  readonly to: number;
  readonly tree: boolean;
}

/** The product space: links in hairlines, products that are present filled in their colour, the missing ones hollow. */
export function productSpace(
  dots: readonly SpaceDot[],
  lines: readonly SpaceLine[],
  options: {
    readonly width: number;
    readonly height: number;
    readonly title: string;
    /** Draws the missing ones as the matter and the present ones as ground. */
    readonly missingOnly: boolean;
  },
): string {
  const { width, height, missingOnly } = options;
  const margin = 14;
  const x = (dot: SpaceDot) => margin + dot.x * (width - 2 * margin);
  const y = (dot: SpaceDot) => margin + dot.y * (height - 2 * margin);
  // The more products, the smaller the dots that leave them apart.
  const usual = Math.sqrt((width * height) / Math.max(1, dots.length)) / 8;
  const [least, most] = [Math.max(1.4, Math.min(3, usual * 0.8)), Math.max(5, Math.min(11, usual * 3.2))];
  const radius = (dot: SpaceDot) => least + Math.sqrt(Math.max(0, dot.size)) * (most - least);
  const isMatter = (dot: SpaceDot) => dot.present !== missingOnly;
  const pathOf = (of: readonly SpaceLine[]) =>
    of
      .map(({ from, to }) => {
        const [a, b] = [dots[from], dots[to]];
        return a === undefined || b === undefined
          ? ''
          : `M${short(x(a))},${short(y(a))}L${short(x(b))},${short(y(b))}`;
      })
      .join('');
  const draw = (dot: SpaceDot) => {
    const r = radius(dot) * (dot.chosen === true ? 1.3 : 1);
    const lit = isMatter(dot);
    return linked(
      dot.href,
      dot.id,
      dot.title,
      element('circle', {
        cx: x(dot),
        cy: y(dot),
        r,
        fill: lit && dot.present ? `var(${dot.colour})` : 'var(--paper)',
        stroke: lit ? `var(${dot.colour})` : 'var(--rule-2)',
        'stroke-width': lit && !dot.present ? 1.5 : 1,
        class: dot.chosen === true ? 'chosen' : undefined,
      }),
    );
  };
  // What matters lies on top, and large dots under small ones.
  const order = [...dots].sort(
    (a, b) =>
      Number(a.chosen ?? false) - Number(b.chosen ?? false) ||
      Number(isMatter(a)) - Number(isMatter(b)) ||
      b.size - a.size,
  );
  const names = dots.flatMap((dot) => {
    if (dot.name === undefined) return [];
    const wide = textWidth(dot.name, 12);
    const isRight = x(dot) + radius(dot) + 6 + wide < width;
    const at = isRight ? x(dot) + radius(dot) + 4 : x(dot) - radius(dot) - 4;
    return [label(at, y(dot) + 4, dot.name, { class: isRight ? 'b halo' : 'b e halo' })];
  });
  return picture(
    { width, height },
    options.title,
    { role: 'group', class: 'space' },
    element('path', {
      d: pathOf(lines.filter((one) => !one.tree)),
      fill: 'none',
      stroke: 'var(--rule)',
      'stroke-width': 0.75,
    }),
    element('path', {
      d: pathOf(lines.filter((one) => one.tree)),
      fill: 'none',
      stroke: 'var(--rule-2)',
      'stroke-width': 1,
    }),
    ...order.map(draw),
    ...names,
  );
}
