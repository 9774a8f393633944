import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertAccessible, openBrowser, openPage, plain, withoutBrowser } from '../support/browser.ts';
import { serveFolder } from '../support/server.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { webWorkspace } from '../support/webWorkspace.ts';
import { worldSeries } from '../support/worldSeries.ts';

/** Every page of the menu, and each page of one thing: its address, and what stands there once it is whole. */
const pages = [
  ['', '#caveats'],
  ['region', '.index'],
  ['region/RU-TOM', '#caveats'],
  ['segment', '#caveats'],
  ['segment/pharma', '#caveats'],
  ['product', 'table'],
  ['product/3004', '#caveats'],
  ['compare', '#caveats'],
  ['world', '[data-figure-id="map"] svg'],
  ['diversification', '.index'],
  ['diversification/RU-TOM', '#caveats'],
  ['indicators', '#caveats'],
  ['indicators/RU-TOM', '#caveats'],
  ['audit', '[data-figure-id="printed-1"]'],
  ['data', '.drop'],
  ['data?view=quality', '.coverage'],
  ['data?view=vintages', '.vintages'],
  ['method', 'h1'],
  ['method/hhi', '.maths'],
] as const;

test('every page in both themes: read by axe, by keys alone, and on paper', {
  skip: withoutBrowser,
}, async (context) => {
  const workspace = await webWorkspace(context);
  await worldSeries(await temporaryFolder(context), workspace);
  const { address } = await serveFolder(context, workspace);
  const browser = await openBrowser(context);
  for (const [language, width, dark] of [
    ['ru', 1440, true],
    ['en', 390, false],
  ] as const) {
    await context.test(`${language}, ${width} px, ${dark ? 'dark' : 'light'}`, async () => {
      const { page, complaints } = await openPage(browser, address, { width, dark });
      page.setDefaultTimeout(60_000);
      for (const [path, whole] of pages) {
        await page.goto(`${address}/${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        await page.locator(whole).first().waitFor();
        await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
        const text = plain(await page.locator('body').innerText());
        // The method page explains what is undefined, and the options of the command line.
        const wrong = path.startsWith('method')
          ? /NaN|\[object/
          : /NaN|Infinity|\bundefined\b|\[object|--[a-z]+-[a-z]+/;
        assert.doesNotMatch(text, wrong, path);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width, path);
        await assertAccessible(page);
        await assertReachedByKeys(page, path);
        await page.emulateMedia({ media: 'print' });
        assert.equal(await page.locator('.nav, .scope, .acts').first().isVisible(), false, path);
        assert.equal(await page.locator('h1').first().isVisible(), true, path);
        await page.emulateMedia({ media: 'screen' });
        assert.deepEqual(complaints, [], path);
      }
      await page.context().close();
    });
  }
});

type Page = Awaited<ReturnType<typeof openPage>>['page'];

/** Tab goes from the top past the menu into the content, each stop is seen, and none holds the reader. */
async function assertReachedByKeys(page: Page, path: string): Promise<void> {
  await page.evaluate('document.activeElement?.blur()');
  const stops: string[] = [];
  for (let at = 0; at < 60; at += 1) {
    await page.keyboard.press('Tab');
    const stop = (await page.evaluate(`(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return null;
      const { width, height } = element.getBoundingClientRect();
      const inMain = element.closest('main') !== null;
      return { inMain, seen: width > 0 && height > 0, what: element.outerHTML.slice(0, 90) };
    })()`)) as { inMain: boolean; seen: boolean; what: string } | null;
    if (stop === null) break;
    assert.ok(stop.seen, `${path}: ${stop.what}`);
    stops.push(stop.inMain ? 'main' : 'frame');
    if (stops.filter((one) => one === 'main').length > 5) return;
  }
  assert.ok(stops.includes('main'), `${path}: ${stops.length} stops`);
}
