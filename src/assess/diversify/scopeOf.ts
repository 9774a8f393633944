import { hsCodesOf } from '../../classifications/hsNomenclature.ts';
import type { HsEdition } from '../../domain/edition.ts';
import type { Finding } from '../../domain/finding.ts';
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
export function scopeOf(options: { readonly scope?: string | undefined }, system: SegmentSystem): Scope {
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

/**
 * The list of a scope in the editions of the span; null: all goods. National lines of the list count by their text in
 * every edition that has their six-digit code: no table says what became of them, and the finding says so.
 */
export function scopeList(
  scope: Scope,
  lists: SegmentLists,
  editions: readonly HsEdition[],
  inEdition: HsEdition | null,
): { readonly list: EditionList | null; readonly findings: readonly Finding[] } {
  if (scope.segment === null) return { list: null, findings: [] };
  const list = lists(scope.segment, 'chosen');
  const own = inEdition === null ? null : list(inEdition);
  const entries = [
    ...(own === null ? editions.flatMap((edition) => [...(list(edition)?.weights ?? [])]) : own.weights),
  ];
  const lines = new Map(entries.filter(([code]) => code.length > 6));
  if (lines.size === 0) return { list, findings: [] };
  const withLines: EditionList = (edition) => {
    const selection = list(edition);
    if (selection === null) return null;
    const has = hsCodesOf(edition);
    const known = [...lines].filter(([line]) => has.has(line.slice(0, 6)));
    return { ...selection, weights: new Map([...selection.weights, ...known]) };
  };
  const gone = [...lines.keys()].filter((line) =>
    editions.some((edition) => !hsCodesOf(edition).has(line.slice(0, 6))),
  );
  const severity = editions.length > 1 ? 'caveat' : 'info';
  return {
    list: withLines,
    findings: [
      {
        code: 'national-lines',
        severity,
        message: {
          ru: `Список называет национальные строки (${lines.size}): они считаются по тексту кода, а товар — по своим знакам; таблиц перехода между редакциями для них нет. Строк, шестизначного кода которых нет хотя бы в одной редакции: ${gone.length}.`,
          en: `The list names national lines (${lines.size}): they count by the text of the code, products by their digits; no table tells how they pass between editions. Lines whose six-digit code some edition does not have: ${gone.length}.`,
        },
        count: lines.size,
        examples: gone.slice(0, 5),
      },
    ],
  };
}
