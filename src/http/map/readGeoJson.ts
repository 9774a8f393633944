import { open } from 'node:fs/promises';
import type { GeoPoint, GeoShape } from '../../domain/map/geoShape.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';

/** What a file of boundaries may hold at most: far more than a map on a page can show. */
export const mapLimits = { bytes: 48e6, shapes: 5000, points: 1_500_000, text: 200, properties: 60 } as const;

/**
 * Shapes of a GeoJSON file: a FeatureCollection of polygons and multipolygons; other geometries are left out. Throws
 * `file-not-found`, `too-large`, and `file-unreadable` that says what is accepted.
 */
export async function readGeoJson(path: string): Promise<readonly GeoShape[]> {
  return shapesOf(await textOf(path), path);
}

async function textOf(path: string): Promise<string> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new TrajectaError(error.code === 'ENOENT' ? 'file-not-found' : 'file-unreadable', {
      ru: `Файл карты ${path} не открывается (${error.code}). Нужен файл GeoJSON.`,
      en: `The map file ${path} cannot be opened (${error.code}). A GeoJSON file is wanted.`,
    });
  });
  try {
    const { size } = await file.stat();
    if (size > mapLimits.bytes)
      throw tooLarge(path, `${Math.round(size / 1e6)} MB > ${mapLimits.bytes / 1e6} MB`);
    return await file.readFile('utf8');
  } finally {
    await file.close();
  }
}

/** Shapes of the text of a GeoJSON file. */
export function shapesOf(text: string, path: string): readonly GeoShape[] {
  const root = parsed(text, path);
  if (root.type === 'Topology') throw unreadable(path, 'TopoJSON');
  if (root.type !== 'FeatureCollection' || !Array.isArray(root.features))
    throw unreadable(path, `type: ${String(root.type).slice(0, 40)}`);
  if (root.features.length > mapLimits.shapes)
    throw tooLarge(path, `${root.features.length} features > ${mapLimits.shapes}`);
  const count = { points: 0 };
  return root.features.flatMap((feature: unknown): GeoShape[] => {
    if (!isRecord(feature) || !isRecord(feature.geometry)) return [];
    const { type, coordinates } = feature.geometry;
    const polygons = type === 'Polygon' ? [coordinates] : type === 'MultiPolygon' ? coordinates : [];
    if (!Array.isArray(polygons)) throw unreadable(path, `coordinates of ${String(type)}`);
    const rings = polygons.flatMap((polygon: unknown) => {
      if (!Array.isArray(polygon)) throw unreadable(path, 'coordinates');
      return polygon.map((ring: unknown) => ringOf(ring, path, count));
    });
    return rings.length === 0 ? [] : [{ properties: propertiesOf(feature), rings }];
  });
}

function parsed(text: string, path: string): Readonly<Record<string, unknown>> {
  let root: unknown;
  try {
    root = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw unreadable(path, (error as Error).message.slice(0, 120));
  }
  if (!isRecord(root)) throw unreadable(path, 'JSON');
  return root;
}

function ringOf(ring: unknown, path: string, count: { points: number }): readonly GeoPoint[] {
  if (!Array.isArray(ring)) throw unreadable(path, 'coordinates');
  count.points += ring.length;
  if (count.points > mapLimits.points) throw tooLarge(path, `> ${mapLimits.points} points`);
  return ring.map((point: unknown): GeoPoint => {
    const [longitude, latitude] = Array.isArray(point) ? (point as unknown[]) : [];
    if (
      typeof longitude !== 'number' ||
      typeof latitude !== 'number' ||
      Math.abs(longitude) > 540 ||
      Math.abs(latitude) > 90
    )
      throw unreadable(path, `[${String(longitude).slice(0, 24)}, ${String(latitude).slice(0, 24)}]`);
    return [longitude, latitude];
  });
}

function propertiesOf(feature: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const own = isRecord(feature.properties) ? feature.properties : {};
  const named = feature.id === undefined ? own : { ...own, id: own.id ?? feature.id };
  return Object.fromEntries(
    Object.entries(named)
      .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
      .slice(0, mapLimits.properties)
      .map(([name, value]) => [name.slice(0, mapLimits.text), String(value).slice(0, mapLimits.text)]),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unreadable(path: string, found: string): TrajectaError {
  return new TrajectaError('file-unreadable', {
    ru: `Карта ${path} не понята (${found}). Нужен GeoJSON: FeatureCollection с Polygon или MultiPolygon, координаты — долгота и широта в градусах (WGS 84).`,
    en: `The map ${path} is not understood (${found}). GeoJSON is wanted: a FeatureCollection of Polygon or MultiPolygon, coordinates being longitude and latitude in degrees (WGS 84).`,
  });
}

function tooLarge(path: string, found: string): TrajectaError {
  return new TrajectaError('too-large', {
    ru: `Карта ${path} слишком велика (${found}). Упростите границы, например программой mapshaper: странице хватает 5–10 % точек.`,
    en: `The map ${path} is too large (${found}). Simplify its boundaries, for example by mapshaper: 5 to 10% of the points are enough for a page.`,
  });
}
