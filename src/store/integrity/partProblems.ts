import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import type { IntegrityProblem } from '../../api/check.ts';
import { canonicalJson } from '../../domain/canonicalJson.ts';
import type { DuckdbEngine } from '../duckdb.ts';
import type { Part, WorkspaceManifest } from '../manifest.ts';
import { pathLiteral } from '../queries/pathLiteral.ts';
import { holdsOf } from '../writePart.ts';
import { problem, remedyOf } from './problem.ts';

/**
 * Holds one stored file against the manifest: it is there, a file and not a link, of the size and with the checksum
 * recorded; and, read as Parquet, its rows and sums are those recorded.
 */
export async function partProblems(
  engine: DuckdbEngine,
  folder: string,
  manifest: WorkspaceManifest,
  part: Part,
): Promise<readonly IntegrityProblem[]> {
  const path = join(folder, part.path);
  const vintage = part.holds.length === 1 ? (part.holds[0]?.vintage ?? null) : null;
  const say = (code: IntegrityProblem['code'], ru: string, en: string) => [
    problem(
      code,
      part.path,
      vintage,
      { ru: `${part.path}: ${ru}`, en: `${part.path}: ${en}` },
      remedyOf(manifest, part),
    ),
  ];
  const found = await lstat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
    throw error;
  });
  if (found === null) return say('part-missing', 'файла нет', 'the file is missing');
  if (!found.isFile())
    return say('part-changed', 'это не файл, а ссылка или папка', 'it is a link or a folder, not a file');
  if (found.size !== part.bytes)
    return say(
      'part-changed',
      `байт ${found.size}, а записано было ${part.bytes}`,
      `${found.size} bytes, and ${part.bytes} were written`,
    );
  if (part.sha256 !== null && (await fileChecksum(path)) !== part.sha256)
    return say(
      'part-changed',
      'содержимое изменилось (контрольная сумма иная)',
      'its content has changed (another checksum)',
    );
  try {
    return await sumProblems(engine, path, part, say);
  } catch (error) {
    const cause = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return say('part-unreadable', `не читается: ${cause}`, `it cannot be read: ${cause}`);
  }
}

async function sumProblems(
  engine: DuckdbEngine,
  path: string,
  part: Part,
  say: (code: IntegrityProblem['code'], ru: string, en: string) => IntegrityProblem[],
): Promise<readonly IntegrityProblem[]> {
  if (part.kind === 'quarantine' || part.holds.some((held) => held.sums === null)) {
    const rows = await engine.query(
      `SELECT count(*) AS rows FROM read_parquet(${pathLiteral(path)}, hive_partitioning = false)`,
    );
    const count = Number(rows[0]?.rows);
    return count === part.rows
      ? []
      : say(
          'sums-differ',
          `строк ${count}, а записано было ${part.rows}`,
          `${count} rows, and ${part.rows} were written`,
        );
  }
  // Empty cubes name their vintage without rows.
  const recorded = part.holds.filter((held) => held.rows > 0);
  const found = await holdsOf(engine, path);
  if (canonicalJson(sorted(found)) === canonicalJson(sorted(recorded))) return [];
  return say(
    'sums-differ',
    `итоги иные: ${totals(found)}, а записано было ${totals(recorded)}`,
    `its totals differ: ${totals(found)}, and ${totals(recorded)} was written`,
  );
}

function sorted(holds: Part['holds']): Part['holds'] {
  return [...holds].sort((a, b) => a.vintage.localeCompare(b.vintage));
}

function totals(holds: Part['holds']): string {
  const texts = holds.map((held) =>
    [held.rows, ...(held.sums ?? []).map((sum) => `${sum.value} ${sum.currency}`)].join(' / '),
  );
  return texts.length === 0 ? '0' : texts.join('; ');
}

/** SHA-256 of a file, read in a stream. */
export async function fileChecksum(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>)
    hash.update(chunk);
  return hash.digest('hex');
}
