import type { SpaceLink } from './productSpaceLinks.ts';

/** A place in a square from 0 to 1. */
export interface SpacePlace {
  readonly x: number;
  readonly y: number;
}

const steps = 240;

/**
 * Places of products for a picture of their links, the same for the same links: there is no chance in it. Each tree is
 * laid out in rings around its middle, every branch with an angle by its number of ends; then linked products attract and
 * near ones repel each other (Fruchterman and Reingold 1991, repulsion within three times the ideal distance) in a fixed
 * number of steps. Places carry no measure: only who is near whom.
 * @example productSpaceLayout(2, [{ from: 0, to: 1, proximity: 1, tree: true }]).map((one) => one.x) // [1, 0]
 */
export function productSpaceLayout(products: number, links: readonly SpaceLink[]): readonly SpacePlace[] {
  if (products === 0) return [];
  const { x, y } = rings(products, links);
  relax(x, y, links);
  return scaled(x, y);
}

/** Neighbours of each product in the tree. */
function treeNeighbours(products: number, links: readonly SpaceLink[]): readonly (readonly number[])[] {
  const neighbours: number[][] = Array.from({ length: products }, () => []);
  for (const { from, to, tree } of links) {
    if (!tree) continue;
    neighbours[from]?.push(to);
    neighbours[to]?.push(from);
  }
  return neighbours;
}

/** Each part of the forest in rings around its middle; the parts beside each other along a spiral, the largest first. */
function rings(products: number, links: readonly SpaceLink[]) {
  const neighbours = treeNeighbours(products, links);
  const [x, y] = [new Float64Array(products), new Float64Array(products)];
  const parts = partsOf(neighbours).sort((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0));
  let taken = 0;
  parts.forEach((part, place) => {
    const radius = 0.5 * Math.sqrt(part.length / products);
    const away = place === 0 ? 0 : 0.5 * Math.sqrt(taken / products) + radius;
    const turn = place * 2.399963;
    const middle = { x: away * Math.cos(turn), y: away * Math.sin(turn) };
    layPart(middleOf(part, neighbours), neighbours, radius, middle, x, y);
    taken += part.length;
  });
  return { x, y };
}

function partsOf(neighbours: readonly (readonly number[])[]): number[][] {
  const seen = new Uint8Array(neighbours.length);
  const parts: number[][] = [];
  for (let seed = 0; seed < neighbours.length; seed += 1) {
    if (seen[seed] === 1) continue;
    seen[seed] = 1;
    const part = [seed];
    for (let at = 0; at < part.length; at += 1)
      for (const next of neighbours[part[at] as number] ?? [])
        if (seen[next] === 0) {
          seen[next] = 1;
          part.push(next);
        }
    parts.push(part);
  }
  return parts;
}

/** The middle of a tree: leaves are taken off until one or two products are left. */
function middleOf(part: readonly number[], neighbours: readonly (readonly number[])[]): number {
  const degree = new Map(part.map((one) => [one, neighbours[one]?.length ?? 0]));
  let leaves = part.filter((one) => (degree.get(one) ?? 0) <= 1);
  let left = part.length;
  while (left > 2) {
    left -= leaves.length;
    const next: number[] = [];
    for (const leaf of leaves)
      for (const other of neighbours[leaf] ?? []) {
        const less = (degree.get(other) ?? 0) - 1;
        degree.set(other, less);
        if (less === 1) next.push(other);
      }
    leaves = next;
  }
  return Math.min(...leaves);
}

function layPart(
  root: number,
  neighbours: readonly (readonly number[])[],
  radius: number,
  middle: SpacePlace,
  x: Float64Array,
  y: Float64Array,
): void {
  const order: { readonly one: number; readonly parent: number; readonly depth: number }[] = [
    { one: root, parent: -1, depth: 0 },
  ];
  for (let at = 0; at < order.length; at += 1) {
    const { one, parent, depth } = order[at] as (typeof order)[number];
    for (const next of neighbours[one] ?? [])
      if (next !== parent) order.push({ one: next, parent: one, depth: depth + 1 });
  }
  const ends = new Map<number, number>();
  for (const { one, parent } of [...order].reverse()) {
    const own = ends.get(one) ?? 1;
    ends.set(one, own);
    if (parent >= 0) ends.set(parent, (ends.get(parent) ?? 0) + own);
  }
  const deepest = Math.max(1, order.at(-1)?.depth ?? 1);
  const from = new Map<number, number>([[root, 0]]);
  const used = new Map<number, number>();
  const span = new Map<number, number>([[root, 2 * Math.PI]]);
  for (const { one, parent, depth } of order) {
    if (parent >= 0) {
      const begin = from.get(parent) ?? 0;
      const part = ((span.get(parent) ?? 0) * (ends.get(one) ?? 1)) / (ends.get(parent) ?? 1);
      const taken = used.get(parent) ?? 0;
      used.set(parent, taken + part);
      from.set(one, begin + taken);
      span.set(one, part);
    }
    const angle = (from.get(one) ?? 0) + (span.get(one) ?? 0) / 2;
    const distance = (radius * depth) / deepest;
    x[one] = middle.x + distance * Math.cos(angle);
    y[one] = middle.y + distance * Math.sin(angle);
  }
}

