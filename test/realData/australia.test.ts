import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { diversify } from '../../src/assess/diversify/diversify.ts';
import { trajectory } from '../../src/assess/trajectory/trajectory.ts';
import { uncertainty } from '../../src/assess/uncertainty/uncertainty.ts';
import { packageRoot } from '../../src/classifications/dataFile.ts';
import { resampleCounts } from '../../src/domain/resampleCounts.ts';
import { seededRandom } from '../../src/domain/seededRandom.ts';
import { importTable } from '../../src/sources/table/importTable.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { csvOf, plainRows } from '../support/plainRows.ts';
import { sharedData, withoutSharedData } from '../support/sharedData.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

// Australia's exports by state and eight-digit line, 2017 to 2021 (all HS2017): every figure is added up here from the
// rows of the file by plain loops, with the UN's own table for what is pharmacy.

interface Row {
  readonly year: number;
  readonly region: string;
  readonly ahecc_8: string;
  readonly value_aud: number;
}
const states: Readonly<Record<string, string>> = {
  NSW: 'AU-NSW',
  Vic: 'AU-VIC',
  Qld: 'AU-QLD',
  SA: 'AU-SA',
  WA: 'AU-WA',
  Tas: 'AU-TAS',
  NT: 'AU-NT',
  ACT: 'AU-ACT',
};
const map = join(packageRoot(), 'examples', 'australia', 'mapping.json');
const rates = (JSON.parse(readFileSync(map, 'utf8')) as { currency: { usdPerUnit: Record<string, number> } })
  .currency.usdPerUnit;

async function australia(context: TestContext) {
  const rows = await plainRows<Row>(
    sharedData('au-states-exports', 'au_state_exports_1988_2023_long.parquet'),
    'year, region, ahecc_8, value_aud',
    'year BETWEEN 2017 AND 2021',
  );
  const folder = await temporaryFolder(context);
  const file = join(folder, 'states.csv');
  writeFileSync(file, csvOf(rows as never));
  const workspace = await openWorkspace(await imported(folder, file));
  context.after(() => workspace.close());
  const usd = (row: Row) => row.value_aud * (rates[row.year] ?? Number.NaN);
  // Re-exports stand apart and are left out.
  const own = rows.filter((row) => row.region !== 'RX').map((row) => ({ ...row, usd: usd(row) }));
  return { workspace, rows: own };
}

async function imported(folder: string, file: string): Promise<string> {
  const workspace = join(folder, 'workspace');
  await importTable(workspace, file, { map });
  return workspace;
}

const near = (actual: number | null | undefined, expected: number, what: string) =>
  assert.ok(
    actual != null && Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)),
    `${what}: ${actual} is not ${expected}`,
  );
const sum = (rows: readonly { readonly usd: number }[]) => rows.reduce((total, row) => total + row.usd, 0);

/** Six-digit codes that the UN converts to a leaf of SITC Rev.4 that begins as one of these. */
function converted(beginnings: readonly string[]): ReadonlySet<string> {
  const lines = readFileSync(sharedData('concordance', 'hs5_sitc4.csv'), 'utf8').split('\n');
  const cells = lines.map((line) => line.replaceAll('"', '').split(','));
  return new Set(
    cells
      .filter(([, , , leaf = '']) => beginnings.some((beginning) => leaf.startsWith(beginning)))
      .map(([hs6 = '']) => hs6),
  );
}

