import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { findingSchema } from '../api/assessment.ts';
import { accountsSchema } from '../api/importReport.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { upgradedManifest } from './upgradedManifest.ts';
import { writeAtomically } from './writeAtomically.ts';

/** Kinds of stored files. `kind` names the relation that reads them. */
export const partKinds = [
  'detail',
  'quarantine',
  'cube_region_product',
  'cube_region_heading_partner',
  'cube_region_product_partner',
  'cube_region_chapter',
  'cube_product',
  'cube_region_high_technology',
] as const;
export type PartKind = (typeof partKinds)[number];

/** A path below the workspace folder: a manifest from elsewhere must not lead to files elsewhere. */
const insidePath = z
  .string()
  .refine(
    (path) => !/^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)|\0/.test(path),
    'a path that leads out of the workspace',
  );

const flowSchema = z.enum(['export', 'import']);

/** One stored file. Its checksum and exact sums are what `check` holds it against. */
export const partSchema = z.object({
  kind: z.enum(partKinds),
  /** Flow and year of all its rows; null: of a quarantine, and of files written by versions before format 2. */
  flow: flowSchema.nullable(),
  year: z.number().int().nullable(),
  /** Below the workspace folder, with forward slashes; told from its content, so a path never changes its meaning. */
  path: insidePath,
  rows: z.number().int(),
  bytes: z.number().int(),
  /** null: written by versions before format 2. */
  sha256: z.string().nullable(),
  /** What it holds of each vintage: several after compaction. */
  holds: z.array(
    z.object({
      vintage: z.string(),
      rows: z.number().int(),
      /** Exact sums of the columns of the same name, as decimal texts; null: not recorded by versions before format 2. */
      sums: z
        .array(z.object({ currency: z.string(), value: z.string(), netWeightKg: z.string() }))
        .nullable(),
    }),
  ),
  /** Of a cube: vintages in force beside it whose slices (see `supersedes`) were left out when it was made. */
  without: z.array(z.string()).default([]),
});
export type Part = z.infer<typeof partSchema>;

/** A slice of another vintage that a revision takes the place of: its rows answer no question any more. */
export const sliceSchema = z.object({
  vintage: z.string(),
  flow: flowSchema,
  year: z.number().int(),
  /** null: all months. */
  months: z.array(z.number().int()).nullable(),
  /** null: all regions. */
  regions: z.array(z.string()).nullable(),
});
export type SupersededSlice = z.infer<typeof sliceSchema>;

const twoLanguages = z.object({ ru: z.string(), en: z.string() });

const territorySchema = z.object({
  id: z.string(),
  kind: z.enum(['region', 'district', 'union', 'not-a-region']),
  name: twoLanguages,
  codes: z.array(z.string()),
  memberships: z.array(
    z.object({ parent: z.string(), from: z.string().optional(), to: z.string().optional() }),
  ),
  from: z.string().optional(),
  to: z.string().optional(),
  successor: z.string().optional(),
  nestedIn: z.string().optional(),
});

export const vintageSchema = z.object({
  id: z.string(),
  source: z.string(),
  synthetic: z.boolean(),
  /** Vintage that took its place; null while in force. */
  replacedBy: z.string().nullable(),
  replaces: z.string().nullable(),
  /** Of a revision of parts of other vintages, which stay in force for the rest. */
  supersedes: z.array(sliceSchema).default([]),
  file: z.object({ id: z.string(), name: z.string(), bytes: z.number(), sha256: z.string() }),
  /** ISO 8601; says how fresh the data is and enters no result. null: not recorded by earlier versions. */
  importedAt: z.string().nullable().default(null),
  settings: z.record(z.string(), z.unknown()),
  accounts: accountsSchema,
  coverage: z.array(
    z.object({
      flow: flowSchema,
      year: z.number().int(),
      months: z.array(z.number().int()),
      regions: z.array(z.string()),
    }),
  ),
  findings: z.array(findingSchema),
});
export type Vintage = z.infer<typeof vintageSchema>;

/** A concordance or a list of codes that the user has imported. */
export const importedClassificationSchema = z.object({
  id: z.string(),
  kind: z.enum(['conversion', 'correlation', 'nomenclature']),
  from: z.string(),
  to: z.string().nullable(),
  /** Links, or codes. */
  codes: z.number().int(),
  path: insidePath,
  file: z.object({ name: z.string(), sha256: z.string() }),
});
export type ImportedClassification = z.infer<typeof importedClassificationSchema>;

/** Yearly series of indicators by country, of one file. The newest file that has an indicator gives it. */
export const seriesFileSchema = z.object({
  id: z.string(),
  source: z.string(),
  file: z.object({ name: z.string(), sha256: z.string() }),
  indicators: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      values: z.number().int(),
      from: z.number().int(),
      to: z.number().int(),
    }),
  ),
  accounts: z.object({
    valuesIn: z.number().int(),
    valuesKept: z.number().int(),
    valuesEmpty: z.number().int(),
    valuesQuarantined: z.number().int(),
  }),
  path: insidePath,
  /** Values that could not be used, one a row; left out where there are none. */
  quarantine: insidePath.optional(),
});
export type SeriesFile = z.infer<typeof seriesFileSchema>;

export const workspaceManifestSchema = z.object({
  format: z.literal(2),
  /** null: the workspace holds classifications only, no data yet. */
  country: z.string().nullable(),
  /** The dictionary of a country that the program does not know by itself, from the mapping file. */
  territories: z
    .object({ country: z.string(), countryName: twoLanguages, territories: z.array(territorySchema) })
    .nullable(),
  vintages: z.array(vintageSchema),
  parts: z.array(partSchema),
  classifications: z.array(importedClassificationSchema).default([]),
  series: z.array(seriesFileSchema).optional(),
});
export type WorkspaceManifest = z.infer<typeof workspaceManifestSchema>;

export const manifestName = 'manifest.json';

/** The manifest of a workspace folder, or null where there is none. */
export async function readManifest(folder: string): Promise<WorkspaceManifest | null> {
  let text: string;
  try {
    text = await readFile(join(folder, manifestName), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    return workspaceManifestSchema.parse(upgradedManifest(JSON.parse(text)));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new TrajectaError('workspace-damaged', {
      ru: `Манифест ${join(folder, manifestName)} повреждён или создан другой версией: ${cause}. Данные в подпапках не тронуты; восстановите файл из копии или импортируйте источники заново в новую папку.`,
      en: `The manifest ${join(folder, manifestName)} is damaged or of another version: ${cause}. The data in the folders below is untouched; restore the file from a copy or import the sources again into a new folder.`,
    });
  }
}

/** The one commit point of a workspace: what the manifest does not name does not exist. */
export async function writeManifest(folder: string, manifest: WorkspaceManifest): Promise<void> {
  await writeAtomically(join(folder, manifestName), `${JSON.stringify(manifest, null, 1)}\n`);
}
