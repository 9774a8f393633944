import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import {
  type Diversification,
  type DiversificationOptions,
  diversificationSchema,
} from '../../../src/api/diversification.ts';
import { diversify } from '../../../src/assess/diversify/diversify.ts';
import { explain } from '../../../src/assess/trace/explain.ts';
import { parseFigureId } from '../../../src/assess/trace/figureId.ts';
import { rerun } from '../../../src/assess/trace/rerun.ts';
import { TrajectaError } from '../../../src/domain/trajectaError.ts';
import type { LiteralRow } from '../../support/literalTables.ts';
import { literalWorkspace } from '../../support/literalWorkspace.ts';

// Tomsk, in dollars, product → market:        2018   2019   and the rest of the country, 2018 and 2019:
//   300431 → DE   (continues, grows)            10     16       300431 → DE  20  30
//   300431 → CN   (a new market of it)           0      4       300431 → CN  10  10
//   880240 → DE   (given up)                     6      0       880240 → IN  10  20
//   270900 → DE   (new product)                  0     20       270900 → DE  60  80
//   710239 → KZ   (nobody else sells it)         4      0
const rows: readonly LiteralRow[] = [
  ['RU-TOM', '300431', 'DE', 10, 16],
  ['RU-TOM', '300431', 'CN', 0, 4],
  ['RU-TOM', '880240', 'DE', 6, 0],
  ['RU-TOM', '270900', 'DE', 0, 20],
  ['RU-TOM', '710239', 'KZ', 4, 0],
  ['RU-MOW', '300431', 'DE', 20, 30],
  ['RU-MOW', '300431', 'CN', 10, 10],
  ['RU-MOW', '880240', 'IN', 10, 20],
  ['RU-MOW', '270900', 'DE', 60, 80],
].flatMap(([region, hs6, partner, first, last]): LiteralRow[] =>
  [
    { year: 2018, usd: Number(first) },
    { year: 2019, usd: Number(last) },
  ]
    .filter((one) => one.usd > 0)
    .map((one) => ({ region: String(region), hs6: String(hs6), partner: String(partner), ...one })),
);

async function answerOf(
  context: TestContext,
  options: Partial<DiversificationOptions> = {},
  given: readonly LiteralRow[] = rows,
) {
  const workspace = await literalWorkspace(context, 'RU', given);
  const answer = await diversify(workspace, { territory: 'RU-TOM', from: 2018, to: 2019, ...options });
  return { workspace, answer, of: valueIn(answer) };
}

function valueIn(answer: Diversification) {
  return (by: string, measure: string, period = '2018..2019') => {
    const found = answer.data.find(
      (one) => one.by === by && one.measure === measure && one.period === period,
    );
    assert.ok(found !== undefined, `${by} ${measure} ${period}`);
    return found.value;
  };
}

const close = (actual: number | null, expected: number) =>
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) < 1e-12, `${actual} is not ${expected}`);

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

test('all territories of a level in one answer, each as it is asked alone', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const span = { from: 2018, to: 2019 };
  const all = await diversify(workspace, span);
  diversificationSchema.parse(all);
  assert.deepEqual([...new Set(all.data.map((one) => one.territory))].sort(), ['RU-MOW', 'RU-TOM']);
  for (const territory of ['RU-TOM', 'RU-MOW']) {
    const alone = await diversify(workspace, { ...span, territory });
    const plain = (data: Diversification['data']) => data.map(({ id: _id, ...one }) => one);
    assert.deepEqual(plain(all.data.filter((one) => one.territory === territory)), plain(alone.data));
  }
  const districts = await diversify(workspace, { ...span, level: 'district' });
  assert.equal(new Set(districts.data.map((one) => one.territory)).size, 2);
  const id = parseFigureId(all.data.find((one) => one.measure === 'entry')?.id ?? '');
  assert.ok(id !== null);
  assert.equal((await explain(workspace, all.manifest, id)).data.agrees, true);
  assert.equal((await rerun(workspace, all.manifest)).reproduced, true);
  await assert.rejects(
    diversify(workspace, { ...span, territory: 'RU-TOM', level: 'region' }),
    /one of the two/,
  );
});

