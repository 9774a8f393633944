import type { TwoLanguages } from '../territory.ts';

/** A series that formulas name. */
export interface IndicatorSeries {
  readonly id: string;
  readonly name: TwoLanguages;
  /** Money has a currency; numbers (persons, tons, indices) have none. */
  readonly kind: 'money' | 'number';
  /** Whose it is: each region's, the country's, the world's. */
  readonly of: 'region' | 'country' | 'world';
  /** What of the workspace's exports it is; left out: the user supplies it. What the user supplies always goes first. */
  readonly computed?: 'exports' | 'high-tech' | 'non-resource' | 'non-energy' | 'power-engineering';
  /** The series that it is part of: what is added to it is added to the whole. */
  readonly partOf?: string;
  /** Unit of the template. */
  readonly unit: string;
}

export interface Indicator {
  readonly id: string;
  readonly block: string;
  readonly name: TwoLanguages;
  /** In the language of `parseFormula`. */
  readonly formula: string;
  readonly unit: string;
  /** At least `lower`; from `lower` to `upper` where both are given; at most `upper` where it alone is. */
  readonly bound: { readonly lower?: number; readonly upper?: number };
  /** The bound in the words of its source. */
  readonly printed: string;
  /** The series whose change would close the gap. */
  readonly moves: string;
  readonly source: string;
  readonly note?: TwoLanguages;
}

/** A system of indicators: blocks of formulas over named series, with bounds. */
export interface IndicatorSystem {
  readonly id: string;
  readonly name: TwoLanguages;
  /** Who defined it, edition and date. */
  readonly source: string | TwoLanguages;
  readonly blocks: readonly { readonly id: string; readonly name: TwoLanguages }[];
  readonly series: readonly IndicatorSeries[];
  readonly indicators: readonly Indicator[];
}
