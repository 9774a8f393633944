import type { HsEdition } from '../domain/edition.ts';
import type { Segment } from '../domain/segmentSystem.ts';
import type { BaseOf, BoundValues } from './boundValues.ts';
import type { BaseLists } from './lists/baseLists.ts';
import type { SegmentLists } from './lists/segmentLists.ts';

/** A reference of other data than that which is assessed: countries of a workspace of the world. */
export interface ExternalSums {
  /** Countries of the reference, and those of them that the index is held against. */
  readonly reference: readonly string[];
  readonly held: readonly string[];
  readonly values: (segment: Segment) => BoundValues;
  readonly baseOf: BaseOf;
  readonly editions: readonly HsEdition[];
  readonly lists: SegmentLists;
  readonly bases: BaseLists;
}
