import { createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { DBFFile } from 'dbffile';
import { csvLine } from './csvLine.ts';
import { isDiskFull } from './diskFull.ts';
import { cyrillicEncoding } from './textEncoding.ts';
import { causeOf, unreadable } from './unreadable.ts';

/** Language marks of the header (byte 29) that name a Cyrillic encoding. */
const languageMarks: Readonly<Record<number, string>> = { 201: 'win1251', 38: 'cp866', 101: 'cp866' };
const batch = 5000;

/**
 * Writes a dBase table as UTF-8 comma-separated text. Numbers and dates are taken as the texts they are stored as, so
 * that no digit is lost and what is no number can be seen.
 */
export async function dbfToCsv(
  path: string,
  target: string,
  given?: string,
): Promise<{ readonly encoding: string; readonly columns: readonly string[] }> {
  const encoding = given ?? (await encodingOf(path));
  const table = await DBFFile.open(path, { encoding }).catch((error: unknown) => {
    throw unreadable(
      path,
      `таблица dBase не принята (${causeOf(error)})`,
      `the dBase table is not accepted (${causeOf(error)})`,
    );
  });
  await requireWholeFile(path, table.recordCount);
  for (const field of table.fields) if ('NFD'.includes(field.type)) field.type = 'C';
  const columns = table.fields.map((field) => field.name);
  async function* lines(): AsyncGenerator<string> {
    yield csvLine(columns);
    for (;;) {
      const records = await table.readRecords(batch);
      if (records.length === 0) return;
      yield records.map((record) => csvLine(columns.map((name) => textOf(record[name])))).join('');
    }
  }
  await pipeline(lines, createWriteStream(target)).catch((error: unknown) => {
    if (isDiskFull(error)) throw error;
    throw unreadable(
      path,
      `таблица dBase повреждена (${causeOf(error)})`,
      `the dBase table is damaged (${causeOf(error)})`,
    );
  });
  return { encoding, columns };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).trim();
}

async function encodingOf(path: string): Promise<string> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(1 << 20), 0, 1 << 20, 0);
    const headerLength = buffer.readUInt16LE(8);
    return languageMarks[buffer[29] ?? 0] ?? cyrillicEncoding(buffer.subarray(headerLength, bytesRead));
  } finally {
    await handle.close();
  }
}

/** A table cut short would be read with rows of nothing. */
async function requireWholeFile(path: string, records: number): Promise<void> {
  const handle = await open(path, 'r');
  const header = Buffer.alloc(12);
  try {
    await handle.read(header, 0, 12, 0);
  } finally {
    await handle.close();
  }
  const needed = header.readUInt16LE(8) + records * header.readUInt16LE(10);
  const { size } = await stat(path);
  if (records >= 0 && size >= needed) return;
  throw unreadable(
    path,
    `таблица dBase обрезана: записей по заголовку ${records}, нужно байт ${needed}, есть ${size}`,
    `the dBase table is cut short: its header names ${records} records, which take ${needed} bytes, and there are ${size}`,
  );
}
