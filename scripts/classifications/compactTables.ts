import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { alignHighTechnology } from '../../src/classifications/alignHighTechnology.ts';
import type { ConcordanceSource } from '../../src/classifications/concordanceSource.ts';
import { type CodePair, readClassificationFile } from '../../src/classifications/readClassificationFile.ts';
import { type HsEdition, hsEditions } from '../../src/domain/edition.ts';
import { leafCodes } from '../../src/domain/leafCodes.ts';

/** All concordances and code lists in a folder of the official files, read as a user's import reads them. */
export async function officialConcordances(folder: string): Promise<ConcordanceSource> {
  const pairs = new Map<string, readonly CodePair[]>();
  const leaves = new Map<string, readonly string[]>();
  for (const name of readdirSync(folder).filter((file) => /\.(xlsx?|csv(\.gz)?|json\.gz|txt)$/i.test(file))) {
    const file = await readClassificationFile(join(folder, name));
    for (const one of file.concordances) pairs.set(`${one.from} ${one.to} ${one.kind}`, one.pairs);
    for (const list of file.nomenclatures) leaves.set(list.id, leafCodes(list.codes.map(({ code }) => code)));
  }
  return {
    available: [],
    pairs: (from, to, kind) => pairs.get(`${from} ${to} ${kind}`) ?? null,
    sitcLeaves: (revision) => leaves.get(`SITC${revision}`) ?? [],
  };
}

/** The compact tables as CSV texts, by file name. */
export function compactTables(source: ConcordanceSource): Readonly<Record<string, string>> {
  const leaves = ([4, 3] as const).flatMap((revision) =>
    source.sitcLeaves(revision).map((code) => `${revision},${code}`),
  );
  return {
    'high-technology-alignment.csv': alignmentTable(source),
    'hs-nomenclature.csv': nomenclatureTable(source),
    'hs-sitc-correlation.csv': correlationTable(source),
    'hs-editions.csv': editionsTable(source),
    'sitc-leaves.csv': table('revision,code', leaves),
    'sitc-revisions.csv': revisionsTable(source),
  };
}

const table = (heading: string, rows: readonly string[]) => `${[heading, ...rows].join('\n')}\n`;

function alignmentTable(source: ConcordanceSource): string {
  const rows = ([4, 3] as const).flatMap((revision) => alignHighTechnology(source, revision));
  return table(
    'revision,edition,hs6,unConversion,resolved,links,sitc',
    rows.map((row) =>
      [
        row.revision,
        row.edition,
        row.hs6,
        row.unConversion ?? '-',
        row.resolved ?? '-',
        row.links?.join(' ') ?? '?',
        row.sitc.join(' '),
      ].join(','),
    ),
  );
}

function converted(source: ConcordanceSource, from: string, to: string): ReadonlyMap<string, string | null> {
  return new Map(source.pairs(from, to, 'conversion') ?? []);
}

/** All six-digit codes of an edition: those that any table converts from it, or to it from the edition after. */
function codesOfEdition(source: ConcordanceSource, edition: HsEdition): ReadonlySet<string> {
  const place = hsEditions.indexOf(edition);
  const [before, after] = [hsEditions[place - 1] ?? '', hsEditions[place + 1] ?? ''];
  const from = ['SITC4', 'SITC3', before].flatMap((target) => [...converted(source, edition, target).keys()]);
  const back = [...converted(source, after, edition).values()].filter((code) => code !== null);
  return new Set([...from, ...back]);
}

/** Every six-digit code with its SITC codes and the editions (0 = HS1992 ... 6 = HS2022) that have it so. */
function nomenclatureTable(source: ConcordanceSource): string {
  const editionsOf = new Map<string, string>();
  hsEditions.forEach((edition, index) => {
    const [sitc4, sitc3] = [converted(source, edition, 'SITC4'), converted(source, edition, 'SITC3')];
    for (const hs6 of codesOfEdition(source, edition)) {
      const key = `${hs6},${sitc4.get(hs6) ?? ''},${sitc3.get(hs6) ?? ''}`;
      editionsOf.set(key, `${editionsOf.get(key) ?? ''}${index}`);
    }
  });
  const rows = [...editionsOf].map(([key, editions]) => `${key},${editions}`).sort();
  return table('hs6,sitc4,sitc3,editions', rows);
}

function targetsOf(pairs: readonly CodePair[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [code, target] of pairs) {
    const known = found.get(code) ?? [];
    if (target !== null) known.push(target);
    found.set(code, known);
  }
  return found;
}

/** Codes whose links are not just the one that they are converted to. */
function correlationTable(source: ConcordanceSource): string {
  const rows = ([4, 3] as const).flatMap((revision) =>
    hsEditions.flatMap((edition) => {
      const pairs = source.pairs(edition, `SITC${revision}`, 'correlation');
      if (pairs === null) return [];
      const one = converted(source, edition, `SITC${revision}`);
      return [...targetsOf(pairs)]
        .filter(([hs6, targets]) => targets.length > 0 && (targets.length > 1 || targets[0] !== one.get(hs6)))
        .map(([hs6, targets]) => `${revision},${edition},${hs6},${targets.join(' ')}`)
        .sort();
    }),
  );
  return table('revision,edition,hs6,sitc', rows);
}

/** Codes that are not simply the same code in the edition before. */
function editionsTable(source: ConcordanceSource): string {
  const rows = hsEditions.slice(1).flatMap((edition, place) => {
    const before = hsEditions[place] ?? '';
    const one = converted(source, edition, before);
    const links = targetsOf(source.pairs(edition, before, 'correlation') ?? []);
    return [...codesOfEdition(source, edition)].sort().flatMap((hs6) => {
      const previous = one.get(hs6) ?? '';
      const targets = links.get(hs6) ?? (previous === '' ? [] : [previous]);
      const same = previous === hs6 && targets.length === 1 && targets[0] === hs6;
      return same ? [] : [`${edition},${hs6},${previous},${[...targets].sort().join(' ')}`];
    });
  });
  return table('edition,hs6,previous,links', rows);
}

function revisionsTable(source: ConcordanceSource): string {
  const links = targetsOf(source.pairs('SITC4', 'SITC3', 'correlation') ?? []);
  const rows = source.sitcLeaves(4).flatMap((leaf) => {
    const targets = links.get(leaf) ?? [];
    const same = targets.length === 1 && targets[0] === leaf;
    return same ? [] : [`${leaf},${[...targets].sort().join(' ')}`];
  });
  return table('sitc4,sitc3', rows);
}
