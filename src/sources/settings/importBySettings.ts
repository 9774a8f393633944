import type { ImportReport } from '../../api/importReport.ts';
import type { ImportSettings } from '../../api/importSettings.ts';
import type { SeriesReport } from '../../api/seriesReport.ts';
import { importFile } from '../importFile.ts';
import type { ImportEffects, ImportOptions } from '../importOptions.ts';
import { importWdi } from '../wdi/importWdi.ts';
import { previewFile } from './previewFile.ts';
import { type NamedFile, sourceBySettings } from './sourceBySettings.ts';

/** What an import stored: trade, or series by country and year. */
export interface ImportOutcome {
  readonly report: ImportReport | null;
  readonly series: SeriesReport | null;
}

/** Imports a file by settings as data, whatever its source: the source is told from the file where they do not say. */
export async function importBySettings(
  folder: string,
  { path, name, scratch }: NamedFile,
  settings: ImportSettings,
  effects: ImportEffects,
): Promise<ImportOutcome> {
  const source =
    settings.source ?? (await previewFile({ path, name, scratch }, settings)).manifest.settings.source;
  const options = { ...settings, name } as ImportOptions;
  if (source === 'wdi') {
    const { indicator, valueColumn } = settings;
    return { report: null, series: await importWdi(folder, path, { indicator, valueColumn, name }) };
  }
  const of = sourceBySettings(source ?? 'fts', path, name, settings);
  return { report: await importFile(folder, path, of, options, effects), series: null };
}
