// Outlines of countries for the page "World": from world-atlas (Natural Earth, public domain) to paths on a plane, so
// that the browser computes no geometry. Countries too small for the coarse outlines become points of the finer ones.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { packageRoot } from '../src/classifications/dataFile.ts';
import { partners } from '../src/classifications/partners.ts';

const size = { width: 1000, height: 460 };
/** Steradians below which an outline cannot be seen or hit on the map. */
const smallest = 2e-5;

interface Shape {
  readonly id: string;
  /** SVG path; empty for a point. */
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

/** Path of the file that the map is read from. */
export const worldShapesFile = join(packageRoot(), 'src', 'web', 'worldShapes.json');

/** The map as text of the file. */
export function worldShapes(): string {
  const coarse = countriesOf('110m');
  const fine = countriesOf('50m');
  const byNumber = new Map(partners().map((one) => [one.m49, one.iso2]));
  const projection = geoEqualEarth().fitExtent(
    [
      [2, 2],
      [size.width - 2, size.height - 2],
    ],
    { type: 'FeatureCollection', features: coarse.filter((one) => String(one.id) !== antarctica) },
  );
  const draw = geoPath(projection);
  draw.digits(1);
  const known = new Set(coarse.map((one) => String(one.id)));
  const shapes = [...coarse, ...fine.filter((one) => !known.has(String(one.id)))].flatMap((one): Shape[] => {
    const id = byNumber.get(String(one.id).padStart(3, '0'));
    if (id === undefined || String(one.id) === antarctica) return [];
    const [x, y] = projection(geoCentroid(one)) ?? [0, 0];
    const isPoint = geoArea(one) < smallest || !known.has(String(one.id));
    return [{ id, path: isPoint ? '' : (draw(one) ?? ''), x: round(x), y: round(y) }];
  });
  const sorted = [...new Map(shapes.map((one) => [one.id, one])).values()].sort((a, b) =>
    a.id < b.id ? -1 : 1,
  );
  return `${JSON.stringify({ ...size, shapes: sorted }, null, 2)}\n`;
}

const antarctica = '010';

function countriesOf(scale: '110m' | '50m') {
  const path = createRequire(import.meta.url).resolve(`world-atlas/countries-${scale}.json`);
  const topology = JSON.parse(readFileSync(path, 'utf8')) as Topology<{ countries: GeometryCollection }>;
  return feature(topology, topology.objects.countries).features;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

if (process.argv[1]?.endsWith('buildWorldShapes.js') === true) writeFileSync(worldShapesFile, worldShapes());
