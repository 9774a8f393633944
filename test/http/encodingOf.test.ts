import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { encodingOf } from '../../src/http/encodingOf.ts';
import { keptBodies } from '../../src/http/keptBodies.ts';

test('brotli before gzip; what is refused with q=0 is not taken', () => {
  const of = (text?: string) =>
    encodingOf({ headers: text === undefined ? {} : { 'accept-encoding': text } });
  assert.equal(of('gzip, deflate, br'), 'br');
  assert.equal(of('gzip;q=1.0, br;q=0'), 'gzip');
  assert.equal(of('br; q=0.0, gzip; q=0.5'), 'gzip');
  assert.equal(of('deflate'), 'identity');
  assert.equal(of(), 'identity');
});

test('a body is made once by name and compression, and again once it has been dropped', async () => {
  const bodies = keptBodies(10);
  let made = 0;
  const text = () => {
    made += 1;
    return 'twelve bytes';
  };
  assert.equal(gunzipSync(await bodies.body('a', 'gzip', text)).toString(), 'twelve bytes');
  assert.equal(brotliDecompressSync(await bodies.body('b', 'br', text)).toString(), 'twelve bytes');
  await bodies.body('b', 'br', text);
  assert.equal(made, 2);
  assert.equal(String(await bodies.body('c', 'identity', text)), 'twelve bytes');
  await bodies.body('a', 'gzip', text);
  assert.equal(made, 4);
});
