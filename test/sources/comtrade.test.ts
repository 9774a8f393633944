import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import { importComtrade } from '../../src/sources/comtrade/importComtrade.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

/** A row as the API (version 1) writes it: all partners, all procedures, all modes, exports of Russia in 2019. */
const apiRow = {
  typeCode: 'C',
  freqCode: 'A',
  refPeriodId: 20190101,
  refYear: 2019,
  refMonth: 52,
  period: '2019',
  reporterCode: 643,
  reporterISO: 'RUS',
  reporterDesc: 'Russian Federation',
  flowCode: 'X',
  flowDesc: 'Export',
  partnerCode: 0,
  partnerISO: 'W00',
  partnerDesc: 'World',
  partner2Code: 0,
  partner2ISO: 'W00',
  partner2Desc: 'World',
  classificationCode: 'H5',
  classificationSearchCode: 'HS',
  isOriginalClassification: true,
  cmdCode: 'TOTAL',
  cmdDesc: 'All Commodities',
  aggrLevel: 0,
  isLeaf: false,
  customsCode: 'C00',
  customsDesc: 'TOTAL CPC',
  mosCode: '0',
  motCode: 0,
  motDesc: 'TOTAL MOT',
  qtyUnitCode: -1,
  qtyUnitAbbr: 'N/A',
  qty: null as number | null,
  isQtyEstimated: false,
  altQtyUnitCode: -1,
  altQtyUnitAbbr: 'N/A',
  altQty: null,
  isAltQtyEstimated: false,
  netWgt: null as number | null,
  isNetWgtEstimated: false,
  grossWgt: null,
  isGrossWgtEstimated: false,
  cifvalue: null,
  fobvalue: 0,
  primaryValue: 0 as number | null,
  legacyEstimationFlag: 0,
  isReported: true,
  isAggregate: false,
};
type Row = typeof apiRow;
const row = (more: Partial<Row>): Row => ({ ...apiRow, ...more });
const answer = (rows: readonly object[]) =>
  JSON.stringify({ elapsedTime: '0.12 secs', count: rows.length, data: rows, error: '' });

async function imported(context: TestContext, name: string, content: string | Buffer) {
  const folder = await temporaryFolder(context);
  const path = join(folder, name);
  await writeFile(path, content);
  return { report: await importComtrade(join(folder, 'w'), path), folder: join(folder, 'w') };
}

/** Sums of what is stored, by the columns given. */
async function stored(folder: string, by: string): Promise<Readonly<Record<string, number>>> {
  const workspace = await openWorkspace(folder);
  try {
    const rows = await workspace.engine.query(
      `SELECT concat_ws(' ', ${by}) AS key, sum(value) AS value FROM detail GROUP BY ALL ORDER BY key`,
    );
    return Object.fromEntries(rows.map((one) => [String(one.key), Number(one.value)]));
  } finally {
    await workspace.engine.close();
  }
}

const chip = { cmdCode: '854231' };

test('totals, breakdowns, editions, parts of flows and secret codes are never added to what they repeat', async (context) => {
  const { report, folder } = await imported(
    context,
    'answer.json',
    answer([
      row({ primaryValue: 1000 }),
      row({ cmdCode: '85', primaryValue: 700 }),
      row({ ...chip, primaryValue: 600, netWgt: 60 }),
      row({ ...chip, partnerCode: 156, primaryValue: 350.5, netWgt: 30 }),
      row({ ...chip, partnerCode: 276, primaryValue: 200.25, netWgt: 20 }),
      row({ ...chip, partnerCode: 276, motCode: 1000, primaryValue: 150.25 }),
      row({ ...chip, partnerCode: 276, motCode: 2100, primaryValue: 50 }),
      row({ ...chip, partnerCode: 276, customsCode: 'C01', primaryValue: 200.25 }),
      row({ ...chip, partnerCode: 276, partner2Code: 56, primaryValue: 200.25 }),
      row({ ...chip, classificationCode: 'H4', primaryValue: 600 }),
      row({ cmdCode: '776', classificationCode: 'S4', primaryValue: 600 }),
      row({ ...chip, flowCode: 'RX', partnerCode: 156, primaryValue: 50.5, netWgt: 5 }),
      row({ ...chip, flowCode: 'RX', primaryValue: 50.5 }),
      row({ ...chip, flowCode: 'DX', primaryValue: 549.5 }),
      row({ cmdCode: '99', primaryValue: 30 }),
      row({ cmdCode: '9999', primaryValue: 30 }),
      row({ cmdCode: '9999AA', primaryValue: 30 }),
      row({ reporterCode: 842, cmdCode: '8802', primaryValue: 6000 }),
      row({ reporterCode: 842, cmdCode: '880240', primaryValue: 5000 }),
      row({ reporterCode: 97, cmdCode: '880240', primaryValue: 99999 }), // the European Union
      row({ flowCode: 'M', cmdCode: '300490', primaryValue: 80 }),
      row({ flowCode: 'FM', cmdCode: '300490', primaryValue: 70 }),
      row({ flowCode: 'RM', cmdCode: '300490', primaryValue: 10 }),
      row({ cmdCode: '854232', primaryValue: null }),
      row({ cmdCode: '854233', flowCode: 'Q', primaryValue: 1 }),
    ]),
  );
  const [accounts] = report.data;
  assert.deepEqual(
    [accounts?.rowsIn, accounts?.rowsKept, accounts?.rowsQuarantined, accounts?.rowsTotalRows],
    [25, 7, 3, 15],
  );
  // By hand: of 600 to all partners 350.5 and 200.25 are told, 49.25 are not; 50.5 of China's are re-exports.
  assert.deepEqual(await stored(folder, 'region, flow, re_export, line, partner, status, edition'), {
    'RU export false   unallocated HS2017': 270, // 1000 - 700 - 30
    'RU export false 85  unallocated HS2017': 100,
    'RU export false 854231  product HS2017': 49.25,
    'RU export false 854231 CN product HS2017': 300,
    'RU export false 854231 DE product HS2017': 200.25,
    'RU export false 9999AA  confidential HS2017': 30,
    'RU export true 854231 CN product HS2017': 50.5,
    'RU import false 300490  product HS2017': 80,
    'US export false 8802  unallocated HS2017': 1000,
    'US export false 880240  product HS2017': 5000,
  });
  const count = (code: string) => report.findings.find((one) => one.code === code)?.count;
  assert.equal(count('left-out-breakdown'), 4);
  assert.equal(count('left-out-other-edition'), 1);
  assert.equal(count('left-out-part-of-flow'), 3);
  assert.equal(count('left-out-shorter-secret'), 2);
  assert.equal(count('rows-reduced'), 2);
  assert.equal((accounts?.valueKept ?? 0) + (accounts?.valueUnallocated ?? 0), 7080); // 1000 + 6000 + 80
});

