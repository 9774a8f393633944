import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Assessment } from '../../src/api/assessment.ts';
import type { MeasureAnswer } from '../../src/api/measureAnswer.ts';
import type { NationalLines } from '../../src/api/nationalLines.ts';
import { formatNumber } from '../../src/domain/formatNumber.ts';
import { moneyText } from '../../src/domain/quantityText.ts';
import { assertAccessible, openBrowser, openPage, plain, withoutBrowser } from '../support/browser.ts';
import { serveFolder } from '../support/server.ts';
import { webWorkspace } from '../support/webWorkspace.ts';

/** Goes down the page, so that what stands below is asked for. */
async function throughAll(page: Page): Promise<void> {
  for (const id of ['balance', 'margins', 'indicators', 'opportunities', 'similar']) {
    const figure = page.locator(`[data-figure-id="${id}"]`);
    for (let step = 0; step < 80 && (await figure.count()) === 0; step += 1) {
      await page.mouse.wheel(0, 600);
      await page.waitForTimeout(50);
    }
    await figure.waitFor();
  }
}

test('the sections of a region below its partners', {
  skip: withoutBrowser,
}, async (context: TestContext) => {
  const { address } = await serveFolder(context, await webWorkspace(context));
  const browser = await openBrowser(context);
  const get = async <Answer>(path: string) =>
    (await (await fetch(`${address}/api/v1/${path}`)).json()) as Answer;

  await context.test(
    'balance, diversification, indicators, opportunities, similar: as the API has them',
    async () => {
      for (const [language, width] of [
        ['en', 1440],
        ['ru', 390],
      ] as const) {
        const { page, complaints } = await openPage(browser, address, { width });
        await page.goto(`${address}/region/RU-TOM?lang=${language}&period=2019`);
        await page.locator('[data-figure-id="index"] svg').waitFor();
        await throughAll(page);
        const text = plain(await page.locator('main').innerText());
        assert.doesNotMatch(text, /NaN|Infinity|undefined|\[object/);
        for (const flow of ['export', 'import']) {
          const { data } = await get<Assessment>(`assess?period=2019&flow=${flow}`);
          const row = data.find((one) => one.territory === 'RU-TOM');
          assert.ok(text.includes(plain(moneyText(row?.totalValueUsd ?? 0, language))), flow);
        }
        const similar = await get<MeasureAnswer>(
          'measure?measure=similarity&year=2019&digits=4&filter.region=RU-TOM',
        );
        const nearest = similar.data
          .filter((row) => row['other-region'] !== 'RU-TOM' && row.value !== null)
          .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))[0];
        const first = plain(await page.locator('[data-figure-id="similar"] tbody tr').first().innerText());
        assert.ok(first.includes(plain(formatNumber(nearest?.value ?? 0, 3, language))), first);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
        await assertAccessible(page);
        assert.deepEqual(complaints, []);
        await page.context().close();
      }
    },
  );

  await context.test('the treemap opens a code into its national lines, and goes back', async () => {
    const { page, complaints } = await openPage(browser, address);
    const composition = await get<{ data: { kind: string; heading: string; hs6: string }[] }>(
      'composition?territory=RU-TOM&period=2019',
    );
    const product = composition.data.find((row) => row.kind === 'product');
    assert.ok(product !== undefined);
    await page.goto(`${address}/region/RU-TOM?lang=en&period=2019&cell=${product.heading}`);
    await page.locator('[data-figure-id="composition"] a[data-cell]').first().waitFor();
    await page.locator(`[data-figure-id="composition"] a[href*="cell=${product.hs6}"]`).press('Enter');
    const figure = page.locator('[data-figure-id="lines"]');
    await figure.waitFor();
    const lines = await get<NationalLines>(`lines?territory=RU-TOM&period=2019&hs6=${product.hs6}`);
    if (lines.manifest.deeper) await figure.getByRole('button', { name: 'Table' }).click();
    assert.equal(await figure.locator('tbody tr').count(), lines.data.length);
    await figure.getByRole('button', { name: /To heading/ }).click();
    await page.locator('[data-figure-id="composition"]').waitFor();
    assert.deepEqual(complaints, []);
    await page.context().close();
  });
});
