import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunManifest } from '../../api/assessment.ts';
import { dataChecksum } from '../../classifications/dataChecksum.ts';
import { packageRoot } from '../../classifications/dataFile.ts';
import { canonicalJson } from '../../domain/canonicalJson.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';

/** The program's own tables by what they decide. */
const tables = {
  list: ['high-technology-sitc.csv', 'high-technology-groups.csv'],
  alignment: [
    'high-technology-alignment.csv',
    'hs-nomenclature.csv',
    'hs-sitc-correlation.csv',
    'hs-editions.csv',
    'sitc-leaves.csv',
  ],
  edition: ['calendars.csv'],
  territories: [
    'territories-russia.csv',
    'territories-brazil.csv',
    'territories-australia.csv',
    'territory-memberships.csv',
    'partners.csv',
    'territories-world.csv',
    'unions.csv',
    'union-memberships.csv',
  ],
} as const;

/** What a manifest tells of the data. */
export type DataBehind = Pick<
  WorkspaceReader,
  'country' | 'vintages' | 'synthetic' | 'inputs' | 'classifications' | 'world'
>;

/** What a result rests on: program, options, data and definitions. No clock: the same inputs give the same bytes. */
export function runManifest(
  workspace: DataBehind,
  command: RunManifest['command'],
  options: Readonly<Record<string, unknown>>,
  definitions: object,
): RunManifest {
  const { version } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    version: string;
  };
  const content = {
    program: { name: 'trajecta', version },
    command,
    options: Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
    workspace: {
      country: workspace.country,
      vintages: [...workspace.vintages],
      synthetic: workspace.synthetic,
      inputs: inputsOf(workspace),
      classifications: workspace.classifications.map((one) => ({ ...one })),
      ...('external' in definitions && workspace.world !== undefined
        ? { world: { vintages: [...workspace.world.vintages], inputs: inputsOf(workspace.world) } }
        : {}),
    },
    definitions: {
      ...definitions,
      data: Object.fromEntries(
        Object.entries(tables).map(([name, files]) => [
          name,
          checksum(files.map(dataChecksum).join(' ')).slice(0, 16),
        ]),
      ),
    },
  };
  return { run: checksum(canonicalJson(content)).slice(0, 10), ...content, resultChecksum: null };
}

function inputsOf(workspace: DataBehind): RunManifest['workspace']['inputs'] {
  return workspace.inputs.map(({ vintage, source, file, sha256 }) => ({ vintage, source, file, sha256 }));
}

/** The answer with the checksum of its rows in the manifest; ids, which name the run, left out. */
export function withChecksum<
  Answer extends { readonly data: readonly { readonly id: string }[]; readonly manifest: RunManifest },
>(answer: Answer): Answer {
  return {
    ...answer,
    manifest: { ...answer.manifest, resultChecksum: rowsChecksum(answer.data) },
  };
}

/** Checksum of the rows of an answer, whatever run they are of. */
export function rowsChecksum(rows: readonly object[]): string {
  return checksum(canonicalJson(rows.map((row) => ({ ...row, id: undefined }))));
}

function checksum(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