test('trajectory of pharmacy: index, shares and direction of every state', {
  skip: withoutSharedData,
}, async (context) => {
  const { workspace, rows } = await australia(context);
  const pharmacy = converted(['5413', '5415', '5416', '5421', '5422']);
  const inPharmacy = (row: Row) => pharmacy.has(row.ahecc_8.slice(0, 6));
  const answer = await trajectory(workspace, { alignment: 'un-conversion' });
  for (const [name, id] of Object.entries(states)) {
    const path = answer.data.find((one) => one.segment === 'pharma' && one.territory === id);
    const logs: (readonly [number, number])[] = [];
    for (const year of [2017, 2018, 2019, 2020, 2021]) {
      const all = rows.filter((row) => row.year === year);
      const mine = all.filter((row) => row.region === name);
      const [x, whole] = [sum(mine.filter(inPharmacy)), sum(all.filter(inPharmacy))];
      const point = path?.points.find((one) => one.year === year);
      assert.ok(point !== undefined, `${id} ${year}`);
      near(point.segmentValueUsd, x, `${id} ${year} value`);
      near(point.shareOfCountrySegment, x / whole, `${id} ${year} share`);
      const index = x / sum(mine) / (whole / sum(all));
      near(point.trajectoryIndex, index, `${id} ${year} index`);
      if (index > 0) logs.push([year, Math.log(index)]);
    }
    const direction = path?.directions.find((one) => one.measure === 'trajectoryIndex');
    if (logs.length < 5) {
      assert.equal(direction?.reason, 'too-few-years', id);
      continue;
    }
    // Least squares by hand; t of 3 degrees of freedom at 95 % is 2.353363 (printed tables).
    const [t, y] = [2019, logs.reduce((total, [, value]) => total + value, 0) / 5];
    const slope = logs.reduce((total, [year, value]) => total + (year - t) * (value - y), 0) / 10;
    const squares = logs.reduce((total, [year, value]) => total + (value - y - slope * (year - t)) ** 2, 0);
    const width = 2.353363 * Math.sqrt(squares / 3 / 10);
    near(direction?.slope, slope, `${id} slope`);
    const expected =
      slope - width > 0
        ? 'rising'
        : slope + width < 0
          ? 'falling'
          : Math.sqrt(squares / 3) < 0.15
            ? 'stable'
            : 'volatile';
    assert.equal(direction?.direction, expected, id);
  }
});

test('diversification of every state between two years', { skip: withoutSharedData }, async (context) => {
  const { workspace, rows } = await australia(context);
  const answer = await diversify(workspace, { from: 2018, to: 2021 });
  const products = (name: string | null, year: number) => {
    const found = new Map<string, number>();
    for (const row of rows) {
      if (row.year !== year || (name !== null && row.region !== name) || row.ahecc_8 === '99999999') continue;
      const hs6 = row.ahecc_8.slice(0, 6);
      found.set(hs6, (found.get(hs6) ?? 0) + row.usd);
    }
    return found;
  };
  for (const [name, id] of Object.entries(states)) {
    const of = (measure: string, period = '2018..2021') =>
      answer.data.find(
        (one) =>
          one.territory === id && one.measure === measure && one.period === period && one.by !== 'market',
      )?.value;
    const [before, after] = [products(name, 2018), products(name, 2021)];
    let [intensive, entry, exit, entered, exited] = [0, 0, 0, 0, 0];
    for (const hs6 of new Set([...before.keys(), ...after.keys()])) {
      const [was, is] = [before.get(hs6) ?? 0, after.get(hs6) ?? 0];
      if (was > 0 && is > 0) intensive += is - was;
      else if (is > 0) [entry, entered] = [entry + is, entered + 1];
      else if (was > 0) [exit, exited] = [exit - was, exited + 1];
    }
    near(of('intensive'), intensive, `${id} intensive`);
    near(of('entry'), entry, `${id} entry`);
    near(of('exit'), exit, `${id} exit`);
    assert.deepEqual([of('entered'), of('exited')], [entered, exited], id);
    const total = [...after.values()].reduce((all, x) => all + x, 0);
    near(of('value', '2021'), total, `${id} value`);
    near(
      of('hhi', '2021'),
      [...after.values()].reduce((all, x) => all + (x / total) ** 2, 0),
      `${id} HHI`,
    );
    // The others: all that is not this state, what is not disclosed by state included.
    const others = new Map(products(null, 2021));
    for (const [hs6, x] of after) others.set(hs6, (others.get(hs6) ?? 0) - x);
    let [whole, shared, mine] = [0, 0, 0];
    for (const [hs6, x] of others) {
      if (!(x > 1e-6)) continue;
      whole += x;
      if (!after.has(hs6)) continue;
      shared += x;
      mine += after.get(hs6) ?? 0;
    }
    near(of('extensiveMargin', '2021'), shared / whole, `${id} extensive margin`);
    near(of('intensiveMargin', '2021'), mine / shared, `${id} intensive margin`);
  }
});

