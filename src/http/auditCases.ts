import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditCase } from '../api/auditCases.ts';
import { packageRoot } from '../classifications/dataFile.ts';

const files: Readonly<Record<AuditCase, readonly string[]>> = {
  paper: ['paper-audit', 'paper.json'],
  'world-bank-clean': ['wdi-audit', 'clean.json'],
  'world-bank-seeded': ['wdi-audit', 'seeded.json'],
};

/** A case of the audit that the program carries, as the text of its file. */
export async function auditCase(id: AuditCase): Promise<{ readonly file: string; readonly json: string }> {
  const path = files[id];
  return {
    file: path.at(-1) ?? id,
    json: await readFile(join(packageRoot(), 'examples', ...path), 'utf8'),
  };
}
