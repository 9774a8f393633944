/** From longitude relative to the central meridian and latitude, in degrees, to the plane, y upward. */
export type Projection = (longitude: number, latitude: number) => readonly [x: number, y: number];

const radians = Math.PI / 180;

/**
 * Albers's equal-area conic projection on the sphere (Snyder 1987, Map Projections: A Working Manual, p. 100, with
 * radius 1), for lands that stretch along a parallel. Standard parallels at a sixth of the range of latitudes from its
 * ends. Throws RangeError where these lie about the equator in balance, which leaves no cone.
 * @example albers(40, 70)(0, 55) // [0, 0]
 */
export function albers(from: number, to: number): Projection {
  const inset = (to - from) / 6;
  const [first, second] = [(from + inset) * radians, (to - inset) * radians];
  const n = (Math.sin(first) + Math.sin(second)) / 2;
  if (Math.abs(n) < 0.05) throw new RangeError('The standard parallels leave no cone');
  const c = Math.cos(first) ** 2 + 2 * n * Math.sin(first);
  const radius = (latitude: number) => Math.sqrt(Math.max(0, c - 2 * n * Math.sin(latitude * radians))) / n;
  const origin = radius((from + to) / 2);
  return (longitude, latitude) => {
    const [rho, theta] = [radius(latitude), n * longitude * radians];
    return [rho * Math.sin(theta), origin - rho * Math.cos(theta)];
  };
}

const [a1, a2, a3, a4] = [1.340264, -0.081106, 0.000893, 0.003796];
const m = Math.sqrt(3) / 2;

/** The Equal Earth projection (Šavrič, Patterson and Jenny 2019), for the whole world or lands about the equator. @example equalEarth(0, 0) // [0, 0] */
export function equalEarth(longitude: number, latitude: number): readonly [x: number, y: number] {
  const t = Math.asin(m * Math.sin(latitude * radians));
  const t2 = t * t;
  const t6 = t2 * t2 * t2;
  const x = (longitude * radians * Math.cos(t)) / (m * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)));
  return [x, t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))];
}
