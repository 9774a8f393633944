import { element, label } from './svg.ts';

export interface TimeBreak {
  readonly year: number;
  readonly text: string;
}

/** Years written under an axis: as many as fit, the first and last always. */
export function yearTicks(years: readonly number[], width: number): readonly number[] {
  const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
  const room = Math.max(1, Math.floor(width / 46));
  const step = [1, 2, 3, 5, 10, 20].find((one) => (last - first) / one <= room) ?? 20;
  const ticks = [last];
  for (let year = last - step; year > first + step * 0.6; year -= step) ticks.unshift(year);
  return first === last ? ticks : [first, ...ticks];
}

/** A dotted line where the series breaks, with its reason. */
export function breakLine(x: number, top: number, bottom: number, text: string): string {
  return (
    element('line', { x1: x, x2: x, y1: top, y2: bottom, class: 'brk' }) +
    label(x + 4, top + 10, text, { class: 'mt' })
  );
}

/** Labels at the ends of lines, moved apart so that none covers another. */
export function spread(
  places: readonly number[],
  gap: number,
  top: number,
  bottom: number,
): readonly number[] {
  const order = places.map((_, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const moved = [...places];
  let last = top - gap;
  for (const index of order) {
    moved[index] = Math.max(moved[index] ?? 0, last + gap);
    last = moved[index] ?? 0;
  }
  let next = bottom + gap;
  for (const index of [...order].reverse()) {
    moved[index] = Math.min(moved[index] ?? 0, next - gap);
    next = moved[index] ?? 0;
  }
  return moved;
}
