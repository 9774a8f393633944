import type { ClassifiedCode } from '../api/classification.ts';
import { editionInForce } from '../classifications/calendar.ts';
import { linksOfCode } from '../classifications/concordanceBetween.ts';
import type { ConcordanceSource } from '../classifications/concordanceSource.ts';
import { hsCodesOf } from '../classifications/hsNomenclature.ts';
import { chapterName, headingName, sectionOf } from '../classifications/names.ts';
import { type ProductListId, productListCodes } from '../classifications/productLists.ts';
import { builtInSegmentSystem } from '../classifications/segmentSystems.ts';
import { type HsEdition, hsEditions, isHsEdition } from '../domain/edition.ts';
import { lineMeaning } from '../domain/lineMeaning.ts';
import type { SegmentSystem } from '../domain/segmentSystem.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import { noBridges } from './lists/bridges.ts';
import { alignmentRows, segmentLists } from './lists/segmentLists.ts';

export interface ClassifyOptions {
  /** Edition in which the code is read; left out: that in force in the year, or the newest. */
  readonly edition?: string;
  readonly country?: string;
  readonly year?: number;
  /** A user's own segment system, shown beside the program's. */
  readonly segments?: SegmentSystem;
}

/** What a code is looked up in: a workspace, or the program alone. */
export type ClassifyContext = Pick<WorkspaceReader, 'concordances' | 'nameOf'>;

const lists: readonly ProductListId[] = ['non-resource', 'non-energy', 'power-engineering'];

/** The path of a code through all stages, editions and lists, with names, and what of it is not known. */
export function classifyCode(
  context: ClassifyContext,
  text: string,
  options: ClassifyOptions = {},
): ClassifiedCode {
  const meaning = lineMeaning(text, []);
  if (meaning === null) {
    throw new TrajectaError('bad-option', {
      ru: `«${text}» — не код товара: нужны от 2 до 10 цифр (ГС, ТН ВЭД, NCM, AHECC).`,
      en: `"${text}" is no product code: 2 to 10 digits are wanted (HS, TN VED, NCM, AHECC).`,
    });
  }
  const edition = editionOf(options, meaning.code);
  const unknown: TwoLanguages[] = [];
  const note = (ru: string, en: string) => unknown.push({ ru, en });
  const line = meaning.code;
  if (meaning.kind !== 'product') {
    note(
      'код секретный или итоговый: товара за ним нет, он входит только в итоги',
      'the code is secret or a total: no product stands behind it, it counts in totals only',
    );
    return { ...empty(text, edition), line, kind: meaning.kind, unknown };
  }
  const hs6 = line.length >= 6 ? line.slice(0, 6) : null;
  const below = hs6 === null ? [...hsCodesOf(edition)].filter((code) => code.startsWith(line)).sort() : [];
  const exists = hs6 === null ? below.length > 0 : hsCodesOf(edition).has(hs6);
  if (!exists) noteAbsent(line.slice(0, 6), text, edition, context.concordances, note);
  const levels = levelsOf(context, line, note);
  const base = { ...empty(text, edition), line, kind: 'product' as const, levels };
  if (!exists) return { ...base, unknown };
  if (hs6 === null) {
    note(
      'меньше шести знаков: к спискам относятся лишь шестизначные коды под ним',
      'fewer than six digits: only the six-digit codes below it belong to lists',
    );
    const parts = below.map((code) => {
      const { resolved, position } = positionOf(context.concordances, 4, edition, code);
      return { code, group: resolved, position };
    });
    return { ...base, parts, unknown };
  }
  const editions = hsEditions.map((other) => counterparts(context.concordances, edition, hs6, other));
  return {
    ...base,
    editions,
    sitc: ([4, 3] as const).flatMap((revision) => sitcOf(context.concordances, revision, edition, hs6)),
    lists: ([4, 3] as const).map((revision) => positionOf(context.concordances, revision, edition, hs6)),
    segments: segmentsOf(context.concordances, edition, line, hs6, options.segments),
    productLists: lists.filter((list) => productListCodes(list, edition).has(hs6)),
    unknown,
  };
}

function empty(given: string, edition: HsEdition): ClassifiedCode {
  return {
    given,
    line: '',
    kind: 'unknown',
    edition,
    levels: [],
    editions: [],
    sitc: [],
    lists: [],
    segments: [],
    productLists: [],
    parts: [],
    unknown: [],
  };
}

/** Says that the edition lacks the code, where else it is, and whether it is a code of the SITC. */
function noteAbsent(
  code: string,
  given: string,
  edition: HsEdition,
  source: ConcordanceSource,
  note: (ru: string, en: string) => void,
): void {
  const has = (other: HsEdition) => [...hsCodesOf(other)].some((known) => known.startsWith(code));
  const others = hsEditions.filter(has);
  if (others.length === 0)
    note(
      `кода ${code} нет ни в ${edition}, ни в других редакциях ГС`,
      `neither ${edition} nor any other edition of the HS has a code ${code}`,
    );
  else
    note(
      `кода ${code} нет в ${edition}; он есть в ${others.join(', ')} (ключ --edition)`,
      `${edition} has no code ${code}; ${others.join(', ')} ${others.length === 1 ? 'has' : 'have'} it (--edition)`,
    );
  const plain = given.replace(/\D/g, '');
  const revisions = ([4, 3] as const).filter((revision) =>
    source.sitcLeaves(revision).some((leaf) => leaf.startsWith(plain)),
  );
  if (plain.length <= 5 && others.length === 0 && revisions.length > 0)
    note(
      `код ${plain} есть в МСТК (ред. ${revisions.join(' и ')}); здесь ждут коды ГС и национальные строки. Что ему отвечает: trajecta classifications convert ${plain} --from SITC${revisions[0]} --to ${edition}`,
      `${plain} is a code of the SITC (Rev. ${revisions.join(' and ')}); codes of the HS and national lines are wanted here. Its counterparts: trajecta classifications convert ${plain} --from SITC${revisions[0]} --to ${edition}`,
    );
}

