export interface ImportOptions {
  /** Vintage that this file corrects: it stays stored, but answers no question any more. */
  readonly replaces?: string;
  /** The file is more of the same: an overlap is wanted. */
  readonly add?: boolean;
}

export interface ImportEffects {
  progress(text: { ru: string; en: string }): void;
}
