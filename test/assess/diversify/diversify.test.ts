import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Diversification, diversificationSchema } from '../../../src/api/diversification.ts';
import { answerOf, close } from './literalExports.ts';

test('the change in three parts by product, market and pair, by hand', async (context) => {
  const { answer, of } = await answerOf(context);
  diversificationSchema.parse(answer);
  assert.deepEqual(
    [of('all', 'value', '2018'), of('all', 'value', '2019'), of('all', 'change')],
    [20, 40, 20],
  );
  const parts = (by: string) =>
    ['intensive', 'entry', 'exit', 'continuing', 'entered', 'exited'].map((measure) => of(by, measure));
  assert.deepEqual(parts('product'), [10, 20, -10, 1, 1, 2]); // 300431 10 → 20; 270900; 880240 and 710239
  assert.deepEqual(parts('market'), [20, 4, -4, 1, 1, 1]); // DE 16 → 36; CN; KZ
  assert.deepEqual(parts('product-market'), [6, 24, -10, 1, 2, 2]);
  close(of('product', 'survivedShare'), 1 / 3);
  const entry = answer.data.find((one) => one.by === 'product-market' && one.measure === 'entry');
  assert.deepEqual(
    entry?.items.map((one) => [one.product, one.market, one.valueUsd]),
    [
      ['270900', 'DE', 20],
      ['300431', 'CN', 4],
    ],
  );
});

test('by product alone: the same figures of products, nothing of markets and pairs', async (context) => {
  const { answer: all } = await answerOf(context);
  const { answer, of } = await answerOf(context, { by: 'product' });
  const plain = (rows: Diversification['data']) => rows.map(({ id: _id, ...row }) => row);
  const ofProducts = all.data.filter(
    (one) => (one.by === 'product' || one.by === 'all') && one.aspect !== 'market-share',
  );
  assert.deepEqual(plain(answer.data.filter((one) => one.aspect !== 'market-share')), plain(ofProducts));
  assert.ok(answer.data.every((one) => one.by === 'product' || one.by === 'all'));
  // Market shares are those of products then; their parts sum to the change of exports, from 20 to 40.
  close(
    ['World', 'Product'].reduce((sum, part) => sum + (of('product', `shareChange${part}`) ?? 0), 0) +
      (of('product', 'competitiveness') ?? 0) +
      (of('product', 'newCells') ?? 0),
    20,
  );
  assert.ok(!answer.findings.some((one) => one.code === 'no-partners'));
});

test('Hummels–Klenow with the country less the region, sole supply apart, by hand', async (context) => {
  const { of } = await answerOf(context);
  close(of('product', 'extensiveMargin', '2018'), 40 / 100); // 300431 and 880240 of the others' 100
  close(of('product', 'intensiveMargin', '2018'), 16 / 40);
  assert.equal(of('product', 'soleSupply', '2018'), 4);
  close(of('product', 'extensiveMargin', '2019'), 120 / 140);
  close(of('product', 'intensiveMargin', '2019'), 40 / 120);
});

test('Hummels–Klenow in the mean over markets, Sato–Vartia weights, by hand', async (context) => {
  const { of } = await answerOf(context);
  // 2018: Germany alone counts (to Kazakhstan nobody else sells): 20 of 80, 10 of 20.
  close(of('product-market', 'extensiveMarginMean', '2018'), 20 / 80);
  close(of('product-market', 'intensiveMarginMean', '2018'), 10 / 20);
  // 2019: Germany 36 of 110, China 4 of 10; of Tomsk's 40 they are 36 and 4, of the others' 140 they are 110 and 10.
  const weight = (own: number, other: number) => (own - other) / Math.log(own / other);
  const [germany, china] = [weight(36 / 40, 110 / 140), weight(4 / 40, 10 / 140)];
  close(of('product-market', 'extensiveMarginMean', '2019'), 1);
  close(
    of('product-market', 'intensiveMarginMean', '2019'),
    Math.exp((germany * Math.log(36 / 110) + china * Math.log(4 / 10)) / (germany + china)),
  );
});

test('against a table of the world: margins, Krugman and constant market shares, the country too', async (context) => {
  const cells: readonly (readonly [string, string, number, number])[] = [
    ['300431', 'DE', 100, 150],
    ['270900', 'DE', 300, 330],
    ['880240', 'DE', 50, 60],
    ['300431', 'CN', 50, 40],
  ];
  const world = {
    file: 'world.csv',
    sha256: '',
    rows: cells.flatMap(([product, market, first, last]) => [
      { product, market, year: 2018, value: first },
      { product, market, year: 2019, value: last },
    ]),
  };
  const { of } = await answerOf(context, { world, reference: 'world' });
  close(of('product', 'extensiveMargin', '2018'), 200 / 500); // 300431 and 880240 of all
  close(of('product', 'intensiveMargin', '2018'), 16 / 200);
  assert.equal(of('product', 'soleSupply', '2018'), 4);
  // By hand over the cells that the world buys (710239 → KZ it does not: −4 there is a new cell).
  const growth = 580 / 500 - 1;
  close(of('product-market', 'shareChangeWorld'), growth * (10 + 6));
  assert.equal(of('product-market', 'newCells'), -4);
  const products = (190 / 150 - 1 - growth) * 10 + (60 / 50 - 1 - growth) * 6;
  close(of('product-market', 'shareChangeProductFirst'), products);
  close(of('product-market', 'shareChangeMarketSecond'), (150 / 100 - 190 / 150) * 10);
  const terms = [
    'shareChangeWorld',
    'shareChangeProduct',
    'shareChangeMarket',
    'competitiveness',
    'newCells',
  ];
  close(
    terms.reduce((sum, name) => sum + (of('product-market', name) ?? 0), 0),
    20,
  );
  const country = await answerOf(context, { world, reference: 'world', territory: 'RU' });
  close(country.of('product', 'intensiveMargin', '2019'), 180 / 580);
  const still = { ...world, rows: world.rows.map(({ year: _year, ...row }) => row) };
  const timeless = await answerOf(context, { world: still, reference: 'world' });
  assert.equal(timeless.of('product-market', 'competitiveness'), null);
  assert.ok(timeless.answer.findings.some((one) => one.code === 'world-without-years'));
  await assert.rejects(answerOf(context, { reference: 'world' }), /--world/);
});

