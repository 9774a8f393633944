import { element, escapeXml, fitted, label, linePath, picture, textWidth } from './svg.ts';
import { breakLine, spread, type TimeBreak, yearTicks } from './timeAxis.ts';

export interface BumpLine {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  /** null: no rank in the year; the line has a gap. */
  readonly points: readonly { readonly year: number; readonly rank: number | null }[];
}

/** Ranks over the years, the first on top; lines told apart by marker and dash, named at both ends. */
export function bumpChart(
  lines: readonly BumpLine[],
  options: {
    readonly width: number;
    readonly title: string;
    readonly colour: string;
    readonly breaks: readonly TimeBreak[];
  },
): string {
  const { width, colour } = options;
  const narrow = width < 560;
  const years = [...new Set(lines.flatMap((line) => line.points.map((point) => point.year)))].sort(
    (a, b) => a - b,
  );
  const ranks = lines.flatMap((line) => line.points.flatMap((point) => point.rank ?? []));
  const [best, worst] = [Math.min(...ranks), Math.max(...ranks)];
  const widest = Math.max(0, ...lines.map((line) => textWidth(`88 ${line.name}`, 12.5)));
  const [left, right, top] = [40, narrow ? 128 : Math.min(260, widest + 40), 24];
  const height = Math.max(120, Math.min(340, (worst - best + 1) * 22));
  const inner = width - left - right;
  const x = (year: number) =>
    left +
    (years.length < 2 ? 0 : ((year - (years[0] ?? 0)) / ((years.at(-1) ?? 1) - (years[0] ?? 0))) * inner);
  const y = (rank: number) => top + (worst === best ? height / 2 : ((rank - best) / (worst - best)) * height);
  const ticks = rankTicks(best, worst);
  const ends = lines.map((line) => line.points.findLast((point) => point.rank !== null));
  const places = spread(
    ends.map((end) => y(end?.rank ?? worst)),
    15,
    top - 4,
    top + height + 8,
  );
  return picture(
    { width, height: top + height + 34 },
    options.title,
    { class: 'bump', role: 'group' },
    ...ticks.map(
      (rank) =>
        element('line', { x1: left, x2: left + inner, y1: y(rank), y2: y(rank), class: 'ax' }) +
        label(left - 14, y(rank) + 4, String(rank), { class: 'e mt' }),
    ),
    ...options.breaks
      .filter((one) => years.includes(one.year))
      .map((one) => breakLine(x(one.year), top - 14, top + height, one.text)),
    ...yearTicks(years, inner).map((year) =>
      label(x(year), top + height + 26, String(year), { class: 'c mt' }),
    ),
    ...lines.map((line, place) => {
      const path = line.points.map((point) =>
        point.rank === null ? null : ([x(point.year), y(point.rank)] as const),
      );
      const end = ends[place];
      const at = places[place] ?? 0;
      return [
        element('path', {
          d: linePath(path),
          fill: 'none',
          stroke: `var(${colour})`,
          'stroke-width': 2,
          'stroke-dasharray': dashes[place % dashes.length],
        }),
        ...line.points.flatMap((point) =>
          point.rank === null
            ? []
            : [
                marker(
                  place,
                  x(point.year),
                  y(point.rank),
                  colour,
                  `${line.name}, ${point.year}: ${point.rank}`,
                ),
              ],
        ),
        end === undefined
          ? ''
          : element('path', {
              d: `M${x(end.year) + 6},${y(end.rank ?? worst)}L${left + inner + 12},${at}`,
              stroke: 'var(--rule-2)',
              fill: 'none',
            }) +
            element(
              'a',
              { href: line.href, 'data-cell': line.id },
              marker(place, left + inner + 18, at, colour, line.name),
              label(left + inner + 28, at + 4, fitted(`${end.rank} ${line.name}`, right - 30, 12.5), {
                class: 'b',
              }),
            ),
      ].join('');
    }),
  );
}

const dashes = [null, '6 3', '2 3', '9 3 2 3', null, '6 3'] as const;

/** Six markers that differ without colour: filled and hollow circle, square and diamond. */
function marker(place: number, x: number, y: number, colour: string, title: string): string {
  const shape = Math.floor(place / 2) % 3;
  const look = {
    fill: place % 2 === 0 ? `var(${colour})` : 'var(--paper)',
    stroke: `var(${colour})`,
    'stroke-width': 1.5,
  };
  const text = element('title', {}, escapeXml(title));
  if (shape === 0) return element('circle', { cx: x, cy: y, r: 4, ...look }, text);
  if (shape === 1) return element('rect', { x: x - 3.5, y: y - 3.5, width: 7, height: 7, ...look }, text);
  return element('path', { d: `M${x} ${y - 5}l5 5l-5 5l-5 -5Z`, ...look }, text);
}

/** Ranks written at the left: the ends, and round ones between. */
function rankTicks(best: number, worst: number): readonly number[] {
  const step = [1, 2, 5, 10, 20, 50].find((one) => (worst - best) / one <= 8) ?? 100;
  const between: number[] = [];
  for (let rank = Math.ceil(best / step) * step; rank < worst; rank += step)
    if (rank - best >= step * 0.6 && worst - rank >= step * 0.6) between.push(rank);
  return [...new Set([best, ...between, worst])];
}
