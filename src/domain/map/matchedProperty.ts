import type { GeoShape } from './geoShape.ts';

export interface MatchedShapes {
  /** The property by which shapes are told; null: none tells any. */
  readonly property: string | null;
  /** Of each shape the territory, or null. */
  readonly territories: readonly (string | null)[];
}

/**
 * The property of the shapes (or the one asked for) by which most of them are found, and what each is. A territory is
 * given to the first shape that names it.
 * @example matchedShapes([{ properties: { iso: 'RU-TOM', name: '?' }, rings: [] }], null, (text) => (text === 'RU-TOM' ? text : null)).property // 'iso'
 */
export function matchedShapes(
  shapes: readonly GeoShape[],
  asked: string | null,
  find: (text: string) => string | null,
): MatchedShapes {
  const names =
    asked === null ? [...new Set(shapes.flatMap((shape) => Object.keys(shape.properties)))] : [asked];
  const none = { property: null, territories: shapes.map(() => null), count: 0 };
  const best = names.reduce<MatchedShapes & { readonly count: number }>((found, property) => {
    const taken = new Set<string>();
    const territories = shapes.map((shape) => {
      const territory = find(shape.properties[property] ?? '');
      if (territory === null || taken.has(territory)) return null;
      taken.add(territory);
      return territory;
    });
    return taken.size > found.count ? { property, territories, count: taken.size } : found;
  }, none);
  return { property: best.property, territories: best.territories };
}
