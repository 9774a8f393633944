// All fault points instead of some: `npm run test:faults`. Takes a quarter of an hour and more.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  process.execPath,
  ['--test', '--test-timeout=7200000', 'dist/test/faults/faults.test.js'],
  { stdio: 'inherit', env: { ...process.env, TZ: 'UTC', TRAJECTA_FAULTS: 'full' } },
);
process.exit(status ?? 1);
