import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { measureRows } from '../../../src/domain/measures/computeMeasure.ts';
import { measureContext } from '../../../src/domain/measures/measureContext.ts';
import { findMeasure } from '../../../src/domain/measures/registry.ts';
import { tradeColumnsOfRecords } from '../../../src/domain/measures/tradeColumns.ts';
import { sharedData, withoutSharedData } from '../../support/sharedData.ts';

const table = (...path: string[]) =>
  gunzipSync(readFileSync(sharedData(...path)))
    .toString()
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.replaceAll('"', '').split(','));

// Australian states among the countries of the Atlas, 1996–2021. The world's matrix is not published, but its shares by
// product follow from any one state (share / RCA); they must then give the RCA of the other states.
test('Australian states: RCA against the world in every cell, and ECI by the published PCI', {
  skip: withoutSharedData,
}, () => {
  const years = new Map<string, string[][]>();
  for (const cells of table('au-states-exports', 'au_state_complexity_1996_2021_hs4.csv.gz')) {
    const rows = years.get(cells[0] ?? '') ?? [];
    rows.push(cells);
    years.set(cells[0] ?? '', rows);
  }
  assert.equal(years.size, 26);
  let compared = 0;
  for (const [year, rows] of years) {
    const own = rows.map(([, region = '', product = '', value = '', rca = '', pci = '', eci = '']) => ({
      region,
      product,
      value: Number(value),
      rca: Number(rca),
      pci: Number(pci),
      eci: Number(eci),
    }));
    const totals = new Map<string, number>();
    for (const one of own) totals.set(one.region, (totals.get(one.region) ?? 0) + one.value);
    const world = new Map<string, { share: number; from: string }>();
    for (const one of own)
      if (one.rca > 0 && !world.has(one.product))
        world.set(one.product, {
          share: one.value / (totals.get(one.region) as number) / one.rca,
          from: one.region,
        });
    const all = [...world.values()].reduce((sum, one) => sum + one.share, 0);
    const columns = tradeColumnsOfRecords([
      ...own.map(({ region, product, value }) => ({ region, product, value })),
      ...[...world].map(([product, { share }]) => ({ region: 'WORLD', product, value: share * 1e12 })),
      { region: 'WORLD', product: 'rest', value: Math.max(0, 1 - all) * 1e12 },
    ]);
    const found = new Map(
      measureRows(findMeasure('rca') ?? assert.fail(), columns, { reference: 'WORLD' }).map((row) => [
        `${row.region} ${row.product}`,
        row.value,
      ]),
    );
    for (const one of own) {
      if (one.rca === 0 || world.get(one.product)?.from === one.region) continue;
      const ours = found.get(`${one.region} ${one.product}`) ?? Number.NaN;
      assert.ok(
        Math.abs(ours / one.rca - 1) < 1e-9,
        `${year} ${one.region} ${one.product}: ${ours} ${one.rca}`,
      );
      compared += 1;
    }
    // ECI and PCI are published each on a scale of its own, so our mean PCI is theirs by one line through all states.
    const pci = new Map(own.map((one) => [one.product, one.pci]));
    const means = measureRows(findMeasure('external-eci') ?? assert.fail(), columns, {
      reference: 'WORLD',
      pci,
    });
    const pairs = means.map(
      (row) =>
        [row.value ?? Number.NaN, own.find((one) => one.region === row.region)?.eci ?? Number.NaN] as const,
    );
    const [a = [0, 0], b = [0, 0], ...others] = [...pairs].sort((x, y) => x[0] - y[0]);
    const slope = (b[1] - a[1]) / (b[0] - a[0]);
    for (const [x, y] of others)
      assert.ok(Math.abs(a[1] + slope * (x - a[0]) - y) < 1e-6, `${year}: ${x} ${y}`);
  }
  assert.ok(compared > 20_000, String(compared));
});

test('the world in 1962 and 1980: defined, one component, ECI is the mean PCI of what is present', {
  skip: withoutSharedData,
}, () => {
  for (const file of ['ec_trade_1962.csv.gz', 'world_trade_1980.csv.gz']) {
    const rows = table('world-hs4-2017-check', file).flatMap(([region = '', product = '', value = '']) =>
      Number(value) > 0 ? [{ region, product, value: Number(value) }] : [],
    );
    const context = measureContext(tradeColumnsOfRecords(rows));
    const { eci, pci, components, reason } = context.complexity();
    assert.deepEqual([reason, components], [null, 1], file);
    const { rowStart, column, regions } = context.presence();
    regions.forEach((_, r) => {
      const own = [...column.slice(rowStart[r], rowStart[r + 1])];
      if (own.length === 0) return;
      const mean = own.reduce((sum, q) => sum + (pci[q] as number), 0) / own.length;
      assert.ok(Math.abs(mean - (eci[r] as number)) < 1e-7);
    });
  }
});
