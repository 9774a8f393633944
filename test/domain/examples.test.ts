import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../../src/classifications/dataFile.ts';

const folder = join(packageRoot(), 'src', 'domain');

const files = readdirSync(folder, { recursive: true })
  .map(String)
  .filter((file) => file.endsWith('.ts'));

/** What an example may name: everything that its own file and the measures export. */
async function scopeOf(file: string): Promise<Readonly<Record<string, unknown>>> {
  const names = file.startsWith('measures') ? files.filter((other) => other.startsWith('measures')) : [file];
  const modules = await Promise.all(
    names.map((name) => import(`../../src/domain/${name.replaceAll('\\', '/').replace(/\.ts$/, '.js')}`)),
  );
  return Object.assign({}, ...modules) as Readonly<Record<string, unknown>>;
}

// One-line examples of the pure functions, `@example expression // result`, are run as they stand.
for (const file of files) {
  const text = readFileSync(join(folder, file), 'utf8');
  const examples = [...text.matchAll(/@example (.+?) \/\/ (.+?)(?: \*\/)?$/gm)];
  if (examples.length === 0) continue;
  test(`examples of domain/${file}`, async () => {
    const scope = await scopeOf(file);
    for (const [, expression = '', result = ''] of examples) {
      const run = (code: string): unknown =>
        new Function(...Object.keys(scope), `return (${code});`)(...Object.values(scope));
      const [actual, expected] = [run(expression), run(result)];
      if (typeof actual === 'number' && typeof expected === 'number')
        assert.ok(Math.abs(actual - expected) < 1e-12, `${expression}: ${actual}`);
      else assert.deepEqual(actual, expected, expression);
    }
  });
}

test('every exported function of the domain has an example', () => {
  const without = files.flatMap((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const functions = [...text.matchAll(/^export (?:async )?function (\w+)/gm)].map(
      (match) => match[1] ?? '',
    );
    return functions.filter((name) => {
      const end = text.indexOf(`function ${name}`);
      const start = text.lastIndexOf('/**', end);
      return !text.slice(start, end).includes('@example');
    });
  });
  assert.deepEqual(without, []);
});
