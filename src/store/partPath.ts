import { createHash } from 'node:crypto';
import type { Part } from './manifest.ts';

/**
 * Where the rows of some vintages of one flow and year lie, below the workspace folder. The name tells of the content,
 * so that a path never changes its meaning: the vintage, or a checksum of several.
 * @example partPath({ kind: 'detail', flow: 'export', year: 2019 }, ['a3f0']) // 'detail/flow=export/year=2019/a3f0.parquet'
 */
export function partPath(
  { kind, flow, year }: Pick<Part, 'kind' | 'flow' | 'year'>,
  vintages: readonly string[],
  without: readonly string[] = [],
): string {
  const sorted = [...vintages].sort();
  const name = sorted.length === 1 ? `${sorted[0]}` : checksum(sorted, 12);
  const less = without.length === 0 ? '' : `-${checksum([...without].sort(), 8)}`;
  const folder = kind.startsWith('cube_') ? `cubes/${kind}` : kind;
  return `${folder}/flow=${flow}/year=${year}/${name}${less}.parquet`;
}

function checksum(texts: readonly string[], digits: number): string {
  return createHash('sha256').update(texts.join(' ')).digest('hex').slice(0, digits);
}
