import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bumpChart } from '../../src/charts/bumpChart.ts';
import { choropleth } from '../../src/charts/choropleth.ts';
import { compareGrid } from '../../src/charts/compareGrid.ts';
import { heatMap } from '../../src/charts/heatMap.ts';
import { indexPaths } from '../../src/charts/indexPaths.ts';
import { indexStrips } from '../../src/charts/indexStrips.ts';
import { logTicks, priceStrips } from '../../src/charts/priceStrips.ts';
import { indexClass, niceTicks, sequentialBreaks, sequentialClass } from '../../src/charts/scales.ts';
import { shareBars } from '../../src/charts/shareBars.ts';
import { sparkline } from '../../src/charts/sparkline.ts';
import { squarify } from '../../src/charts/squarify.ts';
import { stackedArea } from '../../src/charts/stackedArea.ts';
import { stackedBars } from '../../src/charts/stackedBars.ts';
import { type MapTile, tileMap } from '../../src/charts/tileMap.ts';
import { spread, yearTicks } from '../../src/charts/timeAxis.ts';
import { treemap } from '../../src/charts/treemap.ts';
import { valueYears } from '../../src/charts/valueYears.ts';
import { assertSound } from '../support/soundSvg.ts';

const hostile = '<script>"&\'';

test('boxes have areas as their values, lie within, and do not overlap', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 }),
      (given) => {
        const values = [...given].sort((a, b) => b - a);
        const within = { x: 3, y: 5, width: 400, height: 260 };
        const boxes = squarify(values, within);
        const total = values.reduce((sum, value) => sum + value, 0);
        boxes.forEach((box, place) => {
          const wanted = ((values[place] ?? 0) / total) * within.width * within.height;
          assert.ok(Math.abs(box.width * box.height - wanted) < 1e-6 * within.width * within.height);
          assert.ok(box.x >= 3 - 1e-6 && box.y >= 5 - 1e-6);
          assert.ok(box.x + box.width <= 403 + 1e-6 && box.y + box.height <= 265 + 1e-6);
        });
        for (const [place, a] of boxes.entries())
          for (const b of boxes.slice(place + 1)) {
            const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
            const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
            assert.ok(across < 1e-6 || down < 1e-6);
          }
      },
    ),
    { numRuns: 60 },
  );
});

test('classes: the index is centred at 1, shares fall into six', () => {
  assert.deepEqual([0.01, 0.124, 0.125, 0.99, 1, 7.9, 8, 1000].map(indexClass), [1, 1, 2, 4, 5, 7, 8, 8]);
  const breaks = sequentialBreaks([0, 1, 2, 3, 4, 5, 6]);
  assert.deepEqual(
    [1, 2, 3, 4, 5, 6].map((value) => sequentialClass(value, breaks)),
    [1, 2, 3, 4, 5, 6],
  );
  assert.deepEqual(niceTicks(157), [0, 50, 100, 150, 200]);
  assert.deepEqual(niceTicks(0), [0]);
  assert.deepEqual(niceTicks(5e-324), [0]);
});

test('ends of a time axis are always written, and labels are moved apart', () => {
  assert.deepEqual(yearTicks([2007, 2008, 2009, 2010], 60), [2007, 2010]);
  assert.equal(yearTicks([1988, 2023], 300)[0], 1988);
  const moved = spread([10, 11, 12], 15, 0, 100);
  assert.ok((moved[1] ?? 0) - (moved[0] ?? 0) >= 15 && (moved[2] ?? 0) - (moved[1] ?? 0) >= 15);
});

