import type { TwoLanguages } from './territory.ts';

/** Closed table of what can go wrong, with the CLI's exit code and the HTTP status it maps to. */
export const errorCodes = {
  'bad-option': { exitCode: 2, httpStatus: 400 },
  'bad-mapping': { exitCode: 2, httpStatus: 400 },
  'bad-segment-system': { exitCode: 2, httpStatus: 400 },
  'bad-classification': { exitCode: 3, httpStatus: 400 },
  'bad-rule': { exitCode: 2, httpStatus: 400 },
  'bad-audit-file': { exitCode: 2, httpStatus: 400 },
  'bad-formula': { exitCode: 2, httpStatus: 400 },
  'bad-indicator-system': { exitCode: 2, httpStatus: 400 },
  'bad-series': { exitCode: 3, httpStatus: 400 },
  'bad-groups': { exitCode: 2, httpStatus: 400 },
  'file-not-found': { exitCode: 3, httpStatus: 404 },
  'file-unreadable': { exitCode: 3, httpStatus: 400 },
  'file-changed': { exitCode: 3, httpStatus: 409 },
  'nothing-usable': { exitCode: 3, httpStatus: 400 },
  'bad-value': { exitCode: 3, httpStatus: 400 },
  'unknown-codes': { exitCode: 3, httpStatus: 400 },
  'missing-column': { exitCode: 3, httpStatus: 400 },
  overlap: { exitCode: 4, httpStatus: 409 },
  'other-country': { exitCode: 4, httpStatus: 409 },
  'workspace-missing': { exitCode: 5, httpStatus: 404 },
  'workspace-locked': { exitCode: 5, httpStatus: 409 },
  'workspace-damaged': { exitCode: 5, httpStatus: 500 },
  'cannot-write': { exitCode: 8, httpStatus: 507 },
  'store-damaged': { exitCode: 9, httpStatus: 500 },
  'run-missing': { exitCode: 5, httpStatus: 404 },
  'bad-result': { exitCode: 3, httpStatus: 400 },
  'not-reproduced': { exitCode: 7, httpStatus: 409 },
  'fetch-failed': { exitCode: 10, httpStatus: 502 },
  'empty-answer': { exitCode: 6, httpStatus: 404 },
  'not-cached': { exitCode: 6, httpStatus: 404 },
  'no-data': { exitCode: 6, httpStatus: 404 },
  'not-found': { exitCode: 2, httpStatus: 404 },
  'not-acceptable': { exitCode: 2, httpStatus: 406 },
  forbidden: { exitCode: 2, httpStatus: 403 },
  'token-needed': { exitCode: 2, httpStatus: 401 },
  'import-running': { exitCode: 5, httpStatus: 409 },
  'import-cancelled': { exitCode: 1, httpStatus: 409 },
  'import-broken': { exitCode: 1, httpStatus: 500 },
  'wrong-type': { exitCode: 2, httpStatus: 415 },
  'too-large': { exitCode: 2, httpStatus: 413 },
  'too-busy': { exitCode: 1, httpStatus: 503 },
  'too-slow': { exitCode: 1, httpStatus: 503 },
} as const;
export type ErrorCode = keyof typeof errorCodes;

/**
 * A refusal that a person can act on. The message says what was wrong, the offending value, what is accepted
 * and how to go on, in both languages.
 */
export class TrajectaError extends Error {
  readonly code: ErrorCode;
  readonly text: TwoLanguages;

  constructor(code: ErrorCode, text: TwoLanguages) {
    super(text.en);
    this.name = 'TrajectaError';
    this.code = code;
    this.text = text;
  }
}
