import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { opportunitiesSchema } from '../../../src/api/opportunities.ts';
import { productSpaceSchema } from '../../../src/api/productSpace.ts';
import { opportunities } from '../../../src/assess/opportunities/opportunities.ts';
import { productSpace } from '../../../src/assess/opportunities/productSpace.ts';
import { explain } from '../../../src/assess/trace/explain.ts';
import { parseFigureId } from '../../../src/assess/trace/figureId.ts';
import { rerun } from '../../../src/assess/trace/rerun.ts';
import { computeMeasure } from '../../../src/domain/measures/computeMeasure.ts';
import { rowsOf } from '../../../src/domain/measures/measuredTable.ts';
import { findMeasure } from '../../../src/domain/measures/registry.ts';
import { tradeColumnsOf } from '../../../src/domain/measures/tradeColumns.ts';
import { TrajectaError } from '../../../src/domain/trajectaError.ts';
import type { LiteralRow } from '../../support/literalTables.ts';
import { literalWorkspace } from '../../support/literalWorkspace.ts';

// Moscow sells all three, Tomsk two, Altai one; with a threshold of 0.01 whatever is sold is present:
//              270900  300431  880240     ubiquity 3, 2, 1
//   RU-MOW        1       1       1       φ(27,30) = 2/3, φ(27,88) = 1/3, φ(30,88) = 1/2, φ(p,p) = 1
//   RU-TOM        1       1
//   RU-ALT        1
const rows: readonly LiteralRow[] = [
  { region: 'RU-MOW', hs6: '270900', usd: 60 },
  { region: 'RU-MOW', hs6: '300431', usd: 30 },
  { region: 'RU-MOW', hs6: '880240', usd: 10 },
  { region: 'RU-TOM', hs6: '270900', usd: 20 },
  { region: 'RU-TOM', hs6: '300431', usd: 20 },
  { region: 'RU-ALT', hs6: '270900', usd: 5 },
  { region: 'RU-ALT', status: 'confidential', usd: 7 },
  { region: 'not-stated', hs6: '880240', usd: 50 },
];
const options = { territory: 'RU-ALT', digits: 6 as const, threshold: 0.01 };

async function asked(context: TestContext, more: object = {}) {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const answer = await opportunities(workspace, { ...options, ...more });
  opportunitiesSchema.parse(answer);
  return { workspace, answer, of: (product: string) => answer.data.find((one) => one.product === product) };
}

function near(value: number | null | undefined, wanted: number): void {
  assert.ok(value != null && Math.abs(value - wanted) < 1e-12, `${value} is not ${wanted}`);
}

test('density, distance and shares as by hand; confidential lines and regions not stated are in no product', async (context) => {
  const { of, answer } = await asked(context);
  // Altai has only 270900: (2/3) / (2/3 + 1 + 1/2) around 300431, (1/3) / (1/3 + 1/2 + 1) around 880240.
  near(of('300431')?.density, 4 / 13);
  near(of('880240')?.density, 2 / 11);
  near(of('880240')?.distance, 9 / 11);
  near(of('270900')?.density, 1 / (1 + 2 / 3 + 1 / 3));
  assert.deepEqual(
    answer.data
      .map((one) => [one.product, one.present, one.ubiquity, one.valueUsd, one.countryValueUsd])
      .sort(),
    [
      ['270900', true, 3, 5, 85],
      ['300431', false, 2, 0, 50],
      ['880240', false, 1, 0, 10],
    ],
  );
  // RCA of Altai in 270900: (5/5) / (85/145).
  near(of('270900')?.rca, 145 / 85);
  near(of('270900')?.shareOfCountry, 5 / 85);
  assert.equal(of('300431')?.segment, 'pharma');
  assert.equal(of('270900')?.segment, 'rest');
  assert.equal(answer.manifest.region.present, 1);
  assert.equal(answer.manifest.complexity.components, 1);
  assert.ok(answer.findings.some((one) => one.code === 'few-regions'));
});

