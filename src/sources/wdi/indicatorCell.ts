/** One cell of a file of indicators, as text. */
export interface IndicatorCell {
  readonly indicator: string;
  readonly name: string;
  readonly country: string;
  readonly year: string;
  /** '' where there is no value. */
  readonly value: string;
  readonly row: number;
}
