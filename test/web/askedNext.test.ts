import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WorkspaceSummary } from '../../src/api/workspaceSummary.ts';
import { askedNext } from '../../src/http/ahead/askedNext.ts';
import { addressOf } from '../../src/http/ahead/firstOfOverview.ts';
import { assessQuestion } from '../../src/http/questions/assessQuestion.ts';
import { trajectoryQuestion } from '../../src/http/questions/trajectoryQuestion.ts';
import { openBrowser, openPage, withoutBrowser } from '../support/browser.ts';
import { serveFolder } from '../support/server.ts';
import { webWorkspace } from '../support/webWorkspace.ts';

/** A question as it was sent, its options in order. */
function inOrder(address: string): string {
  const url = new URL(address, 'http://localhost');
  url.searchParams.sort();
  return `${url.pathname}?${url.searchParams}`;
}

test('what is computed ahead of a reader is what the next pages ask', {
  skip: withoutBrowser,
}, async (context) => {
  const { address } = await serveFolder(context, await webWorkspace(context));
  const summary = ((await (await fetch(`${address}/api/v1/workspace`)).json()) as WorkspaceSummary).data;
  const browser = await openBrowser(context);
  for (const choices of ['', '&segments=nine', '&reExports=include&alignment=un-conversion']) {
    const { page } = await openPage(browser, address, { width: 1440 });
    const asked: string[] = [];
    page.on('request', (one) => {
      if (one.url().includes('/api/v1/')) asked.push(inOrder(one.url()));
    });
    const read = async (path: string, whole: string): Promise<readonly string[]> => {
      asked.length = 0;
      await page.goto(`${address}/${path}?lang=en${choices}`);
      await page.locator(whole).first().waitFor();
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
      return [...asked];
    };
    const queryOf = (addresses: readonly string[], question: string) => {
      const found = addresses.find((one) => one.startsWith(`/api/v1/${question}?`)) ?? '';
      return Object.fromEntries(new URL(found, address).searchParams);
    };
    const region = await read('region/RU-TOM', '#caveats');
    const ofRegion = askedNext(trajectoryQuestion, queryOf(region, 'trajectory'), summary)
      .map(addressOf)
      .map(inOrder);
    const ofYear = askedNext(assessQuestion, queryOf(region, 'assess'), summary).map(addressOf).map(inOrder);
    const needed = [
      ...(await read('diversification/RU-TOM', '#caveats')),
      ...(await read('indicators/RU-TOM', '#caveats')),
    ].filter(
      (one) => /diversify|opportunities|product-space|scorecard/.test(one) && !one.includes('indicator='),
    );
    assert.equal(needed.length, 5, needed.join('\n'));
    assert.deepEqual([...ofRegion].sort(), [...needed].sort());
    // Of a year what is asked of all regions together, and one region's products for the sums behind them.
    assert.deepEqual(
      ofYear.filter((one) => !one.includes('territory=')),
      ofRegion.filter((one) => !/territory=|region=/.test(one)),
    );
    assert.equal(ofYear.length, 3);
    await page.context().close();
  }
});
