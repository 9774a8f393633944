import type { TwoLanguages } from '../territory.ts';
import type { MeasureContext } from './measureContext.ts';
import type { MeasuredTable } from './measuredTable.ts';
import type { OptionName } from './measureOptions.ts';
import type { CodeColumn } from './tradeColumns.ts';

export const families = [
  'specialisation',
  'complexity',
  'concentration',
  'change',
  'markets',
  'prices',
] as const;
export type Family = (typeof families)[number];

/** A program whose numbers agree. */
export interface Agreement {
  readonly software: string;
  /** Options that match it, as the command line takes them; '' for the usual ones. */
  readonly under: string;
  /** Digits in which published results agreed when compared; null: the formula of its source code, not compared by numbers. */
  readonly digits: number | null;
}

/** A measure: everything that command, documentation, glossary and schema say of it, and how it is computed. */
export interface MeasureDefinition {
  /** Kebab-case term of the field. */
  readonly id: string;
  readonly family: Family;
  readonly name: TwoLanguages;
  readonly meaning: TwoLanguages;
  /** Which of the forms in use it is. */
  readonly variant: TwoLanguages;
  readonly formula: string;
  /** The same in TeX. */
  readonly tex: string;
  readonly by: string;
  /** Columns of codes without which there is no answer; a table of several periods is answered for each where `period` is not among them. */
  readonly needs: readonly (CodeColumn | 'quantity')[];
  /** Look-up tables among the options without which there is no answer. */
  readonly requires: readonly OptionName[];
  readonly unit: TwoLanguages;
  readonly range: string;
  /** Where it is undefined, and other edges. */
  readonly edges: TwoLanguages;
  readonly source: string;
  readonly agrees: readonly Agreement[];
  /** Options that it heeds. */
  readonly options: readonly OptionName[];
  compute(context: MeasureContext): MeasuredTable;
}
