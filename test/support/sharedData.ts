import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/classifications/dataFile.ts';

/** Path of a file of the reference data beside the project, which is not part of it. */
export function sharedData(...parts: string[]): string {
  return join(packageRoot(), '..', 'shared', 'data', ...parts);
}

/** `false` where the reference data is there, else the reason that the test runner prints. */
export const withoutSharedData: string | false = existsSync(sharedData('INDEX.md'))
  ? false
  : 'the reference data (../shared) is not here';
