import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { TrajectaError } from '../domain/trajectaError.ts';
import { csvLine } from '../files/csvLine.ts';
import { withWriterLock } from './lock.ts';
import { readManifest, type SeriesFile, type WorkspaceManifest, writeManifest } from './manifest.ts';
import { writeAtomically } from './writeAtomically.ts';

/** One value of an indicator, with its place in the file. */
export interface SeriesValue {
  readonly indicator: string;
  /** ISO alpha-2 of a country, or the code of an aggregate such as WLD. */
  readonly territory: string;
  readonly year: number;
  readonly value: number;
  /** 1 = first row of the file (of a JSON answer: first record). */
  readonly row: number;
}

/** A value that could not be used: where it stands, what it says, and why. */
export interface QuarantinedValue {
  readonly row: number;
  readonly column: 'indicator' | 'territory' | 'year' | 'value';
  readonly text: string;
  /** The whole of it: indicator, country, year, value as given. */
  readonly cell: string;
  readonly reason: 'unknown-territory' | 'bad-year' | 'bad-value' | 'contradicts';
}

/** Stored series, opened for questions. */
export interface SeriesReader {
  readonly files: readonly SeriesFile[];
  /** Values of an indicator by `territory year`, from the newest file that has it; null where no file has it. */
  values(indicator: string): ReadonlyMap<string, SeriesValue> | null;
  /** The file that an indicator comes from. */
  fileOf(indicator: string): SeriesFile | null;
}

/** Takes values into the workspace as one file of series: visible by the replacement of the manifest, or not at all. */
export async function saveSeries(
  folder: string,
  file: Omit<SeriesFile, 'path' | 'quarantine'>,
  values: readonly SeriesValue[],
  quarantined: readonly QuarantinedValue[] = [],
): Promise<{ readonly file: SeriesFile; readonly alreadyStored: boolean }> {
  await mkdir(join(folder, 'series'), { recursive: true });
  return withWriterLock(folder, async () => {
    const manifest: WorkspaceManifest = (await readManifest(folder)) ?? {
      format: 2,
      country: null,
      territories: null,
      vintages: [],
      parts: [],
      classifications: [],
    };
    const stored = {
      ...file,
      path: `series/${file.id}.csv`,
      ...(quarantined.length === 0 ? {} : { quarantine: `series/${file.id}-quarantine.csv` }),
    };
    const before = manifest.series ?? [];
    const rest = before.filter((one) => one.id !== file.id);
    const lines = values.map((one) =>
      csvLine([one.indicator, one.territory, String(one.year), String(one.value), String(one.row)]),
    );
    await writeAtomically(
      join(folder, stored.path),
      csvLine(['indicator', 'territory', 'year', 'value', 'row']) + lines.join(''),
    );
    if (stored.quarantine !== undefined)
      await writeAtomically(
        join(folder, stored.quarantine),
        csvLine(['row', 'column', 'text', 'cell', 'reason']) +
          quarantined
            .map((one) => csvLine([String(one.row), one.column, one.text, one.cell, one.reason]))
            .join(''),
      );
    await writeManifest(folder, { ...manifest, series: [...rest, stored] });
    return { file: stored, alreadyStored: rest.length < before.length };
  });
}

/** Opens the series of a workspace. Throws `no-data` where there are none. */
export async function openSeries(folder: string): Promise<SeriesReader> {
  const files = (await readManifest(folder))?.series ?? [];
  if (files.length === 0) {
    throw new TrajectaError('no-data', {
      ru: `В рабочей области ${folder} нет рядов по странам. Загрузите их: trajecta import wdi ФАЙЛ (показатель TX.VAL.MRCH.CD.WT и другие, как их отдаёт Всемирный банк).`,
      en: `The workspace ${folder} holds no series by country. Import some: trajecta import wdi FILE (indicator TX.VAL.MRCH.CD.WT and others, as the World Bank gives them).`,
    });
  }
  const read = new Map<string, ReadonlyMap<string, SeriesValue>>();
  const fileOf = (indicator: string) =>
    files.findLast((one) => one.indicators.some((has) => has.id === indicator)) ?? null;
  return {
    files,
    fileOf,
    values: (indicator) => {
      const file = fileOf(indicator);
      if (file === null) return null;
      const known = read.get(indicator) ?? valuesOf(join(folder, file.path), indicator);
      read.set(indicator, known);
      return known;
    },
  };
}

/** Values of series that could not be used, of all files of series in the workspace. */
export function quarantinedValues(
  folder: string,
  files: readonly SeriesFile[],
): readonly (QuarantinedValue & { readonly file: string; readonly id: string })[] {
  return files.flatMap((file) => {
    if (file.quarantine === undefined) return [];
    const rows = parse(readFileSync(join(folder, file.quarantine), 'utf8'), {
      columns: true,
      skip_empty_lines: true,
    }) as Record<keyof QuarantinedValue, string>[];
    return rows.map((row) => ({
      ...(row as unknown as QuarantinedValue),
      row: Number(row.row),
      file: file.file.name,
      id: file.id,
    }));
  });
}

function valuesOf(path: string, indicator: string): ReadonlyMap<string, SeriesValue> {
  const rows = parse(readFileSync(path, 'utf8'), { columns: true, skip_empty_lines: true }) as Record<
    string,
    string
  >[];
  return new Map(
    rows
      .filter((row) => row.indicator === indicator)
      .map((row) => [
        `${row.territory} ${row.year}`,
        {
          indicator,
          territory: row.territory ?? '',
          year: Number(row.year),
          value: Number(row.value),
          row: Number(row.row),
        },
      ]),
  );
}
