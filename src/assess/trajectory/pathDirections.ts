import type { PathDirection, PathPoint } from '../../api/trajectory.ts';
import { pathMeasures } from '../../api/trajectory.ts';
import { type Direction, directionOf } from '../../domain/direction.ts';

type PathMeasure = (typeof pathMeasures)[number];

/** Fields of a point that hold a measure under the bounds of the list; null: the measure has no bounds of its own. */
const boundFields: Readonly<Record<PathMeasure, readonly [keyof PathPoint, keyof PathPoint] | null>> = {
  trajectoryIndex: ['trajectoryIndexLower', 'trajectoryIndexUpper'],
  shareOfCountrySegment: null,
  segmentShareOfTerritory: ['segmentShareOfTerritoryLower', 'segmentShareOfTerritoryUpper'],
};

/**
 * Directions of the three measures of a path. `isReference` names those that are 1 by definition (the country held
 * against itself): they have none.
 */
export function pathDirections(
  points: readonly PathPoint[],
  isReference: (measure: PathMeasure) => boolean,
): PathDirection[] {
  return pathMeasures.map((measure): PathDirection => {
    const series = seriesOf(points, measure);
    const undefinedYears = points.filter((point) => point[measure] === null).map((point) => point.year);
    const fields = boundFields[measure];
    const known = !isReference(measure);
    const direction = known ? directionOf(series) : noDirection(series.length);
    const bound = (place: 0 | 1) => {
      if (fields === null || !known) return null;
      const path = seriesOf(points, fields[place]);
      return path.length < series.length ? null : directionOf(path).direction;
    };
    return {
      measure,
      ...direction,
      reason: known ? direction.reason : 'is-reference',
      zeroYears: [...direction.zeroYears],
      undefinedYears,
      directionLower: bound(0),
      directionUpper: bound(1),
    };
  });
}

/** Years and values of a field where it is defined. */
export function seriesOf(
  points: readonly PathPoint[],
  field: keyof PathPoint,
): readonly (readonly [number, number])[] {
  return points.flatMap((point) => {
    const value = point[field];
    return typeof value === 'number' ? [[point.year, value] as const] : [];
  });
}

function noDirection(years: number): Direction {
  return { ...directionOf([]), reason: null, years };
}
