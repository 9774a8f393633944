import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { compactTables, officialConcordances } from '../../scripts/classifications/compactTables.ts';
import { alignHighTechnology } from '../../src/classifications/alignHighTechnology.ts';
import { builtInConcordances } from '../../src/classifications/concordanceSource.ts';
import { dataFile, readDataTable } from '../../src/classifications/dataFile.ts';
import { loadAlignment } from '../../src/classifications/highTechnologyAlignment.ts';
import { highTechnologyGroups, loadSegmentSystem } from '../../src/classifications/segmentSystems.ts';
import { hsEditions } from '../../src/domain/edition.ts';
import { segmentCodes } from '../../src/domain/highTechnologyList.ts';
import { sharedData, withoutSharedData } from '../support/sharedData.ts';

const groups = highTechnologyGroups().map((group) => group.id);

test('numbers of codes under the one-to-one conversion, HS1992 to HS2022', () => {
  // Counted independently from the official tables, as the method's description gives them.
  const expected = {
    4: [297, 312, 318, 308, 301, 304, 341],
    3: [294, 317, 323, 309, 286, 281, 311],
  } as const;
  for (const revision of [3, 4] as const) {
    const rows = loadAlignment(revision);
    const counted = hsEditions.map(
      (edition) =>
        segmentCodes(rows, { revision, alignment: 'un-conversion', groups }, edition, 'chosen')?.size,
    );
    assert.deepEqual(counted, [...expected[revision]]);
  }
});

test('wholly and partly inside by the many-to-many sheets; resolved lies between them', () => {
  const rows = loadAlignment(4);
  const choice = { revision: 4, alignment: 'resolved', groups } as const;
  const counts: Record<string, readonly number[]> = {};
  for (const edition of ['HS2012', 'HS2017', 'HS2022'] as const) {
    const lower = segmentCodes(rows, choice, edition, 'lower') ?? new Set<string>();
    const resolved = segmentCodes(rows, choice, edition, 'chosen') ?? new Set<string>();
    const upper = segmentCodes(rows, choice, edition, 'upper') ?? new Set<string>();
    counts[edition] = [lower.size, upper.size - lower.size, resolved.size];
    for (const code of lower)
      assert.ok(resolved.has(code), `${edition} ${code} is wholly inside but not resolved`);
    for (const code of resolved) assert.ok(upper.has(code), `${edition} ${code} is resolved but not linked`);
  }
  // Whole and part: counted independently. Resolved in HS2017: 316. For HS2022 the rule as written gives 351.
  assert.deepEqual(counts, { HS2012: [297, 4, 301], HS2017: [297, 20, 316], HS2022: [321, 56, 351] });
  assert.equal(segmentCodes(rows, choice, 'HS2007', 'lower'), null);
});

test('the hole that resolving closes: integrated circuits and immunological products', () => {
  const rows = loadAlignment(4);
  const at = (alignment: 'resolved' | 'un-conversion', group: string, edition: 'HS2017' | 'HS2022') =>
    segmentCodes(rows, { revision: 4, alignment, groups: [group] }, edition, 'chosen') ?? new Set<string>();
  for (const code of ['300211', '300212', '300213', '300214', '300215', '300219']) {
    assert.equal(at('un-conversion', 'pharmacy', 'HS2017').has(code), false);
    assert.equal(at('resolved', 'pharmacy', 'HS2017').has(code), true);
  }
  for (const code of ['854231', '854232', '854233', '854239']) {
    assert.equal(at('un-conversion', 'electronics', 'HS2022').has(code), false);
    assert.equal(at('resolved', 'electronics', 'HS2022').has(code), true);
  }
});

test('a code split among groups of one segment is wholly inside the segment, and in none of the groups', () => {
  const row = {
    revision: 4,
    edition: 'HS2022',
    hs6: '999998',
    unConversion: 'computers',
    resolved: 'computers',
    sitc: [],
  } as const;
  const rows = [{ ...row, links: ['computers', 'instruments'] }];
  const lower = (chosen: readonly string[]) =>
    segmentCodes(rows, { revision: 4, alignment: 'resolved', groups: chosen }, 'HS2022', 'lower')?.size;
  assert.equal(lower(['computers', 'instruments', 'electrical']), 1);
  assert.equal(lower(['computers']), 0);
});

test('segment systems: four with the remainder make the eight; armament is in nine only', async () => {
  const of = async (id: string) =>
    (await loadSegmentSystem(id)).segments.flatMap((segment) => segment.groups).sort();
  assert.deepEqual(await of('four'), await of('eight'));
  assert.deepEqual(await of('nine'), [...(await of('eight')), 'armament'].sort());
  await assert.rejects(loadSegmentSystem('seven'), /seven/);
  assert.equal(readDataTable('high-technology-sitc.csv').length, 18);
});

test('the compact tables are what the official workbooks give', { skip: withoutSharedData }, async () => {
  const made = compactTables(await officialConcordances(sharedData('un-tables')));
  for (const [name, text] of Object.entries(made))
    assert.ok(text === readFileSync(dataFile(name), 'utf8'), name);
});

test('the alignment follows from the compact concordances alone', () => {
  for (const revision of [4, 3] as const)
    assert.deepEqual(alignHighTechnology(builtInConcordances(), revision), loadAlignment(revision));
});
