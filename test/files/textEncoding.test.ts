import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import iconv from 'iconv-lite';
import { packageRoot } from '../../src/classifications/dataFile.ts';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import { decodeFile, decodeMixedFile } from '../../src/files/textEncoding.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

const line = 'ЭК;01/2019;ДЕ;8542310000;ШТ;1234,5;1;0;45000 - ГОРОД МОСКВА';

async function checksum(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
}

test('big files of other encodings are decoded in a stream: memory does not grow with the file', async (context) => {
  const folder = await temporaryFolder(context);
  const module = pathToFileURL(join(packageRoot(), 'dist', 'src', 'files', 'textEncoding.js')).href;
  const lines = 20_000;
  const pieces = 48;
  const cases = [
    ['win1251', '\n', `decodeMixedFile(path, 'win1251', target)`],
    ['cp866', '\n', `decodeFile(path, 'cp866', target)`],
    ['utf16le', '\r\n', `decodeFile(path, 'utf16le', target)`],
    // Line ends of the old Macintosh.
    ['win1251', '\r', `decodeFile(path, 'win1251', target, (text) => text.replaceAll('\\r', '\\n'))`],
  ] as const;
  for (const [encoding, end, call] of cases) {
    const [path, target] = [join(folder, 'in'), join(folder, 'out')];
    const piece = iconv.encode(`${line}${end}`.repeat(lines), encoding);
    const handle = await open(path, 'w');
    for (let place = 0; place < pieces; place += 1) await handle.write(piece);
    await handle.close();
    const program = `const { decodeFile, decodeMixedFile } = await import(${JSON.stringify(module)});
      const [path, target] = ${JSON.stringify([path, target])};
      await ${call};
      process.stdout.write(String(process.resourceUsage().maxRSS));`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
    assert.equal(run.status, 0, run.stderr);
    // Kilobytes. The program itself takes some 60 MB; one copy of the text in memory (UTF-16) would be 115 MB more.
    const megabytes = Number(run.stdout) / 1024;
    context.diagnostic(`${encoding}: ${(piece.length * pieces) / 1e6} MB in ${Math.round(megabytes)} MB`);
    assert.ok(megabytes < 200, `${encoding}: ${megabytes} MB`);
    const expected = createHash('sha256');
    const text = `${line}${end === '\r' ? '\n' : end}`.repeat(lines);
    for (let place = 0; place < pieces; place += 1) expected.update(text);
    assert.equal(await checksum(target), expected.digest('hex'), encoding);
  }
});

test('a character that ends a piece is not broken, and a mark of byte order is no text', async (context) => {
  const folder = await temporaryFolder(context);
  const [path, target] = [join(folder, 'in'), join(folder, 'out')];
  // One byte before a multiple of the size of a piece (1 MiB), so that a character of two bytes lies across it.
  const text = `${'a'.repeat(2 ** 19 - 2)}Щ\nб`;
  await writeFile(path, Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(`x${text}`, 'utf16le')]));
  await decodeFile(path, 'utf16le', target);
  assert.equal(await readFile(target, 'utf8'), `x${text}`);
});

test('a file without line ends is refused, not taken into memory', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'in');
  await writeFile(path, Buffer.alloc(70 * 2 ** 20, 0xc0));
  await assert.rejects(
    decodeMixedFile(path, 'win1251', join(folder, 'out')),
    (error: unknown) => error instanceof TrajectaError && error.code === 'file-unreadable',
  );
});
