import type { TwoLanguages } from '../domain/territory.ts';
import { readDataTable } from './dataFile.ts';

function named(table: string, code: string): TwoLanguages | null {
  const row = readDataTable(table).find((candidate) => candidate.code === code);
  return row === undefined ? null : { ru: row.ru ?? '', en: row.en ?? '' };
}

/** Short name of a two-digit chapter, or null. @example chapterName('30')?.en // 'Medicines' */
export function chapterName(code: string): TwoLanguages | null {
  return named('names-chapters.csv', code);
}

/** Short name of a four-digit heading that holds high technology, or null. @example headingName('8542')?.en // 'Integrated circuits' */
export function headingName(code: string): TwoLanguages | null {
  return named('names-headings.csv', code);
}

/** Section of a chapter with its name, or null for chapters of national use. @example sectionOf('30')?.section // 'VI' */
export function sectionOf(chapter: string): (TwoLanguages & { readonly section: string }) | null {
  const row = readDataTable('names-sections.csv').find(
    (one) => (one.from ?? '') <= chapter && chapter <= (one.to ?? ''),
  );
  return row === undefined ? null : { section: row.section ?? '', ru: row.ru ?? '', en: row.en ?? '' };
}
