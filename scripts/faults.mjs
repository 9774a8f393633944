// All fault points instead of some: `npm run test:faults`. Takes half an hour and more. TRAJECTA_FAULT_JOB: only this job.
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  process.execPath,
  ['--test', '--test-timeout=14400000', 'dist/test/faults/faults.test.js'],
  { stdio: 'inherit', env: { ...process.env, TZ: 'UTC', TRAJECTA_FAULTS: 'full' } },
);
process.exit(status ?? 1);
