// All fault points instead of some: `npm run test:faults`. TRAJECTA_FAULT_JOB: only this job. With --random N [--seed S]
// only N kills at random moments.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { random: { type: 'string' }, seed: { type: 'string' } } });
for (const [name, text] of Object.entries(values))
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    console.error(`--${name} ${text}: a whole number above 0 is wanted, for example --random 300 --seed 7.`);
    process.exit(2);
  }
const chosen =
  values.random === undefined
    ? { environment: { TRAJECTA_FAULTS: 'full' }, tests: [] }
    : {
        environment: { TRAJECTA_FAULT_RANDOM: values.random, TRAJECTA_FAULT_SEED: values.seed ?? '1' },
        tests: ['--test-name-pattern=random moments'],
      };
const { status } = spawnSync(
  process.execPath,
  ['--test', ...chosen.tests, '--test-timeout=14400000', 'dist/test/faults/faults.test.js'],
  { stdio: 'inherit', env: { ...process.env, TZ: 'UTC', ...chosen.environment } },
);
process.exit(status ?? 1);
