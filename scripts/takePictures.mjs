// Pictures for docs/pictures, of a running server: node scripts/takePictures.mjs http://127.0.0.1:4317
import { chromium } from 'playwright-core';
import { findBrowser } from './findBrowser.mjs';

const address = process.argv[2] ?? 'http://127.0.0.1:4317';
const pictures = [
  ['overview-ru', '/?lang=ru', 1440],
  ['overview-phone-ru', '/?lang=ru', 390],
];
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const [name, path, width] of pictures) {
  const page = await browser.newPage({ viewport: { width, height: width === 390 ? 844 : 1000 } });
  await page.goto(address + path, { waitUntil: 'networkidle' });
  await page.screenshot({ path: `docs/pictures/${name}.png` });
  await page.close();
}
await browser.close();
