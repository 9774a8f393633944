import type { ImportSettings, ImportSourceName } from '../../api/importSettings.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { type ComexstatOptions, comexstatSource } from '../comexstat/importComexstat.ts';
import { type FtsOptions, ftsSource } from '../fts/importFts.ts';
import type { ImportSource } from '../importFile.ts';
import { tableSource } from '../table/importTable.ts';
import { checkedMapping } from '../table/mapping.ts';

/** A file that came without a place of its own on the disk: where it lies, and what it is called. */
export interface NamedFile {
  readonly path: string;
  readonly name: string;
  /** A folder for what is unpacked on the way; whoever hands it in removes it. */
  readonly scratch: string;
}

const mappingName = 'mapping';

/** The source that settings speak of. Throws `bad-mapping` where a table's mapping is missing or not accepted. */
export function sourceBySettings(
  source: ImportSourceName,
  path: string,
  name: string,
  settings: ImportSettings,
): ImportSource {
  const options = { ...settings, name };
  if (source === 'fts') return ftsSource(path, options as FtsOptions);
  if (source === 'comexstat') return comexstatSource(path, options as ComexstatOptions);
  const mapping = checkedMapping(settings.mapping ?? {}, mappingName);
  if (mapping.country === 'ZZ') {
    throw new TrajectaError('bad-mapping', {
      ru: 'Страна отчёта не названа: вместо ZZ нужен её код из двух букв, например RU (WORLD, если строки — по странам).',
      en: 'The reporting country is not named: its code of two letters is wanted for ZZ, for example RU (WORLD where the rows are of countries).',
    });
  }
  const { decimalMark = mapping.decimalMark } = settings;
  const marked = decimalMark === undefined ? mapping : { ...mapping, decimalMark };
  return tableSource(path, marked, mappingName, settings as FtsOptions);
}
