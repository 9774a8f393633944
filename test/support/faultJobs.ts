import { cp, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { importFts } from '../../src/sources/fts/importFts.ts';
import { readManifest } from '../../src/store/manifest.ts';
import { randomUnload } from './randomUnload.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** Something that changes a workspace, to be stopped at each of its points. */
export interface FaultJob {
  readonly name: string;
  /** Workspace before the job; it works on copies. */
  readonly before: string;
  /** Command line, for the workspace given. */
  arguments(workspace: string): readonly string[];
  /** Kinds of points that the short form tries (see `faultPreload`); the full form tries all points. */
  readonly brief: { readonly kill: readonly string[]; readonly full: readonly string[] };
}

/**
 * All that writes to a workspace: imports, corrections, a list of codes, pruning, cleaning, compaction, mending. The
 * first is the import of new years.
 */
export async function faultJobs(context: TestContext): Promise<readonly [FaultJob, ...FaultJob[]]> {
  const folder = await temporaryFolder(context);
  const at = (name: string) => join(folder, name);
  const unload = randomUnload(11, 150);
  const rows = unload.rows.filter((row) => /^ЭК.*\/201[89];/.test(row));
  const put = (name: string, lines: readonly string[]) =>
    writeFile(at(name), [unload.heading, ...lines].join('\n'));
  await put('a.csv', rows);
  const shifted = (years: number) =>
    rows.map((row) => row.replace(/\/(\d{4});/, (_all, year: string) => `/${Number(year) - years};`));
  await put('b.csv', shifted(10));
  await put(
    'c.csv',
    rows.map((row) => row.replace(/;1;0;/, ';2;0;')),
  );
  await put('part.csv', rows.filter((row) => /\/2019;/.test(row)).slice(0, 10));
  const single = rows.map((row) => row.replace(/\/(\d{4});/, '/2005;'));
  await put('old.csv', single);
  await put('new.csv', single.slice(0, 20));
  await writeFile(at('names.csv'), 'KOD;NAME\n8542311000;Процессоры\n');
  const before = at('before');
  const first = (await importFts(before, at('a.csv'))).data[0]?.vintage ?? '';
  const old = (await importFts(before, at('old.csv'))).data[0]?.vintage ?? '';
  await importFts(before, at('new.csv'), { replaces: old, whole: true });
  const corrected = at('corrected');
  await cp(before, corrected, { recursive: true });
  await importFts(corrected, at('part.csv'), { replaces: first });
  const damaged = at('damaged');
  await cp(before, damaged, { recursive: true });
  for (const part of (await readManifest(damaged))?.parts ?? [])
    if (part.kind === 'detail' && part.holds[0]?.vintage === first)
      await truncate(join(damaged, part.path), 20);
  const nothing = { kill: [], full: [] };
  const corrects = (name: string, ...more: string[]) => ({
    before,
    brief: nothing,
    arguments: (to: string) => ['import', 'fts', at(name), '-w', to, '--replaces', first, ...more],
  });
  return [
    {
      name: 'import',
      before,
      arguments: (to) => ['import', 'fts', at('b.csv'), '-w', to],
      brief: {
        kill: ['sql COPY detail draft', 'rename detail draft', 'rename manifest.json draft'],
        full: ['sql COPY detail draft'],
      },
    },
    { name: 'correction', ...corrects('c.csv', '--whole') },
    {
      name: 'correction of a part',
      ...corrects('part.csv'),
      brief: { kill: ['rename cubes draft'], full: [] },
    },
    {
      name: 'classification',
      before,
      arguments: (to) => ['classifications', 'import', at('names.csv'), '-w', to],
      brief: nothing,
    },
    {
      name: 'pruning',
      before,
      arguments: (to) => ['vintages', 'prune', '-w', to],
      brief: { kill: ['rm detail'], full: ['open manifest.json draft'] },
    },
    {
      name: 'compaction',
      before: corrected,
      arguments: (to) => ['compact', '-w', to],
      brief: { kill: ['rename manifest.json draft', 'rm detail'], full: [] },
    },
    {
      name: 'mending',
      before: damaged,
      arguments: (to) => ['import', 'fts', at('a.csv'), '-w', to],
      brief: { kill: ['rename detail draft'], full: ['sql COPY detail draft'] },
    },
    {
      name: 'cleaning',
      before,
      arguments: (to) => ['check', '--only', 'store', '--clean', '-w', to],
      brief: nothing,
    },
  ];
}
