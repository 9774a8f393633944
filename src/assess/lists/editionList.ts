import type { HsEdition } from '../../domain/edition.ts';

/**
 * Codes that count, with their weights: six-digit codes, headings or chapters as `by` says; among six-digit ones also
 * beginnings of longer national lines.
 */
export interface CodeSelection {
  readonly by: 'hs6' | 'heading' | 'chapter';
  readonly weights: ReadonlyMap<string, number>;
}

/** What counts in each edition; null: not known for that edition. */
export type EditionList = (edition: HsEdition) => CodeSelection | null;
