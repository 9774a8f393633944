import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { worldShapes } from '../../scripts/buildWorldShapes.ts';
import { countryLines } from '../../src/charts/countryLines.ts';
import { type CountryCell, type WorldShapes, worldMap } from '../../src/charts/worldMap.ts';
import { yearGrid, yearIndexClass } from '../../src/charts/yearGrid.ts';
import { packageRoot } from '../../src/classifications/dataFile.ts';
import { mathMarkup } from '../../src/reports/mathMarkup.ts';

const file = join(packageRoot(), 'src', 'web', 'worldShapes.json');

test('the outlines of countries are those that the script makes of world-atlas', async () => {
  assert.equal(await readFile(file, 'utf8'), worldShapes(), 'run node dist/scripts/buildWorldShapes.js');
});

test('a country with data is a link with its value, one without is hatched, the smallest is a point', async () => {
  const shapes = JSON.parse(await readFile(file, 'utf8')) as WorldShapes;
  assert.equal(new Set(shapes.shapes.map((one) => one.id)).size, shapes.shapes.length);
  const cell = (name: string, look: CountryCell['look'], current = false): CountryCell => ({
    name,
    look,
    text: '1 %',
    href: '/world',
    current,
  });
  const svg = worldMap(
    shapes,
    new Map([
      ['RU', cell('<Russia>', { scale: 'seq', step: 3 }, true)],
      ['SG', cell('Singapore', { scale: 'seq', step: 6 })],
      ['FR', cell('France', 'not-published')],
    ]),
    {
      width: 800,
      language: 'en',
      title: 'Map',
      scale: { scale: 'seq', name: 'Share', borders: ['1', '2', '3', '4', '5'] },
    },
  );
  assert.equal(svg.match(/data-cell=/g)?.length, 3);
  assert.match(svg, /<title>&#60;Russia&#62;: 1 %<\/title><path[^>]*fill="var\(--seq-3\)"/);
  assert.match(svg, /<title>Singapore: 1 %<\/title><circle/);
  assert.match(svg, /<title>France: not published<\/title><path[^>]*url\(#w-hatch\)/);
  assert.doesNotMatch(svg, /NaN|style=/);
  // Where the others take nothing they are blank, and the legend says so.
  const none = worldMap(shapes, new Map([['SG', cell('Singapore', { scale: 'seq', step: 6 })]]), {
    width: 800,
    language: 'en',
    title: 'Map',
    others: 'no-exports',
    scale: { scale: 'seq', name: 'Share', borders: ['1', '2', '3', '4', '5'] },
  });
  assert.doesNotMatch(none, /url\(#w-hatch\)|not published/);
  assert.match(none, /no exports/);
});

test('lines break where a year has no value and the axis is logarithmic for indices', () => {
  const line = (id: string, values: readonly (number | null)[]) => ({
    id,
    name: id,
    look: 'plain' as const,
    text: '1',
    href: '/',
    points: values.map((value, place) => ({ year: 2010 + place, value })),
  });
  const draw = (scale: 'log' | 'linear') =>
    countryLines([line('A', [100, null, 400, 200]), line('B', [null, null, null, null])], {
      width: 600,
      title: 'Lines',
      scale,
      format: String,
    });
  const svg = draw('log');
  // The line of A begins anew after the gap; B, which has no value at all, is not drawn.
  assert.equal(svg.match(/d="M[^"]*M[^"]*L[^"]*"/g)?.length, 1);
  assert.doesNotMatch(svg, /data-cell="B"|NaN/);
  // Of 100, 200, 400 the middle one lies in the middle of a logarithmic axis.
  const y = (value: string) =>
    Number(new RegExp(`y="([\\d.]+)" class="e (?:mt|b)">${value}<`).exec(svg)?.[1]);
  assert.ok(Math.abs(y('100') - y('200') - (y('200') - y('300')) * (Math.log(2) / Math.log(1.5))) < 0.1);
  assert.match(draw('linear'), />0<\/text>/);
});

test('a grid of years goes on below where the width ends; its classes part at 100', () => {
  assert.deepEqual([79.9, 99.99, 100, 120].map(yearIndexClass), [1, 4, 5, 8]);
  const cells = [2007, 2008, 2009, 2010, 2011, 2012, 2013, 2014].map((year) => ({
    year,
    step: year === 2009 ? null : 5,
    text: year === 2009 ? '…' : '101',
  }));
  const rows = [{ id: 'A', name: 'A', strong: true, cells }];
  const heights = [1000, 360].map((width) =>
    Number(/height="([\d.]+)"/.exec(yearGrid(rows, { width, title: 'Grid', legend: '' }))?.[1]),
  );
  assert.ok((heights[1] ?? 0) > (heights[0] ?? 0));
});

test('formulas become MathML without styles; names of several letters stand as one', () => {
  const markup = mathMarkup(String.raw`RCA_{rp} = \frac{x_{rp}}{X_r}`);
  assert.match(markup, /^<math/);
  assert.match(markup, /<mi>RCA<\/mi>/);
  assert.match(markup, /<mfrac>/);
  assert.doesNotMatch(markup, /style=|class=/);
});
