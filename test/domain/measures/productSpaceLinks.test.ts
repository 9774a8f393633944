import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { productSpaceLayout } from '../../../src/domain/measures/productSpaceLayout.ts';
import { productSpaceLinks } from '../../../src/domain/measures/productSpaceLinks.ts';

/** A symmetric table of proximities; many are equal, as with few regions. */
const tables = fc.integer({ min: 1, max: 14 }).chain((n) =>
  fc
    .array(fc.constantFrom(0, 0.25, 0.5, 0.6, 0.75, 1), { minLength: n * n, maxLength: n * n })
    .map((values) => {
      const proximity = new Float64Array(n * n);
      for (let p = 0; p < n; p += 1)
        for (let q = 0; q <= p; q += 1)
          proximity[p * n + q] = proximity[q * n + p] = p === q ? 1 : (values[p * n + q] as number);
      return { n, proximity };
    }),
);

/** Kruskal's algorithm, another way to the weight of a maximum spanning forest. */
function kruskal(proximity: Float64Array, n: number): { weight: number; links: number } {
  const root = Array.from({ length: n }, (_, p) => p);
  const find = (p: number): number => (root[p] === p ? p : find(root[p] as number));
  const pairs = [];
  for (let p = 0; p < n; p += 1)
    for (let q = p + 1; q < n; q += 1) pairs.push([proximity[p * n + q] as number, p, q] as const);
  let [weight, links] = [0, 0];
  for (const [near, p, q] of pairs.sort((a, b) => b[0] - a[0])) {
    if (near === 0 || find(p) === find(q)) continue;
    root[find(p)] = find(q);
    weight += near;
    links += 1;
  }
  return { weight, links };
}

test('the tree is a maximum spanning forest', () => {
  fc.assert(
    fc.property(tables, ({ n, proximity }) => {
      const tree = productSpaceLinks(proximity, n).links.filter((one) => one.tree);
      const wanted = kruskal(proximity, n);
      assert.equal(tree.length, wanted.links);
      const weight = tree.reduce((sum, one) => sum + one.proximity, 0);
      assert.ok(Math.abs(weight - wanted.weight) < 1e-9);
    }),
  );
});

test('strong links that are equal are drawn together or not at all', () => {
  fc.assert(
    fc.property(tables, fc.integer({ min: 0, max: 20 }), ({ n, proximity }, most) => {
      const { links, strongFrom, leftOut } = productSpaceLinks(proximity, n, { most });
      const strong = links.filter((one) => !one.tree);
      assert.ok(strong.length <= most);
      const pairs = links.map(({ from, to }) => `${from} ${to}`);
      assert.equal(new Set(pairs).size, pairs.length);
      let all = 0;
      for (let p = 0; p < n; p += 1)
        for (let q = p + 1; q < n; q += 1) {
          const near = proximity[p * n + q] as number;
          if (near >= 0.55 && !links.some((one) => one.tree && one.from === p && one.to === q)) all += 1;
          if (strongFrom !== null && near >= strongFrom) assert.ok(pairs.includes(`${p} ${q}`));
        }
      assert.equal(strong.length + leftOut, all);
    }),
  );
});

test('places lie in the square, are the same each time, and no two products share one', () => {
  fc.assert(
    fc.property(tables, ({ n, proximity }) => {
      const { links } = productSpaceLinks(proximity, n);
      const places = productSpaceLayout(n, links);
      assert.deepEqual(productSpaceLayout(n, links), places);
      assert.equal(places.length, n);
      for (const { x, y } of places) assert.ok(x >= 0 && x <= 1 && y >= 0 && y <= 1);
      assert.equal(new Set(places.map(({ x, y }) => `${x} ${y}`)).size, n);
    }),
    { numRuns: 60 },
  );
});

test('linked products stand nearer than others: a chain of forty', () => {
  const links = Array.from({ length: 39 }, (_, p) => ({ from: p, to: p + 1, proximity: 1, tree: true }));
  const places = productSpaceLayout(40, links);
  const distance = (p: number, q: number) =>
    Math.hypot((places[p]?.x ?? 0) - (places[q]?.x ?? 0), (places[p]?.y ?? 0) - (places[q]?.y ?? 0));
  const neighbours = links.reduce((sum, one) => sum + distance(one.from, one.to), 0) / links.length;
  let [all, pairs] = [0, 0];
  for (let p = 0; p < 40; p += 1)
    for (let q = p + 2; q < 40; q += 1) {
      all += distance(p, q);
      pairs += 1;
    }
  assert.ok(neighbours < 0.35 * (all / pairs), `${neighbours} against ${all / pairs}`);
});
