import { createReadStream, createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import yauzl from 'yauzl';
import { TrajectaError } from '../domain/trajectaError.ts';
import { isDiskFull } from './diskFull.ts';
import { causeOf, unreadable } from './unreadable.ts';

/** What a file really is, told by its first bytes, whatever its name. */
export type FileKind = 'text' | 'gz' | 'zip' | 'xlsx' | 'xls' | 'parquet' | 'dbf';

export interface Unpacked {
  readonly path: string;
  readonly kind: Exclude<FileKind, 'gz' | 'zip'>;
  /** gz or zip, and which member of it, or null. */
  readonly archive: 'gz' | 'zip' | null;
  readonly member: string | null;
  /** Only the beginning of a text was taken out, as asked. */
  readonly isCut: boolean;
}

export interface UnpackOptions {
  readonly member?: string;
  readonly maximumBytes?: number;
  readonly sampleBytes?: number;
  /** Is the file of this name beside the table, not the table itself? */
  readonly isAside?: (name: string) => boolean;
}

/** A packed file may grow fiftyfold, and to a quarter of a gigabyte in any case: real tables stay far below. */
const growth = 50;
const alwaysAllowed = 256 * 1024 * 1024;
const longestLine = 1024 * 1024;
const tables = ['.csv', '.tsv', '.txt', '.tab', '.dbf', '.parquet', '.xlsx', '.xls', '.json'];

/** The kind of a file by its first bytes. Throws where there is no file, or it is a folder, or empty. */
export async function fileKind(path: string): Promise<FileKind> {
  const information = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    throw new TrajectaError('file-not-found', { ru: `Файла ${path} нет.`, en: `There is no file ${path}.` });
  });
  if (!information.isFile())
    throw unreadable(path, 'это не файл, а папка или устройство', 'it is a folder or a device, not a file');
  if (information.size === 0) throw unreadable(path, 'файл пуст', 'the file is empty');
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(512), 0, 512, 0);
    return await kindOf(buffer.subarray(0, bytesRead), path, information.size);
  } finally {
    await handle.close();
  }
}

async function kindOf(head: Buffer, path: string, size: number): Promise<FileKind> {
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gz';
  if (head.subarray(0, 4).toString('latin1') === 'PAR1') return 'parquet';
  if (head.readUInt32BE(0) === 0xd0cf11e0) return 'xls';
  if (head.subarray(0, 2).toString('latin1') === 'PK') {
    const names = await memberNames(path);
    return names.includes('[Content_Types].xml') && names.some((name) => name.startsWith('xl/'))
      ? 'xlsx'
      : 'zip';
  }
  if (looksLikeDbf(head, size)) return 'dbf';
  const other = otherKinds.find(({ begins }) => begins.test(head.toString('latin1')));
  if (other !== undefined) throw unreadable(path, other.ru, other.en);
  return 'text';
}

/** What people take for a table and is none, told by its beginning. */
const otherKinds: readonly { readonly begins: RegExp; readonly ru: string; readonly en: string }[] = [
  {
    begins: /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|table|script)\b/i,
    ru: 'это веб-страница (HTML), а не таблица: возможно, сайт ответил сообщением об ошибке. Таблицу, сохранённую как веб-страница, откройте в Excel и сохраните как XLSX',
    en: 'it is a web page (HTML), not a table: the site may have answered with an error. A table that was saved as a web page can be opened in Excel and saved as XLSX',
  },
  {
    begins: /^%PDF-/,
    ru: 'это документ PDF, а не таблица: нужны те же данные таблицей (CSV, XLSX)',
    en: 'it is a PDF document, not a table: the same data are wanted as a table (CSV, XLSX)',
  },
  {
    begins: /^(?:Rar!|7z\xbc\xaf|BZh|\xfd7zXZ|\x28\xb5\x2f\xfd)/,
    ru: 'это архив другого вида (RAR, 7z, bz2, xz, zstd): распакуйте его и выберите таблицу',
    en: 'it is an archive of another kind (RAR, 7z, bz2, xz, zstd): unpack it and choose the table',
  },
  {
    begins: /^(?:\x89PNG|\xff\xd8\xff|GIF8)/,
    ru: 'это картинка, а не таблица',
    en: 'it is a picture, not a table',
  },
];

