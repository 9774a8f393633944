import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { randomUnload } from './randomUnload.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** A workspace folder with an unload of random rows: six regions, exports and imports, 2016 and 2018 to 2020. */
export async function webWorkspace(context: TestContext): Promise<string> {
  const folder = await temporaryFolder(context);
  const { heading, rows } = randomUnload(7, 4000);
  const file = join(folder, 'unload.csv');
  await writeFile(file, [heading, ...rows].join('\n'));
  const workspace = join(folder, 'workspace');
  await importFts(workspace, file, {}, { progress: () => undefined });
  return workspace;
}
