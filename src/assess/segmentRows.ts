import type { AssessmentRow } from '../api/assessment.ts';
import { printedTrajectory } from '../classifications/printedTrajectory.ts';
import type { Bound } from '../domain/highTechnologyList.ts';
import type { UndefinedReason } from '../domain/measured.ts';
import { judgeOrientation, type Verdict } from '../domain/orientationRule.ts';
import { lastMonth, periodText } from '../domain/period.ts';
import type { Segment } from '../domain/segmentSystem.ts';
import { parentAt, type TerritoryDictionary, type TwoLanguages } from '../domain/territory.ts';
import {
  additiveIndex,
  normalisedIndex,
  symmetricIndex,
  trajectoryIndex,
} from '../domain/trajectoryIndex.ts';
import type { BaseOf, BoundValues } from './boundValues.ts';
import type { ExternalSums } from './externalSums.ts';
import { topLevel } from './levels.ts';
import { bounds } from './lists/segmentLists.ts';
import type { ResolvedOptions } from './options.ts';
import { type RegionSum, rememberedSums } from './rememberedSums.ts';
import { rowId } from './trace/figureId.ts';

export interface SegmentInput {
  readonly options: ResolvedOptions;
  readonly territories: TerritoryDictionary;
  readonly segment: Segment;
  readonly values: BoundValues;
  /** All exports by region, reserved codes ("not stated") included. */
  readonly totals: ReadonlyMap<string, number>;
  readonly baseOf: BaseOf;
  /** The reference, where it is of other data. */
  readonly external?: ExternalSums;
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly unions: ReadonlyMap<string, readonly string[]>;
  /** Id of the run: the beginning of the ids of its figures. */
  readonly run: string;
}

/** The figures of a segment, to be added up over regions; null where the bound is unknown. */
interface SegmentSums {
  readonly values: (bound: Bound) => RegionSum | null;
  readonly base: (bound: Bound) => RegionSum;
}

interface Sums {
  readonly totals: RegionSum;
  readonly own: SegmentSums;
  /** Of the data that the reference is from: the own, or that of the world. */
  readonly against: SegmentSums;
}

interface Measures {
  readonly index: number | null;
  readonly reason: UndefinedReason | null;
  readonly value: number;
  readonly share: number | null;
  readonly referenceShare: number | null;
  readonly verdict: Verdict;
  /** true: the territory is what it is held against, so its index is 1 whatever it exports. */
  readonly isReference: boolean;
}

const printedNote: TwoLanguages = {
  ru: 'Напечатанное в статье значение индекса; его определение не опубликовано.',
  en: 'The value of the index printed in the paper; its definition is not published.',
};

/**
 * Rows of one segment: the whole, districts and unions by exports, regions (or countries) by rank; of another level
 * than that of the data the whole and that level, ranked.
 */
export function segmentRows(asked: SegmentInput): AssessmentRow[] {
  const input = { ...asked, sums: sumsOf(asked) };
  const { dataLevel, level } = input.options;
  const everyone = [...input.totals.keys()].sort();
  const regions = everyone.filter((region) =>
    input.territories.territories.some((territory) => territory.id === region && territory.kind === 'region'),
  );
  const ranked = regions.map((region) => row(input, dataLevel, region, [region], everyone));
  if (level === dataLevel) rank(ranked);
  const oriented = (members: readonly string[]) =>
    ranked.filter((one) => one.verdict === 'yes' && members.includes(one.territory)).length;
  const rowsOf = (kind: 'district' | 'union', groups: ReadonlyMap<string, readonly string[]>) => {
    const rows = [...groups].map(([group, members]) => ({
      ...row(input, kind, group, members, everyone),
      orientedRegions: level === dataLevel ? oriented(members) : null,
    }));
    if (level === kind) rank(rows);
    else rows.sort(byValue);
    return rows;
  };
  const whole = {
    ...row(input, topLevel(input.territories), input.territories.country, everyone, everyone),
    orientedRegions: level === dataLevel ? oriented(regions) : null,
  };
  if (level === 'district') return [whole, ...rowsOf('district', input.members)];
  if (level === 'union') return [whole, ...rowsOf('union', input.unions)];
  if (level !== dataLevel) return [whole];
  // The sum of a union would give away what disclosure control hides in its members.
  const unions = input.options.disclosure === null ? rowsOf('union', input.unions) : [];
  return [whole, ...rowsOf('district', input.members), ...unions, ...ranked];
}

