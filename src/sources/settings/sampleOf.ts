import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cutAtLineEnd, fileKind } from '../../files/unpack.ts';

/** As much of a text as a preview reads. */
export const sampleBytes = 16 * 2 ** 20;

/** The file itself, or, of a long text, its beginning up to the end of a line, in the scratch folder. */
export async function sampleOf(path: string, scratch: string): Promise<string> {
  const { size } = await stat(path);
  if (size <= sampleBytes || (await fileKind(path)) !== 'text') return path;
  const target = join(scratch, 'sample');
  await pipeline(createReadStream(path, { end: sampleBytes - 1 }), createWriteStream(target));
  await cutAtLineEnd(target);
  return target;
}