test('concentration, variety and Krugman by hand', async (context) => {
  const { of } = await answerOf(context);
  close(of('product', 'hhi', '2018'), 0.5 ** 2 + 0.3 ** 2 + 0.2 ** 2);
  close(of('product', 'equivalentNumber', '2019'), 2);
  close(of('product', 'entropy', '2019'), Math.log(2));
  close(of('product', 'unrelatedVariety', '2019'), Math.log(2));
  close(of('product', 'theilWithin', '2019'), 0);
  close(of('market', 'hhi', '2019'), 0.9 ** 2 + 0.1 ** 2);
  // Shares of Tomsk in 2019: ½, ½; of the others: 300431 40, 880240 20, 270900 80 of 140.
  close(of('product', 'krugman', '2019'), Math.abs(0.5 - 40 / 140) + 20 / 140 + Math.abs(0.5 - 80 / 140));
});

test('the third aspect: demand of the rest of the country, or of a table', async (context) => {
  const plain = await answerOf(context);
  close(
    plain.of('product', 'demandCoverage', '2019'),
    Math.exp(-(0.5 * Math.log(0.5 / (40 / 140)) + 0.5 * Math.log(0.5 / (80 / 140)))),
  );
  const world = {
    file: 'world.csv',
    sha256: '',
    rows: [
      { product: '270900', market: 'DE', value: 300 },
      { product: '300431', market: 'CN', value: 100 },
    ],
  };
  const { of, answer } = await answerOf(context, { world });
  // Shares ½ and ½ against ¾ and ¼.
  close(of('product', 'demandCoverage', '2019'), Math.sqrt(0.75));
  close(of('product', 'demandReached', '2019'), 400 * Math.sqrt(0.75));
  close(of('product', 'demandCoverage', '2018'), 0.25);
  assert.equal(of('product', 'outsideDemand', '2018'), 10);
  close(
    of('product-market', 'demandCoverage', '2019'),
    Math.exp(-((20 / 24) * Math.log(20 / 24 / 0.75) + (4 / 24) * Math.log(4 / 24 / 0.25))),
  );
  assert.ok(answer.findings.some((one) => one.code === 'world-table'));
});

test('constant market shares sum to the change in both orders', async (context) => {
  const { of } = await answerOf(context);
  const terms = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + (of('product-market', name) ?? 0), 0);
  const rest = ['shareChangeWorld', 'competitiveness', 'newCells'];
  close(terms(['shareChangeProduct', 'shareChangeMarket', ...rest]), 20);
  close(terms(['shareChangeProductFirst', 'shareChangeMarketSecond', ...rest]), 20);
  close(terms(['shareChangeMarketFirst', 'shareChangeProductSecond', ...rest]), 20);
  // 880240 → DE and 710239 → KZ are sold by nobody else in 2018: −6 and −4.
  assert.equal(of('product-market', 'newCells'), -10);
});

test('a threshold of activity: what lies below it is a part of its own', async (context) => {
  const { of } = await answerOf(context, { activeAbove: 5 });
  assert.deepEqual(
    ['intensive', 'entry', 'exit', 'belowThreshold'].map((measure) => of('product-market', measure)),
    [6, 20, -6, 0], // CN 4 appears below, KZ 4 disappears below
  );
  assert.equal(of('product-market', 'exited'), 1);
});

test('parts sum to the change, Theil to its parts, margins to the share, for any trade', async (context) => {
  const codes = ['300431', '880240', '854231', '270900', '710239', '080262'];
  const markets = ['DE', 'CN', 'IN'];
  const cell = fc.record({
    region: fc.constantFrom('RU-TOM', 'RU-KLU'),
    hs6: fc.constantFrom(...codes),
    partner: fc.constantFrom(...markets),
    year: fc.constantFrom(2018, 2019),
    usd: fc.integer({ min: 1, max: 1000 }),
  });
  for (const sample of fc.sample(fc.array(cell, { minLength: 8, maxLength: 40 }), { numRuns: 6, seed: 11 })) {
    const ends = [2018, 2019].map((year) => ({
      region: 'RU-TOM',
      hs6: '270900',
      partner: 'DE',
      year,
      usd: 3,
    }));
    const given = [...ends, ...sample];
    const { of } = await answerOf(context, {}, given);
    const change = of('all', 'change') ?? 0;
    for (const by of ['product', 'market', 'product-market'])
      close((of(by, 'intensive') ?? 0) + (of(by, 'entry') ?? 0) + (of(by, 'exit') ?? 0), change);
    close(
      (of('product', 'theilBetween', '2019') ?? 0) + (of('product', 'theilWithin', '2019') ?? 0),
      of('product', 'theil', '2019') ?? 0,
    );
    close(
      (of('product', 'relatedVariety', '2019') ?? 0) + (of('product', 'unrelatedVariety', '2019') ?? 0),
      of('product', 'entropy', '2019') ?? 0,
    );
    const coverage = of('market', 'demandCoverage', '2019');
    assert.ok(coverage === null || (coverage > 0 && coverage <= 1));
  }
});