function sumsOf({ values, totals, baseOf, segment, external }: SegmentInput): Sums {
  const own = segmentSums(segment, values, baseOf);
  return {
    totals: rememberedSums((region) => totals.get(region) ?? 0),
    own,
    against: external === undefined ? own : segmentSums(segment, external.values(segment), external.baseOf),
  };
}

function segmentSums(segment: Segment, values: BoundValues, baseOf: BaseOf): SegmentSums {
  const byBound = new Map(
    bounds.map((bound) => {
      const figures = values.get(bound) ?? null;
      return [bound, figures && rememberedSums((region) => figures.get(region) ?? 0)] as const;
    }),
  );
  const bases = new Map(
    bounds.map((bound) => [bound, rememberedSums((region) => baseOf(region, segment, bound))] as const),
  );
  return {
    values: (bound) => byBound.get(bound) ?? null,
    base: (bound) => bases.get(bound) as RegionSum,
  };
}

/** Puts rows in the order of their index and numbers those that have one. */
function rank(rows: AssessmentRow[]): void {
  rows.sort((a, b) => (b.trajectoryIndex ?? -1) - (a.trajectoryIndex ?? -1) || byValue(a, b));
  rows.forEach((one, place) => {
    if (one.trajectoryIndex !== null) one.rank = place + 1;
  });
}

function byValue(a: AssessmentRow, b: AssessmentRow): number {
  return (b.segmentValueUsd ?? 0) - (a.segmentValueUsd ?? 0) || (a.territory < b.territory ? -1 : 1);
}

function row(
  input: SegmentInput & { readonly sums: Sums },
  level: AssessmentRow['level'],
  territory: string,
  members: readonly string[],
  everyone: readonly string[],
): AssessmentRow {
  const { options, segment, sums, territories } = input;
  const month = lastMonth(options.period);
  const isOfData = level === options.dataLevel;
  const district = isOfData ? parentAt(territories, territory, month) : null;
  const districtMembers = district === null ? null : (input.members.get(district) ?? null);
  const measured = new Map(
    bounds.map((bound) => [bound, measure(input, bound, level, members, everyone, districtMembers)]),
  );
  const chosen = measured.get('chosen');
  if (chosen == null)
    throw new Error(`The list of segment ${segment.id} is empty for the editions of the period`);
  const known = bounds.map((bound) => measured.get(bound)).filter((one) => one != null);
  const bounded = known.length === bounds.length;
  const range = (pick: (one: Measures) => number | null): [number | null, number | null] => {
    const values = known.map(pick).filter((value) => value !== null);
    return bounded && values.length === bounds.length
      ? [Math.min(...values), Math.max(...values)]
      : [null, null];
  };
  const [indexLower, indexUpper] = range((one) => one.index);
  const [valueLower, valueUpper] = range((one) => one.value);
  const [shareLower, shareUpper] = range((one) => one.share);
  const total = sums.totals(members);
  const countryTotal = sums.totals(everyone);
  const chosenValues = sums.own.values('chosen') ?? (() => 0);
  const countrySegment = chosenValues(everyone);
  const districtSegment = districtMembers === null ? null : chosenValues(districtMembers);
  const { fromYear, toYear, months } = options.period;
  // The paper holds regions against the country: beside another reference its index would mislead.
  const printed =
    isOfData &&
    options.reference === 'country' &&
    options.flow === 'export' &&
    months === null &&
    fromYear === toYear
      ? printedTrajectory(territories.country, fromYear, segment.id, territory)
      : null;
  const ranked = level === options.level;
  const judged = ranked && !chosen.isReference;
  return {
    id: rowId(input.run, periodText(options.period), segment.id, territory),
    level,
    period: periodText(options.period),
    flow: options.flow,
    segment: segment.id,
    segmentName: segment.name,
    territory,
    territoryName: nameOf(territories, territory),
    district,
    districtName: district === null ? null : nameOf(territories, district),
    rank: null,
    trajectoryIndex: chosen.index,
    trajectoryIndexLower: indexLower,
    trajectoryIndexUpper: indexUpper,
    trajectoryIndexReason: chosen.reason,
    boundsReason: bounded ? null : 'no-correlation-table',
    symmetricIndex: symmetricIndex(chosen.index),
    normalisedIndex: normalisedIndex(chosen.value, total, countrySegment, countryTotal),
    additiveIndex: additiveIndex(chosen.value, total, countrySegment, countryTotal),
    segmentValueUsd: chosen.value,
    segmentValueUsdLower: valueLower,
    segmentValueUsdUpper: valueUpper,
    totalValueUsd: total,
    suppressed: null,
    totalSuppressed: null,
    shareOfCountryTotal: quotient(total, countryTotal),
    shareOfCountrySegment: quotient(chosen.value, countrySegment),
    shareOfReferenceSegment: chosen.referenceShare,
    segmentShareOfTerritory: chosen.share,
    segmentShareOfTerritoryLower: shareLower,
    segmentShareOfTerritoryUpper: shareUpper,
    shareOfDistrictSegment: districtSegment === null ? null : quotient(chosen.value, districtSegment),
    verdict: judged ? chosen.verdict.verdict : 'undefined',
    verdictReason: judged
      ? chosen.verdict.verdict === 'undefined'
        ? chosen.reason
        : null
      : ranked
        ? 'is-reference'
        : 'not-a-region',
    verdictNear: judged && chosen.verdict.near,
    verdictFlips: judged && known.some((one) => one.verdict.verdict !== chosen.verdict.verdict),
    conditions: ranked ? [...chosen.verdict.conditions] : [],
    orientedRegions: null,
    printed: printed === null ? null : { ...printed, note: printedNote },
  };
}

