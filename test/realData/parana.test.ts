import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { diversify } from '../../src/assess/diversify/diversify.ts';
import { trajectory } from '../../src/assess/trajectory/trajectory.ts';
import { uncertainty } from '../../src/assess/uncertainty/uncertainty.ts';
import { resampleCounts } from '../../src/domain/resampleCounts.ts';
import { seededRandom } from '../../src/domain/seededRandom.ts';
import { importTable } from '../../src/sources/table/importTable.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { csvOf, plainRows } from '../support/plainRows.ts';
import { sharedData, withoutSharedData } from '../support/sharedData.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

// Exports of the municipalities of Paraná by heading (four digits), partner and month, 2023 and 2024 (both HS2022);
// partners by the codes of SECEX, marked so that they are not read as codes of another system:
// every figure is added up here from the rows of the file by plain loops.

interface Row {
  readonly year: number;
  readonly municipality: string;
  readonly heading: string;
  readonly partner: string;
  readonly usd: number;
}
const years = [2023, 2024] as const;
const sampled = ['4118204', '4115200', '4119905', '4113700', '4104808'];

async function parana(context: TestContext) {
  const rows = await plainRows<Row>(
    sharedData('br-parana-mun', 'br_pr_mun_exports_2020_2025.parquet'),
    "CO_ANO AS year, CAST(CO_MUN AS VARCHAR) AS municipality, SH4 AS heading, concat('SECEX', CO_PAIS) AS partner, CAST(VL_FOB AS DOUBLE) AS usd",
    'CO_ANO IN (2023, 2024)',
  );
  const folder = await temporaryFolder(context);
  const file = join(folder, 'parana.csv');
  writeFileSync(file, csvOf(rows as never));
  const codes = [...new Set(rows.map((row) => row.municipality))].sort();
  const map = join(folder, 'mapping.json');
  writeFileSync(
    map,
    JSON.stringify({
      country: 'BR',
      columns: { year: 'year', region: 'municipality', line: 'heading', partner: 'partner', value: 'usd' },
      flow: 'export',
      nomenclature: { name: 'SH4', edition: 'HS2022' },
      currency: { code: 'USD', unit: 1 },
      territories: codes.map((code) => ({ id: `PR-${code}`, name: { ru: code, en: code }, codes: [code] })),
    }),
  );
  await importTable(join(folder, 'workspace'), file, { map });
  const workspace = await openWorkspace(join(folder, 'workspace'));
  context.after(() => workspace.close());
  return { workspace, rows };
}

const near = (actual: number | null | undefined, expected: number, what: string) =>
  assert.ok(
    actual != null && Math.abs(actual - expected) <= 1e-9 * Math.max(1, Math.abs(expected)),
    `${what}: ${actual} is not ${expected}`,
  );

/** Dollars by what `key` says of the rows that `keep` takes. */
function sums(
  rows: readonly Row[],
  keep: (row: Row) => boolean,
  key: (row: Row) => string,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const row of rows) if (keep(row)) found.set(key(row), (found.get(key(row)) ?? 0) + row.usd);
  for (const [name, usd] of found) if (!(usd > 0)) found.delete(name);
  return found;
}
const total = (values: Iterable<number>) => [...values].reduce((all, x) => all + x, 0);

