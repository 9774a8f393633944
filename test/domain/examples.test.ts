import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../../src/classifications/dataFile.ts';

const folder = join(packageRoot(), 'src', 'domain');

// One-line examples of the pure functions, `@example expression // result`, are run as they stand.
for (const file of readdirSync(folder)) {
  const text = readFileSync(join(folder, file), 'utf8');
  const examples = [...text.matchAll(/@example (.+?) \/\/ (.+?)(?: \*\/)?$/gm)];
  if (examples.length === 0) continue;
  test(`examples of domain/${file}`, async () => {
    const module = (await import(`../../src/domain/${file.replace(/\.ts$/, '.js')}`)) as Record<
      string,
      unknown
    >;
    for (const [, expression = '', result = ''] of examples) {
      const run = (code: string): unknown =>
        new Function(...Object.keys(module), `return (${code});`)(...Object.values(module));
      const [actual, expected] = [run(expression), run(result)];
      if (typeof actual === 'number' && typeof expected === 'number')
        assert.ok(Math.abs(actual - expected) < 1e-12, expression);
      else assert.deepEqual(actual, expected, expression);
    }
  });
}

test('every file of exported functions in the domain has an example', () => {
  const without = readdirSync(folder).filter((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return /^export function/m.test(text) && !text.includes('@example');
  });
  assert.deepEqual(without, []);
});
