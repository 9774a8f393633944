import type { Bound } from '../domain/highTechnologyList.ts';

/** Dollars by region under each bound of the list; null: an edition of the period has no many-to-many sheet. */
export type BoundValues = ReadonlyMap<Bound, ReadonlyMap<string, number> | null>;
