/** A dot on an axis, moved up or down by whole levels so that it covers no other. */
export interface Dodged<Item> {
  readonly item: Item;
  readonly level: number;
}

/** Dots that would cover each other move up and down from the middle, in the order of their places. */
export function dodge<Item>(
  items: readonly Item[],
  place: (item: Item) => number,
  radius: number,
): readonly Dodged<Item>[] {
  const taken: { x: number; level: number }[] = [];
  const levels = [0, ...Array.from({ length: 30 }, (_, n) => [-(n + 1), n + 1]).flat()];
  return [...items]
    .sort((a, b) => place(a) - place(b))
    .map((item) => {
      const x = place(item);
      const level =
        levels.find((one) =>
          taken.every((spot) => spot.level !== one || Math.abs(spot.x - x) > radius * 2 + 0.5),
        ) ?? 0;
      taken.push({ x, level });
      return { item, level };
    });
}
