import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { runTrajecta } from './runTrajecta.ts';
import { temporaryFolder } from './temporaryFolder.ts';

export const heading = 'NAPR,PERIOD,STRANA,TNVED,EDIZM,STOIM,NETTO,KOL,REGION,REGION_S';
export const unload = [
  heading,
  'ЭК,2019,DE,3004310000,КГ,30,1,1,29000 - КАЛУЖСКАЯ ОБЛАСТЬ,',
  'ЭК,2019,DE,2709009000,КГ,20,1,1,29000 - КАЛУЖСКАЯ ОБЛАСТЬ,',
  'ЭК,2019,DE,3004310000,КГ,10,1,1,45000 - ГОРОД МОСКВА,',
  'ЭК,2019,DE,2709009000,КГ,90,1,1,45000 - ГОРОД МОСКВА,',
];

export async function workspaceOf(context: TestContext): Promise<string> {
  const folder = await temporaryFolder(context);
  const file = join(folder, 'unload.csv');
  await writeFile(file, unload.join('\n'));
  const imported = await runTrajecta(
    'import',
    'fts',
    file,
    '--workspace',
    join(folder, 'w'),
    '--money-unit',
    'thousand-usd',
    '--lang',
    'en',
  );
  assert.equal(imported.code, 0, imported.err);
  assert.match(imported.out, /kept +4 /);
  assert.match(imported.err, /Reading unload.csv/);
  return join(folder, 'w');
}
