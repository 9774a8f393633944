import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type UncertaintyOptions,
  type UncertaintyRow,
  uncertaintySchema,
} from '../../../src/api/uncertainty.ts';
import { explain } from '../../../src/assess/trace/explain.ts';
import { parseFigureId } from '../../../src/assess/trace/figureId.ts';
import { rerun } from '../../../src/assess/trace/rerun.ts';
import { uncertainty } from '../../../src/assess/uncertainty/uncertainty.ts';
import { measures } from '../../../src/domain/measures/registry.ts';
import { TrajectaError } from '../../../src/domain/trajectaError.ts';
import type { LiteralRow } from '../../support/literalTables.ts';
import { literalWorkspace } from '../../support/literalWorkspace.ts';

// 300431, 300215, 293711 are pharmacy, 880240 aerospace, 847130 computers under both revisions; 270900 is oil, 720839
// steel. Moscow and Kaluga are in the Central district, Tomsk and Novosibirsk in the Siberian one.
const rows: readonly LiteralRow[] = [
  { region: 'RU-MOW', hs6: '300431', usd: 10, partner: 'DE' },
  { region: 'RU-MOW', hs6: '300215', usd: 6, partner: 'CN' },
  { region: 'RU-MOW', hs6: '847130', usd: 20, partner: 'CN' },
  { region: 'RU-MOW', hs6: '270900', usd: 84, partner: 'DE' },
  { region: 'RU-KLU', hs6: '300431', usd: 20, partner: 'DE' },
  { region: 'RU-KLU', hs6: '293711', usd: 5, partner: 'IN' },
  { region: 'RU-KLU', hs6: '720839', usd: 25, partner: 'CN' },
  { region: 'RU-TOM', hs6: '880240', usd: 10, partner: 'IN' },
  { region: 'RU-TOM', hs6: '300215', usd: 8, partner: 'CN' },
  { region: 'RU-TOM', hs6: '270900', usd: 40, partner: 'DE' },
  { region: 'RU-NVS', hs6: '847130', usd: 7, partner: 'IN' },
  { region: 'RU-NVS', hs6: '720839', usd: 9, partner: 'DE' },
  { region: 'RU-NVS', hs6: '300431', usd: 1, partner: '' },
];
const regions = ['RU-KLU', 'RU-MOW', 'RU-NVS', 'RU-TOM'];
const districts: Readonly<Record<string, readonly string[]>> = {
  'RU-KLU': ['RU-KLU', 'RU-MOW'],
  'RU-MOW': ['RU-KLU', 'RU-MOW'],
  'RU-NVS': ['RU-NVS', 'RU-TOM'],
  'RU-TOM': ['RU-NVS', 'RU-TOM'],
};
const highTech = ['300431', '300215', '293711', '880240', '847130'];

const sum = (of: readonly LiteralRow[]) => of.reduce((total, row) => total + (row.usd ?? 0), 0);

/** Diversity by plain loops: products with RCA of at least 1, over a list, a base and a reference. */
function plainDiversity(
  region: string,
  choice: {
    list?: readonly string[];
    base?: readonly string[];
    reference?: readonly string[];
    threshold?: number;
  } = {},
): number {
  const list = choice.list ?? rows.map((row) => row.hs6 ?? '');
  const inBase = (row: LiteralRow) => choice.base === undefined || choice.base.includes(row.hs6 ?? '');
  const reference = rows.filter((row) => (choice.reference ?? regions).includes(row.region));
  const own = rows.filter((row) => row.region === region);
  return [...new Set(list)].filter((code) => {
    const of = (some: readonly LiteralRow[]) => sum(some.filter((row) => row.hs6 === code));
    const [x, all, theirs] = [of(own), sum(own.filter(inBase)), of(reference)];
    if (x === 0 || theirs === 0 || all === 0) return false;
    return x / all / (theirs / sum(reference.filter(inBase))) >= (choice.threshold ?? 1);
  }).length;
}

