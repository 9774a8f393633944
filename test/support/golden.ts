import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/classifications/dataFile.ts';

/** Compares a text with test/output/NAME; where they differ, the new text is written beside as NAME-changed. */
export function assertGolden(name: string, text: string): void {
  const path = join(packageRoot(), 'test', 'output', name);
  const changed = `${path}-changed`;
  const expected = existsSync(path) ? readFileSync(path, 'utf8') : null;
  if (expected === text) {
    rmSync(changed, { force: true });
    return;
  }
  writeFileSync(changed, text);
  assert.equal(text, expected ?? '', `differs from test/output/${name}; the new text is in ${name}-changed`);
}
