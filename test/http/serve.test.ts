import assert from 'node:assert/strict';
import { request } from 'node:http';
import { type TestContext, test } from 'node:test';
import { chromium } from 'playwright-core';
import { serve } from '../../src/http/serve.ts';
import { literalWorkspace } from '../support/literalWorkspace.ts';

// Found, or installed where that can be done, by scripts/findBrowser.mjs before the tests run.
const browser = process.env.TRAJECTA_BROWSER ?? '';
const withoutBrowser =
  browser === '' ? 'no Chrome, Edge or Chromium found (TRAJECTA_BROWSER names one)' : false;

async function served(context: TestContext) {
  const hostile = {
    id: 'XX-1',
    kind: 'region',
    name: { ru: '<script>alert(1)</script>', en: '<b>"&\'' },
    codes: [],
    memberships: [],
  } as const;
  const workspace = await literalWorkspace(
    context,
    'XX',
    [
      { region: 'XX-1', hs6: '300431', usd: 5e6 },
      { region: 'XX-1', hs6: '270900', usd: 5e6 },
      { region: 'not-stated', hs6: '270900', usd: 1e7 },
    ],
    { country: 'XX', countryName: { ru: 'Страна', en: 'Land' }, territories: [hostile] },
  );
  const server = await serve(workspace, { language: 'en', port: 0 });
  context.after(() => server.close());
  return server.address;
}

test('the page in both languages, its texts escaped, its headers strict', async (context) => {
  const address = await served(context);
  const english = await fetch(address);
  assert.equal(english.status, 200);
  assert.match(english.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  assert.equal(english.headers.get('x-content-type-options'), 'nosniff');
  assert.match(await english.text(), /High-technology export trajectory/);
  const russian = await (await fetch(`${address}/?lang=ru`)).text();
  assert.match(russian, /Фармацевтика/);
  assert.ok(russian.includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
  assert.equal(russian.includes('<script'), false);
  const api = (await (await fetch(`${address}/api/v1/assessment`)).json()) as { data: unknown[] };
  assert.ok(api.data.length > 0);
  assert.equal((await fetch(`${address}/fonts/..%2f..%2fpackage.json`)).status, 404);
  assert.equal((await fetch(`${address}/fonts/sans-latin.woff2`)).headers.get('content-type'), 'font/woff2');
});

test('a foreign host name is refused (DNS rebinding)', async (context) => {
  const address = await served(context);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    request(address, { headers: { host: 'evil.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  assert.equal(status, 403);
});

test('in a real browser: no error in the console, nothing wider than a phone', {
  skip: withoutBrowser,
}, async (context) => {
  const address = await served(context);
  const opened = await chromium.launch({
    executablePath: browser,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  context.after(() => opened.close());
  for (const width of [1440, 390]) {
    const page = await opened.newPage({ viewport: { width, height: 900 } });
    const errors: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.goto(`${address}/?lang=ru`);
    assert.equal(await page.locator('h2').nth(3).innerText(), 'Фармацевтика и фармацевтические препараты');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
    await page.getByRole('link', { name: 'English' }).click();
    assert.match(await page.title(), /Land, 2019/);
    assert.deepEqual(errors, []);
  }
});
