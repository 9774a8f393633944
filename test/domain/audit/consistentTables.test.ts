import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AuditFile } from '../../../src/domain/audit/auditFile.ts';
import { runAudit } from '../../../src/domain/audit/runAudit.ts';
import { randomOf } from '../../support/randomUnload.ts';

/** Tables of a random country, all figures from one set of true values, each column rounded to its own digits. */
function consistentFile(seed: number): AuditFile {
  const random = randomOf(seed);
  const regions = Array.from({ length: 3 + Math.floor(random() * 12) }, (_none, place) => `R${place}`);
  const segments = ['s1', 's2', 's3'];
  const digits = () => Math.floor(random() * 4);
  const exported = new Map(
    regions.map((region) => {
      const size = 10 ** (random() * 4);
      const parts = segments.map(() => size * random() ** 3);
      return [region, { parts, total: parts.reduce((sum, one) => sum + one, 0) + size * random() * 20 }];
    }),
  );
  const of = (region: string) => exported.get(region) ?? { parts: [], total: 0 };
  const country = regions.reduce((sum, region) => sum + of(region).total, 0);
  const tables = segments.map((segment, place) => {
    const places = [digits(), digits(), digits(), digits(), digits()];
    const whole = regions.reduce((sum, region) => sum + (of(region).parts[place] ?? 0), 0);
    const rows = regions
      .map((region) => {
        const { parts, total } = of(region);
        const amount = parts[place] ?? 0;
        return { region, amount, total, index: amount / total / (whole / country) };
      })
      .sort((a, b) => b.index - a.index);
    return {
      id: segment,
      title: { ru: segment, en: segment },
      columns: [
        { id: 'rank', meaning: 'rank' as const, by: 'index', order: 'descending' as const },
        { id: 'index', meaning: 'location-quotient' as const, quantity: segment, base: 'exports' },
        { id: 'amount', meaning: 'amount' as const, quantity: segment },
        { id: 'in-country', meaning: 'share' as const, numerator: 'exports', denominator: 'country' },
        { id: 'in-region', meaning: 'share' as const, numerator: segment, denominator: 'exports' },
        { id: 'of-segment', meaning: 'share' as const, numerator: segment, denominator: `all-${segment}` },
      ],
      rows: rows.map(({ region, amount, total, index }, rank) => [
        region,
        String(rank + 1),
        index.toFixed(places[0]),
        amount.toFixed(places[1]),
        ((100 * total) / country).toFixed(places[2]),
        ((100 * amount) / total).toFixed(places[3]),
        ((100 * amount) / whole).toFixed(places[4]),
      ]),
    };
  });
  return {
    id: 'random',
    title: { ru: '', en: '' },
    source: '',
    period: '2019',
    quantities: [
      { id: 'exports', name: { ru: '', en: '' }, per: 'row', parts: segments },
      { id: 'country', name: { ru: '', en: '' }, per: 'all', sumOf: 'exports' },
      ...segments.map((id) => ({ id, name: { ru: '', en: '' }, per: 'row' as const })),
      ...segments.map((id) => ({
        id: `all-${id}`,
        name: { ru: '', en: '' },
        per: 'all' as const,
        sumOf: id,
      })),
    ],
    groups: [{ id: 'G', members: ['C0', 'C1', 'C2'] }],
    tables: [...tables, growthTable(random, digits())],
  };
}

/** Yearly indices of four countries and a group, with the total of the span; some years do not change at all. */
function growthTable(random: () => number, places: number) {
  const years = ['2011', '2012', '2013', '2014', '2015'];
  const series = Array.from({ length: 4 }, () => {
    const values = [10 ** (random() * 5)];
    for (const _year of years)
      values.push((values.at(-1) ?? 1) * (random() < 0.3 ? 1 : Math.exp((random() - 0.5) * 0.6)));
    return values;
  });
  const group = (series[0] ?? []).map((_value, place) =>
    series.slice(0, 3).reduce((sum, values) => sum + (values[place] ?? 0), 0),
  );
  const row = (name: string, values: readonly number[]) => [
    name,
    ...years.map((_year, place) => ((100 * (values[place + 1] ?? 0)) / (values[place] ?? 1)).toFixed(places)),
    ((100 * (values.at(-1) ?? 0)) / (values[0] ?? 1)).toFixed(places),
    (values[0] ?? 0).toFixed(places),
  ];
  return {
    id: 'growth',
    title: { ru: '', en: '' },
    columns: [
      ...years.map((period) => ({
        id: `y${period}`,
        headedPeriod: period,
        meaning: 'growth-index' as const,
        quantity: 'exports',
        period,
      })),
      { id: 'total', meaning: 'growth-total' as const, quantity: 'exports', from: '2010', to: '2015' },
      { id: 'value', meaning: 'amount' as const, quantity: 'exports', period: '2010' },
    ],
    rows: [...series.map((values, place) => row(`C${place}`, values)), row('G', group)],
  };
}

// Whatever the digits, rounding alone is never reported: 600 random sets of four tables each.
test('no rule fires on consistent rounded tables', () => {
  for (let seed = 1; seed <= 600; seed += 1) {
    const found = runAudit(consistentFile(seed));
    assert.deepEqual(
      found.map((one) => `${seed}: ${one.rule}: ${one.message.en}`),
      [],
    );
  }
});

// One cell of the growth table made 1.6 times what it was: the chain breaks, and the cell is among the candidates with
// a range that holds the true value.
test('a seeded fault in a chain is found, the cell among the candidates with a range that holds its true value', () => {
  let found = 0;
  for (let seed = 1; seed <= 100; seed += 1) {
    const file = consistentFile(seed);
    const table = file.tables.at(-1);
    assert.ok(table);
    const place = 1 + (seed % 5);
    const truth = table.rows[3]?.[place] ?? '';
    const digits = truth.split('.')[1]?.length ?? 0;
    const rows = table.rows.map((row, index) =>
      index === 3
        ? row.map((cell, at) => (at === place ? (Number(truth) * 1.6).toFixed(digits) : cell))
        : row,
    );
    const broken = { ...file, tables: [...file.tables.slice(0, -1), { ...table, rows }] };
    const finding = runAudit(broken).find((one) => one.rule === 'chain-product');
    assert.ok(finding, `seed ${seed}`);
    const candidate = finding.candidates.find((one) => one.column === table.columns[place - 1]?.id);
    assert.ok(candidate, `seed ${seed}`);
    assert.ok(
      (candidate.lower ?? 0) <= Number(truth) && Number(truth) <= (candidate.upper ?? 0),
      `seed ${seed}`,
    );
    found += 1;
  }
  assert.equal(found, 100);
});
