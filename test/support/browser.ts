import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TestContext } from 'node:test';
import { type Browser, chromium, type Page } from 'playwright-core';

// Found, or installed where that can be done, by scripts/findBrowser.mjs before the tests run.
const path = process.env.TRAJECTA_BROWSER ?? '';

/** `false` where a browser is there, else the reason that the test runner prints. */
export const withoutBrowser: string | false =
  path === '' ? 'no Chrome, Edge or Chromium found (TRAJECTA_BROWSER names one)' : false;

/** A real browser, closed with the test. */
export async function openBrowser(context: TestContext): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: path,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  context.after(() => browser.close());
  return browser;
}

export interface WatchedPage {
  readonly page: Page;
  /** What the console complained of, and requests that left the server. */
  readonly complaints: readonly string[];
}

/** A page whose console is listened to; a request to anywhere but `address` is a complaint. */
export async function openPage(
  browser: Browser,
  address: string,
  options: { readonly width?: number; readonly dark?: boolean } = {},
): Promise<WatchedPage> {
  const { width = 1440, dark = false } = options;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    acceptDownloads: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) complaints.push(`request to ${url}`);
  });
  return { page, complaints };
}

/** No serious or critical finding of axe on the page as it stands. */
export async function assertAccessible(page: Page): Promise<void> {
  // The content policy forbids scripts put into the page, but not those of the browser's own tools.
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  const results = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    violations: { id: string; impact: string; nodes: { html: string }[] }[];
  };
  const found = results.violations
    .filter((one) => ['serious', 'critical'].includes(one.impact))
    .map(
      (one) =>
        `${one.id}: ${one.nodes
          .map((node) => node.html.slice(0, 160))
          .slice(0, 3)
          .join(' | ')}`,
    );
  assert.deepEqual(found, []);
}

/** Text of the page without narrow and no-break spaces. */
export function plain(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

/** Waits until a page says something. */
export async function says(page: Page, text: string): Promise<void> {
  const until = Date.now() + 20_000;
  while (!plain(await page.locator('body').innerText()).includes(text)) {
    if (Date.now() > until) throw new Error(`The page does not say "${text}"`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits for the title of a page, by asking: its policy forbids text to be evaluated in it, as waiting for a function does. */
export async function titled(page: Page, text: string): Promise<void> {
  const until = Date.now() + 20_000;
  while (!(await page.title()).includes(text)) {
    if (Date.now() > until) throw new Error(`The title is "${await page.title()}", not "${text}"`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
