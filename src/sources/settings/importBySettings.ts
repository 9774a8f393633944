import type { ImportReport } from '../../api/importReport.ts';
import type { ImportSettings } from '../../api/importSettings.ts';
import { importFile } from '../importFile.ts';
import type { ImportEffects, ImportOptions } from '../importOptions.ts';
import { previewFile } from './previewFile.ts';
import { type NamedFile, sourceBySettings } from './sourceBySettings.ts';

/** Imports a file by settings as data, whatever its source: the source is told from the file where they do not say. */
export async function importBySettings(
  folder: string,
  { path, name, scratch }: NamedFile,
  settings: ImportSettings,
  effects: ImportEffects,
): Promise<ImportReport> {
  const source =
    settings.source ?? (await previewFile({ path, name, scratch }, settings)).manifest.settings.source;
  const options = { ...settings, name } as ImportOptions;
  return importFile(folder, path, sourceBySettings(source ?? 'fts', path, name, settings), options, effects);
}
