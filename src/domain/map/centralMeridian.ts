import type { GeoPoint } from './geoShape.ts';

/**
 * The meridian around which a map is drawn, so that nothing of it is torn: opposite the middle of the widest gap
 * between longitudes; 0 where points lie all around (no gap of 20 degrees).
 * @example centralMeridian([[20, 60], [100, 60], [-170, 65]]) // 105
 */
export function centralMeridian(points: Iterable<GeoPoint>): number {
  const taken = new Array<boolean>(360).fill(false);
  for (const [longitude] of points) taken[Math.floor(wrapped(longitude) + 180) % 360] = true;
  let [widest, end] = [0, 0];
  let run = 0;
  for (let degree = 0; degree < 720; degree += 1) {
    run = taken[degree % 360] === true ? 0 : run + 1;
    if (run > widest && run < 360) [widest, end] = [run, degree];
  }
  if (widest < 20) return 0;
  const middleOfGap = end + 0.5 - widest / 2 - 180;
  return Math.round(wrapped(middleOfGap + 180));
}

/** A longitude from −180 (included) to 180. @example wrapped(190) // -170 */
export function wrapped(longitude: number): number {
  return ((((longitude + 180) % 360) + 360) % 360) - 180;
}
