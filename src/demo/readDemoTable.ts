import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { packageRoot } from '../classifications/dataFile.ts';

/** Rows of one of the demonstration's own calibration tables. */
export function readDemoTable(name: string): readonly Readonly<Record<string, string>>[] {
  return parse(readFileSync(join(packageRoot(), 'src', 'demo', 'data', name), 'utf8'), {
    columns: true,
  }) as Record<string, string>[];
}