/** Versions of dBase, and a header length that leaves room for whole field descriptors. */
function looksLikeDbf(head: Buffer, size: number): boolean {
  if (head.length < 33 || ![0x03, 0x30, 0x31, 0x32, 0x43, 0x83, 0x8b, 0xf5].includes(head[0] ?? 0))
    return false;
  const headerLength = head.readUInt16LE(8);
  const month = head[2] ?? 0;
  return headerLength >= 65 && headerLength <= size && month <= 12 && head.readUInt16LE(10) > 1;
}

/**
 * Takes a file out of its gz or zip into the scratch folder; others stay where they are. Of several tables in a zip
 * one must be named. Stops before a file grows beyond what real tables do. Of a text longer than `sampleBytes` only
 * the beginning is taken out, up to the end of a line.
 */
export async function unpack(path: string, scratch: string, options: UnpackOptions = {}): Promise<Unpacked> {
  const kind = await fileKind(path);
  const packed = (await stat(path)).size;
  const limit = options.maximumBytes ?? Math.max(alwaysAllowed, packed * growth);
  if (kind === 'xlsx') await requireModestMembers(path, limit);
  if (kind !== 'gz' && kind !== 'zip') return { path, kind, archive: null, member: null, isCut: false };
  const target = join(scratch, 'unpacked');
  let member: string | null = null;
  let source = () => Promise.resolve<Readable>(createReadStream(path).pipe(createGunzip()));
  if (kind === 'zip') {
    const chosen = await chooseMember(path, options);
    member = chosen;
    source = () => memberStream(path, chosen);
  }
  let isCut = await unpackStream(path, source, target, limit, options.sampleBytes);
  // The beginning of anything but a text is not readable by itself.
  if (isCut && (await fileKind(target)) !== 'text') {
    await unpackStream(path, source, target, limit);
    isCut = false;
  }
  if (isCut) await cutAtLineEnd(target);
  const inner = await fileKind(target).catch((error: unknown) => {
    if (error instanceof TrajectaError)
      throw unreadable(path, 'внутри архива пусто', 'the archive holds an empty file');
    throw error;
  });
  if (inner === 'gz' || inner === 'zip') {
    throw unreadable(
      path,
      'архив внутри архива; распакуйте внешний',
      'an archive within an archive; unpack the outer one',
    );
  }
  return { path: target, kind: inner, archive: kind, member, isCut };
}

/** Is only the beginning there? */
async function unpackStream(
  path: string,
  source: () => Promise<Readable>,
  target: string,
  limit: number,
  sampleBytes = Number.POSITIVE_INFINITY,
): Promise<boolean> {
  let size = 0;
  try {
    const readable = await source();
    await pipeline(async function* metered() {
      for await (const chunk of readable as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > limit) throw tooLarge(path, limit);
        yield chunk;
        if (size > sampleBytes) return;
      }
    }, createWriteStream(target));
    return size > sampleBytes;
  } catch (error) {
    if (error instanceof TrajectaError || isDiskFull(error)) throw error;
    throw unreadable(
      path,
      `архив повреждён или обрезан (${causeOf(error)})`,
      `the archive is damaged or cut short (${causeOf(error)})`,
    );
  }
}

/** What stands before the last end of line is whole in any encoding of one byte; of UTF-16, pairs of bytes are. */
export async function cutAtLineEnd(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    const { size } = await handle.stat();
    const tail = Buffer.alloc(Math.min(size, longestLine));
    await handle.read(tail, 0, tail.length, size - tail.length);
    const end = tail.includes(0) ? -1 : tail.lastIndexOf(0x0a);
    await handle.truncate(end < 0 ? size - (size % 2) : size - tail.length + end + 1);
  } finally {
    await handle.close();
  }
}

/** A workbook is a zip that its reader takes into memory: what its members grow to is measured first. */
async function requireModestMembers(path: string, limit: number): Promise<void> {
  let size = 0;
  for (const member of await memberNames(path)) {
    if (member.endsWith('/')) continue;
    const stream = await memberStream(path, member);
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > limit) throw tooLarge(path, limit);
      }
    } catch (error) {
      if (error instanceof TrajectaError) throw error;
      throw unreadable(
        path,
        `книга повреждена (${causeOf(error)})`,
        `the workbook is damaged (${causeOf(error)})`,
      );
    }
  }
}