test('diversification of municipalities by product, market and pair, with means over markets', {
  skip: withoutSharedData,
}, async (context) => {
  const { workspace, rows } = await parana(context);
  for (const code of sampled) {
    const answer = await diversify(workspace, { territory: `PR-${code}`, from: 2023, to: 2024 });
    const of = (by: string, measure: string, period = '2023..2024') =>
      answer.data.find((one) => one.by === by && one.measure === measure && one.period === period)?.value;
    const keys = {
      product: (row: Row) => row.heading,
      market: (row: Row) => row.partner,
      'product-market': (row: Row) => `${row.heading} ${row.partner}`,
    };
    for (const [by, key] of Object.entries(keys)) {
      const [before, after] = years.map((year) =>
        sums(rows, (row) => row.year === year && row.municipality === code, key),
      ) as [ReadonlyMap<string, number>, ReadonlyMap<string, number>];
      let [intensive, entry, exit] = [0, 0, 0];
      for (const name of new Set([...before.keys(), ...after.keys()])) {
        const [was, is] = [before.get(name), after.get(name)];
        if (was !== undefined && is !== undefined) intensive += is - was;
        else entry += is ?? 0;
        if (is === undefined) exit -= was ?? 0;
      }
      near(of(by, 'intensive'), intensive, `${code} ${by} intensive`);
      near(of(by, 'entry'), entry, `${code} ${by} entry`);
      near(of(by, 'exit'), exit, `${code} ${by} exit`);
      const all = total(after.values());
      near(of(by, 'hhi', '2024'), total([...after.values()].map((x) => (x / all) ** 2)), `${code} ${by} HHI`);
    }
    // Margins in each market against the other municipalities, weighted by the logarithmic mean of market shares.
    const mine = (row: Row) => row.year === 2024 && row.municipality === code;
    const theirs = (row: Row) => row.year === 2024 && row.municipality !== code;
    const [own, world] = [sums(rows, mine, keys.market), sums(rows, theirs, keys.market)];
    const [ownPairs, pairs] = [
      sums(rows, mine, keys['product-market']),
      sums(rows, theirs, keys['product-market']),
    ];
    let [weights, extensive, intensive] = [0, 0, 0];
    for (const [market, x] of own) {
      let [shared, sold] = [0, 0];
      for (const [pair, usd] of ownPairs) {
        const other = pairs.get(pair);
        if (pair.split(' ')[1] !== market || other === undefined) continue;
        shared += other;
        sold += usd;
      }
      if (shared === 0) continue;
      const w = world.get(market) ?? 0;
      const [a, b] = [x / total(own.values()), w / total(world.values())];
      const weight = (a - b) / Math.log(a / b);
      weights += weight;
      extensive += weight * Math.log(shared / w);
      intensive += weight * Math.log(sold / shared);
    }
    near(
      of('product-market', 'extensiveMarginMean', '2024'),
      Math.exp(extensive / weights),
      `${code} mean EM`,
    );
    near(
      of('product-market', 'intensiveMarginMean', '2024'),
      Math.exp(intensive / weights),
      `${code} mean IM`,
    );
  }
});

test('uncertainty over partners: HHI over products with a partner drawn twice counting twice', {
  skip: withoutSharedData,
}, async (context) => {
  const { workspace, rows } = await parana(context);
  const [draws, seed] = [60, 9];
  const { data } = await uncertainty(workspace, {
    period: '2024',
    measure: 'hhi',
    digits: 4,
    over: 'partners',
    draws,
    seed,
  });
  const of2024 = rows.filter((row) => row.year === 2024 && row.usd > 0);
  const partners = [...new Set(of2024.map((row) => row.partner))].sort();
  const random = seededRandom(seed);
  const plain = new Map(sampled.map((code) => [code, [] as number[]]));
  for (let draw = 0; draw < draws; draw += 1) {
    const counts = resampleCounts(new Int32Array(partners.length), random);
    const times = new Map(partners.map((partner, place) => [partner, counts[place] ?? 0]));
    for (const code of sampled) {
      const products = new Map<string, number>();
      for (const row of of2024)
        if (row.municipality === code)
          products.set(
            row.heading,
            (products.get(row.heading) ?? 0) + row.usd * (times.get(row.partner) ?? 0),
          );
      const all = total(products.values());
      plain.get(code)?.push(total([...products.values()].map((x) => (x / all) ** 2)));
    }
  }
  for (const code of sampled) {
    const row = data.find((one) => one.territory === `PR-${code}`);
    const sorted = plain.get(code)?.sort((a, b) => a - b) ?? [];
    assert.equal(row?.lines, partners.length);
    near(row?.valueLower, sorted[1] ?? -1, `${code} lower`);
    near(row?.valueUpper, sorted[draws - 2] ?? -1, `${code} upper`);
  }
});

test('a trajectory over data without six-digit codes has no index, and says why', {
  skip: withoutSharedData,
}, async (context) => {
  const { workspace } = await parana(context);
  const answer = await trajectory(workspace, { territories: [`PR-${sampled[0]}`] });
  assert.ok(answer.data.every((path) => path.points.every((point) => point.trajectoryIndex === null)));
  assert.ok(answer.findings.some((one) => one.code === 'short-codes'));
});