test('diversity of high technology: value and every variant as plain loops have them', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const ask = (options: Partial<UncertaintyOptions> = {}) =>
    uncertainty(workspace, {
      period: '2019',
      measure: 'diversity',
      draws: 20,
      scope: 'high-tech',
      ...options,
    });
  const answer = await ask();
  uncertaintySchema.parse(answer);
  assert.deepEqual(
    answer.data.map((row) => row.territory),
    regions,
  );
  const variant = (row: UncertaintyRow, id: string) => {
    const found = row.variants.find((one) => one.variant === id);
    assert.ok(found !== undefined, id);
    return found.value;
  };
  for (const row of answer.data) {
    const region = row.territory;
    const others = regions.filter((one) => one !== region);
    assert.equal(row.value, plainDiversity(region, { list: highTech }), region);
    assert.equal(
      variant(row, 'base-high-tech'),
      plainDiversity(region, { list: highTech, base: highTech }),
      `${region} base`,
    );
    assert.equal(
      variant(row, 'base-non-resource'),
      plainDiversity(region, { list: highTech, base: [...highTech, '720839'] }),
    );
    assert.equal(
      variant(row, 'reference-district'),
      plainDiversity(region, { list: highTech, reference: districts[region] ?? [] }),
      `${region} district`,
    );
    // Against the others an only exporter has the product whatever the threshold.
    const alone = highTech.filter((code) => {
      const sellers = new Set(rows.filter((one) => one.hs6 === code).map((one) => one.region));
      return sellers.size === 1 && sellers.has(region);
    });
    assert.equal(
      variant(row, 'without-self'),
      plainDiversity(region, { list: highTech, reference: others }) + alone.length,
      `${region} others`,
    );
    assert.equal(variant(row, 'threshold-1.5'), plainDiversity(region, { list: highTech, threshold: 1.5 }));
    for (const id of ['list-rev3', 'list-lower', 'list-upper', 'list-un-conversion', 'digits-2', 'digits-4'])
      assert.ok(variant(row, id) !== null, id);
  }
  const district = await ask({ reference: 'district' });
  for (const row of district.data)
    assert.equal(
      row.value,
      plainDiversity(row.territory, { list: highTech, reference: districts[row.territory] ?? [] }),
    );
  const all = await ask({ scope: 'all' });
  for (const row of all.data) assert.equal(row.value, plainDiversity(row.territory));
  assert.ok(all.findings.some((one) => one.code === 'not-varied' && /all goods/.test(one.message.en)));
});

test('a list without a code: the variants of the list are the measure over the codes of that list', async (context) => {
  // 300215 (immunological products) is in the list as resolved; the UN's table converts it to a parent that is not.
  const workspace = await literalWorkspace(context, 'RU', rows);
  const { data } = await uncertainty(workspace, {
    period: '2019',
    measure: 'hhi',
    draws: 0,
    scope: 'high-tech',
  });
  const moscow = data.find((row) => row.territory === 'RU-MOW');
  // By hand: 10, 6 and 20 of 36; without 300215 10 and 20 of 30.
  const close = (value: number | null | undefined, expected: number) =>
    assert.ok(Math.abs((value ?? -1) - expected) < 1e-12, `${value} ${expected}`);
  close(moscow?.value, (100 + 36 + 400) / 36 ** 2);
  close(moscow?.variants.find((one) => one.variant === 'list-un-conversion')?.value, (100 + 400) / 900);
  assert.deepEqual([...new Set(moscow?.variants.map((one) => one.dimension))], ['list', 'digits']);
});

test('draws of partners: HHI over products counts a partner drawn twice twice; rows without a partner stay', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const { data } = await uncertainty(workspace, {
    period: '2019',
    measure: 'hhi',
    over: 'partners',
    draws: 400,
  });
  const of = (region: string) => data.find((row) => row.territory === region);
  assert.equal(of('RU-KLU')?.lines, 3);
  // Kaluga sells one product to each, 25 to China, 20 to Germany, 5 to India: all 27 draws of the three, by plain loops.
  const possible: number[] = [];
  for (const a of [0, 1, 2])
    for (const b of [0, 1, 2])
      for (const c of [0, 1, 2]) {
        const times = [0, 0, 0];
        for (const pick of [a, b, c]) times[pick] = (times[pick] ?? 0) + 1;
        const values = [25 * (times[0] ?? 0), 20 * (times[1] ?? 0), 5 * (times[2] ?? 0)];
        const all = values.reduce((total, x) => total + x, 0);
        possible.push(values.reduce((total, x) => total + (x / all) ** 2, 0));
      }
  assert.ok(Math.abs((of('RU-KLU')?.valueLower ?? 0) - Math.min(...possible)) < 1e-12);
  assert.ok(Math.abs((of('RU-KLU')?.valueUpper ?? 0) - Math.max(...possible)) < 1e-12);
  // Novosibirsk has 1 without a partner in every draw: never undefined.
  assert.equal(of('RU-NVS')?.undefinedDraws, 0);
});