test('a tile map shows values, four kinds of no value, and a frame where T ≥ 1; on a phone it is parted', () => {
  const tile = (column: number, look: MapTile['look'], framed = false): MapTile => ({
    id: `R${column}`,
    name: hostile,
    mark: 'Mk',
    row: 0,
    column,
    look,
    text: '2.5',
    framed,
    href: '/region/R',
  });
  const tiles = [
    tile(0, { scale: 'div', step: 6 }, true),
    tile(1, 'no-exports'),
    tile(2, 'not-published'),
    tile(3, 'confidential'),
    tile(17, 'undefined'),
  ];
  const options = {
    language: 'en' as const,
    title: hostile,
    scale: { name: 'T', scale: 'div' as const, borders: ['⅛', '¼', '½', '1', '2', '4', '8'] },
  };
  const wide = tileMap(tiles, { ...options, width: 900 });
  assertSound(wide);
  for (const mark of ['2.5', '–', '…', 'c', 'n/d', 'frame: T ≥ 1'])
    assert.ok(wide.includes(`>${mark}<`), mark);
  const phone = tileMap(tiles, { ...options, width: 358 });
  assertSound(phone);
  const rightmost = Math.max(...[...phone.matchAll(/<rect x="([\d.]+)"/g)].map((match) => Number(match[1])));
  assert.ok(rightmost < 358);
});

test('charts of odd data are sound: nothing, one value, gaps, zeros, hostile names', () => {
  const series = (values: readonly (number | null)[]) => ({
    id: 'a',
    name: hostile,
    colour: '--ink',
    values,
  });
  const area = (years: readonly number[], values: readonly (number | null)[], width = 800, share = false) =>
    stackedArea(years, [series(values), series(values)], {
      width,
      share,
      title: hostile,
      breaks: [{ year: 2012, text: hostile }],
      valueText: String,
      tickText: String,
      totalText: '1',
    });
  for (const width of [340, 900])
    for (const share of [false, true]) {
      assertSound(area([2011, 2012, 2013], [1, null, 3], width, share));
      assertSound(area([2011], [1], width, share));
      assertSound(area([2011, 2012], [0, 0], width, share));
    }
  assert.equal(sparkline([1], { title: 't' }), '');
  assertSound(sparkline([1, null, 1], { title: hostile }));
  const point = (year: number, index: number | null) => ({ year, index, lower: index, upper: index });
  for (const width of [300, 700, 1000])
    assertSound(
      indexPaths(
        [
          {
            id: 'a',
            name: hostile,
            colour: '--ink',
            about: hostile,
            breaks: [],
            points: [point(2011, null), point(2012, 0)],
          },
          {
            id: 'b',
            name: 'b',
            colour: '--ink',
            about: '',
            breaks: [],
            points: [point(2011, 1000), point(2012, 0.0001)],
          },
        ],
        { width, language: 'ru', title: hostile },
      ),
    );
  assertSound(
    indexStrips([{ id: 'a', name: hostile, colour: '--ink', points: [] }], {
      width: 300,
      language: 'en',
      title: hostile,
    }),
  );
  assertSound(treemap([], { width: 300, height: 200, title: hostile }));
  assertSound(
    treemap(
      [
        {
          id: 'a',
          name: hostile,
          text: hostile,
          colour: '--ink',
          cells: [
            { id: 'c', code: hostile, name: hostile, value: 0, text: '' },
            { id: 'd', code: hostile, name: hostile, value: 2, text: '' },
          ],
        },
      ],
      { width: 300, height: 200, title: hostile },
    ),
  );
  assertSound(
    stackedBars([{ id: 'a', name: hostile, parts: [], cells: [hostile] }], {
      width: 600,
      title: '',
      columns: ['x'],
    }),
  );
});

test('a gap in the index is a gap in the line', () => {
  const svg = indexPaths(
    [
      {
        id: 'a',
        name: 'a',
        colour: '--ink',
        about: '',
        breaks: [],
        points: [2, 2, 0, 2, 2].map((index, place) => ({
          year: 2010 + place,
          index,
          lower: null,
          upper: null,
        })),
      },
    ],
    { width: 300, language: 'en', title: '' },
  );
  const line = /<path d="([^"]+)" fill="none"/.exec(svg)?.[1] ?? '';
  assert.equal(line.match(/M/g)?.length, 2);
});

