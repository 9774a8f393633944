import type { ListComparison } from '../../api/classification.ts';
import type { ConcordanceSource } from '../../classifications/concordanceSource.ts';
import { hsCodesOf } from '../../classifications/hsNomenclature.ts';
import { chapterName, headingName } from '../../classifications/names.ts';
import { type HsEdition, hsEditions } from '../../domain/edition.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Alignment, Revision } from '../../domain/highTechnologyList.ts';
import { parseListTerm } from '../../domain/listTerm.ts';
import type { SegmentSystem } from '../../domain/segmentSystem.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import { regionSums } from '../../store/queries/regionSums.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { noBridges } from './bridges.ts';
import { segmentLists } from './segmentLists.ts';

export interface ComparedList {
  readonly name: string;
  readonly system: SegmentSystem;
  readonly revision: Revision;
  readonly alignment: Alignment;
}

type Held = ReadonlyMap<string, { readonly segments: readonly string[]; readonly weight: number }>;

/**
 * Which codes two lists do not share, edition by edition, with what the country exports of them. Without editions
 * given: in the latest one that the data is in, without data in HS2022.
 */
export async function compareLists(
  a: ComparedList,
  b: ComparedList,
  given: readonly HsEdition[] | null,
  source: ConcordanceSource,
  workspace: Pick<WorkspaceReader, 'engine' | 'coverage'> | null,
): Promise<ListComparison> {
  const values = workspace === null ? null : await exportsByCode(workspace);
  const inData = hsEditions.filter((edition) => values?.editions.has(edition));
  const editions = given ?? [inData.at(-1) ?? 'HS2022'];
  const withoutValues = editions.filter((edition) => values !== null && !values.editions.has(edition));
  const counts = { both: 0, onlyA: 0, onlyB: 0 };
  const data: ListComparison['data'] = [];
  for (const edition of editions) {
    const [inA, inB] = [heldBy(a, edition, source), heldBy(b, edition, source)];
    for (const code of [...new Set([...inA.keys(), ...inB.keys()])].sort()) {
      const [left, right] = [inA.get(code), inB.get(code)];
      if (left !== undefined && right !== undefined) counts.both += 1;
      else if (left !== undefined) counts.onlyA += 1;
      else counts.onlyB += 1;
      const [weightA, weightB] = [left?.weight ?? 0, right?.weight ?? 0];
      if (weightA === weightB) continue;
      data.push({
        edition,
        code,
        inA: [...(left?.segments ?? [])],
        inB: [...(right?.segments ?? [])],
        weightA,
        weightB,
        name: nameOf(code),
        // Where no data is of the edition there is no value to be told; where some is, a code without rows has none.
        valueUsd: values?.editions.has(edition) ? (values.byCode.get(`${edition} ${code}`) ?? 0) : null,
      });
    }
  }
  const findings = [
    ...noValuesOf(withoutValues, inData),
    ...[a, b].flatMap((list) => listFindings(list.system, editions, list.name)),
  ];
  return {
    data,
    findings: findings.map((one) => ({ ...one, examples: [...(one.examples ?? [])] })),
    manifest: { a: a.name, b: b.name, editions: [...editions], editionsOfData: [...inData], ...counts },
  };
}

function noValuesOf(without: readonly HsEdition[], inData: readonly HsEdition[]): readonly Finding[] {
  if (without.length === 0) return [];
  const [missing, there] = [without.join(', '), inData.join(', ')];
  return [
    {
      code: 'no-data-of-edition',
      severity: 'caveat',
      message: {
        ru: `В рабочей области нет данных в редакции ${missing}: стоимости нет (–). ${there === '' ? 'Данных о вывозе нет.' : `Данные есть в редакциях ${there}: задайте --edition.`}`,
        en: `The workspace has no data of the edition ${missing}: there is no value (–). ${there === '' ? 'It has no exports at all.' : `It has data of ${there}: set --edition.`}`,
      },
      count: without.length,
    },
  ];
}