test('each row follows the edition that it names; months count where there is no year', async (context) => {
  const { folder } = await imported(
    context,
    'editions.json',
    answer([
      row({ ...chip, primaryValue: 5, period: '2011', refYear: 2011, classificationCode: 'H3' }),
      row({ ...chip, primaryValue: 7, period: '2012', refYear: 2012, classificationCode: 'H4' }),
      row({ ...chip, primaryValue: 9, period: '202203', freqCode: 'M', classificationCode: 'H6' }),
      row({ ...chip, primaryValue: 4, period: '202201', freqCode: 'M', classificationCode: 'H5' }),
      row({ ...chip, primaryValue: 3, period: '201201', freqCode: 'M', classificationCode: 'H4' }),
    ]),
  );
  assert.deepEqual(await stored(folder, 'year, month, edition'), {
    '2011 0 HS2007': 5,
    '2012 0 HS2012': 7,
    '2022 1 HS2017': 4,
    '2022 3 HS2022': 9,
  });
});

test('partners given for the total only do not displace products given for all partners', async (context) => {
  const { folder } = await imported(
    context,
    'mixed.json',
    answer([
      row({ primaryValue: 100 }),
      row({ partnerCode: 156, primaryValue: 60 }),
      row({ partnerCode: 276, primaryValue: 40 }),
      row({ ...chip, primaryValue: 70 }),
      row({ cmdCode: '880240', primaryValue: 30 }),
      // Another country has rows of all partners only: they count.
      row({ reporterCode: 156, ...chip, primaryValue: 900 }),
    ]),
  );
  assert.deepEqual(await stored(folder, 'region, line'), {
    'CN 854231': 900,
    'RU 854231': 70,
    'RU 880240': 30,
  });
});

test('a bulk file (tab-separated, gz) and the CSV of the former website give the same as the API', async (context) => {
  const rows = [
    row({ ...chip, primaryValue: 12.345, netWgt: 2.5, partnerCode: 156 }),
    row({ cmdCode: '010121', primaryValue: 7, partnerCode: 398 }),
  ];
  const api = await imported(context, 'a.json', answer(rows));
  // The bulk files spell a few names in other case.
  const heading = Object.keys(apiRow).map((name) => (name === 'fobvalue' ? 'FOBValue' : name));
  const lines = rows.map((one) =>
    Object.values(one)
      .map((cell) => (cell === null ? '' : String(cell)))
      .join('\t'),
  );
  const bulk = await imported(
    context,
    'COMTRADE-FINAL-CA643201900H5[2024-01-01].gz',
    gzipSync(`${[heading.join('\t'), ...lines].join('\n')}\n`),
  );
  const former = await imported(
    context,
    'comtrade.csv',
    `Classification,Year,Period,Period Desc.,Aggregate Level,Is Leaf Code,Trade Flow Code,Trade Flow,Reporter Code,Reporter,Reporter ISO,Partner Code,Partner,Partner ISO,2nd Partner Code,2nd Partner,2nd Partner ISO,Customs Proc. Code,Customs,Mode of Transport Code,Mode of Transport,Commodity Code,Commodity,Qty Unit Code,Qty Unit,Qty,Alt Qty Unit Code,Alt Qty Unit,Alt Qty,Netweight (kg),Gross weight (kg),Trade Value (US$),CIF Trade Value (US$),FOB Trade Value (US$),Flag
H5,2019,2019,2019,6,1,2,Export,643,Russian Federation,RUS,156,China,CHN,,,,,,,,854231,"Processors, controllers",1,No Quantity,,,,,2.5,,12.345,,,0
H5,2019,2019,2019,6,1,2,Export,643,Russian Federation,RUS,398,Kazakhstan,KAZ,,,,,,,,010121,Horses,1,No Quantity,,,,,,,7,,,0
`,
  );
  const by = 'region, flow, year, line, partner, edition, net_weight_kg';
  const expected = await stored(api.folder, by);
  assert.equal(Object.keys(expected).length, 2);
  assert.deepEqual(await stored(bulk.folder, by), expected);
  assert.deepEqual(await stored(former.folder, by), expected);
});