test('charts of segments, products and comparisons are sound, whatever the names and the width', () => {
  const colour = '--seg-pharma';
  for (const width of [320, 900]) {
    assertSound(
      shareBars(
        [
          { id: 'a', name: hostile, value: 3, colour, cells: ['3', '1'], href: '/region/a', marked: true },
          { id: 'b', name: 'b', value: 0, colour, cells: ['0', '0'], look: 'hatched' },
        ],
        { width, title: hostile, columns: ['x', 'y'] },
      ),
    );
    const years = valueYears(
      [
        { year: 2018, value: 4, lower: 3, upper: 5 },
        { year: 2019, value: 5, lower: 4, upper: 6 },
        { year: 2020, value: null, lower: null, upper: null, reason: 'not-in-edition' },
        { year: 2021, value: 6, lower: null, upper: null },
      ],
      {
        width,
        title: hostile,
        colour,
        breaks: [{ year: 2019, text: hostile }],
        valueText: String,
        tickText: String,
      },
    );
    assertSound(years);
    assert.equal([...years.matchAll(/ d="(M[^"]*M[^"]*)"/g)].length, 1, 'a year without a figure is a gap');
    assertSound(
      priceStrips(
        [
          {
            id: 'region',
            name: hostile,
            colour,
            points: [{ id: 'a', name: hostile, price: 0.4 }],
            median: 0.4,
            lowerQuartile: 0.4,
            upperQuartile: 0.4,
          },
        ],
        { width, title: hostile, priceText: String, mark: { price: 50, name: hostile } },
      ),
    );
    const heat = heatMap(
      [
        {
          id: 'a',
          name: hostile,
          href: '/region/a',
          chosen: true,
          cells: [2, 'no-exports', 'undefined', 'confidential'],
        },
        { id: 'b', name: 'b', href: '/region/b', chosen: false, cells: [0.5, 1, 0.99, 40] },
      ],
      ['p', 'q', 'r', 's'].map((id) => ({ id, name: hostile, colour, href: `/segment/${id}` })),
      { width, language: 'ru', title: hostile },
    );
    assertSound(heat);
    // T = 1 opens the class above the middle of the diverging scale, 0.99 the one below; each kind of no value has its mark.
    assert.match(heat, /fill="var\(--div-5\)"[\s\S]*fill="var\(--div-4\)"/);
    for (const mark of ['–', 'н/о', 'к']) assert.ok(heat.includes(`>${mark}</text>`), mark);
    const lines = [0, 1, 2, 3, 4, 5].map((place) => ({
      id: String(place),
      name: hostile,
      href: '/region/a',
      points: [2018, 2019, 2020].map((year) => ({
        year,
        rank: year === 2019 && place === 1 ? null : place + 1,
      })),
    }));
    assertSound(bumpChart(lines, { width, title: hostile, colour, breaks: [{ year: 2019, text: 'x' }] }));
    for (const logarithmic of [true, false])
      assertSound(
        compareGrid(
          [
            {
              id: 'p',
              name: hostile,
              colour,
              lines: [
                [1, null, 2],
                [0, 0, 0],
                [null, null, null],
              ],
            },
          ],
          ['a', 'b', 'c'].map((id) => ({ id, name: hostile, href: '/region/a' })),
          [2018, 2019, 2020],
          {
            width,
            title: hostile,
            logarithmic,
            valueText: String,
            tickText: String,
            none: { zero: '–', undefined: 'n/d' },
          },
        ),
      );
  }
  const region = {
    id: 'a',
    look: { scale: 'div', step: 6 } as const,
    text: '2.0',
    framed: true,
    href: '/region/a',
  };
  const map = choropleth(
    [
      { name: hostile, area: 'M0,0L9,0L9,9Z', border: null, region },
      {
        name: 'b',
        area: 'M9,0L19,0L19,9Z',
        border: 'M9,0L19,0',
        region: { ...region, id: 'b', look: 'confidential', framed: false },
      },
      { name: 'sea', area: 'M0,0L1,0L1,1Z', border: null, region: null },
      { name: 'nothing', area: '', border: null, region: null },
    ],
    { width: 20, height: 10 },
    { width: 400, language: 'en', title: hostile, scale: { name: 'T', scale: 'div', borders: ['1'] } },
  );
  assertSound(map);
  // The heavy border is drawn last, over its neighbours'; an area with a seam has its border apart.
  assert.ok(map.indexOf('data-cell="a"') > map.indexOf('data-cell="b"'));
  assert.match(map, /d="M9,0L19,0" fill="none"/);
  assert.deepEqual(logTicks(1, 100, 3), [1, 10, 100]);
});
