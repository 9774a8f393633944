import type { Bound } from '../domain/highTechnologyList.ts';
import type { Segment } from '../domain/segmentSystem.ts';

/** Dollars by region under each bound of the list; null: an edition of the period has no many-to-many sheet. */
export type BoundValues = ReadonlyMap<Bound, ReadonlyMap<string, number> | null>;

/** Base B(region, segment) of the index under one bound of the list. */
export type BaseOf = (region: string, segment: Segment, bound: Bound) => number;
