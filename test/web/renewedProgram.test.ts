import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser, openPage, withoutBrowser } from '../support/browser.ts';
import { serveFolder } from '../support/server.ts';
import { webWorkspace } from '../support/webWorkspace.ts';

test('a page opened before the program was renewed', { skip: withoutBrowser }, async (context) => {
  const { address } = await serveFolder(context, await webWorkspace(context));
  const browser = await openBrowser(context);
  const link = 'header a[href^="/segment"]';
  const file = '**/assets/SegmentPage-*.js';

  await context.test('what is gone to is loaded anew, once, and is there', async () => {
    const { page } = await openPage(browser, address);
    // The file of the old program is gone; the page loaded anew names that of the new one.
    let asked = 0;
    await page.route(file, (route) => {
      asked += 1;
      return asked === 1 ? route.fulfill({ status: 404, body: '' }) : route.continue();
    });
    await page.goto(`${address}/?lang=en`);
    await page.locator('[data-figure-id="regions"]').waitFor();
    await page.evaluate('globalThis.isOldPage = true');
    const anew = page.waitForEvent('load');
    await page.locator(link).first().click();
    await anew;
    await page.locator('#caveats').waitFor();
    assert.match(page.url(), /\/segment\?/);
    assert.equal(await page.evaluate('globalThis.isOldPage === undefined'), true);
    assert.ok(asked >= 2);
    await page.context().close();
  });

  await context.test(
    'where loading anew does not help it is said, and not tried again and again',
    async () => {
      const { page } = await openPage(browser, address);
      await page.route(file, (route) => route.fulfill({ status: 404, body: '' }));
      let loads = 0;
      page.on('load', () => {
        loads += 1;
      });
      await page.goto(`${address}/?lang=ru`);
      await page.locator('[data-figure-id="regions"]').waitFor();
      await page.locator(link).first().click();
      await page.getByRole('alert').waitFor();
      assert.match(await page.getByRole('alert').innerText(), /Программа обновилась/);
      assert.ok(loads <= 2, `loaded ${loads} times`);
      await page.context().close();
    },
  );

  await context.test('a server that is gone is said to be gone', async () => {
    const { page } = await openPage(browser, address);
    await page.goto(`${address}/?lang=en`);
    await page.locator('[data-figure-id="regions"]').waitFor();
    await page.route(file, (route) => route.abort());
    await page.route('**/health', (route) => route.abort());
    await page.locator(link).first().click();
    await page.getByRole('alert').waitFor();
    assert.match(await page.getByRole('alert').innerText(), /The server does not answer/);
    await page.context().close();
  });
});