test('a list with national lines counts them by their text', async (context) => {
  const line = (year: number, text: string, usd: number): LiteralRow => ({
    region: 'RU-TOM',
    hs6: text.slice(0, 6),
    line: text,
    usd,
    year,
    partner: 'DE',
  });
  const given = [
    line(2018, '8542311000', 5),
    line(2019, '8542311000', 9),
    line(2019, '8542319000', 100),
    line(2018, '3004310000', 7),
    line(2019, '3004310000', 3),
    line(2019, '3004390001', 2),
    line(2019, '3004390009', 50),
  ];
  const workspace = await literalWorkspace(context, 'RU', given);
  // Of 854231 one line; 300431 whole; 300439 less one line.
  const system = {
    id: 'lines',
    name: { ru: '', en: '' },
    source: '',
    date: '',
    segments: [
      {
        id: 'mine',
        name: { ru: 'мой', en: 'mine' },
        groups: [],
        codes: ['HS:8542311000', 'HS:300431', 'HS:300439', '-HS:3004390009'],
      },
    ],
  };
  const answer = await diversify(
    workspace,
    { territory: 'RU-TOM', from: 2018, to: 2019, scope: 'mine' },
    { segments: system as never },
  );
  const of = valueIn(answer);
  assert.deepEqual([of('all', 'value', '2018'), of('all', 'value', '2019')], [12, 14]);
  assert.deepEqual(
    ['intensive', 'entry', 'exit'].map((measure) => of('product', measure)),
    [0, 2, 0],
  );
  assert.ok(answer.findings.some((one) => one.code === 'national-lines'));
});

