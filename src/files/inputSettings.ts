/** What may be said of a file instead of being detected. */
export interface InputSettings {
  readonly encoding?: string;
  readonly delimiter?: string;
  /** Sheet of a workbook. */
  readonly sheet?: string;
  /** File within a zip. */
  readonly member?: string;
  /** Line (of a text) or row (of a sheet) that holds the names of the columns, 1 = first. */
  readonly headingRow?: number;
  /** Largest size of a file taken out of an archive. */
  readonly maximumBytes?: number;
  /** Of a text in an archive that is longer, the beginning is enough. */
  readonly sampleBytes?: number;
}

/** A file made ready for the reader: UTF-8 delimited text, or Parquet. */
export type ReadableTable =
  | {
      readonly kind: 'delimited';
      readonly path: string;
      readonly delimiter: string;
      readonly columns: readonly string[];
      /** Lines before the heading. */
      readonly skippedLines: number;
    }
  | { readonly kind: 'parquet'; readonly path: string };
