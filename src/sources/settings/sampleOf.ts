import { open, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileKind } from '../../files/unpack.ts';

const longest = 16 * 2 ** 20;
const sampleBytes = 8 * 2 ** 20;

/** The file itself, or, of a long text, its beginning up to the end of a line, in the scratch folder. */
export async function sampleOf(path: string, scratch: string): Promise<string> {
  const { size } = await stat(path);
  if (size <= longest || (await fileKind(path)) !== 'text') return path;
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0);
    const head = buffer.subarray(0, bytesRead);
    // An end of line of UTF-16 is two bytes: what stands before the last 0x0A is whole in any encoding of one byte.
    const isWide = head.includes(0);
    const end = isWide ? bytesRead - (bytesRead % 2) : head.lastIndexOf(0x0a) + 1;
    const target = join(scratch, 'sample');
    await writeFile(target, head.subarray(0, end === 0 ? bytesRead : end));
    return target;
  } finally {
    await handle.close();
  }
}
