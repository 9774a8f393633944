import { join } from 'node:path';
import type { IntegrityProblem } from '../../api/check.ts';
import { type CubeKind, cubeColumns, cubeQuery, isSmallCube } from '../cubes.ts';
import type { DuckdbEngine } from '../duckdb.ts';
import type { Part, WorkspaceManifest } from '../manifest.ts';
import { pathLiteral } from '../queries/pathLiteral.ts';
import { detailBehind, rowsBehind } from '../remadeCube.ts';
import { smallCubeAnew } from '../smallCubes.ts';
import { problem, remedyOf } from './problem.ts';

/**
 * Adds a cube up anew from the detail (less the slices that it leaves out) and holds the two against each other, by
 * vintage, region, status and currency: value, dollars, weight, rows. A small cube is held against the cube by region and
 * product, row by row.
 */
export async function cubeProblems(
  engine: DuckdbEngine,
  folder: string,
  manifest: WorkspaceManifest,
  part: Part,
): Promise<readonly IntegrityProblem[]> {
  const vintages = part.holds.map((held) => held.vintage);
  const small = isSmallCube(part.kind) ? smallCubeAnew(folder, manifest, part) : null;
  const rows = detailBehind(manifest, part).length === 0 ? null : rowsBehind(folder, manifest, part);
  const kind = part.kind as CubeKind;
  const places = kind === 'cube_product' ? 'vintage' : 'vintage, region';
  const sums = (relation: string) =>
    `SELECT ${places}, status, currency, sum(value) AS value, sum(value_usd) AS usd, sum(net_weight_kg) AS kg, sum(rows) AS rows FROM ${relation} GROUP BY ALL`;
  const file = `read_parquet(${pathLiteral(join(folder, part.path))}, hive_partitioning = false)`;
  const columns = Object.keys(cubeColumns[kind]).join(', ');
  const stored = small === null ? sums(file) : `SELECT ${columns} FROM ${file}`;
  const added = rows === null ? null : sums(`(${cubeQuery(kind, rows)}) anew`);
  const anew = small === null ? added : `SELECT ${columns} FROM (${small}) anew`;
  const different = await engine.query(
    anew === null
      ? `SELECT count(*) AS n FROM (${stored}) stored`
      : `SELECT count(*) AS n FROM ((SELECT * FROM (${stored}) a EXCEPT SELECT * FROM (${anew}) b) UNION ALL (SELECT * FROM (${anew}) c EXCEPT SELECT * FROM (${stored}) d)) different`,
  );
  const count = Number(different[0]?.n);
  if (count === 0) return [];
  return [
    problem(
      'sums-differ',
      part.path,
      vintages.length === 1 ? (vintages[0] ?? null) : null,
      {
        ru: `${part.path}: куб не равен сумме подробных данных (различий: ${count})`,
        en: `${part.path}: the cube does not equal the sum of the detail (${count} differences)`,
      },
      remedyOf(manifest, part),
    ),
  ];
}
