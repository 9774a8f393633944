import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { highTech } from '../../src/assess/highTech.ts';
import { packageRoot } from '../../src/classifications/dataFile.ts';
import { importTable } from '../../src/sources/table/importTable.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { sharedData, withoutSharedData } from '../support/sharedData.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

test("Australia's high-technology exports agree with the World Bank's, and the default list tells of the hole", {
  skip: withoutSharedData,
}, async (context) => {
  const folder = await temporaryFolder(context);
  const map = join(packageRoot(), 'examples', 'australia', 'mapping.json');
  const report = await importTable(
    folder,
    sharedData('au-states-exports', 'au_state_exports_1988_2023_long.parquet'),
    { map },
  );
  assert.equal(report.data[0]?.rowsKept, 801955);
  const workspace = await openWorkspace(folder);
  const published = new Map(
    readFileSync(sharedData('wdi', 'tx.val.tech.cd.csv'), 'utf8')
      .split('\n')
      .map((line) => line.trim().split(','))
      .filter((cells) => cells[1] === 'AUS')
      .map((cells) => [Number(cells[2]), Number(cells[3])] as const),
  );
  const ratios = async (alignment: 'resolved' | 'un-conversion') => {
    const answer = await highTech(workspace, { from: 2007, to: 2023, alignment, reExports: 'include' });
    const all = answer.data.filter((row) => row.group === 'all' && published.has(row.year));
    return new Map(all.map((row) => [row.year, (row.valueUsd ?? 0) / (published.get(row.year) ?? 1)]));
  };
  const plain = await ratios('un-conversion');
  const resolved = await ratios('resolved');
  await workspace.close();
  const distances = [...plain.values()].map((ratio) => Math.abs(ratio - 1)).sort((a, b) => a - b);
  assert.ok(distances.length >= 10);
  assert.ok((distances.at(-1) ?? 1) < 0.015, `worst year ${distances.at(-1)}`);
  assert.ok((distances[Math.floor(distances.length / 2)] ?? 1) < 0.002, 'median year');
  for (const year of [2012, 2014, 2015, 2022])
    assert.ok(Math.abs((resolved.get(year) ?? 0) - 1) < 0.01, `${year}: ${resolved.get(year)}`);
  assert.equal(resolved.get(2017)?.toFixed(3), '1.116');
  assert.equal(resolved.get(2019)?.toFixed(3), '1.241');
});
