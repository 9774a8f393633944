import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** A chart drawn for the width there is. Its cells can be walked by arrow keys; its links and figures work. */
export function Chart({ draw }: { readonly draw: (width: number) => string }) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  // Before the page is painted, so that the chart comes with the rest of it.
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)));
    watch.observe(element);
    setWidth(Math.floor(element.getBoundingClientRect().width));
    return () => watch.disconnect();
  }, []);
  const svg = width > 0 ? draw(width) : '';
  useEffect(() => {
    const cells = [...(box.current?.querySelectorAll('[data-cell]') ?? [])];
    cells.forEach((cell, place) => {
      cell.setAttribute('tabindex', place === 0 ? '0' : '-1');
    });
  }, [svg]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys move between the links within
    <div className="chart" ref={box} onKeyDown={walk} dangerouslySetInnerHTML={{ __html: svg }} />
  );
}

const directions: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Moves to the nearest cell in the direction of the arrow. */
function walk(event: KeyboardEvent<HTMLDivElement>): void {
  const direction = directions[event.key];
  const from = (event.target as Element).closest('[data-cell]');
  if (direction === undefined || from === null) return;
  const middle = (element: Element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left + width / 2, top + height / 2] as const;
  };
  const [x, y] = middle(from);
  const [dx, dy] = direction;
  let best: Element | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const cell of event.currentTarget.querySelectorAll('[data-cell]')) {
    const [cx, cy] = middle(cell);
    const along = (cx - x) * dx + (cy - y) * dy;
    const aside = Math.abs((cx - x) * dy) + Math.abs((cy - y) * dx);
    if (cell === from || along < 2 || aside > along * 1.5) continue;
    if (along + aside * 2 < least) [least, best] = [along + aside * 2, cell];
  }
  if (best === null) return;
  event.preventDefault();
  from.setAttribute('tabindex', '-1');
  best.setAttribute('tabindex', '0');
  (best as SVGElement).focus();
}
