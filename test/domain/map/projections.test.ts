import assert from 'node:assert/strict';
import { test } from 'node:test';
import { centralMeridian } from '../../../src/domain/map/centralMeridian.ts';
import { drawnMap } from '../../../src/domain/map/drawnMap.ts';
import type { GeoPoint } from '../../../src/domain/map/geoShape.ts';
import { albers, equalEarth } from '../../../src/domain/map/projections.ts';

function near(value: number | undefined, wanted: number, by: number): void {
  assert.ok(value !== undefined && Math.abs(value - wanted) < by, `${value} is not ${wanted}`);
}

// Snyder (1987), Map Projections: A Working Manual, numerical example on p. 291: standard parallels 29.5° and 45.5°,
// sphere of radius 1, the point 35° N, 75° W about 96° W: x = 0.2952720. The parallels are those of 25.5° to 49.5°.
test('the conic projection is that of Snyder', () => {
  near(albers(25.5, 49.5)(21, 35)[0], 0.295272, 5e-7);
  assert.throws(() => albers(-30, 30), RangeError);
});

// The property that defines them: equal areas. On the sphere a cell of dλ × dφ at φ has the area cos φ dλ dφ.
test('both projections keep areas', () => {
  const step = 0.01;
  const areaAt = (project: (x: number, y: number) => readonly [number, number], lon: number, lat: number) => {
    const [x0, y0] = project(lon, lat);
    const [x1, y1] = project(lon + step, lat);
    const [x2, y2] = project(lon, lat + step);
    return Math.abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0));
  };
  const cell = (step * Math.PI) / 180;
  for (const project of [albers(42, 80), equalEarth])
    for (const [lon, lat] of [
      [0, 45],
      [60, 60],
      [-80, 75],
    ] as const) {
      const wanted = Math.cos(((lat + step / 2) * Math.PI) / 180) * cell * cell;
      near(areaAt(project, lon, lat) / wanted, 1, 2e-3);
    }
});

test('the map turns about the meridian that tears nothing', () => {
  const of = (...longitudes: number[]) => centralMeridian(longitudes.map((one): GeoPoint => [one, 60]));
  assert.equal(of(20, 100, -170), 105);
  assert.equal(of(113, 153), 133);
  assert.equal(of(-75, -35), -55);
  assert.equal(centralMeridian(Array.from({ length: 360 }, (_, place): GeoPoint => [place - 180, 0])), 0);
});

test('a land parted at the antimeridian is drawn as one, and its seam is no border', () => {
  const square = (west: number, east: number): GeoPoint[] => [
    [west, 64],
    [east, 64],
    [east, 68],
    [west, 68],
    [west, 64],
  ];
  const { shapes, width, height } = drawnMap([
    { properties: {}, rings: [square(100, 110)] },
    { properties: {}, rings: [square(172, 180), square(-180, -172)] },
  ]);
  assert.equal(width, 1000);
  assert.ok(height > 0 && height < 1000);
  const xs = (path: string) => [...path.matchAll(/[ML](-?[\d.]+),/g)].map((match) => Number(match[1]));
  const [, parted] = shapes;
  const [left, right] = [Math.min(...xs(parted?.area ?? '')), Math.max(...xs(parted?.area ?? ''))];
  assert.ok(left > 500 && right <= 1000, `${left} to ${right}`);
  assert.equal(shapes[0]?.border, null);
  // Two rings of four sides, each with one side on the meridian: the pen is set down anew after it.
  const border = parted?.border ?? '';
  assert.equal([...border.matchAll(/M/g)].length, 4);
  assert.equal([...(parted?.area ?? '').matchAll(/M/g)].length, 2);
});
