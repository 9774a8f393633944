import type { ImportStep } from '../api/imports.ts';

export interface ImportOptions {
  /** What the file is called; left out: as its path says. */
  readonly name?: string;
  /**
   * Vintage that this file corrects: what the file tells of (flow, month, region) stays stored there, but answers no
   * question any more; the rest stays in force.
   */
  readonly replaces?: string;
  /** The vintage that the file corrects is replaced as a whole, also where the file does not tell of all of it. */
  readonly whole?: boolean;
  /** The file is more of the same: an overlap is wanted. */
  readonly add?: boolean;
  /** Stored also where hardly any code of the file exists (see `requireKnownCodes`). */
  readonly acceptUnknownCodes?: boolean;
  /** Bytes of memory that the import may take; left out: as set for the program (`memorySetting`). */
  readonly memory?: number;
  /** Left out: as many as the machine has processors. */
  readonly threads?: number;
}

export interface ImportEffects {
  progress(text: { ru: string; en: string }, step?: ImportStep): void;
  /** Seconds between two tellings; left out: 3. */
  readonly everySeconds?: number;
}