/** The measures of one territory under one bound of the list; null where the bound is unknown. */
function measure(
  input: SegmentInput & { readonly sums: Sums },
  bound: Bound,
  level: AssessmentRow['level'],
  members: readonly string[],
  everyone: readonly string[],
  districtMembers: readonly string[] | null,
): Measures | null {
  const { options, sums } = input;
  const values = sums.own.values(bound);
  if (values === null) return null;
  const unionMembers = options.union === null ? null : (input.unions.get(options.union) ?? []);
  const { reference, held } = referenceRegions(options, level, {
    members,
    everyone,
    districtMembers,
    unionMembers,
  });
  const against = referenceSums(input, bound, { reference, held });
  if (against === null) return null;
  const value = values(members);
  const index = trajectoryIndex({
    segmentValue: value,
    baseValue: sums.own.base(bound)(members),
    referenceSegmentValue: against.heldSegment,
    referenceBaseValue: against.heldBase,
  });
  const soleExporter =
    index.value === null && index.reason === 'reference-zero' && options.withoutSelf && value > 0;
  const share = quotient(value, sums.totals(members));
  const referenceShare = quotient(value, against.wholeSegment);
  const verdict = judgeOrientation(options.rule, {
    trajectoryIndex: index.value,
    shareOfReferenceSegment: referenceShare,
    segmentShareOfTerritory: share,
    shareOfCountryTotal: quotient(sums.totals(members), sums.totals(everyone)),
    segmentValueUsd: value,
  });
  return {
    index: index.value,
    reason: index.value !== null ? null : soleExporter ? 'sole-exporter' : index.reason,
    value,
    share,
    referenceShare,
    verdict,
    isReference: input.external === undefined && isSame(members, held),
  };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((member) => other.includes(member));
}

/** What a territory is held against: of the own data, or of that of the world; null where the bound is unknown there. */
function referenceSums(
  { external, sums }: SegmentInput & { readonly sums: Sums },
  bound: Bound,
  own: { readonly reference: readonly string[]; readonly held: readonly string[] },
): { readonly heldSegment: number; readonly heldBase: number; readonly wholeSegment: number } | null {
  const values = sums.against.values(bound);
  if (values === null) return null;
  const { reference, held } = external ?? own;
  return {
    heldSegment: values(held),
    heldBase: sums.against.base(bound)(held),
    wholeSegment: values(reference),
  };
}

/** Regions of the reference, and those of them that the index is held against. */
export function referenceRegions(
  options: ResolvedOptions,
  level: AssessmentRow['level'],
  places: {
    readonly members: readonly string[];
    readonly everyone: readonly string[];
    readonly districtMembers: readonly string[] | null;
    readonly unionMembers: readonly string[] | null;
  },
): { readonly reference: readonly string[]; readonly held: readonly string[] } {
  const { members, everyone, districtMembers, unionMembers } = places;
  const reference =
    options.reference === 'union'
      ? (unionMembers ?? [])
      : options.reference === 'district' && level === options.dataLevel
        ? (districtMembers ?? [])
        : everyone;
  const held =
    options.leaveOut.length === 0 && !options.withoutSelf
      ? reference
      : reference.filter(
          (region) =>
            !options.leaveOut.includes(region) && !(options.withoutSelf && members.includes(region)),
        );
  return { reference, held };
}

function quotient(numerator: number, denominator: number): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

function nameOf(dictionary: TerritoryDictionary, id: string): TwoLanguages {
  if (id === dictionary.country) return dictionary.countryName;
  return dictionary.territories.find((territory) => territory.id === id)?.name ?? { ru: id, en: id };
}