test('complexity and outlook gain are those of the measures over the same table', async (context) => {
  const { answer } = await asked(context);
  const table = tradeColumnsOf({
    region: ['RU-MOW', 'RU-MOW', 'RU-MOW', 'RU-TOM', 'RU-TOM', 'RU-ALT'],
    product: ['270900', '300431', '880240', '270900', '300431', '270900'],
    value: [60, 30, 10, 20, 20, 5],
  });
  const rowsBy = (id: string) => {
    const definition = findMeasure(id);
    assert.ok(definition !== null);
    return computeMeasure(definition, table, { threshold: 0.01 }).flatMap(({ table: one }) => rowsOf(one));
  };
  for (const row of rowsBy('pci'))
    near(answer.data.find((one) => one.product === row.product)?.pci, row.value ?? Number.NaN);
  for (const row of rowsBy('outlook-gain'))
    if (row.region === 'RU-ALT')
      near(answer.data.find((one) => one.product === row.product)?.outlookGain, row.value ?? Number.NaN);
  near(answer.manifest.region.eci, rowsBy('eci').find((row) => row.region === 'RU-ALT')?.value ?? Number.NaN);
  assert.equal(answer.manifest.region.eciRank, 3);
});

test('every figure is explained, and computed anew in another way it is the same', async (context) => {
  const { workspace, answer } = await asked(context);
  const fields = ['valueUsd', 'countryValueUsd', 'shareOfCountry', 'rca', 'ubiquity', 'density', 'distance'];
  for (const row of answer.data)
    for (const field of [...fields, 'pci', 'outlookGain']) {
      const id = parseFigureId(`${row.id}/${field}`);
      assert.ok(id !== null);
      const { data } = await explain(workspace, answer.manifest, id);
      assert.equal(data.value, row[field as 'pci']);
      assert.equal(data.agrees, true, `${row.product} ${field}: ${data.value} ${data.recomputed}`);
    }
  assert.equal((await rerun(workspace, answer.manifest)).reproduced, true);
});

test('complexity from a table: only products that it holds have it, and its weights make the gain', async (context) => {
  const { of, answer } = await asked(context, {
    complexity: {
      file: 'world.csv',
      sha256: 'x',
      rows: [
        { product: '270900', value: -1 },
        { product: '880240', value: 2 },
      ],
    },
  });
  assert.deepEqual([of('270900')?.pci, of('300431')?.pci, of('880240')?.pci], [-1, null, 2]);
  assert.equal(of('300431')?.reason, 'no-match');
  // Nothing absent but 300431 (no weight) is near 880240: the gain is 0 less density × complexity.
  near(of('880240')?.outlookGain, -(2 / 11) * 2);
  assert.equal(answer.manifest.region.meanPci, -1);
  assert.match(answer.findings[0]?.message.en ?? '', /world\.csv: 2 of 3/);
});

test('the scope chooses rows and changes no figure; what is no region or has no data is refused', async (context) => {
  const { answer, workspace } = await asked(context);
  const narrow = await opportunities(workspace, { ...options, scope: 'high-tech' });
  const without = ({ id: _id, ...row }: { id: string }) => row;
  assert.deepEqual(
    narrow.data.map(without),
    answer.data.filter((one) => one.segment !== 'rest').map(without),
  );
  await assert.rejects(opportunities(workspace, { ...options, territory: 'RU' }), /no region/);
  await assert.rejects(opportunities(workspace, { ...options, territory: 'RU-SVE' }), TrajectaError);
  await assert.rejects(opportunities(workspace, { ...options, year: 2031 }), /2031.*2019/);
});

test('the product space: proximities by hand, the same places whatever region is looked at', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', [
    ...rows,
    ...rows.map((row) => ({ ...row, year: 2018 })),
  ]);
  const answer = await productSpace(workspace, { digits: 6, threshold: 0.01, year: 2018 });
  productSpaceSchema.parse(answer);
  assert.deepEqual(answer.manifest.years, [2018, 2019]);
  assert.equal(answer.manifest.regionYears, 6);
  assert.deepEqual(
    answer.data.map((one) => [one.product, one.ubiquity]),
    [
      ['270900', 6],
      ['300431', 4],
      ['880240', 2],
    ],
  );
  // The tree takes 2/3 and 1/2; 2/3 is over 0.55 but in the tree already.
  assert.deepEqual(
    answer.manifest.links.map((one) => [one.from, one.to, one.tree]),
    [
      [0, 1, true],
      [1, 2, true],
    ],
  );
  near(answer.manifest.links[1]?.proximity, 0.5);
  const later = await productSpace(workspace, { digits: 6, threshold: 0.01, year: 2019 });
  assert.deepEqual(later.data, answer.data);
});
