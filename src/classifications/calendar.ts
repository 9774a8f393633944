import { type HsEdition, isHsEdition } from '../domain/edition.ts';
import { readDataTable } from './dataFile.ts';

export interface EditionInForce {
  readonly edition: HsEdition;
  /** The data is older than the edition: read with it all the same. */
  readonly flagged: boolean;
}

/**
 * Edition of the Harmonised System that a country's lines follow in a month (0: by the state of January). A
 * country's own row replaces the general one of the same edition.
 * @example editionInForce('RU', 2019, 0) // { edition: 'HS2017', flagged: false }
 */
export function editionInForce(country: string, year: number, month: number): EditionInForce {
  const at = `${year}-${String(Math.max(month, 1)).padStart(2, '0')}`;
  const rows = readDataTable('calendars.csv');
  const own = rows.filter((row) => row.country === country);
  const general = rows.filter(
    (row) => row.country === '*' && !own.some((mine) => mine.edition === row.edition),
  );
  const begun = [...general, ...own]
    .filter((row) => (row.from ?? '') <= at)
    .sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
  const edition = begun.at(-1)?.edition ?? 'HS1992';
  if (!isHsEdition(edition)) throw new Error(`calendars.csv: unknown edition ${edition}`);
  return { edition, flagged: year < 1992 };
}
