import type { Territory } from './territory.ts';

/** A total published elsewhere, to be held against what is stored. */
export interface PublishedTotal {
  /** A region or a district; null: the whole country. */
  readonly territory: Territory | null;
  readonly year: number;
  /** 0: the whole year. */
  readonly month: number;
  readonly flow: 'export' | 'import';
  readonly valueUsd: number;
  /** Half of the last digit given. */
  readonly roundingUsd: number;
  /** Sheet, row and column of the figure in its file. */
  readonly place: string;
}
