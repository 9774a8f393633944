import type { TaggedAnswer } from '../answers.ts';
import type { IndicatorData } from '../indicatorData.ts';
import type { MapFile } from '../map/mapOf.ts';

/** A question for the process aside, with all that its answer hangs on. */
export interface AsideTask {
  readonly number: number;
  readonly question: string;
  readonly options: object;
  readonly folder: string;
  readonly map: MapFile | null;
  readonly indicators: IndicatorData;
}

/** What the process aside answers; null: it could not, for whatever reason. */
export interface AsideAnswer {
  readonly number: number;
  readonly found: TaggedAnswer | null;
}
