// Pictures for docs/pictures, of a running server: node scripts/takePictures.mjs http://127.0.0.1:4317 [NAME...]
// With the demonstration data; the others are of data and states described beside them.
import { chromium } from 'playwright-core';
import { findBrowser } from './findBrowser.mjs';

const address = process.argv[2] ?? 'http://127.0.0.1:4317';
const pictures = [
  ['overview-ru', '/?lang=ru', 1440, 1000],
  ['overview-phone-ru', '/?lang=ru', 390, 844],
  ['region-ru', '/region/RU-TOM?lang=ru', 1440, 1300],
  ['product-ru', '/product/3004?lang=ru', 1440, 1330],
  ['diversification-ru', '/diversification/RU-TOM?lang=ru', 1440, 1500],
  ['indicators-ru', '/indicators/RU-TOM?lang=ru&if=power_engineering_exports:100', 1440, 1500],
  ['audit-ru', '/audit?lang=ru&finding=1', 1440, 1300],
  ['method-en', '/method/trajectory-index?lang=en', 1440, 1250],
].filter(([name]) => process.argv.length < 4 || process.argv.includes(name));
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const [name, path, width, height] of pictures) {
  const page = await browser.newPage({ viewport: { width, height } });
  await page.goto(address + path, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `docs/pictures/${name}.png` });
  await page.close();
}
await browser.close();
