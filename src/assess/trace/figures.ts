import {
  additiveIndex,
  normalisedIndex,
  symmetricIndex,
  trajectoryIndex,
} from '../../domain/trajectoryIndex.ts';

/** Sums that figures are made of; which rows each is the sum of, `explain` says. */
export const operandSymbols = {
  segment: 'X(r,s)',
  base: 'B(r,s)',
  referenceSegment: 'X(R,s)',
  referenceBase: 'B(R,s)',
  wholeReferenceSegment: 'X(R₀,s)',
  total: 'X(r)',
  countrySegment: 'X(s)',
  countryTotal: 'X',
  districtSegment: 'X(d,s)',
} as const;
export type OperandName = keyof typeof operandSymbols;

export interface Figure {
  /** With `{operand}` where a sum stands. */
  readonly formula: string;
  readonly operands: readonly OperandName[];
  /** The smallest or largest of the three lists instead of the chosen one. */
  readonly range?: 'smallest' | 'largest';
  readonly unit: 'usd' | 'index' | 'share';
  compute(of: (operand: OperandName) => number): number | null;
}

const quotient = (numerator: number, denominator: number) =>
  denominator === 0 ? null : numerator / denominator;

const value: Figure = {
  formula: '{segment}',
  operands: ['segment'],
  unit: 'usd',
  compute: (of) => of('segment'),
};
const index: Figure = {
  formula: '({segment} / {base}) / ({referenceSegment} / {referenceBase})',
  operands: ['segment', 'base', 'referenceSegment', 'referenceBase'],
  unit: 'index',
  compute: (of) =>
    trajectoryIndex({
      segmentValue: of('segment'),
      baseValue: of('base'),
      referenceSegmentValue: of('referenceSegment'),
      referenceBaseValue: of('referenceBase'),
    }).value,
};
const share: Figure = {
  formula: '{segment} / {total}',
  operands: ['segment', 'total'],
  unit: 'share',
  compute: (of) => quotient(of('segment'), of('total')),
};
const total: Figure = { formula: '{total}', operands: ['total'], unit: 'usd', compute: (of) => of('total') };

/** How each figure of a row of `assess` comes about. */
export const assessmentFigures: Readonly<Record<string, Figure>> = {
  trajectoryIndex: index,
  trajectoryIndexLower: { ...index, range: 'smallest' },
  trajectoryIndexUpper: { ...index, range: 'largest' },
  symmetricIndex: {
    ...index,
    formula: '(T − 1) / (T + 1), T = ({segment} / {base}) / ({referenceSegment} / {referenceBase})',
    compute: (of) => symmetricIndex(index.compute(of)),
  },
  normalisedIndex: {
    formula: '{segment} / {countryTotal} − ({total} / {countryTotal}) × ({countrySegment} / {countryTotal})',
    operands: ['segment', 'total', 'countrySegment', 'countryTotal'],
    unit: 'index',
    compute: (of) => normalisedIndex(of('segment'), of('total'), of('countrySegment'), of('countryTotal')),
  },
  additiveIndex: {
    formula: '{segment} / {total} − {countrySegment} / {countryTotal}',
    operands: ['segment', 'total', 'countrySegment', 'countryTotal'],
    unit: 'index',
    compute: (of) => additiveIndex(of('segment'), of('total'), of('countrySegment'), of('countryTotal')),
  },
  segmentValueUsd: value,
  segmentValueUsdLower: { ...value, range: 'smallest' },
  segmentValueUsdUpper: { ...value, range: 'largest' },
  totalValueUsd: total,
  shareOfCountryTotal: {
    formula: '{total} / {countryTotal}',
    operands: ['total', 'countryTotal'],
    unit: 'share',
    compute: (of) => quotient(of('total'), of('countryTotal')),
  },
  shareOfCountrySegment: {
    formula: '{segment} / {countrySegment}',
    operands: ['segment', 'countrySegment'],
    unit: 'share',
    compute: (of) => quotient(of('segment'), of('countrySegment')),
  },
  shareOfReferenceSegment: {
    formula: '{segment} / {wholeReferenceSegment}',
    operands: ['segment', 'wholeReferenceSegment'],
    unit: 'share',
    compute: (of) => quotient(of('segment'), of('wholeReferenceSegment')),
  },
  segmentShareOfTerritory: share,
  segmentShareOfTerritoryLower: { ...share, range: 'smallest' },
  segmentShareOfTerritoryUpper: { ...share, range: 'largest' },
  shareOfDistrictSegment: {
    formula: '{segment} / {districtSegment}',
    operands: ['segment', 'districtSegment'],
    unit: 'share',
    compute: (of) => quotient(of('segment'), of('districtSegment')),
  },
};

/** How each figure of a row of `high-tech` comes about. */
export const highTechFigures: Readonly<Record<string, Figure>> = {
  valueUsd: value,
  lowerUsd: { ...value, range: 'smallest' },
  upperUsd: { ...value, range: 'largest' },
  totalUsd: total,
  shareOfTotal: share,
};
