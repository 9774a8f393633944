// A browser for the tests: named by TRAJECTA_BROWSER, else an installed Chrome, Edge or Chromium, else, as root on
// Debian, Chromium by apt. Null where none can be had (not Ubuntu: its package is a stub for snap).
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

export function findBrowser() {
  const found = [process.env.TRAJECTA_BROWSER ?? '', ...installed].find(
    (path) => path !== '' && existsSync(path),
  );
  if (found !== undefined) return found;
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return null;
  if (!/^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))) return null;
  console.log('No browser found: installing Chromium by apt');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const step of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', 'chromium'],
  ]) {
    if (spawnSync('apt-get', step, { stdio: ['ignore', 'ignore', 'inherit'], env }).status !== 0) return null;
  }
  return existsSync('/usr/bin/chromium') ? '/usr/bin/chromium' : null;
}
