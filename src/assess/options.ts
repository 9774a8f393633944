import { loadOrientationRule } from '../classifications/orientationRules.ts';
import { loadSegmentSystem } from '../classifications/segmentSystems.ts';
import type { Alignment, Revision } from '../domain/highTechnologyList.ts';
import type { OrientationRule } from '../domain/orientationRule.ts';
import { type Period, parsePeriod } from '../domain/period.ts';
import type { SegmentSystem } from '../domain/segmentSystem.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { Flow } from '../store/cube.ts';

export type Base = 'total' | 'high-tech' | 'non-resource' | 'chapter' | 'heading';

/** What a user may choose of an assessment; all have defaults but the period. */
export interface AssessOptions {
  /** `2019`, `2017..2019`, `2019-01..2019-06`. */
  readonly period: string;
  readonly flow?: Flow;
  /** `four` (default), `eight`, `nine`, or a JSON file. */
  readonly segments?: string;
  readonly revision?: Revision;
  readonly alignment?: Alignment;
  readonly base?: Base;
  readonly reference?: 'country' | 'district';
  /** The reference leaves out the region itself. */
  readonly withoutSelf?: boolean;
  /** Regions left out of the reference. */
  readonly leaveOut?: readonly string[];
  readonly reExports?: 'exclude' | 'include';
  /** `default`, `paper`, or a JSON file. */
  readonly rule?: string;
  /** The period before is answered too. */
  readonly compareWithPrevious?: boolean;
}

export interface ResolvedOptions {
  readonly period: Period;
  readonly flow: Flow;
  readonly system: SegmentSystem;
  readonly revision: Revision;
  readonly alignment: Alignment;
  readonly base: Base;
  readonly reference: 'country' | 'district';
  readonly withoutSelf: boolean;
  readonly leaveOut: readonly string[];
  readonly reExports: 'exclude' | 'include';
  readonly rule: OrientationRule;
}

/** The options with their defaults, lists and rules loaded. Throws `bad-option` naming what is accepted. */
export function resolveOptions(options: AssessOptions): ResolvedOptions {
  const period = parsePeriod(options.period);
  if (period === null) {
    throw new TrajectaError('bad-option', {
      ru: `Период «${options.period}» не понят. Принимаются 2019, 2017..2019, 2019-03, 2019-01..2019-06 (месяцы одного года).`,
      en: `The period "${options.period}" is not understood. Accepted: 2019, 2017..2019, 2019-03, 2019-01..2019-06 (months of one year).`,
    });
  }
  return {
    period,
    flow: options.flow ?? 'export',
    system: loadSegmentSystem(options.segments ?? 'four'),
    revision: options.revision ?? 4,
    alignment: options.alignment ?? 'resolved',
    base: options.base ?? 'total',
    reference: options.reference ?? 'country',
    withoutSelf: options.withoutSelf ?? false,
    leaveOut: options.leaveOut ?? [],
    reExports: options.reExports ?? 'exclude',
    rule: loadOrientationRule(options.rule ?? 'default'),
  };
}
