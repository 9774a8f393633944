import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import {
  builtInConcordances,
  type ConcordanceEntry,
  type ConcordanceSource,
} from '../classifications/concordanceSource.ts';
import type { ClassificationSettings, CodePair } from '../classifications/readClassificationFile.ts';
import type { Finding } from '../domain/finding.ts';
import { leafCodes } from '../domain/leafCodes.ts';
import { csvLine } from '../files/csvLine.ts';
import { concordanceFindings, requireFitting, withoutPadding } from './concordanceChecks.ts';
import { withWriterLock } from './lock.ts';
import {
  type ImportedClassification,
  readManifest,
  type WorkspaceManifest,
  writeManifest,
} from './manifest.ts';
import { readClassifications } from './readClassifications.ts';

/** What an import of classifications stored, and what is to be known of it. */
export interface ClassificationReport {
  readonly data: readonly ImportedClassification[];
  readonly findings: readonly Finding[];
}

/**
 * Takes a file of classifications into the workspace, which uses it from then on in place of the program's own tables
 * of the same name. The same table again takes the place of the one before.
 */
export async function importClassifications(
  folder: string,
  path: string,
  settings: ClassificationSettings = {},
): Promise<ClassificationReport> {
  const file = await readClassifications(path, settings);
  for (const one of file.concordances) requireFitting(path, one);
  await mkdir(join(folder, 'classifications'), { recursive: true });
  return withWriterLock(folder, async () => {
    const manifest: WorkspaceManifest = (await readManifest(folder)) ?? {
      format: 2,
      country: null,
      territories: null,
      vintages: [],
      parts: [],
      classifications: [],
    };
    const source = workspaceConcordances(folder, manifest);
    const findings = [...file.findings];
    const stored: ImportedClassification[] = [];
    const origin = { name: basename(path), sha256: file.sha256 };
    for (const given of file.concordances) {
      const one = withoutPadding(given, source, findings);
      findings.push(...concordanceFindings(one, source));
      const id = `${one.from}-${one.to}-${one.kind}`;
      const target = join('classifications', `${id}.${file.sha256.slice(0, 8)}.csv`);
      await writeFile(
        join(folder, target),
        csvLine(['source', 'target']) + one.pairs.map(([code, to]) => csvLine([code, to ?? ''])).join(''),
      );
      stored.push({
        id,
        kind: one.kind,
        from: one.from,
        to: one.to,
        codes: one.pairs.length,
        path: target,
        file: origin,
      });
    }
    for (const list of file.nomenclatures) {
      const target = join('classifications', `${list.id}.${file.sha256.slice(0, 8)}.csv`);
      await writeFile(
        join(folder, target),
        csvLine(['code', 'name']) + list.codes.map(({ code, name }) => csvLine([code, name])).join(''),
      );
      stored.push({
        id: list.id,
        kind: 'nomenclature',
        from: list.id,
        to: null,
        codes: list.codes.length,
        path: target,
        file: origin,
      });
    }
    const kept = manifest.classifications.filter((known) => !stored.some((one) => one.id === known.id));
    await writeManifest(folder, { ...manifest, classifications: [...kept, ...stored] });
    return { data: stored, findings };
  });
}

const rowsOf = (folder: string, path: string) =>
  parse(readFileSync(join(folder, path), 'utf8'), { columns: true, skip_empty_lines: true }) as Record<
    string,
    string
  >[];

/** The program's concordances with those of the workspace laid over them. */
export function workspaceConcordances(
  folder: string,
  manifest: Pick<WorkspaceManifest, 'classifications'> | null,
): ConcordanceSource {
  const own = builtInConcordances();
  const imported = (manifest?.classifications ?? []).filter((one) => one.kind !== 'nomenclature');
  const entries = imported.map(
    (one): ConcordanceEntry => ({
      from: one.from,
      to: one.to ?? '',
      kind: one.kind === 'correlation' ? 'correlation' : 'conversion',
      origin: one.file.name,
      checksum: one.file.sha256.slice(0, 16),
    }),
  );
  const loaded = new Map<string, readonly CodePair[]>();
  const isImported = (entry: ConcordanceEntry) =>
    entries.some((one) => one.from === entry.from && one.to === entry.to && one.kind === entry.kind);
  return {
    available: [...entries, ...own.available.filter((entry) => !isImported(entry))],
    pairs: (from, to, kind) => {
      const entry = imported.find((one) => one.from === from && one.to === to && one.kind === kind);
      if (entry === undefined) return own.pairs(from, to, kind);
      const known =
        loaded.get(entry.id) ??
        rowsOf(folder, entry.path).map((row): CodePair => [row.source ?? '', row.target || null]);
      loaded.set(entry.id, known);
      return known;
    },
    sitcLeaves: (revision) => {
      const list = (manifest?.classifications ?? []).find(
        (one) => one.id === `SITC${revision}` && one.kind === 'nomenclature',
      );
      return list === undefined
        ? own.sitcLeaves(revision)
        : leafCodes(rowsOf(folder, list.path).map((row) => row.code ?? ''));
    },
  };
}

/** Names of a code in the dictionaries that the workspace has imported, newest first. */
export function importedNames(
  folder: string,
  manifest: Pick<WorkspaceManifest, 'classifications'> | null,
): (
  nomenclature: (id: string) => boolean,
  code: string,
) => { readonly nomenclature: string; readonly name: string } | null {
  const lists = (manifest?.classifications ?? []).filter((one) => one.kind === 'nomenclature').reverse();
  const loaded = new Map<string, ReadonlyMap<string, string>>();
  return (wanted, code) => {
    for (const list of lists) {
      if (!wanted(list.id)) continue;
      const names =
        loaded.get(list.id) ??
        new Map(rowsOf(folder, list.path).map((row) => [row.code ?? '', row.name ?? '']));
      loaded.set(list.id, names);
      const name = names.get(code);
      if (name !== undefined) return { nomenclature: list.id, name };
    }
    return null;
  };
}
