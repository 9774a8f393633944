import assert from 'node:assert/strict';
import { request } from 'node:http';
import { test } from 'node:test';
import { serveHostile } from '../support/server.ts';

/** Status of a raw request: fetch sets Host and Origin itself. */
function statusOf(
  address: string,
  path: string,
  headers: Record<string, string>,
  method = 'GET',
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${address}${path}`, { headers, method }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('the tables without scripts, in both languages, texts escaped, headers strict', async (context) => {
  const { address } = await serveHostile(context);
  const english = await fetch(`${address}/tables`);
  assert.equal(english.status, 200);
  const policy = english.headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.doesNotMatch(policy, /unsafe|http:|https:|\*/);
  assert.equal(english.headers.get('x-content-type-options'), 'nosniff');
  assert.match(await english.text(), /High-technology export trajectory/);
  const russian = await (await fetch(`${address}/tables?lang=ru`)).text();
  assert.match(russian, /Фармацевтика/);
  assert.ok(russian.includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
  assert.equal(russian.includes('<script'), false);
  assert.equal((await fetch(`${address}/fonts/sans-latin.woff2`)).headers.get('content-type'), 'font/woff2');
});

test('hostile paths and names find nothing', async (context) => {
  const { address } = await serveHostile(context);
  for (const path of [
    '/fonts/..%2f..%2fpackage.json',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e%2findex.html',
    '/fonts/__proto__',
    '/api/v1/__proto__',
    '/api/v1/constructor',
    '/api/v1/assess.exe.csv',
    '/package.json',
    '/.git/config',
    '/api/v2/assess',
  ])
    assert.equal((await fetch(address + path)).status, 404, path);
  assert.equal((await fetch(`${address}/api/v1/assess%00`)).status, 404);
  assert.ok([400, 404, 414, 431].includes((await fetch(`${address}/${'a'.repeat(9000)}`)).status));
});

test('a foreign host name is refused (DNS rebinding)', async (context) => {
  const { address } = await serveHostile(context);
  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.nip.io'])
    assert.equal(await statusOf(address, '/api/v1/workspace', { host }), 403, host);
  assert.equal(await statusOf(address, '/health', { host: 'localhost:1' }), 200);
});

test('writes from other sites, without the header, or with a method that nothing takes, are refused', async (context) => {
  const { address } = await serveHostile(context);
  const write = (headers: Record<string, string>) => statusOf(address, '/api/v1/imports', headers, 'POST');
  assert.equal(await write({}), 403);
  assert.equal(await write({ origin: 'http://evil.example', 'x-trajecta': '1' }), 403);
  assert.equal(await write({ 'sec-fetch-site': 'cross-site', 'x-trajecta': '1' }), 403);
  assert.equal(await statusOf(address, '/api/v1/assess', { 'x-trajecta': '1' }, 'DELETE'), 404);
});

test('where others reach the server, writing needs the token and reading does not', async (context) => {
  const { address, token } = await serveHostile(context, { host: '0.0.0.0', token: 'secret-of-the-test' });
  assert.equal(token, 'secret-of-the-test');
  const local = address.replace('0.0.0.0', '127.0.0.1');
  assert.equal((await fetch(`${local}/api/v1/workspace`)).status, 200);
  const write = (headers: Record<string, string>) => statusOf(local, '/api/v1/imports', headers, 'POST');
  assert.equal(await write({ 'x-trajecta': '1' }), 401);
  assert.equal(await write({ 'x-trajecta': '1', authorization: 'Bearer secret-of-the-tesT' }), 401);
  assert.equal(await write({ 'x-trajecta': '1', authorization: 'Bearer ' }), 401);
  assert.notEqual(await write({ 'x-trajecta': '1', authorization: 'Bearer secret-of-the-test' }), 401);
});

test('a token is made where none is given, and differs each time', async (context) => {
  const [one, two] = [
    await serveHostile(context, { host: '0.0.0.0' }),
    await serveHostile(context, { host: '0.0.0.0' }),
  ];
  assert.ok((one.token ?? '').length >= 32);
  assert.notEqual(one.token, two.token);
  assert.equal((await serveHostile(context)).token, null);
});
