import { loadTerritories } from '../classifications/territories.ts';
import type { Finding } from '../domain/finding.ts';
import type { TerritoryDictionary } from '../domain/territory.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { copyRows } from './copyRows.ts';
import { openDuckdb } from './duckdb.ts';
import { importedNames, workspaceConcordances } from './importedClassifications.ts';
import { readManifest, type Vintage, type WorkspaceManifest } from './manifest.ts';
import { readFailure } from './readFailure.ts';
import { makeRelations } from './relations.ts';
import { rememberedAnswers } from './rememberedAnswers.ts';
import { vintagesAsOf } from './vintagesAsOf.ts';
import type { WorkspaceInput, WorkspaceReader, YearCoverage } from './workspaceReader.ts';

/** A workspace opened for questions; close it. It sees the vintages in force when it was opened (or those named) and no others. */
export interface OpenWorkspace extends WorkspaceReader {
  readonly folder: string;
  readonly manifest: WorkspaceManifest;
  /** Writes what a question answers to a file: Parquet by its name, else CSV. */
  copyTo(sql: string, path: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a workspace folder. Throws `workspace-missing` where there is no manifest. */
export async function openWorkspace(
  folder: string,
  as: {
    readonly vintages?: readonly string[];
    /** A state of the workspace: the vintage or number of its last import (see `vintagesAsOf`). */
    readonly asOf?: string;
  } = {},
): Promise<OpenWorkspace> {
  const manifest = await readManifest(folder);
  if (manifest === null) {
    throw new TrajectaError('workspace-missing', {
      ru: `В папке ${folder} нет рабочей области. Создайте её: trajecta demo или trajecta import fts ФАЙЛ (папка задаётся ключом --workspace).`,
      en: `There is no workspace in ${folder}. Make one: trajecta demo, or trajecta import fts FILE (the folder is set by --workspace).`,
    });
  }
  if (manifest.country === null) {
    throw new TrajectaError('no-data', {
      ru: `В рабочей области ${folder} есть классификаторы, но нет данных. Загрузите их: trajecta import fts ФАЙЛ.`,
      en: `The workspace ${folder} holds classifications but no data. Import some: trajecta import fts FILE.`,
    });
  }
  const inForce =
    as.vintages !== undefined
      ? vintagesNamed(manifest, as.vintages)
      : as.asOf === undefined
        ? vintagesInForce(manifest)
        : vintagesAsOf(manifest, as.asOf);
  const engine = await openDuckdb();
  try {
    await makeRelations(engine, folder, manifest, inForce);
  } catch (error) {
    await engine.close();
    throw readFailure(error, folder);
  }
  return {
    engine: {
      query: rememberedAnswers((sql) =>
        engine.query(sql).catch((error: unknown) => {
          throw readFailure(error, folder);
        }),
      ),
      close: () => engine.close(),
    },
    folder,
    manifest,
    country: manifest.country,
    vintages: inForce.map((vintage) => vintage.id),
    inputs: inForce.map(inputOf),
    classifications: manifest.classifications.map(({ id, file }) => ({
      id,
      file: file.name,
      sha256: file.sha256,
    })),
    synthetic: inForce.some((vintage) => vintage.synthetic),
    territories: territoriesOf(manifest.country, manifest.territories),
    concordances: workspaceConcordances(folder, manifest),
    nameOf: importedNames(folder, manifest),
    coverage: coverageOf(inForce),
    importFindings: mergeFindings(inForce.flatMap((vintage) => vintage.findings as Finding[])),
    copyTo: (sql, path) => copyRows(engine, sql, path),
    close: () => engine.close(),
  };
}

function inputOf(vintage: Vintage): WorkspaceInput {
  const { wide } = (vintage.settings.detected ?? {}) as { wide?: { columns: [string, string][] } };
  return {
    vintage: vintage.id,
    source: vintage.source,
    file: vintage.file.name,
    sha256: vintage.file.sha256,
    wideColumns: wide?.columns.map(([column]) => column) ?? null,
    findings: vintage.findings as readonly Finding[],
  };
}

/** Vintages that no other has replaced, in the order of their import. */
export function vintagesInForce(manifest: WorkspaceManifest): readonly Vintage[] {
  return manifest.vintages.filter((vintage) => vintage.replacedBy === null);
}

/** Vintages as a run had them, also those replaced since: they are kept. Throws `no-data` naming one that is gone. */
function vintagesNamed(manifest: WorkspaceManifest, ids: readonly string[]): readonly Vintage[] {
  return ids.map((id) => {
    const found = manifest.vintages.find((vintage) => vintage.id === id);
    if (found !== undefined) return found;
    throw new TrajectaError('no-data', {
      ru: `Загрузки ${id}, на которой стоит расчёт, в рабочей области нет. Есть: ${manifest.vintages.map((vintage) => `${vintage.id} (${vintage.file.name})`).join(', ')}.`,
      en: `The vintage ${id}, on which the run rests, is not in the workspace. There are: ${manifest.vintages.map((vintage) => `${vintage.id} (${vintage.file.name})`).join(', ')}.`,
    });
  });
}

/** The workspace's own dictionary, or the program's for the country, or an empty one. */
function territoriesOf(country: string, own: WorkspaceManifest['territories']): TerritoryDictionary {
  return (
    (own as TerritoryDictionary | null) ??
    loadTerritories(country) ?? {
      country,
      countryName: { ru: country, en: country },
      territories: [],
    }
  );
}

function coverageOf(vintages: readonly Vintage[]): readonly YearCoverage[] {
  const months = new Map<string, { flow: 'export' | 'import'; year: number; months: Set<number> }>();
  for (const { flow, year, months: given } of vintages.flatMap((vintage) => vintage.coverage)) {
    const known = months.get(`${flow} ${year}`) ?? { flow, year, months: new Set<number>() };
    for (const month of given) known.months.add(month);
    months.set(`${flow} ${year}`, known);
  }
  return [...months.values()]
    .map((entry) => ({ flow: entry.flow, year: entry.year, months: [...entry.months].sort((a, b) => a - b) }))
    .sort((a, b) => a.flow.localeCompare(b.flow) || a.year - b.year);
}

/** The same finding of several imports becomes one, its counts and values added. */
function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
  const merged = new Map<string, Finding>();
  for (const finding of findings) {
    const known = merged.get(finding.code);
    if (known === undefined) merged.set(finding.code, finding);
    else {
      // Rows belong to the examples of one file.
      const { rows: _rows, ...same } = known;
      merged.set(finding.code, {
        ...same,
        count: (known.count ?? 0) + (finding.count ?? 0),
        valueUsd:
          known.valueUsd == null || finding.valueUsd == null ? null : known.valueUsd + finding.valueUsd,
        examples: [...new Set([...(known.examples ?? []), ...(finding.examples ?? [])])].slice(0, 5),
      });
    }
  }
  return [...merged.values()];
}
