import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { measureRows } from '../../../src/domain/measures/computeMeasure.ts';
import type { MeasureOptions } from '../../../src/domain/measures/measureOptions.ts';
import { findMeasure, measures } from '../../../src/domain/measures/registry.ts';
import { type TradeRecord, tradeColumnsOfRecords } from '../../../src/domain/measures/tradeColumns.ts';

const of = (id: string, rows: readonly TradeRecord[], options: MeasureOptions = {}) =>
  measureRows(findMeasure(id) ?? assert.fail(id), tradeColumnsOfRecords(rows), options);
const close = (a: number | null | undefined, b: number, text = '') =>
  assert.ok(Math.abs((a ?? Number.NaN) - b) <= 1e-9 * Math.max(1, Math.abs(b)), `${text} ${a} ${b}`);

const row = fc.record({
  region: fc.constantFrom('A', 'B', 'C'),
  product: fc.constantFrom('8471', '8542', '3004'),
  partner: fc.constantFrom('CN', 'KZ'),
  period: fc.constantFrom('2018', '2019', '2021'),
  flow: fc.constantFrom('export', 'import'),
  value: fc.integer({ min: 1, max: 64 }),
  quantity: fc.integer({ min: 1, max: 8 }),
});
const whole: MeasureOptions = {
  characteristic: new Map([
    ['A', 3],
    ['B', 5],
    ['C', 4],
  ]),
  population: new Map([
    ['A', 3],
    ['B', 2],
    ['C', 1],
  ]),
  pci: new Map([
    ['8471', 1],
    ['3004', -1],
  ]),
};
/** Values in the unit of the table. */
const inItsUnit = /^(change-decomposition|constant-market-share|unit-value|hummels-klenow.*)$/;

test('no measure minds the unit, the order of rows, or a row split in two', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 6, maxLength: 30 }),
      fc.constantFrom(...measures),
      fc.integer({ min: 1, max: 30 }),
      (table, measure, seed) => {
        const ends = ['2018', '2021'].map((period) => ({ ...(table[0] as (typeof table)[0]), period }));
        const rows = [...ends, ...table];
        const plain = of(measure.id, rows, whole);
        const same = (other: typeof plain, text: string) => {
          assert.equal(other.length, plain.length);
          other.forEach((one, place) => {
            assert.equal(one.reason, plain[place]?.reason, `${measure.id} ${text}`);
            if (one.value === null) return;
            const expected = plain[place]?.value ?? Number.NaN;
            assert.ok(
              Math.abs(one.value - expected) <= 1e-6 * Math.max(1, Math.abs(expected)),
              `${measure.id} ${text}: ${one.value} ${expected}`,
            );
          });
        };
        same(
          of(
            measure.id,
            [...rows].sort((a, b) => ((a.value * seed) % 11) - ((b.value * seed) % 11)),
            whole,
          ),
          'order',
        );
        const halves = rows.flatMap((one) => [
          { ...one, value: one.value / 4, quantity: one.quantity / 4 },
          { ...one, value: (one.value * 3) / 4, quantity: (one.quantity * 3) / 4 },
        ]);
        same(of(measure.id, halves, whole), 'split');
        if (inItsUnit.test(measure.id)) return;
        same(
          of(
            measure.id,
            rows.map((one) => ({ ...one, value: one.value * 1024 })),
            whole,
          ),
          'unit',
        );
      },
    ),
    { numRuns: 1200 },
  );
});

