import { basename } from 'node:path';
import type { ComplexityTable } from '../api/opportunities.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { readLookUp } from './measureOptions.ts';

/** Reads complexities of products (two columns: code, value). Throws naming file, row and what is accepted. */
export async function readComplexityTable(path: string): Promise<ComplexityTable> {
  const values = await readLookUp(path, '--complexity', true);
  const { inspectBytes } = await import('../files/inspectBytes.ts');
  const { sha256 } = await inspectBytes(path);
  const rows = [...values].map(([product, value]) => ({ product, value: Number(value) }));
  const wrong = rows.find((row) => !/^(\d{4}|\d{6})$/.test(row.product));
  if (wrong !== undefined) {
    throw new TrajectaError('bad-value', {
      ru: `--complexity ${path}: «${wrong.product}» — не код из 4 или 6 цифр.`,
      en: `--complexity ${path}: "${wrong.product}" is no code of 4 or 6 digits.`,
    });
  }
  return { file: basename(path), sha256, rows };
}
