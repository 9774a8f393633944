// Times the dashboard in a real browser over a workspace of its own. Writes the section "web" of docs/performance.md.
// Usage: npm run bench:web [-- --workspace FOLDER --about TEXT --runs N --json]; a workspace given has a section of its own.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { packageRoot } from '../../src/classifications/dataFile.ts';
import { writeSection } from '../section.ts';
import { laterViews } from './laterViews.ts';

const { values } = parseArgs({
  options: {
    workspace: { type: 'string' },
    about: { type: 'string', default: 'a workspace given by `--workspace`' },
    runs: { type: 'string', default: '5' },
    json: { type: 'boolean', default: false },
  },
});
const runs = Number(values.runs);
const program = join(packageRoot(), 'bin', 'trajecta.mjs');

interface Served {
  readonly address: string;
  readonly process: ChildProcess;
}

/** Starts a server of its own process and waits for its address. */
async function serve(workspace: string): Promise<Served> {
  const child = spawn(process.execPath, [program, 'serve', '-w', workspace, '--port', '0', '--lang', 'en'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (part: Buffer) => {
      text += String(part);
      const [, address] = /(http:\/\/127\.0\.0\.1:\d+)/.exec(text) ?? [];
      if (address !== undefined) resolve({ address, process: child });
    });
    child.once('exit', () => reject(new Error(`The server gave no address: ${text}`)));
  });
}

async function stop({ process: child }: Served): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Milliseconds from the beginning of the navigation until the first figure with data is painted; scripts sent by then. */
async function firstPage(
  browser: Browser,
  address: string,
): Promise<{ readonly ms: number; readonly scriptBytes: number }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(`${address}/?lang=en`, { waitUntil: 'commit' });
  const ms = await painted(page, '[data-figure-id="regions"] svg', 0);
  const scriptBytes = (await page.evaluate(
    `performance.getEntriesByType('resource').filter((one) => /\\.js$/.test(one.name)).reduce((sum, one) => sum + one.encodedBodySize, 0)`,
  )) as number;
  await context.close();
  return { ms, scriptBytes };
}

/**
 * The time, from `since` on the page's clock, at which the view has been painted: its figure is there, and nothing within
 * the window still waits for data.
 */
async function painted(page: Page, selector: string, since: number): Promise<number> {
  return (await page.evaluate(
    `new Promise((resolve, reject) => {
      setTimeout(() => reject(new Error(${JSON.stringify(selector)} + ' was not drawn')), 60000);
      const isSeen = (one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      };
      const look = () => {
        const waits = [...document.querySelectorAll('[aria-busy="true"]')].some(isSeen);
        if (waits || document.querySelector(${JSON.stringify(selector)}) === null) return requestAnimationFrame(look);
        requestAnimationFrame(() => resolve(performance.now() - ${since}));
      };
      look();
    })`,
  )) as number;
}

/** How long a reader looks at a view before going on. */
const looksMs = 1000;

/** After how long the next reader comes. */
const anotherReaderMs = 5000;

/** A later view: with an answer that nobody has asked for yet, and with one that the server keeps. */
interface ViewTimes {
  readonly first: number[];
  readonly kept: number[];
}

/** Each later view in a server just started, added to the times found. */
async function later(browser: Browser, address: string, found: Map<string, ViewTimes>): Promise<void> {
  for (const turn of ['first', 'kept'] as const) {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${address}/?lang=en`);
    await page.locator('[data-figure-id="regions"] svg').waitFor();
    for (const view of laterViews) {
      await view.prepare?.(page);
      await page.waitForTimeout(looksMs);
      const since = (await page.evaluate('performance.now()')) as number;
      await view.go(page);
      const ms = await painted(page, view.shown, since);
      const times = found.get(view.name) ?? { first: [], kept: [] };
      times[turn].push(ms);
      found.set(view.name, times);
    }
    await context.close();
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

async function main(): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'trajecta-bench-'));
  const workspace = values.workspace ?? join(scratch, 'workspace');
  try {
    if (values.workspace === undefined) {
      const made = spawnSync(process.execPath, [program, 'demo', '-w', workspace], { encoding: 'utf8' });
      if (made.status !== 0) throw new Error(made.stderr);
    }
    const executablePath = process.env.TRAJECTA_BROWSER ?? (await browserPath());
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    const cold: number[] = [];
    const warm: number[] = [];
    let scriptBytes = 0;
    for (let run = 0; run < runs; run += 1) {
      const server = await serve(workspace);
      const first = await firstPage(browser, server.address);
      cold.push(first.ms);
      scriptBytes = first.scriptBytes;
      await delay(anotherReaderMs);
      warm.push((await firstPage(browser, server.address)).ms);
      await stop(server);
    }
    const views = new Map<string, ViewTimes>();
    for (let run = 0; run < runs; run += 1) {
      const server = await serve(workspace);
      await later(browser, server.address, views);
      await stop(server);
    }
    await browser.close();
    report({ cold, warm, scriptBytes, views });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function browserPath(): Promise<string> {
  const module = (await import(`file://${join(packageRoot(), 'scripts', 'findBrowser.mjs')}`)) as {
    findBrowser(): string | null;
  };
  const found = module.findBrowser();
  if (found === null) throw new Error('No Chrome, Edge or Chromium was found: set TRAJECTA_BROWSER.');
  return found;
}

function report(found: {
  readonly cold: readonly number[];
  readonly warm: readonly number[];
  readonly scriptBytes: number;
  readonly views: ReadonlyMap<string, ViewTimes>;
}): void {
  const { cold, warm, scriptBytes, views } = found;
  if (values.json) {
    console.log(JSON.stringify({ ...found, views: Object.fromEntries(views) }, null, 1));
    return;
  }
  const ms = (value: number | undefined) => String(Math.round(value ?? 0));
  const spread = (times: readonly number[]) => `${ms(median(times))} (${ms(Math.max(...times))})`;
  const what =
    values.workspace === undefined ? 'the demonstration workspace (85 regions, eight years)' : values.about;
  const text = `Written by \`npm run bench:web\` (Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} processors) over ${what}, in a real Chromium on loopback, without the browser's cache. Load of the machine beside it while this ran: ${loadavg()[0]?.toFixed(1)} (more than its processors means that the times hold waiting for others). A view counts as drawn when its figure with data has been painted and nothing within the window (1440 × 900) waits for data any more. A reader looks at each view for ${looksMs / 1000} s before going on; meanwhile the server computes what the next pages ask.

| what | target, ms | median, ms | worst, ms |
|---|---|---|---|
| first page, server just started (${cold.length} starts) | 1000 | ${ms(median(cold))} | ${ms(Math.max(...cold))} |
| first page, another reader ${anotherReaderMs / 1000} s later | 1000 | ${ms(median(warm))} | ${ms(Math.max(...warm))} |

| later view, median of ${cold.length} servers just started (worst) | target, ms | first visit, ms | second visit, ms |
|---|---|---|---|
${[...views].map(([name, { first, kept }]) => `| ${name} | 300 | ${spread(first)} | ${spread(kept)} |`).join('\n')}

JavaScript sent until the first page is drawn: ${Math.round(scriptBytes / 1000)} kB compressed (target: under 250 kB).
`;
  writeSection(values.workspace === undefined ? 'web' : 'web-given', text);
  console.log(text);
}

await main();