/** Attraction along links, repulsion between what is near, a light pull to the middle; every step moves less. */
function relax(x: Float64Array, y: Float64Array, links: readonly SpaceLink[]): void {
  const count = x.length;
  const ideal = Math.sqrt(1 / count) * 0.8;
  const reach = 3 * ideal;
  const [dx, dy] = [new Float64Array(count), new Float64Array(count)];
  for (let step = 0; step < steps; step += 1) {
    dx.fill(0);
    dy.fill(0);
    repel(x, y, dx, dy, ideal, reach);
    for (const { from, to, tree } of links) {
      const [ax, ay] = [(x[to] as number) - (x[from] as number), (y[to] as number) - (y[from] as number)];
      const pull = (Math.hypot(ax, ay) / ideal) * (tree ? 1 : 0.15);
      dx[from] = (dx[from] as number) + ax * pull;
      dy[from] = (dy[from] as number) + ay * pull;
      dx[to] = (dx[to] as number) - ax * pull;
      dy[to] = (dy[to] as number) - ay * pull;
    }
    const most = 0.08 * (1 - step / steps) ** 2 + 0.0005;
    for (let one = 0; one < count; one += 1) {
      const [mx, my] = [
        (dx[one] as number) - (x[one] as number) * 0.02,
        (dy[one] as number) - (y[one] as number) * 0.02,
      ];
      const length = Math.hypot(mx, my);
      const scale = length > most ? most / length : 1;
      x[one] = (x[one] as number) + mx * scale;
      y[one] = (y[one] as number) + my * scale;
    }
  }
}

/** A cell itself and half of those around it: the other half has it as its neighbour. */
const neighbourCells = [0, 1, 65_535, 65_536, 65_537];

/** Pushes near products apart, found by cells of the reach. */
function repel(
  x: Float64Array,
  y: Float64Array,
  dx: Float64Array,
  dy: Float64Array,
  ideal: number,
  reach: number,
): void {
  const cells = new Map<number, number[]>();
  const cellOf = (one: number) =>
    Math.floor((x[one] as number) / reach) * 65_536 + Math.floor((y[one] as number) / reach);
  for (let one = 0; one < x.length; one += 1) {
    const cell = cells.get(cellOf(one));
    if (cell === undefined) cells.set(cellOf(one), [one]);
    else cell.push(one);
  }
  // Each two cells beside each other once, and each two products in them: what one is pushed the other is pushed back.
  for (const [cell, own] of cells)
    for (const aside of neighbourCells) {
      const others = cells.get(cell + aside);
      if (others === undefined) continue;
      for (const one of own)
        for (const other of others) {
          if (aside === 0 && other <= one) continue;
          // Two in one place part by their numbers.
          const ax = (x[one] as number) - (x[other] as number) || (one - other) * 1e-6;
          const ay = (y[one] as number) - (y[other] as number);
          const square = ax * ax + ay * ay;
          if (square > reach * reach) continue;
          const push = (ideal * ideal) / Math.max(square, 1e-9);
          dx[one] = (dx[one] as number) + ax * push;
          dy[one] = (dy[one] as number) + ay * push;
          dx[other] = (dx[other] as number) - ax * push;
          dy[other] = (dy[other] as number) - ay * push;
        }
    }
}

function scaled(x: Float64Array, y: Float64Array): readonly SpacePlace[] {
  const [left, top] = [Math.min(...x), Math.min(...y)];
  const width = Math.max(...x) - left;
  const height = Math.max(...y) - top;
  const place = (value: number, from: number, size: number) =>
    Math.round((size < 1e-12 ? 0.5 : (value - from) / size) * 1e5) / 1e5;
  return Array.from(x, (value, one) => ({
    x: place(value, left, width),
    y: place(y[one] as number, top, height),
  }));
}
