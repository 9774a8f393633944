import type { Assessment, AssessmentRow, HighTechRow } from '../api/assessment.ts';
import {
  type DisclosureRule,
  type ProtectedCell,
  primarySuppression,
  type SumRelation,
  type Suppression,
  secondarySuppression,
} from '../domain/disclosureControl.ts';
import type { HsEdition } from '../domain/edition.ts';
import type { Segment } from '../domain/segmentSystem.ts';
import type { RowsQuestion } from '../store/queries/contributingRows.ts';
import { contributions, type Place } from '../store/queries/contributions.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import type { EditionList } from './editionList.ts';
import { codesOf } from './operandRows.ts';
import type { ResolvedOptions } from './options.ts';
import type { PreparedAssessment } from './prepareAssessment.ts';

/** Id of the cells of all exports, beside those of segments. */
const everything = '(total)';
const cellId = (segment: string, place: string) => `${segment}\t${place}`;

type Finding = Assessment['findings'][number];
type Question = Pick<RowsQuestion, 'flow' | 'period' | 'reExports'>;

/** Rows of an assessment with what may not be shown taken out, and what was done. */
export async function protectAssessment(
  workspace: WorkspaceReader,
  prepared: PreparedAssessment,
  options: ResolvedOptions,
  rows: readonly AssessmentRow[],
): Promise<{ data: AssessmentRow[]; findings: Finding[] }> {
  const rule = options.disclosure;
  if (rule === null) return { data: [...rows], findings: [] };
  const everyone = [...prepared.totals.keys()].sort();
  const shown = new Set(rows.map((row) => row.territory));
  const places: Place[] = [
    { id: workspace.country, regions: everyone },
    ...[...prepared.members].map(([id, regions]) => ({ id, regions })),
    ...everyone.map((region) => ({ id: region, regions: [region] })),
  ];
  const lists = new Map<string, EditionList | null>([[everything, null]]);
  for (const segment of options.system.segments) lists.set(segment.id, prepared.lists(segment, 'chosen'));
  const cells = await protectedCells(workspace, options, lists, places, prepared.editions, rule);
  const relations = [...lists.keys()].flatMap((segment) =>
    territorySums(segment, workspace.country, everyone, prepared.members),
  );
  // What stands in no row (region not stated) is told as a caveat: readers know it.
  const fixed = new Set(cells.map((cell) => cell.id).filter((id) => !shown.has(id.split('\t')[1] ?? '')));
  const hidden = secondarySuppression(cells, relations, primarySuppression(cells, rule), fixed);
  const of = (segment: string, place: string) => hidden.get(cellId(segment, place)) ?? null;
  const data = inShownOrder(rows.map((row) => hideFigures(row, of, options)));
  return {
    data: [...data],
    findings: suppressionFinding(cells, hidden, rule, await namedContributors(workspace, options)),
  };
}

/** Rows of high technology by group and year with what may not be shown taken out. */
export async function protectHighTech(
  workspace: WorkspaceReader,
  input: {
    readonly rule: DisclosureRule;
    readonly question: Omit<Question, 'period'>;
    readonly segments: readonly Segment[];
    readonly lists: (segment: Segment) => EditionList;
    readonly editions: readonly HsEdition[];
    readonly regions: readonly string[];
    readonly rows: readonly HighTechRow[];
  },
): Promise<{ data: HighTechRow[]; findings: Finding[] }> {
  const { rule, rows, segments } = input;
  const data: HighTechRow[] = [];
  const findings: Finding[] = [];
  for (const year of [...new Set(rows.map((row) => row.year))]) {
    const ofYear = rows.filter((row) => row.year === year);
    const question = { ...input.question, period: { fromYear: year, toYear: year, months: null } };
    const places: Place[] = [
      { id: workspace.country, regions: input.regions },
      ...input.regions.map((region) => ({ id: region, regions: [region] })),
    ];
    const lists = new Map<string, EditionList | null>([
      [everything, null],
      ...segments.map((segment) => [segment.id, input.lists(segment)] as const),
    ]);
    const cells = await protectedCells(workspace, question, lists, places, input.editions, rule);
    const groups = segments.filter((segment) => segment.id !== 'all').map((segment) => segment.id);
    const relations = [
      ...[...lists.keys()].flatMap((segment) =>
        territorySums(segment, workspace.country, input.regions, new Map()),
      ),
      ...places.map((place) => ({
        total: cellId('all', place.id),
        parts: groups.map((group) => cellId(group, place.id)),
      })),
    ];
    const shown = new Set(ofYear.map((row) => row.territory));
    // The country's figures are taken as published elsewhere where this table does not show them, unless they are hidden themselves.
    const fixed = new Set(cells.map((cell) => cell.id).filter((id) => !shown.has(id.split('\t')[1] ?? '')));
    const hidden = secondarySuppression(cells, relations, primarySuppression(cells, rule), fixed);
    for (const row of ofYear) {
      const suppressed = hidden.get(cellId(row.group, row.territory)) ?? null;
      const totalSuppressed = hidden.get(cellId(everything, row.territory)) ?? null;
      data.push({
        ...row,
        suppressed,
        totalSuppressed,
        ...(suppressed === null
          ? {}
          : {
              valueUsd: null,
              valueReason: 'suppressed',
              lowerUsd: null,
              upperUsd: null,
              boundsReason: 'suppressed',
            }),
        ...(totalSuppressed === null ? {} : { totalUsd: null }),
        ...(suppressed === null && totalSuppressed === null ? {} : { shareOfTotal: null }),
      });
    }
    findings.push(...suppressionFinding(cells, hidden, rule, await namedContributors(workspace, question)));
  }
  return {
    data: [...data],
    findings: findings
      .slice(0, 1)
      .map((one) => ({ ...one, count: findings.reduce((sum, each) => sum + (each.count ?? 0), 0) })),
  };
}

