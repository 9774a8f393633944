import { isUtf8 } from 'node:buffer';
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import type { TrajectaError } from '../domain/trajectaError.ts';
import { unreadable } from './unreadable.ts';

/** The two one-byte encodings of Russian tables that occur; koi8-r and others can be named by hand. */
export type CyrillicEncoding = 'win1251' | 'cp866';

/**
 * Tells the two Cyrillic one-byte encodings apart by where capital letters lie: windows-1251 has them at C0–DF, where
 * cp866 has frames, and the small letters from т on at F2–FF, where cp866 has hardly anything; cp866 has capitals at 80–9F and small letters at A0–AF, where windows-1251 has signs that customs
 * tables hardly use. (The detecting libraries are trained on running text and fail on words in capitals.)
 * @example cyrillicEncoding(Buffer.from([0x8c, 0x8e, 0x91])) // 'cp866'
 */
export function cyrillicEncoding(bytes: Uint8Array): CyrillicEncoding {
  let windows = 0;
  let dos = 0;
  for (const byte of bytes) {
    if ((byte >= 0xc0 && byte <= 0xdf) || byte >= 0xf2) windows += 1;
    else if (byte >= 0x80 && byte <= 0xaf && byte !== 0xa0 && byte !== 0xa8 && byte !== 0xab) dos += 1;
  }
  return dos > windows ? 'cp866' : 'win1251';
}

/** UTF-16 by its mark, or null. @example utf16Mark(Buffer.from([0xff, 0xfe])) // 'utf16le' */
export function utf16Mark(bytes: Uint8Array): 'utf16le' | 'utf16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf16be' : null;
}

/** A line of no table is longer; a file without line ends must not be taken into memory as one. */
const longestLine = 64 * 1024 * 1024;

/** Decodes a file that has one encoding throughout into a UTF-8 file, in a stream; `change` sees each piece of text. */
export async function decodeFile(
  path: string,
  encoding: string,
  target: string,
  change: (text: string) => string = (text) => text,
): Promise<void> {
  async function* decoded(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
    // Keeps the bytes of a character that a piece ends within.
    const decoder = iconv.getDecoder(encoding);
    for await (const chunk of source) yield change(decoder.write(chunk));
    yield change(decoder.end() ?? '');
  }
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), decoded, createWriteStream(target));
}

/**
 * Decodes a text line by line into a UTF-8 file: a line that is UTF-8 beyond ASCII is taken as such, any other by
 * the one-byte encoding, for files pasted together from both occur. Answers how many lines were of each kind.
 */
export async function decodeMixedFile(
  path: string,
  encoding: string,
  target: string,
): Promise<{ readonly utf8Lines: number; readonly otherLines: number }> {
  const counts = { utf8Lines: 0, otherLines: 0 };
  async function* decoded(source: AsyncIterable<Buffer>): AsyncGenerator<string> {
    let rest: Buffer = Buffer.alloc(0);
    for await (const chunk of source) {
      const joined = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const end = joined.lastIndexOf(10) + 1;
      if (end > 0) yield decodeLines(joined.subarray(0, end), encoding, counts);
      rest = Buffer.from(joined.subarray(end));
      if (rest.length > longestLine) throw tooLong(path);
    }
    if (rest.length > 0) yield decodeLines(rest, encoding, counts);
  }
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), decoded, createWriteStream(target));
  return counts;
}

function decodeLines(
  lines: Buffer,
  encoding: string,
  counts: { utf8Lines: number; otherLines: number },
): string {
  const pieces: string[] = [];
  let from = 0;
  let kind: string | null = null;
  let place = 0;
  const flush = (to: number) => {
    if (to > from) pieces.push(iconv.decode(lines.subarray(from, to), kind ?? 'utf8'));
    from = to;
  };
  while (place < lines.length) {
    const feed = lines.indexOf(10, place);
    const next = feed < 0 ? lines.length : feed + 1;
    const line = lines.subarray(place, next);
    if (!isAscii(line)) {
      const here = isUtf8(line) ? 'utf8' : encoding;
      counts[here === 'utf8' ? 'utf8Lines' : 'otherLines'] += 1;
      if (kind !== null && kind !== here) flush(place);
      kind = here;
    }
    place = next;
  }
  flush(lines.length);
  return pieces.join('');
}

function tooLong(path: string): TrajectaError {
  const size = `${longestLine / 2 ** 20}`;
  return unreadable(
    path,
    `в нём строка длиннее ${size} МиБ: это не таблица`,
    `it holds a line of more than ${size} MiB: it is no table`,
  );
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte > 127) return false;
  return true;
}