test('uncertainty: HHI drawn as plain loops draw it; diversity of high technology under other choices', {
  skip: withoutSharedData,
}, async (context) => {
  const { workspace, rows } = await australia(context);
  const year = rows.filter((row) => row.year === 2019 && row.ahecc_8 !== '99999999' && row.region in states);
  const codes = [...new Set(year.filter((row) => row.usd > 0).map((row) => row.ahecc_8.slice(0, 6)))].sort();
  const place = new Map(codes.map((code, at) => [code, at]));
  const values = new Map(Object.keys(states).map((name) => [name, new Float64Array(codes.length)]));
  for (const row of year) {
    const at = place.get(row.ahecc_8.slice(0, 6)) ?? -1;
    const mine = values.get(row.region);
    if (mine !== undefined && at >= 0) mine[at] = (mine[at] ?? 0) + row.usd;
  }
  const draws = 100;
  const drawn = (await uncertainty(workspace, { period: '2019', measure: 'hhi', draws, seed: 4 })).data;
  const random = seededRandom(4);
  const plain = new Map(Object.keys(states).map((name) => [name, [] as number[]]));
  for (let draw = 0; draw < draws; draw += 1) {
    const counts = resampleCounts(new Int32Array(codes.length), random);
    for (const [name, mine] of values) {
      let [all, squares] = [0, 0];
      mine.forEach((x, at) => {
        all += x * (counts[at] ?? 0);
        squares += x * x * (counts[at] ?? 0);
      });
      plain.get(name)?.push(squares / all ** 2);
    }
  }
  for (const [name, id] of Object.entries(states)) {
    const row = drawn.find((one) => one.territory === id);
    const sorted = plain.get(name)?.sort((a, b) => a - b) ?? [];
    assert.equal(row?.lines, codes.length);
    near(row?.valueLower, sorted[2] ?? -1, `${id} lower`);
    near(row?.valueUpper, sorted[97] ?? -1, `${id} upper`);
  }
  const pharmacy = converted(['5413', '5415', '5416', '5421', '5422']);
  const answer = await uncertainty(workspace, {
    period: '2019',
    measure: 'diversity',
    scope: 'pharma',
    alignment: 'un-conversion',
    draws: 0,
  });
  // The base is all exports of a state, secret ones too; the reference all states.
  const total = (name: string) => sum(rows.filter((row) => row.year === 2019 && row.region === name));
  const allStates = Object.keys(states).reduce((all, name) => all + total(name), 0);
  const rca = (name: string, at: number, base: (of: string) => number, whole: number) => {
    const everyone = [...values.values()].reduce((all, mine) => all + (mine[at] ?? 0), 0);
    return (values.get(name)?.[at] ?? 0) / base(name) / (everyone / whole);
  };
  const count = (name: string, base: (of: string) => number, whole: number, threshold: number) =>
    codes.filter((code, at) => pharmacy.has(code) && rca(name, at, base, whole) >= threshold).length;
  for (const [name, id] of Object.entries(states)) {
    const row = answer.data.find((one) => one.territory === id);
    assert.equal(row?.value, count(name, total, allStates, 1), id);
    const threshold = row?.variants.find((one) => one.variant === 'threshold-0.5');
    assert.equal(threshold?.value, count(name, total, allStates, 0.5), `${id} threshold`);
  }
});