async function protectedCells(
  workspace: WorkspaceReader,
  question: Question,
  lists: ReadonlyMap<string, EditionList | null>,
  places: readonly Place[],
  editions: readonly HsEdition[],
  rule: DisclosureRule,
): Promise<readonly ProtectedCell[]> {
  const cells: ProtectedCell[] = [];
  const { flow, period, reExports } = question;
  for (const [segment, list] of lists) {
    const rows: RowsQuestion = { flow, period, reExports, regions: null, codes: codesOf(list, editions) };
    const sql = contributions(rows, places, rule.dominance?.largest ?? 1);
    const largest = new Map<string, number[]>();
    for (const row of await workspace.engine.query(sql.top)) {
      const known = largest.get(String(row.place)) ?? [];
      largest.set(String(row.place), [...known, Number(row.usd)]);
    }
    const sums = new Map((await workspace.engine.query(sql.sums)).map((row) => [String(row.place), row]));
    for (const place of places) {
      const found = sums.get(place.id);
      cells.push({
        id: cellId(segment, place.id),
        value: Number(found?.value_usd ?? 0),
        contributors: Number(found?.contributors ?? 0),
        largest: largest.get(place.id) ?? [],
      });
    }
  }
  return cells;
}

/** The country over its regions and over its districts, each district over its regions. */
function territorySums(
  segment: string,
  country: string,
  everyone: readonly string[],
  members: ReadonlyMap<string, readonly string[]>,
): readonly SumRelation[] {
  const cell = (place: string) => cellId(segment, place);
  const inDistricts = new Set([...members.values()].flat());
  const loose = everyone.filter((region) => !inDistricts.has(region));
  const byRegion = { total: cell(country), parts: everyone.map(cell) };
  if (members.size === 0) return [byRegion];
  return [
    byRegion,
    { total: cell(country), parts: [...[...members.keys()].map(cell), ...loose.map(cell)] },
    ...[...members].map(([district, regions]) => ({ total: cell(district), parts: regions.map(cell) })),
  ];
}

const derivedFromSegment = [
  'trajectoryIndex',
  'trajectoryIndexLower',
  'trajectoryIndexUpper',
  'symmetricIndex',
  'normalisedIndex',
  'additiveIndex',
  'segmentValueUsd',
  'segmentValueUsdLower',
  'segmentValueUsdUpper',
  'shareOfCountrySegment',
  'shareOfReferenceSegment',
  'segmentShareOfTerritory',
  'segmentShareOfTerritoryLower',
  'segmentShareOfTerritoryUpper',
  'shareOfDistrictSegment',
  'rank',
] as const;
const derivedFromTotal = [
  'trajectoryIndex',
  'trajectoryIndexLower',
  'trajectoryIndexUpper',
  'symmetricIndex',
  'normalisedIndex',
  'additiveIndex',
  'totalValueUsd',
  'shareOfCountryTotal',
  'segmentShareOfTerritory',
  'segmentShareOfTerritoryLower',
  'segmentShareOfTerritoryUpper',
] as const;
const indices = [
  'trajectoryIndex',
  'trajectoryIndexLower',
  'trajectoryIndexUpper',
  'symmetricIndex',
] as const;

/** A rank or a place between two others tells bounds of a hidden index: hidden regions stand last, unranked and uncounted. */
function inShownOrder(rows: readonly AssessmentRow[]): readonly AssessmentRow[] {
  const isHidden = (row: AssessmentRow) =>
    row.level === 'region' && row.trajectoryIndexReason === 'suppressed';
  const keys = [...new Set(rows.map((row) => row.segment))];
  return keys.flatMap((segment) => {
    const ofSegment = rows.filter((row) => row.segment === segment);
    const shown = ofSegment.filter((row) => !isHidden(row));
    const oriented = shown.filter((row) => row.level === 'region' && row.verdict === 'yes');
    const ranked = shown.filter((row) => row.level === 'region' && row.trajectoryIndex !== null);
    const hidden = ofSegment.filter(isHidden).sort((a, b) => (a.territory < b.territory ? -1 : 1));
    return [...shown, ...hidden].map((row) => {
      if (row.level === 'region') return { ...row, rank: row.rank === null ? null : ranked.indexOf(row) + 1 };
      const inside = oriented.filter((one) => row.level === 'country' || one.district === row.territory);
      return { ...row, orientedRegions: inside.length };
    });
  });
}