function heldBy(list: ComparedList, edition: HsEdition, source: ConcordanceSource): Held {
  const lists = segmentLists(
    { revision: list.revision, alignment: list.alignment, inEdition: null },
    source,
    noBridges,
  );
  const held = new Map<string, { segments: string[]; weight: number }>();
  for (const segment of list.system.segments) {
    for (const [code, weight] of lists(segment, 'chosen')(edition)?.weights ?? []) {
      const known = held.get(code) ?? { segments: [], weight: 0 };
      held.set(code, {
        segments: [...known.segments, segment.id],
        weight: weight < 0 ? weight : Math.max(known.weight, weight),
      });
    }
  }
  return held;
}

function nameOf(code: string): TwoLanguages | null {
  return headingName(code.slice(0, 4)) ?? chapterName(code.slice(0, 2));
}

async function exportsByCode(
  workspace: Pick<WorkspaceReader, 'engine' | 'coverage'>,
): Promise<{ readonly editions: ReadonlySet<string>; readonly byCode: ReadonlyMap<string, number> }> {
  const years = workspace.coverage.filter((entry) => entry.flow === 'export').map((entry) => entry.year);
  if (years.length === 0) return { editions: new Set(), byCode: new Map() };
  const period = { fromYear: Math.min(...years), toYear: Math.max(...years), months: null };
  const rows = await workspace.engine.query(
    regionSums({ flow: 'export', period, by: ['edition', 'hs6'], codes: null, everywhere: true }),
  );
  return {
    editions: new Set(rows.map((row) => String(row.edition))),
    byCode: new Map(rows.map((row) => [`${row.edition} ${row.hs6}`, Number(row.value_usd ?? 0)])),
  };
}

/** What is odd in a list: codes that no edition asked about has, exceptions that take nothing out, codes in several segments. */
export function listFindings(
  system: SegmentSystem,
  editions: readonly HsEdition[],
  name: string,
): readonly Finding[] {
  const wanted = system.edition === undefined ? editions : [system.edition];
  const exists = (code: string) =>
    wanted.some((edition) => [...hsCodesOf(edition)].some((hs6) => hs6.startsWith(code.slice(0, 6))));
  const unknown: string[] = [];
  const idle: string[] = [];
  const places = new Map<string, string[]>();
  for (const segment of system.segments) {
    const terms = (segment.codes ?? []).flatMap((text) => parseListTerm(text) ?? []);
    for (const term of terms) {
      if (term.system === 'hs' && !exists(term.code)) unknown.push(`${segment.id}: ${term.code}`);
      const covered = terms.some(
        (other) =>
          !other.except &&
          other.system === term.system &&
          (term.code.startsWith(other.code) || other.code.startsWith(term.code)),
      );
      if (
        term.except &&
        term.system === 'hs' &&
        !covered &&
        segment.groups.length === 0 &&
        !terms.some((other) => other.system !== 'hs')
      )
        idle.push(`${segment.id}: ${term.code}`);
      if (!term.except)
        places.set(`${term.system}:${term.code}`, [
          ...(places.get(`${term.system}:${term.code}`) ?? []),
          segment.id,
        ]);
    }
  }
  const several = [...places]
    .filter(([, ids]) => ids.length > 1)
    .map(([code, ids]) => `${code}: ${ids.join(', ')}`);
  const finding = (code: string, found: readonly string[], ru: string, en: string): Finding[] =>
    found.length === 0
      ? []
      : [
          {
            code,
            severity: 'warning',
            message: { ru: `Список ${name}: ${ru}`, en: `List ${name}: ${en}` },
            count: found.length,
            examples: found.slice(0, 5),
          },
        ];
  return [
    ...finding(
      'list-unknown-codes',
      unknown,
      `кодов нет в редакции (${wanted.join(', ')})`,
      `codes that the edition does not have (${wanted.join(', ')})`,
    ),
    ...finding(
      'list-idle-exceptions',
      idle,
      'исключения, которые ничего не исключают',
      'exceptions that take nothing out',
    ),
    ...finding(
      'list-repeated-codes',
      several,
      'коды в нескольких сегментах: их стоимость считается в каждом',
      'codes in several segments: their value counts in each',
    ),
  ];
}