test('errors, cut answers, answers without rows and other JSON are refused by name', async (context) => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    [
      '{"statusCode":401,"message":"Access denied due to missing subscription key."}',
      'file-unreadable',
      /401 Access/,
    ],
    ['{"count":0,"data":[],"error":""}', 'empty-answer', /no such data/],
    ['{"count":3,"data":[{"cmdCode":"1"}],"error":""}', 'file-unreadable', /says 3 rows and holds 1/],
    [answer([row({ primaryValue: 1 })]).slice(0, -40), 'file-unreadable', /cut short or damaged/],
    ['{"error":"Invalid period"}', 'file-unreadable', /Invalid period/],
    ['<html>Service unavailable</html>', 'file-unreadable', /web page/],
    [
      '{"count":1,"data":[{"a":1}],"error":""}',
      'missing-column',
      /no columns for flow, region, line, value, period/,
    ],
  ];
  for (const [text, code, words] of cases)
    await assert.rejects(
      imported(context, 'answer.json', text),
      (error: unknown) => error instanceof TrajectaError && error.code === code && words.test(error.text.en),
      text,
    );
});

/** Trade of one country by partner, six-digit code, mode and procedure: the atoms of which all rows are sums. */
const atoms = fc.array(
  fc.record({
    partnerCode: fc.constantFrom(156, 276, 398),
    cmdCode: fc.constantFrom('854231', '854239', '850440', '880240', '9999AA'),
    motCode: fc.constantFrom(1000, 2100),
    customsCode: fc.constantFrom('C01', 'C20'),
    value: fc.integer({ min: 1, max: 1_000_000 }),
  }),
  { minLength: 1, maxLength: 25 },
);
const levels = fc.record({
  lengths: fc.subarray([0, 2, 4, 6], { minLength: 1 }),
  world: fc.boolean(),
  partners: fc.boolean(),
  modes: fc.boolean(),
  totalModes: fc.boolean(),
  procedures: fc.boolean(),
  seed: fc.integer(),
});

test('whatever levels a file mixes, in any order, the stored sum is the trade itself', async (context) => {
  await fc.assert(
    fc.asyncProperty(atoms, levels, async (facts, chosen) => {
      const sums = new Map<string, Row>();
      const add = (key: Partial<Row>, value: number) => {
        const text = JSON.stringify(key);
        const known = sums.get(text) ?? row({ ...key, primaryValue: 0 });
        sums.set(text, { ...known, primaryValue: (known.primaryValue ?? 0) + value });
      };
      const partners = chosen.world || !chosen.partners ? [true] : [];
      for (const fact of facts)
        for (const length of chosen.lengths)
          for (const isWorld of [...partners, ...(chosen.partners ? [false] : [])])
            for (const mode of [
              ...(chosen.totalModes || !chosen.modes ? [0] : []),
              ...(chosen.modes ? [fact.motCode] : []),
            ])
              for (const customs of ['C00', ...(chosen.procedures && mode === 0 ? [fact.customsCode] : [])])
                add(
                  {
                    cmdCode: length === 0 ? 'TOTAL' : fact.cmdCode.slice(0, length),
                    partnerCode: isWorld ? 0 : fact.partnerCode,
                    motCode: mode,
                    customsCode: customs,
                  },
                  fact.value,
                );
      const rows = [...sums.values()];
      // A fixed shuffle: the order of rows must not matter.
      rows.sort(
        (a, b) =>
          ((JSON.stringify(a).length * 7919 + chosen.seed) % 13) -
          ((JSON.stringify(b).length * 7919 + chosen.seed) % 13),
      );
      const { report } = await imported(context, 'random.json', answer(rows));
      const [accounts] = report.data;
      const total = facts.reduce((sum, fact) => sum + fact.value, 0);
      assert.equal((accounts?.valueKept ?? 0) + (accounts?.valueUnallocated ?? 0), total);
      assert.equal(accounts?.rowsIn, rows.length);
    }),
    { numRuns: 12 },
  );
});
