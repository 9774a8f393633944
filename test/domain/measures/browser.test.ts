import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { test } from 'node:test';
import { packageRoot } from '../../../src/classifications/dataFile.ts';

test('trajecta/measures reaches no file outside the pure domain, no package and nothing of Node: it runs in a browser', () => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    for (const [, target = ''] of text.matchAll(/^(?:import|export|\})[^'"\n]*?\bfrom '([^']+)';$/gm)) {
      assert.ok(target.startsWith('.'), `${file} imports ${target}`);
      visit(resolve(dirname(file), target));
    }
    assert.doesNotMatch(text, /\b(?:process|Buffer|require|__dirname)\b\s*[.(]/, file);
  };
  // The compiled files, as a browser would load them.
  visit(join(packageRoot(), 'dist', 'src', 'measures.js'));
  assert.ok(seen.size > 100);
  for (const file of seen) assert.match(file, /dist[\\/]src[\\/](?:measures\.js|domain[\\/])/);
});
