import type { z } from 'zod';
import type { AuditAnswer, auditFileSchema } from '../../../api/audit.ts';

export type Document = z.infer<typeof auditFileSchema>;
export type Table = Document['tables'][number];
export type Finding = AuditAnswer['data'][number];

/** A finding with its number, which stands in the address. */
export interface Numbered {
  readonly number: number;
  readonly finding: Finding;
}

export function numbered(findings: readonly Finding[]): readonly Numbered[] {
  return findings.map((finding, place) => ({ number: place + 1, finding }));
}

type Place = Pick<Finding, 'table' | 'row' | 'column' | 'claim'>;

/** A cell by table, row and column; a heading has the row "heading"; a claim has its id alone. */
export function keyOf({ table, row, column, claim }: Place): string {
  return claim === null ? `${table} ¦ ${row} ¦ ${column}` : `claim ¦ ${claim}`;
}

/** Findings by every cell that could be at fault in them, the one a finding names included. */
export function byCell(findings: readonly Numbered[]): ReadonlyMap<string, readonly Numbered[]> {
  const found = new Map<string, Numbered[]>();
  for (const one of findings) {
    const places: readonly Place[] = [one.finding, ...one.finding.candidates];
    for (const key of new Set(places.map(keyOf))) found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
}

/** The place in words of the page: row and heading of the column. */
export function placeOf(place: Place, document: Document, language: 'ru' | 'en'): string {
  if (place.claim !== null) {
    const claim = document.claims?.find((one) => one.id === place.claim);
    return claim?.about[language] ?? place.claim;
  }
  const table = document.tables.find((one) => one.id === place.table);
  const column = table?.columns.find((one) => one.id === place.column);
  const row = place.row === 'heading' ? (language === 'ru' ? 'заголовок' : 'heading') : (place.row ?? '');
  return [row, column?.heading ?? place.column ?? ''].filter((part) => part !== '').join(', ');
}