test('parts sum: change by margins, constant market shares, Lafay, contributions, Theil by groups', () => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 4, maxLength: 30 }), (table) => {
      const ends = ['2018', '2021'].map((period) => ({
        ...(table[0] as (typeof table)[0]),
        period,
        flow: 'export',
      }));
      const rows = [...ends, ...table];
      const total = (region: string, period: string) =>
        rows
          .filter((one) => one.region === region && one.period === period && one.flow === 'export')
          .reduce((sum, one) => sum + one.value, 0);
      const parts = (id: string, region: string, options: MeasureOptions = {}) =>
        of(id, rows, options).filter((one) => one.region === region);
      for (const region of new Set(rows.map((one) => one.region))) {
        const change = total(region, '2021') - total(region, '2018');
        for (const over of ['product', 'partner', 'product-partner'] as const) {
          const terms = new Map(
            parts('change-decomposition', region, { over }).map((one) => [one.term, one.value]),
          );
          close(terms.get('change'), change, 'change');
          close(
            (terms.get('intensive') ?? 0) + (terms.get('entry') ?? 0) + (terms.get('exit') ?? 0),
            change,
            'margins',
          );
        }
        for (const reference of ['all', 'others'])
          for (const order of ['product-first', 'market-first', 'mean']) {
            const terms = parts('constant-market-share', region, { reference }).filter(
              (one) => one.order === order,
            );
            const sum = terms
              .filter((one) => one.term !== 'change')
              .reduce((all, one) => all + (one.value ?? 0), 0);
            close(sum, change, `constant market share ${reference} ${order}`);
          }
        const contributions = parts('contribution-to-growth', region);
        if (total(region, '2018') > 0)
          close(
            contributions.reduce((sum, one) => sum + (one.value ?? 0), 0),
            change / total(region, '2018'),
            'contributions',
          );
        const lafay = parts('lafay', region, { period: '2021' });
        assert.ok(Math.abs(lafay.reduce((sum, one) => sum + (one.value ?? 0), 0)) < 1e-9);
        const theil = (id: string) => parts(id, region, { groupDigits: 1, period: '2021' })[0]?.value ?? 0;
        close(
          theil('theil-between-groups') + theil('theil-within-groups'),
          theil('theil'),
          'Theil by groups',
        );
        close(theil('theil-between') + theil('theil-within'), theil('theil'), 'Theil');
        const related = theil('related-variety') + theil('unrelated-variety');
        close(related, theil('entropy'), 'variety');
        const mean = new Map(
          parts('hummels-klenow-mean', region, { period: '2021' }).map((one) => [one.term, one.value]),
        );
        if (mean.get('share') != null)
          close(
            (mean.get('extensive') ?? 0) * (mean.get('intensive') ?? 0),
            mean.get('share') ?? 0,
            'EM × IM',
          );
      }
    }),
    { numRuns: 60 },
  );
});

const trade = (lines: string): TradeRecord[] =>
  lines
    .trim()
    .split('\n')
    .map((line) => {
      const [region = '', product = '', partner = '', period = '', flow = '', value = '', quantity = ''] =
        line.trim().split(' ');
      return { region, product, partner, period, flow, value: Number(value), quantity: Number(quantity) };
    });

