import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunManifest } from '../api/assessment.ts';
import { dataChecksum } from '../classifications/dataChecksum.ts';
import { packageRoot } from '../classifications/dataFile.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';

const lists = [
  'high-technology-sitc.csv',
  'high-technology-alignment.csv',
  'hs-nomenclature.csv',
  'calendars.csv',
  'territory-memberships.csv',
];

/** What a result rests on: program, options, data and definitions. No clock: the same inputs give the same bytes. */
export function runManifest(
  workspace: WorkspaceReader,
  command: string,
  options: Readonly<Record<string, unknown>>,
  definitions: object,
): RunManifest {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    version: string;
  };
  return {
    program: { name: 'trajecta', version },
    command,
    options: { ...options },
    workspace: {
      country: workspace.country,
      vintages: [...workspace.vintages],
      synthetic: workspace.synthetic,
    },
    definitions: {
      ...definitions,
      data: Object.fromEntries(lists.map((name) => [name, dataChecksum(name)])),
    },
  };
}
