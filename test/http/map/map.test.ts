import assert from 'node:assert/strict';
import { copyFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { MapAnswer } from '../../../src/api/map.ts';
import { loadTerritories } from '../../../src/classifications/territories.ts';
import type { TerritoryDictionary } from '../../../src/domain/territory.ts';
import { TrajectaError } from '../../../src/domain/trajectaError.ts';
import { mapOf } from '../../../src/http/map/mapOf.ts';
import { mapLimits, shapesOf } from '../../../src/http/map/readGeoJson.ts';
import { serve } from '../../../src/http/serve.ts';
import { folderSource } from '../../../src/http/workspaceSource.ts';
import { sharedData, withoutSharedData } from '../../support/sharedData.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { webWorkspace } from '../../support/webWorkspace.ts';

/** The dictionary of Russia, which the program has. */
function russia(): TerritoryDictionary {
  const found = loadTerritories('RU');
  assert.ok(found !== null);
  return found;
}

const square = [
  [
    [80, 55],
    [90, 55],
    [90, 60],
    [80, 60],
    [80, 55],
  ],
];
const collection = (features: readonly object[]) => JSON.stringify({ type: 'FeatureCollection', features });
const feature = (properties: object, geometry: object = { type: 'Polygon', coordinates: square }) => ({
  type: 'Feature',
  properties,
  geometry,
});

test('regions are found by the property that names most of them: code, OKATO or name', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'map.geojson');
  const of = async (features: readonly object[], property: string | null = null): Promise<MapAnswer> => {
    await writeFile(path, collection(features));
    return mapOf({ path, property }, russia());
  };
  const both = [
    feature({ n: 1, iso: 'RU-TOM', label: 'Tomsk' }),
    feature({ n: 2, iso: 'RU-NVS', label: 'Новосибирская область' }),
    feature({ n: 3, iso: 'XX-1', label: '<script>' }),
  ];
  const { data, manifest, findings } = await of(both);
  assert.equal(manifest.property, 'iso');
  assert.deepEqual(
    data.map((one) => one.territory),
    ['RU-TOM', 'RU-NVS', null],
  );
  assert.deepEqual(manifest.unmatchedShapes, ['XX-1']);
  assert.ok(manifest.unmatchedTerritories.length > 70);
  assert.deepEqual(
    findings.map((one) => one.code),
    ['map-shapes-unmatched', 'map-regions-unmatched'],
  );
  assert.deepEqual(
    (await of(both, 'label')).data.map((one) => one.territory),
    [null, 'RU-NVS', null],
  );
  // OKATO of Tomsk oblast; a name with and without "republic"; one territory named twice.
  assert.deepEqual((await of([feature({ okato: '69000' })])).data[0]?.territory, 'RU-TOM');
  assert.deepEqual(
    (
      await of([
        feature({ name: 'Бурятия' }),
        feature({ name: 'Дагестан' }),
        feature({ name: 'Республика Бурятия' }),
      ])
    ).data.map((one) => one.territory),
    ['RU-BU', 'RU-DA', null],
  );
  await assert.rejects(of([feature({ name: 'Atlantis' })]), (error: TrajectaError) => {
    assert.equal(error.code, 'nothing-usable');
    return /name/.test(error.text.en);
  });
});

test('hostile and wrong files are refused in words, not drawn and not hung upon', () => {
  const refused: readonly (readonly [string, string, RegExp])[] = [
    ['', 'file-unreadable', /GeoJSON/],
    ['{"type":', 'file-unreadable', /GeoJSON/],
    ['[]', 'file-unreadable', /GeoJSON/],
    ['{"type":"Topology","objects":{}}', 'file-unreadable', /TopoJSON/],
    ['{"type":"FeatureCollection","features":{}}', 'file-unreadable', /FeatureCollection/],
    [collection([feature({}, { type: 'Polygon', coordinates: 'x' })]), 'file-unreadable', /coordinates/],
    [collection([feature({}, { type: 'Polygon', coordinates: [[['80', 55]]] })]), 'file-unreadable', /80/],
    [
      '{"type":"FeatureCollection","features":[{"geometry":{"type":"Polygon","coordinates":[[[1e999,5]]]}}]}',
      'file-unreadable',
      /Infinity/,
    ],
    [
      collection([feature({}, { type: 'Polygon', coordinates: [[[500000, 6000000]]] })]),
      'file-unreadable',
      /degrees/,
    ],
    [`${'['.repeat(200_000)}`, 'file-unreadable', /GeoJSON/],
    [collection(Array.from({ length: mapLimits.shapes + 1 }, () => ({}))), 'too-large', /features/],
  ];
  for (const [text, code, says] of refused)
    assert.throws(
      () => shapesOf(text, 'x.geojson'),
      (error: unknown) => {
        assert.ok(error instanceof TrajectaError, text.slice(0, 60));
        assert.equal(error.code, code, text.slice(0, 60));
        assert.match(error.text.en, says);
        return true;
      },
    );
  // What is no area is left out; names and properties are held within bounds.
  const [shape] = shapesOf(
    collection([
      feature({}, { type: 'Point', coordinates: [1, 2] }),
      feature({ ['__proto__']: 'x', long: 'y'.repeat(9999), deep: { a: 1 } }),
    ]),
    'x',
  );
  assert.equal(shape?.properties.long?.length, mapLimits.text);
  assert.equal(shape?.properties.deep, undefined);
});

