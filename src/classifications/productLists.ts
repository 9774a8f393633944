import type { HsEdition } from '../domain/edition.ts';
import { hsCodesOf, sitcDivision } from './hsNomenclature.ts';

export type ProductListId = 'non-resource' | 'non-energy' | 'power-engineering';

const powerEngineering = [
  '8401',
  '8402',
  '8404',
  '8406',
  '8410',
  '841181',
  '841182',
  '841199',
  '8501',
  '8502',
  '8503',
  '8504',
];

const membership: Readonly<Record<ProductListId, (edition: HsEdition, hs6: string) => boolean>> = {
  // Manufactures: SITC Rev.4 sections 5 to 8 less division 68 (non-ferrous metals).
  'non-resource': (edition, hs6) => {
    const division = sitcDivision(edition, hs6);
    return division !== null && /^[5-8]/.test(division) && division !== '68';
  },
  'non-energy': (_edition, hs6) => !hs6.startsWith('27'),
  'power-engineering': (_edition, hs6) => powerEngineering.some((code) => hs6.startsWith(code)),
};

const known = new Map<string, ReadonlySet<string>>();

/** Six-digit codes of a product list in one edition. @example productListCodes('non-resource', 'HS2017').has('270900') // false */
export function productListCodes(list: ProductListId, edition: HsEdition): ReadonlySet<string> {
  const key = `${list} ${edition}`;
  const codes =
    known.get(key) ?? new Set([...hsCodesOf(edition)].filter((hs6) => membership[list](edition, hs6)));
  known.set(key, codes);
  return codes;
}
