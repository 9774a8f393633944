/** One value of a series that the user supplied, and where it stands. */
export interface SuppliedValue {
  readonly series: string;
  /** Id of the region; '' of the country's and the world's series. */
  readonly region: string;
  readonly year: number;
  /** In units of the currency, the printed scale applied. */
  readonly amount: number;
  readonly currency: string | null;
  readonly printed: string;
  readonly unit: string;
  /** File, sheet and row. */
  readonly place: string;
}

/** Units of a currency for one dollar, the average of a year. */
export interface SuppliedRate {
  readonly currency: string;
  readonly year: number;
  readonly perDollar: number;
  readonly place: string;
}

/** What the user gives beside the workspace. */
export interface SuppliedSeries {
  readonly values: readonly SuppliedValue[];
  readonly rates: readonly SuppliedRate[];
  readonly files: readonly { readonly file: string; readonly sha256: string }[];
}
