import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { readManifest, workspaceManifestSchema } from '../../src/store/manifest.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { upgradedManifest } from '../../src/store/upgradedManifest.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const heading = 'NAPR,PERIOD,STRANA,TNVED,EDIZM,STOIM,NETTO,KOL,REGION';
const moscow = '45000 - ГОРОД МОСКВА';
const petersburg = '40000 - ГОРОД САНКТ-ПЕТЕРБУРГ';
const line = (month: string, region: string, usd: number) =>
  `ЭК,${month}/2018,DE,8542310000,ШТ,${usd},1,1,${region}`;

async function sums(folder: string, vintages?: readonly string[]) {
  const workspace = await openWorkspace(folder, vintages === undefined ? {} : { vintages });
  try {
    const detail = await workspace.engine.query(
      'SELECT region, month, sum(value) AS value FROM detail GROUP BY region, month ORDER BY region, month',
    );
    const cube = await workspace.engine.query(
      'SELECT region, sum(value) AS value FROM cube_region_product GROUP BY region ORDER BY region',
    );
    const partners = await workspace.engine.query(
      'SELECT region, sum(value) AS value FROM cube_region_heading_partner GROUP BY region ORDER BY region',
    );
    assert.deepEqual(partners, cube);
    return {
      detail: Object.fromEntries(detail.map((row) => [`${row.region} ${row.month}`, row.value])),
      cube: Object.fromEntries(cube.map((row) => [String(row.region), row.value])),
    };
  } finally {
    await workspace.close();
  }
}

test('a revision of one month and region takes the place of just that; the state before can still be asked; the whole by --whole', async (context) => {
  const folder = await temporaryFolder(context);
  const [whole, part] = [join(folder, 'whole.csv'), join(folder, 'part.csv')];
  const lines = [
    line('01', moscow, 1),
    line('02', moscow, 2),
    line('01', petersburg, 4),
    line('02', petersburg, 8),
  ];
  await writeFile(whole, [heading, ...lines].join('\n'));
  await writeFile(part, [heading, line('02', moscow, 100)].join('\n'));
  const workspace = join(folder, 'w');
  const first = (await importFts(workspace, whole)).data[0]?.vintage ?? '';
  await assert.rejects(
    importFts(workspace, part),
    (error: unknown) => error instanceof TrajectaError && error.code === 'overlap',
  );
  const report = await importFts(workspace, part, { replaces: first });
  const second = report.data[0]?.vintage ?? '';
  assert.ok(report.findings.some((finding) => finding.code === 'replaced-in-part'));
  const manifest = await readManifest(workspace);
  assert.deepEqual(manifest?.vintages[1]?.supersedes, [
    { vintage: first, flow: 'export', year: 2018, months: [2], regions: ['RU-MOW'] },
  ]);
  assert.equal(manifest?.vintages[0]?.replacedBy, null);
  assert.deepEqual(await sums(workspace), {
    detail: { 'RU-MOW 1': 1, 'RU-MOW 2': 100, 'RU-SPE 1': 4, 'RU-SPE 2': 8 },
    cube: { 'RU-MOW': 101, 'RU-SPE': 12 },
  });
  // The state before the revision, from the cubes that it left in place.
  assert.deepEqual((await sums(workspace, [first])).cube, { 'RU-MOW': 3, 'RU-SPE': 12 });
  // A revision of the revision, as a whole: what the first one had taken the place of does not come back.
  const again = join(folder, 'again.csv');
  await writeFile(again, [heading, line('02', moscow, 50)].join('\n'));
  await importFts(workspace, again, { replaces: second });
  assert.deepEqual((await sums(workspace)).detail, {
    'RU-MOW 1': 1,
    'RU-MOW 2': 50,
    'RU-SPE 1': 4,
    'RU-SPE 2': 8,
  });
  // A month for all regions of the year's data: the whole month.
  const month = join(folder, 'month.csv');
  await writeFile(month, [heading, line('01', moscow, 7), line('01', petersburg, 7)].join('\n'));
  await importFts(workspace, month, { replaces: first });
  assert.deepEqual((await readManifest(workspace))?.vintages.at(-1)?.supersedes, [
    { vintage: first, flow: 'export', year: 2018, months: [1], regions: null },
  ]);
  assert.deepEqual((await sums(workspace)).cube, { 'RU-MOW': 57, 'RU-SPE': 15 });
  // All of it, though the file tells of one month only.
  const only = join(folder, 'only.csv');
  await writeFile(only, [heading, line('03', petersburg, 9)].join('\n'));
  await assert.rejects(
    importFts(workspace, only, { replaces: second }),
    (error: unknown) => error instanceof TrajectaError && error.code === 'bad-option',
  );
  await importFts(workspace, only, { replaces: first, whole: true });
  assert.deepEqual((await sums(workspace)).detail, {
    'RU-MOW 1': 7,
    'RU-MOW 2': 50,
    'RU-SPE 1': 7,
    'RU-SPE 3': 9,
  });
});