function tooLarge(path: string, limit: number): TrajectaError {
  const size = `${Math.round(limit / 1e6)}`;
  return new TrajectaError('file-unreadable', {
    ru: `Файл ${path} в распакованном виде больше ${size} МБ — так растут не таблицы, а бомбы. Если файл верен, задайте --max-unpacked, например --max-unpacked 50GB.`,
    en: `The file ${path} grows beyond ${size} MB when unpacked, as tables do not. If the file is right, set --max-unpacked, for example --max-unpacked 50GB.`,
  });
}

function openZip(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error !== null || zip === undefined) reject(error ?? new Error('not a zip file'));
      else resolve(zip);
    });
  });
}

async function eachMember<Result>(
  path: string,
  visit: (zip: yauzl.ZipFile, entry: yauzl.Entry) => Result | undefined,
): Promise<{ zip: yauzl.ZipFile; result: Result | undefined }> {
  const zip = await openZip(path).catch((error: unknown) => {
    throw unreadable(
      path,
      `архив повреждён или обрезан (${causeOf(error)})`,
      `the archive is damaged or cut short (${causeOf(error)})`,
    );
  });
  return new Promise((resolve, reject) => {
    zip.on('error', (error: unknown) => reject(unreadable(path, causeOf(error), causeOf(error))));
    zip.on('end', () => resolve({ zip, result: undefined }));
    zip.on('entry', (entry: yauzl.Entry) => {
      const result = visit(zip, entry);
      if (result === undefined) zip.readEntry();
      else resolve({ zip, result });
    });
    zip.readEntry();
  });
}

async function memberNames(path: string): Promise<readonly string[]> {
  const names: string[] = [];
  const { zip } = await eachMember(path, (_zip, entry) => {
    names.push(entry.fileName);
    return undefined;
  });
  zip.close();
  return names;
}

/** Files within a zip, tables alone where their names tell them; none where the file is no zip. */
export async function tablesOfZip(path: string): Promise<readonly string[]> {
  return (await fileKind(path)) === 'zip' ? tablesAmong(await filesOfZip(path)) : [];
}

async function filesOfZip(path: string): Promise<readonly string[]> {
  return (await memberNames(path)).filter((name) => !name.endsWith('/') && !name.startsWith('__MACOSX/'));
}

function tablesAmong(names: readonly string[]): readonly string[] {
  const found = names.filter((name) => tables.includes(extname(name).toLowerCase()));
  return found.length === 0 ? names : found;
}

async function chooseMember(path: string, { member: wanted, isAside }: UnpackOptions): Promise<string> {
  const names = await filesOfZip(path);
  if (wanted !== undefined && names.includes(wanted)) return wanted;
  const found = tablesAmong(names);
  const main = isAside === undefined ? found : found.filter((name) => !isAside(name));
  const only = main.length > 0 ? main : found;
  if (wanted === undefined && only.length === 1 && only[0] !== undefined) return only[0];
  const list = names.length === 0 ? '—' : names.slice(0, 20).join(', ');
  throw new TrajectaError('file-unreadable', {
    ru: `В архиве ${path} ${wanted === undefined ? 'не одна таблица' : `нет файла «${wanted}»`}. Назовите нужный ключом --member. В архиве: ${list}.`,
    en: `The archive ${path} ${wanted === undefined ? 'does not hold exactly one table' : `holds no file "${wanted}"`}. Name the one you want by --member. It holds: ${list}.`,
  });
}

async function memberStream(path: string, member: string): Promise<Readable> {
  const { zip, result } = await eachMember(path, (_zip, entry) =>
    entry.fileName === member ? entry : undefined,
  );
  if (result === undefined) throw new Error(`no member ${member}`);
  return new Promise((resolve, reject) => {
    zip.openReadStream(result, (error, stream) => {
      if (error !== null || stream === undefined) reject(error ?? new Error(`cannot read ${member}`));
      else {
        stream.on('close', () => zip.close());
        resolve(stream);
      }
    });
  });
}