test('figures held against the other regions are explained with their rows too', async (context) => {
  const { workspace, answer } = await answerOf(context);
  const id = (by: string, measure: string, period: string) => {
    const found = answer.data.find(
      (one) => one.by === by && one.measure === measure && one.period === period,
    );
    return parseFigureId(found?.id ?? '') as NonNullable<ReturnType<typeof parseFigureId>>;
  };
  const krugman = await explain(workspace, answer.manifest, id('product', 'krugman', '2019'));
  assert.deepEqual(
    krugman.data.operands.map((one) => [one.symbol, one.valueUsd]),
    [
      ['X(2019)', 40],
      ['W(2019)', 140],
    ],
  );
  const share = await explain(
    workspace,
    answer.manifest,
    id('product-market', 'competitiveness', '2018..2019'),
  );
  assert.deepEqual(
    share.data.operands.map((one) => [one.symbol, one.valueUsd]),
    [
      ['X(2018)', 20],
      ['X(2019)', 40],
      ['W(2018)', 100],
      ['W(2019)', 140],
    ],
  );
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

test('a source without partners: the part by product, and why the rest is missing', async (context) => {
  const { of, answer } = await answerOf(
    context,
    {},
    rows.map(({ partner: _partner, ...row }) => row),
  );
  assert.equal(of('product', 'entry'), 20);
  assert.equal(of('market', 'intensive'), null);
  assert.equal(answer.data.find((one) => one.by === 'market')?.reason, 'no-partners');
  assert.ok(answer.findings.some((one) => one.code === 'no-partners'));
  assert.equal(
    answer.data.some((one) => one.measure === 'shareChangeMarket'),
    false,
  );
});

// HS2012 390760 became 390761 and 390769 in HS2017 (a split); 690710, 690790 and others became 690721 … 690740 (many
// to many); 401192 and 401162 went into 401170 and 401180, which the one-to-one table takes back to other codes (two
// made one); 854231 stays. Nothing real changes: each region exports the same goods under the codes of the day.
const edition = (year: number, hs6: string, usd: number, region = 'RU-TOM'): LiteralRow => ({
  region,
  hs6,
  usd,
  year,
  edition: year < 2017 ? 'HS2012' : 'HS2017',
  partner: 'DE',
});
const recoded: readonly LiteralRow[] = [
  edition(2016, '390760', 10),
  edition(2017, '390761', 6),
  edition(2017, '390769', 4),
  edition(2016, '690710', 5),
  edition(2017, '690721', 5),
  edition(2016, '401192', 3),
  edition(2017, '401170', 3),
  edition(2016, '401162', 7),
  edition(2017, '401180', 7),
  edition(2016, '854231', 8),
  edition(2017, '854231', 8),
  edition(2016, '270900', 50, 'RU-MOW'),
  edition(2017, '270900', 50, 'RU-MOW'),
];

test('codes that split or are made one between HS2012 and HS2017 are no entry and no exit', async (context) => {
  for (const options of [
    {},
    { inEdition: 'HS2012' },
    { inEdition: 'HS2022' },
    { digits: 4 },
    { digits: 2 },
  ] as const) {
    const { of } = await answerOf(context, { from: 2016, to: 2017, ...options }, recoded);
    for (const by of ['product', 'market', 'product-market'])
      for (const measure of ['entry', 'exit', 'intensive', 'entered', 'exited'])
        close(of(by, measure, '2016..2017'), 0);
    for (const measure of ['hhi', 'theil', 'entropy'])
      close(of('product', measure, '2017'), of('product', measure, '2016') ?? Number.NaN);
  }
});

test('within high technology, too, a split is no entry: the list is read in the earlier edition', async (context) => {
  // 852580 (cameras) of HS2017 became 852581 … 852589 in HS2022.
  const cameras = [2021, 2022].flatMap((year): LiteralRow[] => {
    const at = { region: 'RU-TOM', year, edition: year === 2021 ? 'HS2017' : 'HS2022' };
    return year === 2021
      ? [{ ...at, hs6: '852580', usd: 9 }]
      : [
          { ...at, hs6: '852581', usd: 4 },
          { ...at, hs6: '852589', usd: 5 },
        ];
  });
  const { of } = await answerOf(context, { from: 2021, to: 2022, scope: 'electronics_telecom' }, cameras);
  assert.deepEqual(
    ['intensive', 'entry', 'exit', 'continuing'].map((measure) => of('product', measure, '2021..2022')),
    [0, 0, 0, 1],
  );
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

test('the country has no other regions to be held against; a district is as in the last year', async (context) => {
  const { of, answer } = await answerOf(context, { territory: 'RU' });
  assert.equal(of('product', 'krugman', '2019'), null);
  assert.equal(of('all', 'value', '2019'), 180);
  assert.equal(
    answer.data.some((one) => one.measure === 'competitiveness'),
    false,
  );
  const district = await answerOf(context, { territory: 'RU-D1' });
  assert.equal(district.of('all', 'value', '2019'), 140);
});

test('survival of new relations, by hand', async (context) => {
  // Seven years. a: always (left out: no one knows since when); b: 2013–2014; c: 2014 only; d: from 2015 on.
  const active: Readonly<Record<string, readonly number[]>> = {
    '300431': [2012, 2013, 2014, 2015, 2016, 2017, 2018],
    '880240': [2013, 2014],
    '854231': [2014],
    '710239': [2015, 2016, 2017, 2018],
  };
  const given = Object.entries(active).flatMap(([hs6, years]) =>
    years.map(
      (year): LiteralRow => ({
        region: 'RU-TOM',
        hs6,
        usd: 1,
        year,
        edition: year < 2017 ? 'HS2012' : 'HS2017',
      }),
    ),
  );
  const { of } = await answerOf(context, { from: 2012, to: 2018 }, given);
  close(of('product', 'survival1', '2012..2018'), 2 / 3); // c of three
  close(of('product', 'survival3', '2012..2018'), 1 / 3); // then b of two
});

test('each figure is explained from rows of the detail, and the run is made again', async (context) => {
  const { workspace, answer } = await answerOf(context);
  for (const one of answer.data) {
    const id = parseFigureId(one.id);
    assert.ok(id !== null, one.id);
    const { data } = await explain(workspace, answer.manifest, id, { rows: 3 });
    assert.equal(data.value, one.value);
    assert.equal(data.agrees, true, one.id);
    assert.notEqual(data.formula, '');
    assert.ok(data.operands.length > 0 && (data.operands[0]?.rows.length ?? 0) > 0, one.id);
  }
  assert.equal((await rerun(workspace, answer.manifest)).reproduced, true);
});

test('refusals name what is accepted', async (context) => {
  const refused = (options: Partial<DiversificationOptions>, pattern: RegExp) =>
    assert.rejects(
      answerOf(context, options),
      (error: unknown) => error instanceof TrajectaError && pattern.test(error.text.en),
    );
  await refused({ scope: 'pharmacy' }, /pharma/);
  await refused({ from: 2019, to: 2018 }, /not before/);
  await refused({ from: 2010 }, /2018, 2019/);
  await refused({ territory: 'Atlantis' }, /no territory/);
  await refused({ territory: 'RU-KLU' }, /no exports/);
});