test('the server answers with the map it was given, or that of the workspace, or says that there is none', async (context) => {
  const workspace = await webWorkspace(context);
  const asked = async (map?: { path: string; property: null }) => {
    const server = await serve(folderSource(workspace), {
      language: 'en',
      port: 0,
      ...(map === undefined ? {} : { map }),
    });
    try {
      const response = await fetch(`${server.address}/api/v1/map`);
      const summary = (await (await fetch(`${server.address}/api/v1/workspace`)).json()) as {
        data: { hasMap: boolean };
      };
      return {
        status: response.status,
        body: (await response.json()) as MapAnswer,
        hasMap: summary.data.hasMap,
      };
    } finally {
      await server.close();
    }
  };
  const none = await asked();
  assert.deepEqual([none.status, none.hasMap], [404, false]);
  const own = join(workspace, 'own.geojson');
  await writeFile(own, collection([feature({ iso: 'RU-TOM' })]));
  const given = await asked({ path: own, property: null });
  assert.deepEqual([given.status, given.hasMap, given.body.manifest.matched], [200, true, 1]);
  await copyFile(own, join(workspace, 'map.geojson'));
  const found = await asked();
  assert.deepEqual([found.status, found.body.manifest.file], [200, 'map.geojson']);
});

test('a map that is put beside the workspace or changed while the server runs is the one answered with', async (context) => {
  const workspace = await webWorkspace(context);
  const server = await serve(folderSource(workspace), { language: 'en', port: 0 });
  context.after(() => server.close());
  const asked = async () => {
    const response = await fetch(`${server.address}/api/v1/map`);
    const body = (await response.json()) as MapAnswer;
    return response.status === 200 ? body.data.map((one) => one.territory) : response.status;
  };
  assert.equal(await asked(), 404);
  await writeFile(join(workspace, 'map.geojson'), collection([feature({ iso: 'RU-TOM' })]));
  assert.deepEqual(await asked(), ['RU-TOM']);
  await writeFile(
    join(workspace, 'map.geojson'),
    collection([feature({ iso: 'RU-MOW' }), feature({ iso: 'RU-TOM' })]),
  );
  assert.deepEqual(await asked(), ['RU-MOW', 'RU-TOM']);
});

test('real boundaries of Russia: every shape is a region, Chukotka is whole', {
  skip: withoutSharedData,
}, async () => {
  for (const name of ['ru_adm1_geoboundaries.geojson', 'ru_osm_click_that_hood.geojson']) {
    const { data, manifest } = await mapOf(
      { path: sharedData('geo-russia', name), property: null },
      russia(),
    );
    // PROVENANCE of the files: 83 features, without Crimea and Sevastopol.
    assert.equal(manifest.matched, 83, name);
    assert.deepEqual(manifest.unmatchedShapes, []);
    assert.deepEqual(manifest.unmatchedTerritories.map((one) => one.id).sort(), ['RU-CR', 'RU-SEV']);
    const spanOf = (territory: string) => {
      const path = data.find((one) => one.territory === territory)?.area ?? '';
      const xs = [...path.matchAll(/[ML](-?[\d.]+),/g)].map((match) => Number(match[1]));
      return [Math.min(...xs), Math.max(...xs)] as const;
    };
    const [left, right] = spanOf('RU-CHU');
    assert.ok(right - left < 200, `${name}: ${left} to ${right}`);
    // As on any map: Chukotka reaches further east than Yakutia, Kaliningrad is furthest west.
    assert.ok(right > spanOf('RU-SA')[1]);
    assert.ok(spanOf('RU-KGD')[1] < spanOf('RU-PSK')[0]);
    assert.notEqual(data.find((one) => one.territory === 'RU-CHU')?.border, null);
  }
});
