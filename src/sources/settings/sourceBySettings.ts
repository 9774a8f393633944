import type { ImportSettings, ImportSourceName } from '../../api/importSettings.ts';
import { columnMeaningName } from '../../domain/columnMeanings.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { type ComexstatOptions, comexstatSource } from '../comexstat/importComexstat.ts';
import { type ComtradeOptions, comtradeSource } from '../comtrade/importComtrade.ts';
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
  source: Exclude<ImportSourceName, 'wdi'>,
  path: string,
  name: string,
  settings: ImportSettings,
): ImportSource {
  const options = { ...settings, name };
  if (source === 'fts') return ftsSource(path, options as FtsOptions);
  if (source === 'comtrade') return comtradeSource(path, options as ComtradeOptions);
  if (source === 'comexstat') return comexstatSource(path, options as ComexstatOptions);
  requireTold(settings.mapping ?? {});
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

/** What every table must tell somewhere, said in words rather than as faults of the mapping's fields. */
function requireTold(mapping: NonNullable<ImportSettings['mapping']>): void {
  const columns = (mapping.columns ?? {}) as Readonly<Record<string, unknown>>;
  const over = (mapping.wide as { readonly over?: unknown } | undefined)?.over;
  const told = {
    line: columns.line ?? (over === 'line' ? over : undefined),
    value: columns.value ?? mapping.wide,
    period:
      columns.period ??
      columns.year ??
      mapping.period ??
      (over === 'year' || over === 'period' ? over : undefined),
    flow: columns.flow ?? mapping.flow ?? (over === 'flow' ? over : undefined),
  };
  const missing = Object.entries(told).flatMap(([meaning, by]) => (by === undefined ? [meaning] : []));
  if (missing.length === 0) return;
  const names = (language: 'ru' | 'en') =>
    missing.map((meaning) => columnMeaningName(meaning)[language]).join(', ');
  throw new TrajectaError('bad-mapping', {
    ru: `Не сказано, где в таблице: ${names('ru')}. Назовите столбец; период и направление можно задать и для всех строк сразу.`,
    en: `It is not said where the table has: ${names('en')}. Name a column; period and flow can also be set for all rows at once.`,
  });
}
