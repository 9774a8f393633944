import type { TwoLanguages } from '../territory.ts';

/** A quantity that tables and claims speak of. */
export interface AuditQuantity {
  readonly id: string;
  readonly name: TwoLanguages;
  /** `row`: each row of a table has its own (exports of a region); `all`: there is one (exports of the country). */
  readonly per: 'row' | 'all';
  /** Of a quantity that there is one of: the quantity of the rows that it is the sum of, over all rows there are. */
  readonly sumOf?: string;
  /** Its own parts, as far as they are spoken of. */
  readonly parts?: readonly string[];
  /** The parts are all there are: they sum to the whole. Otherwise they are at most the whole. */
  readonly partsAreAll?: boolean;
  /** That the parts are parts is read out of the text, not printed as a sum: findings are "possible". */
  readonly supposed?: boolean;
}

/** What a printed number measures. `period` may be left out where the table or the file has one. */
export type AuditMeaning =
  | {
      readonly meaning: 'amount';
      readonly quantity: string;
      readonly period?: string;
      readonly scale?: number;
    }
  | {
      readonly meaning: 'share';
      readonly numerator: string;
      readonly denominator: string;
      readonly period?: string;
    }
  | { readonly meaning: 'growth-index'; readonly quantity: string; readonly period: string }
  | {
      readonly meaning: 'growth-total';
      readonly quantity: string;
      readonly from: string;
      readonly to: string;
    }
  | {
      readonly meaning: 'location-quotient';
      readonly quantity: string;
      readonly base: string;
      readonly period?: string;
    };

export type AuditColumn = { readonly id: string; readonly heading?: string } & (
  | (AuditMeaning & {
      /** What the heading says, where that is something else than the figures are. */
      readonly headed?: AuditMeaning;
      /** The period that the heading prints, for columns of growth. */
      readonly headedPeriod?: string;
    })
  | { readonly meaning: 'rank'; readonly by: string; readonly order: 'descending' | 'ascending' }
  | { readonly meaning: 'text' }
);

export interface AuditTable {
  readonly id: string;
  readonly title: TwoLanguages;
  readonly period?: string;
  /** The figures of the heading, where a growth total is printed: first and last period as printed. */
  readonly headedSpan?: { readonly from: string; readonly to: string };
  readonly columns: readonly AuditColumn[];
  /** The first entry is the key of the row; the rest are the cells as printed, one for each column. "" and "…" are gaps. */
  readonly rows: readonly (readonly string[])[];
}

/** A group among the rows: its value is made of those of its members. */
export interface AuditGroup {
  readonly id: string;
  readonly members: readonly string[];
  /** Other members exist that are not listed. */
  readonly incomplete?: boolean;
}

interface ClaimBase {
  readonly id: string;
  /** Where it stands and what it says, in our own words. */
  readonly about: TwoLanguages;
  /** The claim is read out of the text rather than stated: findings are "possible". */
  readonly supposed?: boolean;
}

/** Rows that a count is of. */
export type Counted =
  | { readonly listed: readonly string[] }
  | {
      readonly tables: readonly string[];
      /** Counts the distinct values of an attribute of the rows instead of the rows. */
      readonly distinct?: string;
      readonly rows?: readonly string[];
      readonly where?: {
        readonly column: string;
        readonly is: 'at-most' | 'below' | 'at-least' | 'above';
        readonly than: number;
      };
    };

export type AuditClaim =
  | (ClaimBase & {
      readonly kind: 'value';
      readonly row: string;
      readonly of: AuditMeaning;
      readonly printed: string;
      /** `change`: growth less 100; `times`: growth over 100; `at-most`, `at-least`: a limit, exact. */
      readonly form?: 'as-is' | 'change' | 'times' | 'at-most' | 'at-least';
      /** Of a growth total: the span that the text names. */
      readonly headedSpan?: { readonly from: string; readonly to: string };
    })
  | (ClaimBase & { readonly kind: 'count'; readonly said: number; readonly counted: Counted })
  | (ClaimBase & {
      readonly kind: 'highest';
      /** The rows said to have the highest values, highest first. */
      readonly rows: readonly string[];
      readonly of: AuditMeaning;
    })
  | (ClaimBase & {
      readonly kind: 'minimum-for-all';
      /** Each of so many parts has at least this share (per cent) of one whole. */
      readonly parts: number;
      readonly printed: string;
    })
  | (ClaimBase & {
      readonly kind: 'base';
      /** What the shares may be shares of; the first is what the text says. */
      readonly readings: readonly { readonly name: TwoLanguages; readonly source: string }[];
      /** The printed shares, with the value of each reading from elsewhere, per cent. */
      readonly values: readonly {
        readonly row: string;
        readonly printed: string;
        readonly readings: readonly number[];
      }[];
      /** Revisions of the series elsewhere, relative: 0.25 is a quarter. */
      readonly revision: number;
    });

/** A published series from elsewhere that growth columns are held against. */
export interface AuditReference {
  readonly id: string;
  readonly name: TwoLanguages;
  readonly source: string;
  readonly quantity: string;
  readonly valuation: string;
  /** Growth indices (previous period = 100) by row key and period. */
  readonly values: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Published tables with the meaning of their columns, and claims of the text. */
export interface AuditFile {
  readonly id: string;
  readonly title: TwoLanguages;
  readonly source: string;
  readonly period?: string;
  readonly quantities: readonly AuditQuantity[];
  readonly groups?: readonly AuditGroup[];
  /** What is known of rows elsewhere, e.g. the federal district of each region. */
  readonly attributes?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly tables: readonly AuditTable[];
  readonly claims?: readonly AuditClaim[];
  readonly references?: readonly AuditReference[];
  /** The valuation that a table's title names, by table. */
  readonly headedValuation?: Readonly<Record<string, string>>;
}