test('by hand: references, Vollrath, markets, prices', () => {
  const rows = trade(`
    A x CN 2020 export 30 3
    A y CN 2020 export 10 5
    B x KZ 2020 export 10 2
    B y CN 2020 export 20 5
    W x CN 2020 export 100 10
    W y CN 2020 export 300 100
    A x CN 2020 import 5 1
    A y CN 2020 import 15 1
    B x CN 2020 import 10 1
    B y CN 2020 import 10 1`);
  const cell = (found: ReturnType<typeof of>, region: string, more: Record<string, string>) =>
    found.find(
      (one) =>
        one.region === region && Object.entries(more).every(([name, value]) => one[name as 'term'] === value),
    )?.value;
  const options = { period: '2020' };
  // Against W: (30/40) / (100/400); against the others than A, B and W: (30/40) / (110/430).
  close(cell(of('rca', rows, { ...options, reference: 'W' }), 'A', { product: 'x' }), 3);
  close(
    cell(of('rca', rows, { ...options, reference: 'others' }), 'A', { product: 'x' }),
    0.75 / (110 / 430),
  );
  // Base y only: 30 of x over 10 of y, against 100 over 300.
  close(
    cell(of('rca', rows, { ...options, reference: 'W', base: ['y'] }), 'A', { product: 'x' }),
    3 / (1 / 3),
  );
  // RXA of A in x: (30 / 10) / ((110) / (430 − 110)).
  close(cell(of('rxa', rows, options), 'A', { product: 'x' }), 3 / (110 / 320));
  // RMA of A in x: (5 / 15) / (10 / 10).
  close(cell(of('rma', rows, options), 'A', { product: 'x' }), 1 / 3);
  close(cell(of('rta', rows, options), 'A', { product: 'x' }), 3 / (110 / 320) - 1 / 3);
  // A's exports 3/4, 1/4; B's imports 1/2, 1/2: 1 − (1/4 + 1/4) / 2.
  close(cell(of('complementarity', rows, options), 'A', { 'other-region': 'B' }), 0.75);
  // B sells a third to KZ; all sell 10 of 470 there.
  close(cell(of('trade-intensity', rows, options), 'B', { partner: 'KZ' }), 1 / 3 / (10 / 470));
  // Pairs that anyone reaches: x CN, x KZ, y CN; A reaches two of them, B two.
  close(cell(of('market-penetration', rows, options), 'A', {}), 2 / 3);
  close(cell(of('unit-value', rows, options), 'A', { product: 'x' }), 10);
  // W: 10 of x.
  close(cell(of('relative-unit-value', rows, { ...options, reference: 'W' }), 'B', { product: 'x' }), 0.5);
  // Hummels–Klenow against W: A sells both products, B too; A's share 40 of 400.
  close(cell(of('hummels-klenow', rows, { ...options, reference: 'W' }), 'A', { term: 'intensive' }), 0.1);
  // In KZ the reference W sells nothing.
  assert.equal(
    of('hummels-klenow-by-market', rows, { ...options, reference: 'W' }).find(
      (one) => one.region === 'B' && one.partner === 'KZ',
    )?.reason,
    'reference-base-zero',
  );
  // T of group x with base all against W equals RCA.
  close(
    cell(of('trajectory-index', rows, { ...options, reference: 'W', groupDigits: 1 }), 'A', { group: 'x' }),
    3,
  );
});

test('by hand: price indices over two links, survival, log-linear growth with a gap', () => {
  const rows = trade(`
    A x CN 2018 export 10 10
    A x CN 2019 export 30 15
    A x CN 2021 export 80 20
    A y CN 2019 export 10 5
    A y CN 2021 export 10 5`);
  const terms = (id: string, options: MeasureOptions = {}) =>
    new Map(of(id, rows, options).map((one) => [one.term, one.value]));
  close(terms('unit-value-index').get('fisher'), 4);
  close(terms('value-index').get('value'), 8);
  close(terms('volume-index').get('volume'), 2);
  close(terms('unit-value-index').get('coverage'), 80 / 90);
  // Links: 2018–2019 price of x 2; 2019–2021 Laspeyres (4·15 + 2·5) / 40 = 1.75.
  close(terms('unit-value-index', { chained: true }).get('laspeyres'), 3.5);
  const survival = of('survival', rows).map((one) => one.value ?? one.reason);
  // y began in 2019 and 2020 is a gap: a spell of one year that ended, one that still runs; S(1) = 1 − 1/2 … x ran in the first year.
  assert.deepEqual(survival.slice(0, 1), [1 - 1 / 3]);
  const growth = new Map(of('log-linear-growth', rows).map((one) => [one.term, one.value]));
  // ln 10, ln 40, ln 90 in 2018, 2019, 2021: slope Σ(t − t̄)(y − ȳ) / Σ(t − t̄)², t̄ = 2019⅓, Σ = 14/3.
  const y = [Math.log(10), Math.log(40), Math.log(90)];
  const slope =
    (-(4 / 3) * (y[0] as number) - (1 / 3) * (y[1] as number) + (5 / 3) * (y[2] as number)) / (14 / 3);
  close(growth.get('slope'), slope);
  close(growth.get('years'), 3);
});
