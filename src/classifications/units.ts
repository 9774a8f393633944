import { readDataTable } from './dataFile.ts';

let index: ReadonlyMap<string, string> | undefined;

function unitsByText(): ReadonlyMap<string, string> {
  if (index !== undefined) return index;
  const found = new Map<string, string>();
  for (const row of readDataTable('units.csv')) {
    const unit = row.unit ?? '';
    const spellings = [unit, row.ru, row.short, row.en].flatMap((names) => (names ?? '').split('|'));
    for (const spelling of spellings) found.set(plainUnit(spelling), unit);
    found.set(`#${row.okei}`, unit);
  }
  index = found;
  return found;
}

function plainUnit(text: string): string {
  return text
    .toUpperCase()
    .replaceAll('Ё', 'Е')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The project's id of a unit by its OKEI code (lost zeros forgiven) or any of its names; null where neither is known.
 * @example findUnit('КИЛОГРАММ', true) // 'kg'
 */
export function findUnit(text: string, codesAreOkei: boolean): string | null {
  const trimmed = text.trim();
  if (/^\d{1,3}$/.test(trimmed))
    return codesAreOkei ? (unitsByText().get(`#${trimmed.padStart(3, '0')}`) ?? null) : null;
  return unitsByText().get(plainUnit(trimmed)) ?? null;
}

/** Short name of a unit by the project's id: as in the table, else the id as given; null of none. @example unitName('m3')?.ru // 'м3' */
export function unitName(id: string | null): { readonly ru: string; readonly en: string } | null {
  if (id === null) return null;
  const row = readDataTable('units.csv').find((one) => one.unit === id);
  const first = (names: string | undefined) => (names ?? '').split('|')[0] ?? '';
  return { ru: first(row?.short) || first(row?.ru) || id, en: first(row?.en) || id };
}
