import { isUtf8 } from 'node:buffer';
import { open, stat } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { TrajectaError } from '../domain/trajectaError.ts';

export interface Heading {
  readonly encoding: string;
  readonly delimiter: string;
  readonly columns: readonly string[];
}

const sampleBytes = 4 * 1024 * 1024;
const delimiters = [',', ';', '\t', '|'];

/** Detects encoding, delimiter and columns of a delimited text from its beginning. What is given is not guessed. */
export async function readHeading(
  path: string,
  given: { encoding?: string; delimiter?: string } = {},
): Promise<Heading> {
  const sample = await readSample(path);
  if (sample.length === 0) throw unreadable(path, 'файл пуст', 'the file is empty');
  if (sample.includes(0)) {
    throw unreadable(
      path,
      'в файле есть нулевые байты: это не текст',
      'the file holds NUL bytes: it is not a text',
    );
  }
  const encoding = given.encoding ?? detectEncoding(sample);
  if (!iconv.encodingExists(encoding)) {
    throw unreadable(path, `неизвестная кодировка «${encoding}»`, `unknown encoding "${encoding}"`);
  }
  const text = iconv.decode(sample, encoding);
  const firstLine = text.split(/\r\n|\n|\r/, 1)[0] ?? '';
  const delimiter = given.delimiter ?? detectDelimiter(firstLine);
  const columns = (parse(firstLine, { delimiter, relax_quotes: true, bom: true })[0] ?? []) as string[];
  return { encoding, delimiter, columns: columns.map((column) => column.trim()) };
}

async function readSample(path: string): Promise<Buffer> {
  const information = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') {
      throw new TrajectaError('file-not-found', {
        ru: `Файла ${path} нет.`,
        en: `There is no file ${path}.`,
      });
    }
    throw error;
  });
  if (!information.isFile())
    throw unreadable(path, 'это не файл, а папка или устройство', 'it is a folder or a device, not a file');
  const handle = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(sampleBytes, information.size));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function detectEncoding(sample: Buffer): string {
  // A sample may end inside a character: up to three bytes of it are forgiven.
  for (let cut = 0; cut <= 3; cut += 1) {
    if (isUtf8(sample.subarray(0, sample.length - cut))) return 'utf8';
  }
  return 'win1251';
}

function detectDelimiter(line: string): string {
  const counts = delimiters.map((delimiter) => line.split(delimiter).length);
  const best = counts.indexOf(Math.max(...counts));
  return delimiters[best] ?? ',';
}

function unreadable(path: string, ru: string, en: string): TrajectaError {
  return new TrajectaError('file-unreadable', {
    ru: `Файл ${path} не читается: ${ru}. Принимаются CSV, TSV и текст с точкой с запятой (UTF-8, windows-1251) и Parquet.`,
    en: `The file ${path} cannot be read: ${en}. Accepted are CSV, TSV and semicolon-separated text (UTF-8, windows-1251) and Parquet.`,
  });
}
