import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { manifestSchema, type RunManifest } from '../api/assessment.ts';
import type { ComparedResult } from '../assess/trace/compareRuns.ts';
import { TrajectaError } from '../domain/trajectaError.ts';

/** A run named by a file (a result or a bare manifest in JSON, a table in CSV) or by its id in the workspace. */
export interface NamedResult {
  readonly name: string;
  readonly manifest: RunManifest | null;
  /** null: the name led to a manifest only. */
  readonly rows: ComparedResult['rows'] | null;
}

export async function readNamedResult(name: string, folder: string): Promise<NamedResult> {
  const { readRun } = await import('../store/runs.ts');
  if (/^[0-9a-f]{10}$/.test(name)) return { name, manifest: await readRun(folder, name), rows: null };
  const text = await readFile(name, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'EISDIR') throw error;
    throw new TrajectaError('file-not-found', {
      ru: `Файла ${name} нет. Нужен результат (JSON, CSV), его манифест или номер расчёта (10 знаков).`,
      en: `There is no file ${name}. A result (JSON, CSV), its manifest or the id of a run (10 characters) is wanted.`,
    });
  });
  const plain = text.replace(/^\uFEFF/, '');
  if (!/^\s*\{/.test(plain)) return csvResult(name, plain, folder);
  let json: { manifest?: unknown; data?: unknown };
  try {
    json = JSON.parse(plain) as typeof json;
  } catch (error) {
    throw badResult(name, error instanceof Error ? error.message : String(error));
  }
  const parsed = manifestSchema.safeParse(json.manifest ?? json);
  if (!parsed.success)
    throw badResult(
      name,
      parsed.error.issues
        .map((issue) => `${issue.path.join('.')}: ${issue.message}`)
        .slice(0, 3)
        .join('; '),
    );
  return {
    name: basename(name),
    manifest: parsed.data,
    rows: Array.isArray(json.data) ? (json.data as ComparedResult['rows']) : null,
  };
}

/** Our CSV: comma and point, or semicolon and decimal comma; the ids name the run. */
async function csvResult(name: string, text: string, folder: string): Promise<NamedResult> {
  const heading = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = heading.includes(';') ? ';' : ',';
  const rows = parse(text, { columns: true, delimiter, skip_empty_lines: true }) as Record<string, string>[];
  const id = rows[0]?.id;
  if (id === undefined) throw badResult(name, 'no column id');
  const { readRun } = await import('../store/runs.ts');
  const manifest = await readRun(folder, id.split('/')[0] ?? '').catch((error: unknown) => {
    if (error instanceof TrajectaError) return null;
    throw error;
  });
  const textFields = new Set([
    'id',
    'period',
    'segment',
    'group',
    'territory',
    'district',
    'verdict',
    'level',
    'flow',
  ]);
  return {
    name: basename(name),
    manifest,
    rows: rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([field, cell]) => {
          if (textFields.has(field)) return [field, cell];
          const number = cell === '' ? null : Number(delimiter === ';' ? cell.replace(',', '.') : cell);
          return [field, number === null || Number.isNaN(number) ? (cell === '' ? null : cell) : number];
        }),
      ),
    ),
  };
}

function badResult(name: string, problem: string): TrajectaError {
  return new TrajectaError('bad-result', {
    ru: `Файл ${name} — не результат trajecta assess или high-tech: ${problem}. Результат сохраняют ключами --format json --output ФАЙЛ.`,
    en: `The file ${name} is no result of trajecta assess or high-tech: ${problem}. A result is kept by --format json --output FILE.`,
  });
}
