import { type HsEdition, hsEditions } from '../domain/edition.ts';
import { readDataTable } from './dataFile.ts';

const sets = new Map<HsEdition, ReadonlyMap<string, string>>();

function codesWithSitc(edition: HsEdition): ReadonlyMap<string, string> {
  const known = sets.get(edition);
  if (known !== undefined) return known;
  const digit = String(hsEditions.indexOf(edition));
  const rows = readDataTable('hs-nomenclature.csv').filter((row) => row.editions?.includes(digit));
  const codes = new Map(rows.map((row) => [row.hs6 ?? '', row.sitc4 ?? '']));
  sets.set(edition, codes);
  return codes;
}

/** All six-digit codes of an edition. @example hsCodesOf('HS2017').has('854231') // true */
export function hsCodesOf(edition: HsEdition): ReadonlySet<string> {
  return new Set(codesWithSitc(edition).keys());
}

const families = new Map<HsEdition, ReadonlySet<string>>();

/** Six-digit codes of an edition with their headings and chapters. @example hsCodesAndParents('HS2017').has('8542') // true */
export function hsCodesAndParents(edition: HsEdition): ReadonlySet<string> {
  const known = families.get(edition);
  if (known !== undefined) return known;
  const codes = [...codesWithSitc(edition).keys()];
  const made = new Set(codes.flatMap((code) => [code, code.slice(0, 4), code.slice(0, 2)]));
  families.set(edition, made);
  return made;
}

/** Two-digit SITC Rev.4 division of a code by the UN's conversion, or null where the edition has no such code or it has no SITC code. */
export function sitcDivision(edition: HsEdition, hs6: string): string | null {
  return codesWithSitc(edition).get(hs6)?.slice(0, 2) || null;
}
