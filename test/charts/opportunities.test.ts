import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { opportunityScatter, scatterRange } from '../../src/charts/opportunityScatter.ts';
import { productSpace } from '../../src/charts/productSpace.ts';
import { waterfall } from '../../src/charts/waterfall.ts';
import { assertSound } from '../support/soundSvg.ts';

const hostile = '<script>"&\'';
const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true });

/** Left edge and width of the bars of a waterfall, in order. */
function bars(svg: string): readonly (readonly [number, number])[] {
  return [...svg.matchAll(/<rect x="([\d.-]+)" y="[\d.-]+" width="([\d.]+)"/g)].map(
    ([, x, width]) => [Number(x), Number(width)] as const,
  );
}

test('a waterfall: each change begins where the one before ended, widths are as values', () => {
  const step = (id: string, kind: 'total' | 'change', value: number) => ({
    id,
    name: id,
    about: '2',
    kind,
    value,
    text: String(value),
  });
  const svg = waterfall(
    [step('a', 'total', 100), step('b', 'change', 50), step('c', 'change', -30), step('d', 'total', 120)],
    { width: 800, title: 't', tickText: String },
  );
  assertSound(svg);
  const [a, b, c, d] = bars(svg) as [[number, number], [number, number], [number, number], [number, number]];
  const unit = a[1] / 100;
  const near = (value: number, wanted: number) =>
    assert.ok(Math.abs(value - wanted) < 0.1, `${value} ${wanted}`);
  near(b[0], a[0] + a[1]);
  near(b[1], 50 * unit);
  // The fall of 30 ends at 120, where the last total ends.
  near(c[0], d[0] + d[1]);
  near(c[0] + c[1], b[0] + b[1]);
});

test('a waterfall of any numbers is sound, at any width', () => {
  fc.assert(
    fc.property(
      fc.array(finite, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 300, max: 1200 }),
      (values, width) => {
        const steps = values.map((value, place) => ({
          id: String(place),
          name: hostile,
          about: hostile,
          kind: place === 0 ? ('total' as const) : ('change' as const),
          value,
          text: hostile,
        }));
        assertSound(waterfall(steps, { width, title: hostile, tickText: () => hostile }));
      },
    ),
    { numRuns: 50 },
  );
});

test('the product space: what the region has is filled, or, missing only, what it lacks is lit', () => {
  const dots = [
    { id: 'p', title: hostile, x: 0, y: 0, colour: '--seg-pharma', size: 1, present: true, href: '/a?b&c' },
    {
      id: 'q',
      title: 'q',
      x: 1,
      y: 1,
      colour: '--seg-aero',
      size: 0,
      present: false,
      href: '/q',
      name: hostile,
    },
  ];
  const lines = [{ from: 0, to: 1, tree: true }];
  const options = { width: 600, height: 400, title: hostile };
  const has = productSpace(dots, lines, { ...options, missingOnly: false });
  assertSound(has);
  assert.match(has, /fill="var\(--seg-pharma\)"/);
  assert.doesNotMatch(has, /--seg-aero/);
  const missing = productSpace(dots, lines, { ...options, missingOnly: true });
  assert.match(missing, /stroke="var\(--seg-aero\)"/);
  assert.doesNotMatch(missing, /fill="var\(--seg/);
  assert.equal([...has.matchAll(/data-cell=/g)].length, 2);
});

test('a thousand products are drawn at once', () => {
  const dots = Array.from({ length: 1200 }, (_, place) => ({
    id: String(place),
    title: String(place),
    x: (place % 40) / 40,
    y: Math.floor(place / 40) / 30,
    colour: '--seg-elec',
    size: place / 1200,
    present: place % 2 === 0,
    href: `/${place}`,
  }));
  const lines = dots.slice(1).map((_, place) => ({ from: place, to: place + 1, tree: true }));
  const started = performance.now();
  const svg = productSpace(dots, lines, { width: 900, height: 700, title: 't', missingOnly: false });
  // About 15 ms where nothing else runs.
  assert.ok(performance.now() - started < 500);
  assert.ok(svg.length < 600_000);
});

test('the scatter: the mean of the region is a line, dots far off stand at the edge', () => {
  const dot = (id: string, x: number, y: number) => ({
    id,
    title: hostile,
    x,
    y,
    colour: '--seg-elec',
    size: 0.5,
    present: id === 'b',
    href: `/${id}`,
    name: id,
  });
  const dots = [dot('a', 0.5, 0), dot('b', 0.6, 1), dot('c', 0.7, 2), dot('d', 0.8, 3), dot('e', 0.9, -100)];
  const svg = opportunityScatter(dots, {
    width: 700,
    height: 400,
    title: hostile,
    xTitle: hostile,
    yTitle: hostile,
    line: { value: 1.5, text: hostile },
    tickText: String,
  });
  assertSound(svg);
  assert.equal([...svg.matchAll(/class="one"/g)].length, 1);
  const places = [...svg.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(([, , y]) => Number(y));
  assert.ok(places.every((y) => y >= 20 && y <= 400));
});

test('the range of a scatter: three spans of the middle half beyond it', () => {
  assert.deepEqual(scatterRange([0, 1, 2, 3, 100]), [-5, 9]);
});
