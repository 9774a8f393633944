import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { temporaryFolder } from './temporaryFolder.ts';

export const heading = 'NAPR,PERIOD,STRANA,TNVED,EDIZM,STOIM,NETTO,KOL,REGION';
const moscow = '45000 - ГОРОД МОСКВА';
const tomsk = '69000 - ТОМСКАЯ ОБЛАСТЬ';
export const row = (period: string, code: string, usd: number, region = moscow) =>
  `ЭК,${period},DE,${code},ШТ,${usd},1,1,${region}`;

/**
 * Four states: 1 = 2018 by months; 2 = 2019 too; 3 = May 2018 corrected in part; 4 = 2019 replaced as a whole.
 * Sums by hand: 2018: 100 + 40 → 100 + 70; 2019: 10 → 25.
 */
export async function fourStates(
  context: TestContext,
): Promise<{ workspace: string; ids: readonly string[] }> {
  const folder = await temporaryFolder(context);
  const workspace = join(folder, 'w');
  const ids: string[] = [];
  const take = async (name: string, rows: readonly string[], replaces?: string) => {
    await writeFile(join(folder, name), [heading, ...rows].join('\n'));
    const report = await importFts(workspace, join(folder, name), replaces === undefined ? {} : { replaces });
    ids.push(report.data[0]?.vintage ?? '');
  };
  await take('a.csv', [
    row('2018-04', '8542310000', 100),
    row('2018-05', '8542310000', 30),
    row('2018-05', '3004900000', 10, tomsk),
  ]);
  await take('b.csv', [row('2019', '8542310000', 10)]);
  await take(
    'c.csv',
    [row('2018-05', '8542310000', 50), row('2018-05', '3004900000', 20, tomsk)],
    ids[0] ?? '',
  );
  await take('d.csv', [row('2019', '8542310000', 25)], ids[1] ?? '');
  return { workspace, ids };
}

/** Values by year of a state; cube and detail must agree. */
export async function sums(folder: string, asOf: string): Promise<readonly (readonly [unknown, unknown])[]> {
  const workspace = await openWorkspace(folder, { asOf });
  try {
    const question = (relation: string) =>
      workspace.engine.query(`SELECT year, sum(value) AS value FROM ${relation} GROUP BY year ORDER BY year`);
    const detail = await question('detail');
    assert.deepEqual(await question('cube_region_product'), detail, `cube and detail as of ${asOf}`);
    return detail.map((one) => [one.year, one.value] as const);
  } finally {
    await workspace.close();
  }
}

/** Year and value of each state. */
export const stateSums = [
  [[2018, 140]],
  [
    [2018, 140],
    [2019, 10],
  ],
  [
    [2018, 170],
    [2019, 10],
  ],
  [
    [2018, 170],
    [2019, 25],
  ],
];
