export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Boxes whose areas are as the values, as near to squares as rows of them can be (Bruls, Huizing, van Wijk 2000). The
 * values are to come largest first; those that are not positive get an empty box.
 * @example squarify([1, 1], { x: 0, y: 0, width: 2, height: 1 }) // [{ x: 0, y: 0, width: 1, height: 1 }, { x: 1, y: 0, width: 1, height: 1 }]
 */
export function squarify(values: readonly number[], within: Box): readonly Box[] {
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const scale = total === 0 ? 0 : (within.width * within.height) / total;
  const areas = values.map((value) => Math.max(0, value) * scale);
  const boxes: Box[] = [];
  let left = within;
  let place = 0;
  while (place < areas.length) {
    const side = Math.min(left.width, left.height);
    let count = 1;
    while (
      place + count < areas.length &&
      worst(areas, place, count + 1, side) <= worst(areas, place, count, side)
    )
      count += 1;
    const sum = areas.slice(place, place + count).reduce((all, area) => all + area, 0);
    const isColumn = left.width >= left.height;
    // Rounding must not carry the last row over the edge.
    const depth = side === 0 ? 0 : Math.min(sum / side, isColumn ? left.width : left.height);
    let along = 0;
    for (const area of areas.slice(place, place + count)) {
      const length = depth === 0 ? 0 : area / depth;
      boxes.push(
        isColumn
          ? { x: left.x, y: left.y + along, width: depth, height: length }
          : { x: left.x + along, y: left.y, width: length, height: depth },
      );
      along += length;
    }
    left = isColumn
      ? { ...left, x: left.x + depth, width: Math.max(0, left.width - depth) }
      : { ...left, y: left.y + depth, height: Math.max(0, left.height - depth) };
    place += count;
  }
  return boxes;
}

/** The longest side over the shortest, of the worst box of a row. */
function worst(areas: readonly number[], from: number, count: number, side: number): number {
  const row = areas.slice(from, from + count);
  const sum = row.reduce((all, area) => all + area, 0);
  if (sum === 0 || side === 0) return Number.POSITIVE_INFINITY;
  const depth = sum / side;
  return Math.max(...row.map((area) => (area === 0 ? 0 : Math.max(depth ** 2 / area, area / depth ** 2))));
}
