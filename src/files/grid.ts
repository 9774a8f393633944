import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { dbfToCsv } from './dbf.ts';
import { inspectBytes } from './inspectBytes.ts';
import { cyrillicEncoding, utf16Mark } from './textEncoding.ts';
import { type UnpackOptions, unpack } from './unpack.ts';
import { causeOf, unreadable } from './unreadable.ts';
import { readWorkbook, type Sheet } from './workbook.ts';

export interface SmallFile {
  readonly sha256: string;
  readonly sheets: readonly Sheet[];
  /** What a JSON file holds, or null. */
  readonly json: unknown;
}

/** A file of reference size (a list, a concordance, totals) as sheets of texts; gz and zip are opened. */
export async function readSmallFile(path: string, options: UnpackOptions = {}): Promise<SmallFile> {
  const scratch = await mkdtemp(join(tmpdir(), 'trajecta-'));
  try {
    const unpacked = await unpack(path, scratch, options);
    const { sha256 } = await inspectBytes(path);
    if (unpacked.kind === 'xlsx' || unpacked.kind === 'xls')
      return { sha256, sheets: await readWorkbook(unpacked.path), json: null };
    if (unpacked.kind === 'dbf') {
      const target = join(scratch, 'table.csv');
      await dbfToCsv(unpacked.path, target);
      return { sha256, sheets: [{ name: '', rows: rowsOf(await readFile(target, 'utf8')) }], json: null };
    }
    if (unpacked.kind !== 'text')
      throw unreadable(
        path,
        `здесь нужен текст, DBF или книга Excel, а не ${unpacked.kind}: сохраните таблицу как CSV`,
        `a text, a DBF or a workbook is wanted here, not ${unpacked.kind}: save the table as CSV`,
      );
    const bytes = await readFile(unpacked.path);
    const text = decoded(bytes);
    const nul = text.indexOf('\0');
    if (nul >= 0)
      throw unreadable(
        path,
        `в нём нулевые байты (первый — после ${nul} знаков): это не текст, или файл повреждён`,
        `it holds NUL bytes (the first after ${nul} characters): it is not a text, or it is damaged`,
      );
    if (/^\s*[[{]/.test(text) && /json/i.test(`${extname(path)}${extname(path.replace(/\.gz$/i, ''))}`)) {
      return { sha256, sheets: [], json: JSON.parse(text) };
    }
    return { sha256, sheets: [{ name: '', rows: rowsOf(text) }], json: null };
  } catch (error) {
    if (error instanceof SyntaxError || (error as { code?: string }).code?.startsWith('CSV_') === true)
      throw unreadable(path, causeOf(error), causeOf(error));
    throw error;
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

function decoded(bytes: Buffer): string {
  const marked = utf16Mark(bytes);
  if (marked !== null) return iconv.decode(bytes, marked);
  const text = new TextDecoder('utf-8', { fatal: true });
  try {
    return text.decode(bytes);
  } catch {
    return iconv.decode(bytes, cyrillicEncoding(bytes));
  }
}

function rowsOf(text: string): readonly (readonly string[])[] {
  const lines = text.replace(/\r\n?/g, '\n');
  const head = lines.split('\n', 20).join('\n');
  const delimiter =
    [';', '\t', ',', '|']
      .map((mark) => ({ mark, count: head.split(mark).length }))
      .sort((a, b) => b.count - a.count)[0]?.mark ?? ',';
  return parse(lines, {
    delimiter,
    bom: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  }) as string[][];
}