test('parts carry what check needs: rows, checksum and exact sums, of detail and cubes alike', async (context) => {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'a.csv');
  // 0.1 + 0.2 is 0.3 in decimals.
  const rows = ['0.1', '0.2'].map((usd) => `ЭК,01/2018,DE,8542310000,ШТ,${usd},1.5,1,${moscow}`);
  await writeFile(file, [heading, ...rows].join('\n'));
  const workspace = join(folder, 'w');
  await importFts(workspace, file);
  const manifest = await readManifest(workspace);
  assert.deepEqual(
    manifest?.parts.map(({ kind, rows }) => [kind, rows]),
    [
      ['detail', 2],
      ['cube_region_product', 1],
      ['cube_region_heading_partner', 1],
      ['cube_region_product_partner', 1],
      ['cube_region_chapter', 1],
      ['cube_product', 1],
      ['cube_region_high_technology', 1],
    ],
  );
  for (const part of manifest?.parts ?? []) {
    assert.equal((await readFile(join(workspace, part.path))).length, part.bytes);
    assert.match(part.sha256 ?? '', /^[0-9a-f]{64}$/);
    assert.deepEqual(part.holds[0]?.sums, [{ currency: 'USD', value: '0.3000', netWeightKg: '3.0000' }]);
  }
});

test('a workspace of format 1 is read, and grows in format 2', async (context) => {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'a.csv');
  await writeFile(file, [heading, line('01', moscow, 1), line('02', moscow, 2)].join('\n'));
  const workspace = join(folder, 'w');
  await importFts(workspace, file);
  // The manifest as format 1 would have it: parts within the vintage, no checksums; no cubes beside the first.
  const stored = JSON.parse(await readFile(join(workspace, 'manifest.json'), 'utf8'));
  const { parts, ...rest } = stored;
  const earlier = {
    ...rest,
    format: 1,
    vintages: rest.vintages.map((vintage: object) => ({
      ...vintage,
      supersedes: undefined,
      parts: parts
        .slice(0, 1)
        .map(({ kind, path, rows, bytes }: Record<string, unknown>) => ({ kind, path, rows, bytes })),
    })),
  };
  await writeFile(join(workspace, 'manifest.json'), JSON.stringify(earlier));
  assert.equal(workspaceManifestSchema.parse(upgradedManifest(earlier)).parts[0]?.year, 2018);
  assert.deepEqual((await sums(workspace)).cube, { 'RU-MOW': 3 });
  const next = join(folder, 'b.csv');
  await writeFile(next, [heading, line('03', petersburg, 5)].join('\n'));
  await importFts(workspace, next);
  assert.deepEqual((await sums(workspace)).detail, { 'RU-MOW 1': 1, 'RU-MOW 2': 2, 'RU-SPE 3': 5 });
  assert.equal((await readManifest(workspace))?.format, 2);
});
