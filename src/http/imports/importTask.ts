import type { ImportSettings } from '../../api/importSettings.ts';
import type { ImportPreview, ImportState } from '../../api/imports.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import type { ErrorCode } from '../../domain/trajectaError.ts';
import type { ImportOutcome } from '../../sources/settings/importBySettings.ts';

/** Work that a process of its own does, so that the server goes on answering. */
export interface ImportTask {
  readonly kind: 'preview' | 'import';
  /** Folder of the workspace. */
  readonly folder: string;
  readonly path: string;
  readonly name: string;
  readonly scratch: string;
  readonly settings: ImportSettings;
}

/** What the process tells of it. */
export type TaskMessage =
  | { readonly kind: 'progress'; readonly progress: NonNullable<ImportState['progress']> }
  | { readonly kind: 'done'; readonly result: ImportPreview | ImportOutcome }
  | { readonly kind: 'refused'; readonly code: ErrorCode; readonly message: TwoLanguages }
  | { readonly kind: 'failed'; readonly message: string };
