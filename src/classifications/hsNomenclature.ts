import { type HsEdition, hsEditions } from '../domain/edition.ts';
import { readDataTable } from './dataFile.ts';

const sets = new Map<HsEdition, ReadonlyMap<string, string>>();

function codesWithDivision(edition: HsEdition): ReadonlyMap<string, string> {
  const known = sets.get(edition);
  if (known !== undefined) return known;
  const digit = String(hsEditions.indexOf(edition));
  const rows = readDataTable('hs-nomenclature.csv').filter((row) => row.editions?.includes(digit));
  const codes = new Map(rows.map((row) => [row.hs6 ?? '', row.division ?? '']));
  sets.set(edition, codes);
  return codes;
}

/** All six-digit codes of an edition. @example hsCodesOf('HS2017').has('854231') // true */
export function hsCodesOf(edition: HsEdition): ReadonlySet<string> {
  return new Set(codesWithDivision(edition).keys());
}

/** Two-digit SITC Rev.4 division of a code by the UN's conversion, or null where the edition has no such code. */
export function sitcDivision(edition: HsEdition, hs6: string): string | null {
  return codesWithDivision(edition).get(hs6) ?? null;
}
