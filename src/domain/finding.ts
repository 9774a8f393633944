export type Severity = 'info' | 'caveat' | 'warning' | 'error';

/** A problem or reservation in data, as a value: it is reported, never thrown. `code` is stable, messages are for people. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: { readonly ru: string; readonly en: string };
  /** Number of rows (or cells) concerned, where countable. */
  readonly count?: number;
  /** Value concerned, in US dollars. */
  readonly valueUsd?: number | null;
  /** Share of the value it belongs to, 0 to 1. */
  readonly share?: number | null;
  readonly examples?: readonly string[];
  /** Row of the file (1 = first after the heading) in which each example stands first. */
  readonly rows?: readonly number[];
}
