import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

export interface ByteInspection {
  readonly sha256: string;
  readonly bytes: number;
  /** All of it is UTF-8. */
  readonly utf8: boolean;
  /** Place of the first NUL byte, or null. */
  readonly nulAt: number | null;
  /** No line feed, but carriage returns: lines end as on the old Macintosh. */
  readonly loneCarriageReturns: boolean;
}

/** Reads a whole file once: its checksum, and what its bytes are. */
export async function inspectBytes(path: string): Promise<ByteInspection> {
  const hash = createHash('sha256');
  let bytes = 0;
  let utf8 = true;
  let nulAt: number | null = null;
  let lineFeed = false;
  let carriageReturn = false;
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (nulAt === null) {
      const place = chunk.indexOf(0);
      if (place >= 0) nulAt = bytes + place;
    }
    lineFeed ||= chunk.includes(10);
    carriageReturn ||= chunk.includes(13);
    if (utf8) {
      const joined = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const whole = joined.length - unfinishedTail(joined);
      utf8 = isUtf8(joined.subarray(0, whole));
      rest = Buffer.from(joined.subarray(whole));
    }
    bytes += chunk.length;
  }
  return {
    sha256: hash.digest('hex'),
    bytes,
    utf8: utf8 && rest.length === 0,
    nulAt,
    loneCarriageReturns: carriageReturn && !lineFeed,
  };
}

/** Bytes at the end that begin a character without ending it. */
function unfinishedTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? back : 0;
  }
  return 0;
}
