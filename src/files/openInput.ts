import { join } from 'node:path';
import iconv from 'iconv-lite';
import { dbfToCsv } from './dbf.ts';
import type { InputSettings, ReadableTable } from './inputSettings.ts';
import { type ByteInspection, inspectBytes } from './inspectBytes.ts';
import { jsonToTable, looksLikeJson } from './jsonToTable.ts';
import { readHead, readHeading } from './readHeading.ts';
import { sheetToTable } from './sheetToTable.ts';
import { cyrillicEncoding, decodeFile, decodeMixedFile, utf16Mark } from './textEncoding.ts';
import { unpack } from './unpack.ts';
import { unreadable } from './unreadable.ts';

export interface Input {
  readonly sha256: string;
  readonly bytes: number;
  readonly table: ReadableTable;
  /** How it was read: container, member, encoding, delimiter, sheet, heading row. Shown, and settable. */
  readonly detected: Readonly<Record<string, string | number>>;
  /** Lines in UTF-8 within a text of another encoding (or the reverse); 0 for nearly all files. */
  readonly mixedLines: number;
  /** Sheets of a workbook. */
  readonly sheets?: readonly string[];
  /** Only the beginning of the text is there, as asked. */
  readonly isCut?: boolean;
}

/**
 * Opens a file of any accepted form and makes it readable in the scratch folder. `isHeading` tells the row that names
 * the columns where rows stand before it; without one that pleases it, the first row that is not empty is taken.
 * `jsonRows` takes the rows out of what a JSON file holds; without it JSON is no accepted form.
 */
export async function openInput(
  path: string,
  scratch: string,
  settings: InputSettings = {},
  isHeading: (cells: readonly string[]) => boolean = () => false,
  jsonRows?: (json: unknown) => readonly Readonly<Record<string, unknown>>[],
): Promise<Input> {
  const unpacked = await unpack(path, scratch, settings);
  const inspection = await inspectBytes(path);
  const archive = {
    ...(unpacked.archive === null ? {} : { archive: unpacked.archive }),
    ...(unpacked.member === null ? {} : { member: unpacked.member }),
  };
  const identity = { sha256: inspection.sha256, bytes: inspection.bytes };
  const inner = unpacked.path;
  if (unpacked.kind === 'parquet') {
    return {
      ...identity,
      table: { kind: 'parquet', path: inner },
      detected: { ...archive, container: 'parquet' },
      mixedLines: 0,
    };
  }
  if (unpacked.kind === 'dbf') {
    const target = join(scratch, 'table.csv');
    const { encoding, columns } = await dbfToCsv(inner, target, settings.encoding);
    const table = { kind: 'delimited' as const, path: target, delimiter: ',', columns, skippedLines: 0 };
    return { ...identity, table, detected: { ...archive, container: 'dbf', encoding }, mixedLines: 0 };
  }
  if (unpacked.kind === 'xlsx' || unpacked.kind === 'xls') {
    const { table, sheet, sheets, headingRow } = await sheetToTable(
      path,
      inner,
      join(scratch, 'table.csv'),
      settings,
      isHeading,
    );
    return {
      ...identity,
      table,
      detected: { ...archive, container: unpacked.kind, sheet, headingRow },
      mixedLines: 0,
      sheets,
    };
  }
  if (jsonRows !== undefined && (await looksLikeJson(inner))) {
    const table = await jsonToTable(path, inner, join(scratch, 'table.csv'), jsonRows);
    return { ...identity, table, detected: { ...archive, container: 'json' }, mixedLines: 0 };
  }
  const text = await readableText(
    path,
    inner,
    scratch,
    settings,
    inner === path ? inspection : await inspectBytes(inner),
  );
  const heading = await readHeading(path, text.path, settings, isHeading);
  return {
    ...identity,
    table: { kind: 'delimited', path: text.path, ...heading.table },
    detected: {
      ...archive,
      container: 'text',
      encoding: text.encoding,
      delimiter: heading.table.delimiter,
      ...(heading.headingRow === 1 ? {} : { headingRow: heading.headingRow }),
    },
    mixedLines: text.mixedLines,
    isCut: unpacked.isCut,
  };
}

async function readableText(
  path: string,
  inner: string,
  scratch: string,
  settings: InputSettings,
  inspection: ByteInspection,
): Promise<{ path: string; encoding: string; mixedLines: number }> {
  const head = await readHead(inner);
  const marked = utf16Mark(head);
  const encoding = settings.encoding ?? marked;
  if (encoding !== null && !iconv.encodingExists(encoding)) {
    throw unreadable(path, `неизвестная кодировка «${encoding}»`, `unknown encoding "${encoding}"`);
  }
  const wide = encoding !== null && /^utf-?16|^ucs-?2/i.test(encoding);
  if (inspection.nulAt !== null && !wide) {
    throw unreadable(
      path,
      `в нём есть нулевые байты (первый — на месте ${inspection.nulAt + 1}): это не текст или файл повреждён`,
      `it holds NUL bytes (the first is byte ${inspection.nulAt + 1}): it is not a text, or it is damaged`,
    );
  }
  const target = join(scratch, 'utf8.csv');
  if (encoding !== null && !/^utf-?8$/i.test(encoding)) {
    await decodeFile(inner, encoding, target);
    return { path: target, encoding, mixedLines: 0 };
  }
  if (inspection.utf8 && !inspection.loneCarriageReturns)
    return { path: inner, encoding: 'utf8', mixedLines: 0 };
  if (inspection.loneCarriageReturns) {
    const told = inspection.utf8 ? 'utf8' : cyrillicEncoding(head);
    await decodeFile(inner, told, target, (text) => text.replaceAll('\r', '\n'));
    return { path: target, encoding: told, mixedLines: 0 };
  }
  if (encoding !== null) {
    throw unreadable(
      path,
      'это не UTF-8; не задавайте --encoding или задайте другую',
      'it is not UTF-8; leave out --encoding or give another one',
    );
  }
  const oneByte = cyrillicEncoding(head);
  const counts = await decodeMixedFile(inner, oneByte, target);
  const mostlyUtf8 = counts.utf8Lines > counts.otherLines;
  return {
    path: target,
    encoding: mostlyUtf8 ? 'utf8' : oneByte,
    mixedLines: Math.min(counts.utf8Lines, counts.otherLines),
  };
}