/** The edition asked for, that in force in the year, or the newest that has the code. */
function editionOf(options: ClassifyOptions, code: string): HsEdition {
  if (options.edition !== undefined) {
    if (isHsEdition(options.edition)) return options.edition;
    throw new TrajectaError('bad-option', {
      ru: `Редакции ${options.edition} нет. Принимаются ${hsEditions.join(', ')}.`,
      en: `There is no edition ${options.edition}. Accepted: ${hsEditions.join(', ')}.`,
    });
  }
  if (options.year !== undefined) return editionInForce(options.country ?? 'RU', options.year, 0).edition;
  const newest = [...hsEditions].reverse();
  return newest.find((edition) => hsCodesOf(edition).has(code.slice(0, 6))) ?? 'HS2022';
}

function levelsOf(
  context: ClassifyContext,
  line: string,
  note: (ru: string, en: string) => void,
): ClassifiedCode['levels'] {
  const section = sectionOf(line.slice(0, 2));
  const own = (code: string, wanted: (id: string) => boolean) => {
    const found = context.nameOf(wanted, code);
    return {
      name: found === null ? null : { ru: found.name, en: found.name },
      nomenclature: found?.nomenclature ?? null,
    };
  };
  const national = (id: string) => id.startsWith('TNVED');
  const any = (id: string) => national(id) || id.startsWith('HS');
  const levels: ClassifiedCode['levels'] = [];
  if (section !== null)
    levels.push({
      level: 'section',
      code: section.section,
      name: { ru: section.ru, en: section.en },
      nomenclature: null,
    });
  levels.push({
    level: 'chapter',
    code: line.slice(0, 2),
    name: chapterName(line.slice(0, 2)),
    nomenclature: null,
  });
  if (line.length >= 4) {
    const heading = line.slice(0, 4);
    const known = headingName(heading);
    levels.push({
      level: 'heading',
      code: heading,
      ...(known === null ? own(heading, any) : { name: known, nomenclature: null }),
    });
  }
  if (line.length >= 6) levels.push({ level: 'hs6', code: line.slice(0, 6), ...own(line.slice(0, 6), any) });
  if (line.length > 6) levels.push({ level: 'line', code: line, ...own(line, national) });
  if (line.length >= 6 && levels.some((level) => level.name === null)) {
    note(
      'имени части кодов нет: его даст словарь (trajecta classifications import)',
      'some codes have no name: an imported list of codes gives it (trajecta classifications import)',
    );
  }
  return levels;
}

function counterparts(
  source: ConcordanceSource,
  from: HsEdition,
  hs6: string,
  to: HsEdition,
): ClassifiedCode['editions'][number] {
  const exists = hsCodesOf(to).has(hs6);
  if (from === to)
    return {
      edition: to,
      exists,
      counterparts: exists ? [{ code: hs6, weight: 1 }] : [],
      linked: exists ? [hs6] : [],
    };
  const links = (weights: 'conversion' | 'equal') =>
    linksOfCode(source, from, to, weights, hs6).filter((link) => link.target !== null);
  return {
    edition: to,
    exists,
    counterparts: links('conversion').map((link) => ({ code: link.target ?? '', weight: link.weight })),
    linked: links('equal').map((link) => link.target ?? ''),
  };
}

function sitcOf(
  source: ConcordanceSource,
  revision: 3 | 4,
  edition: HsEdition,
  hs6: string,
): ClassifiedCode['sitc'] {
  const target = `SITC${revision}`;
  const one = source.pairs(edition, target, 'conversion')?.find(([code]) => code === hs6);
  const many = source.pairs(edition, target, 'correlation');
  if (one === undefined && many === null) return [];
  const links =
    many === null ? null : many.flatMap(([code, sitc]) => (code === hs6 && sitc !== null ? [sitc] : []));
  return [{ revision, edition, conversion: one?.[1] ?? null, links }];
}

function positionOf(
  source: ConcordanceSource,
  revision: 3 | 4,
  edition: HsEdition,
  hs6: string,
): ClassifiedCode['lists'][number] {
  const row = alignmentRows(source)(revision).find((one) => one.edition === edition && one.hs6 === hs6);
  const links = row === undefined ? [] : row.links === null ? null : [...row.links];
  const outside = row === undefined || (links?.every((group) => group === '-') ?? false);
  const position = outside
    ? 'outside'
    : links === null
      ? 'unknown'
      : links.includes('-')
        ? 'partly'
        : 'inside';
  return {
    revision,
    edition,
    unConversion: row?.unConversion ?? null,
    resolved: row?.resolved ?? null,
    links,
    position,
  };
}

function segmentsOf(
  source: ConcordanceSource,
  edition: HsEdition,
  line: string,
  hs6: string,
  own: SegmentSystem | undefined,
): ClassifiedCode['segments'] {
  const weights = segmentLists({ revision: 4, alignment: 'resolved', inEdition: null }, source, noBridges);
  const systems = [...['four', 'eight', 'nine'].map(builtInSegmentSystem), own ?? null].filter(
    (system) => system !== null,
  );
  return systems.flatMap((system) =>
    system.segments
      .filter((segment) => {
        const selection = weights(segment, 'chosen')(edition);
        const found = [...(selection?.weights ?? [])].filter(([code]) =>
          code.length > 6 ? line.startsWith(code) : code === hs6,
        );
        return found.reduce((sum, [, weight]) => sum + weight, 0) > 0;
      })
      .map((segment) => ({ system: system.id, segment: segment.id, name: segment.name })),
  );
}
