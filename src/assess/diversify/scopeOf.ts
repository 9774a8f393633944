import type { DiversificationOptions } from '../../api/diversification.ts';
import type { HsEdition } from '../../domain/edition.ts';
import type { Segment, SegmentSystem } from '../../domain/segmentSystem.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { wholeOf } from '../highTech.ts';
import type { EditionList } from '../lists/editionList.ts';
import type { SegmentLists } from '../lists/segmentLists.ts';

export interface Scope {
  readonly id: string;
  readonly name: TwoLanguages;
  /** null: all goods. */
  readonly segment: Segment | null;
}

/** What `scope` names: all goods, all segments of the system together, or one of them. Throws `bad-option`. */
export function scopeOf(options: Pick<DiversificationOptions, 'scope'>, system: SegmentSystem): Scope {
  const id = options.scope ?? 'all';
  if (id === 'all') return { id, name: { ru: 'все товары', en: 'all goods' }, segment: null };
  if (id === 'high-tech') {
    const name = { ru: 'высокие технологии', en: 'high technology' };
    return { id, name, segment: { id, name, ...wholeOf(system.segments, system.id) } };
  }
  const segment = system.segments.find((one) => one.id === id);
  if (segment !== undefined) return { id, name: segment.name, segment };
  const accepted = ['all', 'high-tech', ...system.segments.map((one) => one.id)].join(', ');
  throw new TrajectaError('bad-option', {
    ru: `Охвата «${id}» нет. Принимаются: ${accepted}. Другие сегменты — ключом --segments.`,
    en: `There is no scope "${id}". Accepted: ${accepted}. Other segments: --segments.`,
  });
}

/** The list of a scope in the editions of the span. Throws `bad-option` where it counts by national lines. */
export function scopeList(
  scope: Scope,
  lists: SegmentLists,
  editions: readonly HsEdition[],
): EditionList | null {
  if (scope.segment === null) return null;
  const list = lists(scope.segment, 'chosen');
  const line = editions
    .flatMap((edition) => [...(list(edition)?.weights.keys() ?? [])])
    .find((code) => code.length > 6);
  if (line === undefined) return list;
  throw new TrajectaError('bad-option', {
    ru: `Список содержит национальные строки (${line}): диверсификация считается по шести знакам. Задайте список шестизначных кодов.`,
    en: `The list counts national lines (${line}): diversification is computed at six digits. Give a list of six-digit codes.`,
  });
}