/** Takes out of a row all that would give a hidden cell away. */
function hideFigures(
  row: AssessmentRow,
  of: (segment: string, place: string) => Suppression | null,
  options: ResolvedOptions,
): AssessmentRow {
  const suppressed = of(row.segment, row.territory);
  const totalSuppressed = of(everything, row.territory);
  const hidden = new Set<string>();
  if (suppressed !== null) for (const field of derivedFromSegment) hidden.add(field);
  if (totalSuppressed !== null) for (const field of derivedFromTotal) hidden.add(field);
  // A share of the district's segment tells the district's value beside the region's own.
  const districtHidden = row.district !== null && of(row.segment, row.district) !== null;
  if (districtHidden) hidden.add('shareOfDistrictSegment');
  if (districtHidden && options.reference === 'district')
    for (const field of [...indices, 'shareOfReferenceSegment']) hidden.add(field);
  // A reference that leaves a hidden region out tells its value; so does a base that sums segments with a hidden one.
  const leftOut = options.leaveOut.some(
    (region) => of(row.segment, region) !== null || of(everything, region) !== null,
  );
  const inBase =
    options.base !== 'total' &&
    options.system.segments.some((segment) => of(segment.id, row.territory) !== null);
  if (leftOut || inBase) for (const field of indices) hidden.add(field);
  if (hidden.size === 0) return { ...row, suppressed, totalSuppressed };
  const nulls = Object.fromEntries([...hidden].map((field) => [field, null]));
  const noIndex = hidden.has('trajectoryIndex');
  return {
    ...row,
    ...nulls,
    suppressed,
    totalSuppressed,
    ...(noIndex ? { trajectoryIndexReason: 'suppressed', rank: null } : {}),
    ...(noIndex || hidden.has('segmentValueUsd') ? { boundsReason: 'suppressed' } : {}),
    conditions: row.conditions.map((condition) =>
      hidden.has(condition.measure) ? { ...condition, value: null, held: null, near: false } : condition,
    ),
    ...(suppressed === null
      ? {}
      : {
          verdict: 'undefined' as const,
          verdictReason: 'suppressed',
          verdictNear: false,
          verdictFlips: false,
        }),
  };
}

/** Do the rows say who exported? Else each row of the source counts as one contributor. */
async function namedContributors(workspace: WorkspaceReader, question: Question): Promise<boolean> {
  const { fromYear, toYear } = question.period;
  const rows = await workspace.engine.query(
    `SELECT count(*) AS named FROM detail WHERE year BETWEEN ${fromYear} AND ${toYear} AND contributor <> ''`,
  );
  return Number(rows[0]?.named ?? 0) > 0;
}

function suppressionFinding(
  cells: readonly ProtectedCell[],
  hidden: ReadonlyMap<string, Suppression>,
  rule: DisclosureRule,
  named: boolean,
): Finding[] {
  const primary = [...hidden.values()].filter((one) => one !== 'secondary').length;
  const words = [
    ...(rule.threshold === null
      ? []
      : [{ ru: `не меньше ${rule.threshold} участников`, en: `at least ${rule.threshold} contributors` }]),
    ...(rule.dominance === null
      ? []
      : [
          {
            ru: `доля ${rule.dominance.largest} крупнейших не больше ${rule.dominance.percent} %`,
            en: `the ${rule.dominance.largest} largest make no more than ${rule.dominance.percent} %`,
          },
        ]),
  ];
  const who = named
    ? { ru: 'участники — как в данных', en: 'contributors are those that the data names' }
    : {
        ru: 'данные не называют участников: участником считается строка выгрузки, это слабее',
        en: 'the data names no contributors: each row of the unload counts as one, which is weaker',
      };
  return [
    {
      code: 'disclosure-control',
      severity: 'warning',
      message: {
        ru: `Защита сведений: ${words.map((one) => one.ru).join('; ')}; ${who.ru}. Скрыто ячеек: сами по себе ${primary}, чтобы их нельзя было вычислить — ${hidden.size - primary}. Скрытое помечено «к» и не есть ни ноль, ни пропуск.`,
        en: `Disclosure control: ${words.map((one) => one.en).join('; ')}; ${who.en}. Hidden cells: ${primary} for their own sake, ${hidden.size - primary} so that those cannot be computed. What is hidden is marked "c"; it is neither zero nor missing.`,
      },
      count: hidden.size,
      share: cells.length === 0 ? null : hidden.size / cells.length,
    },
  ];
}
