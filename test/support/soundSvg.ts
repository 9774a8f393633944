import assert from 'node:assert/strict';

/** Tags that open are closed, nothing is NaN, no inline style (the content policy forbids it), hostile names are text. */
export function assertSound(svg: string): void {
  assert.doesNotMatch(svg, /NaN|Infinity|="[^"]*undefined|style=|<script/);
  const open: string[] = [];
  for (const [, close, name = '', self] of svg.matchAll(/<(\/?)([a-zA-Z]+)[^>]*?(\/?)>/g)) {
    if (self === '/') continue;
    if (close === '/') assert.equal(open.pop(), name);
    else open.push(name);
  }
  assert.deepEqual(open, []);
  assert.match(svg, /^<svg [^>]*role="(img|group)"/);
}
