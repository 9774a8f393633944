import type { SitcTables } from '../domain/alignSitcList.ts';
import { type HsEdition, hsEditions } from '../domain/edition.ts';
import type { Revision } from '../domain/highTechnologyList.ts';
import { readDataTable } from './dataFile.ts';
import type { CodePair, ConcordanceKind } from './readClassificationFile.ts';

export interface ConcordanceEntry {
  readonly from: string;
  readonly to: string;
  readonly kind: ConcordanceKind;
  /** `built-in`, or the file that it was imported from. */
  readonly origin: string;
  /** First 16 hex digits of the SHA-256 of its source. */
  readonly checksum: string;
}

/** Where code pairs come from: the program's compact tables, with what a workspace has imported laid over them. */
export interface ConcordanceSource {
  readonly available: readonly ConcordanceEntry[];
  /** Code pairs, or null where there is no such concordance. */
  pairs(from: string, to: string, kind: ConcordanceKind): readonly CodePair[] | null;
  sitcLeaves(revision: Revision): readonly string[];
}

const cache = new Map<string, readonly CodePair[]>();

function editionOf(id: string): HsEdition | null {
  return hsEditions.find((edition) => edition === id) ?? null;
}

/** HS edition to SITC: the column of the nomenclature table, and beside it the codes of several links. */
function hsToSitc(edition: HsEdition, revision: Revision, kind: ConcordanceKind): readonly CodePair[] | null {
  if (kind === 'correlation' && hsEditions.indexOf(edition) < hsEditions.indexOf('HS2012')) return null;
  const digit = String(hsEditions.indexOf(edition));
  const rows = readDataTable('hs-nomenclature.csv').filter((row) => row.editions?.includes(digit));
  const converted = rows.map((row): CodePair => [row.hs6 ?? '', row[`sitc${revision}`] || null]);
  if (kind === 'conversion') return converted;
  const several = new Map(
    readDataTable('hs-sitc-correlation.csv')
      .filter((row) => row.edition === edition && row.revision === String(revision))
      .map((row) => [row.hs6 ?? '', (row.sitc ?? '').split(' ')] as const),
  );
  return converted.flatMap(([hs6, sitc]): CodePair[] =>
    (several.get(hs6) ?? [sitc]).map((target) => [hs6, target]),
  );
}

/** HS edition to the one before: the same code, except where the table says otherwise. */
function hsToPrevious(edition: HsEdition, kind: ConcordanceKind): readonly CodePair[] {
  const digit = String(hsEditions.indexOf(edition));
  const changed = new Map(
    readDataTable('hs-editions.csv')
      .filter((row) => row.edition === edition)
      .map((row) => [row.hs6 ?? '', row] as const),
  );
  const codes = new Set(
    readDataTable('hs-nomenclature.csv')
      .filter((row) => row.editions?.includes(digit))
      .map((row) => row.hs6 ?? ''),
  );
  return [...codes].sort().flatMap((hs6): CodePair[] => {
    const row = changed.get(hs6);
    if (row === undefined) return [[hs6, hs6]];
    if (kind === 'conversion') return [[hs6, row.previous || null]];
    return (row.links ?? '').split(' ').map((target) => [hs6, target === '' ? null : target]);
  });
}

function sitcRevisions(): readonly CodePair[] {
  const changed = new Map(
    readDataTable('sitc-revisions.csv').map(
      (row) => [row.sitc4 ?? '', (row.sitc3 ?? '').split(' ')] as const,
    ),
  );
  return builtInLeaves(4).flatMap((leaf): CodePair[] =>
    (changed.get(leaf) ?? [leaf]).map((target) => [leaf, target === '' ? null : target]),
  );
}

function builtInLeaves(revision: Revision): readonly string[] {
  return readDataTable('sitc-leaves.csv')
    .filter((row) => row.revision === String(revision))
    .map((row) => row.code ?? '');
}

function builtInPairs(from: string, to: string, kind: ConcordanceKind): readonly CodePair[] | null {
  const edition = editionOf(from);
  if (edition !== null && to === 'SITC4') return hsToSitc(edition, 4, kind);
  if (edition !== null && to === 'SITC3') return hsToSitc(edition, 3, kind);
  if (edition !== null && to === hsEditions[hsEditions.indexOf(edition) - 1])
    return hsToPrevious(edition, kind);
  return from === 'SITC4' && to === 'SITC3' && kind === 'correlation' ? sitcRevisions() : null;
}

/** The program's own concordances: each edition of the HS to SITC Rev.4, Rev.3 and the edition before; SITC Rev.4 to Rev.3. */
export function builtInConcordances(): ConcordanceSource {
  const entry = (from: string, to: string, kind: ConcordanceKind): ConcordanceEntry => ({
    from,
    to,
    kind,
    origin: 'built-in',
    checksum: '',
  });
  const kinds = ['conversion', 'correlation'] as const;
  const available = [
    ...[...hsEditions].reverse().flatMap((edition, place) => {
      const before = [...hsEditions].reverse()[place + 1];
      const targets = ['SITC4', 'SITC3', ...(before === undefined ? [] : [before])];
      return targets.flatMap((target) =>
        kinds
          .filter(
            (kind) =>
              kind === 'conversion' ||
              target.startsWith('HS') ||
              hsEditions.indexOf(edition) >= hsEditions.indexOf('HS2012'),
          )
          .map((kind) => entry(edition, target, kind)),
      );
    }),
    entry('SITC4', 'SITC3', 'correlation'),
  ];
  return {
    available,
    pairs: (from, to, kind) => {
      const key = `${from} ${to} ${kind}`;
      const known = cache.get(key);
      if (known !== undefined) return known;
      const made = builtInPairs(from, to, kind);
      if (made !== null) cache.set(key, made);
      return made;
    },
    sitcLeaves: builtInLeaves,
  };
}

/** The tables that carry a list of SITC codes over to the HS, out of a source of concordances. */
export function sitcTables(source: ConcordanceSource, revision: Revision): SitcTables {
  const one = (from: string, to: string): ReadonlyMap<string, string> | null => {
    const pairs = source.pairs(from, to, 'conversion');
    return pairs === null
      ? null
      : new Map(pairs.flatMap(([code, target]) => (target === null ? [] : [[code, target] as const])));
  };
  const many = (from: string, to: string): ReadonlyMap<string, readonly string[]> | null => {
    const pairs = source.pairs(from, to, 'correlation');
    if (pairs === null) return null;
    const found = new Map<string, string[]>();
    for (const [code, target] of pairs)
      if (target !== null) found.set(code, [...(found.get(code) ?? []), target]);
    return found;
  };
  const kept = <Table>(read: (edition: HsEdition) => Table) => {
    const tables = new Map<HsEdition, Table>();
    return (edition: HsEdition): Table => {
      const table = tables.get(edition) ?? read(edition);
      tables.set(edition, table);
      return table;
    };
  };
  return {
    revision,
    leaves: source.sitcLeaves(revision),
    conversion: kept((edition) => one(edition, `SITC${revision}`)),
    correlation: kept((edition) => many(edition, `SITC${revision}`)),
    previous: kept((edition) => {
      const before = hsEditions[hsEditions.indexOf(edition) - 1];
      return before === undefined ? null : one(edition, before);
    }),
  };
}