test('verdicts of a measure are those of its bound; the run is made again and explained', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const answer = await uncertainty(workspace, {
    period: '2019',
    measure: 'diversity',
    draws: 100,
    atLeast: 2,
    measureOptions: { threshold: 0.8 },
  });
  for (const row of answer.data) {
    assert.equal(row.value, plainDiversity(row.territory, { threshold: 0.8 }));
    assert.equal(row.verdict, (row.value ?? 0) >= 2 ? 'yes' : 'no');
    assert.ok(row.verdictYesShare !== null && row.verdictYesShare >= 0 && row.verdictYesShare <= 1);
  }
  assert.equal((await rerun(workspace, answer.manifest)).reproduced, true);
  const figure = parseFigureId(`${answer.data[0]?.id}/verdictYesShare`);
  assert.ok(figure !== null);
  const explained = await explain(workspace, answer.manifest, figure);
  assert.equal(explained.data.value, answer.data[0]?.verdictYesShare);
});

test('every measure by region is answered over the workspace', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', [
    ...rows,
    ...rows.map((row) => ({ ...row, year: 2018, usd: (row.usd ?? 0) * 2 + 1 })),
  ]);
  const tables: Readonly<Record<string, Readonly<Record<string, number>>>> = {
    pci: { '300431': 1, '270900': -1, '720839': 0.2 },
    characteristic: { 'RU-MOW': 3, 'RU-KLU': 2, 'RU-TOM': 1, 'RU-NVS': 1.5 },
  };
  for (const measure of measures.filter((one) => one.by === 'region')) {
    const measureOptions = Object.fromEntries(measure.requires.map((name) => [name, tables[name]]));
    const period = measure.needs.includes('period') ? '2018..2019' : '2019';
    for (const over of ['products', 'partners'] as const) {
      const answer = await uncertainty(workspace, {
        period,
        measure: measure.id,
        over,
        draws: 5,
        ...(measure.requires.length === 0 ? {} : { measureOptions }),
      });
      uncertaintySchema.parse(answer);
      assert.ok(answer.data.length > 0, measure.id);
    }
  }
});

test('what a measure does not heed is refused with what there is', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const refused = (options: Partial<UncertaintyOptions>, pattern: RegExp) =>
    assert.rejects(
      uncertainty(workspace, { period: '2019', ...options }),
      (error: unknown) => error instanceof TrajectaError && pattern.test(error.text.en),
    );
  await refused({ measure: 'pci' }, /trajectory-index, .*hhi/);
  await refused({ measure: 'hhi', measureOptions: { threshold: 2 } }, /does not heed threshold.*over/);
  await refused({ measure: 'eci', measureOptions: { convention: 'own' } }, /atlas, py-ecomplexity/);
  await refused({ measure: 'external-eci' }, /needs a table: pci/);
  await refused({ scope: 'high-tech' }, /options of measures/);
  await refused({ measure: 'eci', scope: 'nothing' }, /all, high-tech, aerospace/);
});

test('in data of the world a union can be the reference, with or without the country itself', async (context) => {
  const world: readonly LiteralRow[] = [
    { region: 'RU', hs6: '300431', usd: 10 },
    { region: 'RU', hs6: '270900', usd: 90 },
    { region: 'KZ', hs6: '270900', usd: 50 },
    { region: 'KZ', hs6: '720839', usd: 30 },
    { region: 'DE', hs6: '300431', usd: 60 },
    { region: 'DE', hs6: '720839', usd: 40 },
  ];
  const workspace = await literalWorkspace(context, 'WORLD', world);
  const ask = async (options: Partial<UncertaintyOptions>) => {
    const answer = await uncertainty(workspace, { period: '2019', measure: 'krugman', draws: 3, ...options });
    return (region: string) => answer.data.find((row) => row.territory === region)?.value ?? null;
  };
  const close = (value: number | null, expected: number) =>
    assert.ok(value !== null && Math.abs(value - expected) < 1e-12, `${value} ${expected}`);
  // The Eurasian union here: 10 medicines, 140 oil, 30 steel of 180.
  const union = await ask({ reference: 'union', union: 'EAEU' });
  close(union('DE'), Math.abs(0.6 - 10 / 180) + 140 / 180 + Math.abs(0.4 - 30 / 180));
  close(union('RU'), Math.abs(0.1 - 10 / 180) + Math.abs(0.9 - 140 / 180) + 30 / 180);
  const others = await ask({ reference: 'union', union: 'EAEU', withoutSelf: true });
  close(others('RU'), 0.1 + Math.abs(0.9 - 50 / 80) + 30 / 80);
  const less = await ask({ leaveOut: ['DE'] });
  close(less('KZ'), 10 / 180 + Math.abs(50 / 80 - 140 / 180) + Math.abs(30 / 80 - 30 / 180));
});
