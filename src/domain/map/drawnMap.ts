import { centralMeridian, wrapped } from './centralMeridian.ts';
import type { GeoPoint, GeoShape } from './geoShape.ts';
import { albers, equalEarth, type Projection } from './projections.ts';

export interface DrawnShape {
  /** SVG path of the area. */
  readonly area: string;
  /** SVG path of its border, where that is less than the edge of the area: seams of the antimeridian are no border. */
  readonly border: string | null;
}

export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly DrawnShape[];
}

/** Points nearer to each other than this on a map a thousand units wide are drawn as one. */
const nearest = 0.6;
const smallestArea = 0.5;

/**
 * Shapes of longitudes and latitudes as paths on a plane a thousand units wide: around the meridian that tears nothing,
 * by Albers's conic projection, or Equal Earth where the land goes about the world or lies at the equator. What is too
 * small to be seen is left out, but of each shape its largest ring.
 * @example drawnMap([{ properties: {}, rings: [[[0, 50], [10, 50], [10, 60]]] }]).width // 1000
 */
export function drawnMap(shapes: readonly GeoShape[], width = 1000): DrawnMap {
  const middle = centralMeridian(pointsOf(shapes));
  const project = projectionFor(shapes, middle);
  const rings = shapes.map((shape) => shape.rings.map((ring) => projected(ring, middle, project)));
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const shape of rings)
    for (const ring of shape)
      for (const [x, y] of ring.points) {
        if (x < left) left = x;
        if (x > right) right = x;
        if (y < bottom) bottom = y;
        if (y > top) top = y;
      }
  if (!(right > left) || !(top > bottom)) return { width, height: 0, shapes: shapes.map(() => empty) };
  const scale = width / (right - left);
  const place = ([x, y]: Point): Point => [(x - left) * scale, (top - y) * scale];
  return {
    width,
    height: Math.round((top - bottom) * scale),
    shapes: rings.map((shape) => drawn(shape.map((ring) => ({ ...ring, points: ring.points.map(place) })))),
  };
}

type Point = readonly [number, number];
interface Ring {
  readonly points: readonly Point[];
  /** Of each point: the edge to the next one is a seam. */
  readonly seams: readonly boolean[];
}

const empty: DrawnShape = { area: '', border: null };

function* pointsOf(shapes: readonly GeoShape[]): Generator<GeoPoint> {
  for (const shape of shapes) for (const ring of shape.rings) yield* ring;
}

function projectionFor(shapes: readonly GeoShape[], middle: number): Projection {
  let [west, east, south, north] = [180, -180, 90, -90];
  for (const [longitude, latitude] of pointsOf(shapes)) {
    const relative = wrapped(longitude - middle);
    if (relative < west) west = relative;
    if (relative > east) east = relative;
    if (latitude < south) south = latitude;
    if (latitude > north) north = latitude;
  }
  const isConic = east - west < 200 && Math.abs((south + north) / 2) > 12;
  return isConic ? albers(south, north) : equalEarth;
}

/** A ring on the plane; its longitudes go on from each other, so that none jumps around the world. */
function projected(given: readonly GeoPoint[], middle: number, project: Projection): Ring {
  const [first, last] = [given[0], given.at(-1)];
  const isClosed = given.length > 1 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  const ring = isClosed ? given.slice(0, -1) : given;
  const points: Point[] = [];
  const seams: boolean[] = [];
  const isEdge = (place: number) => Math.abs(Math.abs(ring[place]?.[0] ?? 0) - 180) < 1e-6;
  let before: number | null = null;
  ring.forEach(([longitude, latitude], place) => {
    let relative = wrapped(longitude - middle);
    if (before !== null && relative - before > 180) relative -= 360;
    if (before !== null && relative - before < -180) relative += 360;
    before = relative;
    points.push(project(relative, latitude));
    seams.push(isEdge(place) && isEdge((place + 1) % ring.length));
  });
  return { points, seams };
}

function drawn(rings: readonly Ring[]): DrawnShape {
  const sized = rings
    .map((ring) => ({ ring: thinned(ring), area: Math.abs(areaOf(ring.points)) }))
    .sort((a, b) => b.area - a.area);
  const kept = sized
    .filter(({ area, ring }, place) => ring.points.length > 2 && (place === 0 || area >= smallestArea))
    .map(({ ring }) => ring);
  const hasSeam = kept.some((ring) => ring.seams.includes(true));
  return {
    area: kept.map((ring) => `${ring.points.map(pathPart).join('')}Z`).join(''),
    border: hasSeam ? kept.map(borderOf).join('') : null,
  };
}

/** Points that are seen apart; ends of seams are kept. */
function thinned(ring: Ring): Ring {
  const points: Point[] = [];
  const seams: boolean[] = [];
  ring.points.forEach((point, place) => {
    const last = points.at(-1);
    const isEnd = ring.seams[place] === true || ring.seams[place - 1] === true;
    const isSeen =
      last === undefined || Math.hypot(point[0] - last[0], point[1] - last[1]) >= nearest || isEnd;
    if (!isSeen) return;
    points.push(point);
    seams.push(ring.seams[place] === true);
  });
  return { points, seams };
}

function areaOf(points: readonly Point[]): number {
  return (
    points.reduce((sum, [x, y], place) => {
      const [nx, ny] = points[(place + 1) % points.length] ?? [x, y];
      return sum + x * ny - nx * y;
    }, 0) / 2
  );
}

function pathPart([x, y]: Point, place: number): string {
  return `${place === 0 ? 'M' : 'L'}${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}

/** The ring without its seams: the pen is lifted over them. */
function borderOf(ring: Ring): string {
  const { points, seams } = ring;
  const closed = [...points, points[0] as Point];
  return closed
    .map((point, place) => pathPart(point, place === 0 || seams[place - 1] === true ? 0 : place))
    .join('');
}
