import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dataFile } from './dataFile.ts';

/** First 16 hex digits of the SHA-256 of one of the project's data files: names its state in a run's manifest. */
export function dataChecksum(name: string): string {
  return createHash('sha256')
    .update(readFileSync(dataFile(name)))
    .digest('hex')
    .slice(0, 16);
}
