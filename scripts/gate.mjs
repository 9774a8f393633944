// The whole gate: types, domain purity, lint and format, layers, tests. Run by `npm test` and by CI alike.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './findBrowser.mjs';

const required = process.env.TRAJECTA_REQUIRE_ALL === '1';
const browser = findBrowser();
if (browser === null && required) {
  console.error(
    'A browser is required here and none was found: set TRAJECTA_BROWSER to a Chrome, Edge or Chromium.',
  );
  process.exit(1);
}
const bin = (name, file) => [process.execPath, join('node_modules', name, file)];
// Two at least, as many tests wait for others; beyond six the disk is what they wait for.
const atOnce = Math.max(2, Math.min(6, availableParallelism()));
const tsc = bin('typescript', 'bin/tsc');
const steps = [
  ['clean', [process.execPath, 'scripts/clean.mjs']],
  ['types and build', [...tsc, '-p', 'tsconfig.json']],
  ['domain is pure', [...tsc, '-p', 'tsconfig.domain.json']],
  ['types of the dashboard', [...tsc, '-p', 'tsconfig.web.json']],
  ['dashboard', [...bin('vite', 'bin/vite.js'), 'build']],
  ['lint and format', [...bin('@biomejs/biome', 'bin/biome'), 'check', '--error-on-warnings', '.']],
  ['layers', [process.execPath, 'scripts/layers.mjs']],
  [
    'tests',
    [process.execPath, '--test', `--test-concurrency=${atOnce}`, '--test-timeout=600000', ...testFiles()],
  ],
];

for (const [name, command] of steps) {
  const started = Date.now();
  const files = name === 'tests' ? [...command.slice(0, 4), ...testFiles()] : command;
  console.log(`\n=== ${name}`);
  const { status, error } = spawnSync(files[0], files.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, TZ: 'UTC', TRAJECTA_BROWSER: browser ?? '' },
  });
  if (error !== undefined || status !== 0) {
    console.error(`=== ${name}: FAILED${error === undefined ? '' : ` (${error.message})`}`);
    process.exit(1);
  }
  console.log(`=== ${name}: passed in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
if (!existsSync('../shared')) {
  console.log('LEFT OUT: tests on the reference data (../shared is not there).');
}
if (!required)
  console.log('Tests that need a browser run where one is found (see "skipped" above); CI requires it.');

function testFiles() {
  if (!existsSync('dist/test')) return [];
  return readdirSync('dist/test', { recursive: true })
    .map((file) => join('dist/test', file))
    .filter((file) => file.endsWith('.test.js'))
    .sort();
}
