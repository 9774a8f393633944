import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { auditAnswerSchema } from '../../src/api/audit.ts';
import { audit, parseAuditFile } from '../../src/assess/audit.ts';
import { packageRoot } from '../../src/classifications/dataFile.ts';
import { auditRules } from '../../src/domain/audit/auditRules.ts';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import { sharedData, withoutSharedData } from '../support/sharedData.ts';

const example = (...parts: string[]) => readFileSync(join(packageRoot(), 'examples', ...parts), 'utf8');
const paper = () => audit(example('paper-audit', 'paper.json'), 'paper.json');
const places = (answer: ReturnType<typeof audit>) =>
  answer.data.map((one) =>
    [one.rule, one.table ?? 'text', one.row ?? '', one.column ?? '', one.claim ?? ''].join('|'),
  );

// What a reader with a pocket calculator finds in the paper; nothing else may be found.
const inThePaper = [
  // 1.187 × 0.813 × … × 1.226 = 1.991, printed 148.9; and so on.
  'chain-product|1|БРИКС|total|',
  'chain-product|1|США|total|',
  'chain-product|1|Япония|total|',
  'chain-product|1|Киргизия|total|',
  // Members from 84.3 to 103.1.
  'outside-members|1|БРИКС|c10|',
  // 363.1 thousand / 0.001 % / 1.6 % is 2 269 billion; the other rows have about 425.
  'share-identity|2|Иркутская область|segment-share|',
  'share-identity|2|Пермский край|segment-share|',
  'share-identity|3|Нижегородская область|region-share|',
  'share-identity|5|Республика Татарстан|segment-share|',
  // 0.6 × 43.4 % = 26 %.
  'share-identity|text|г. Москва||t5-moscow-share',
  'share-identity|2|heading|index|',
  'printed-differently|text|Иркутская область||t3-contribution-irkutsk',
  'printed-differently|text|Свердловская область||t3-contribution-sverdlovsk',
  'printed-differently|text|г. Москва||t3-contribution-moscow',
  'printed-differently|text|г. Санкт-Петербург||t3-contribution-petersburg',
  'printed-differently|3|Нижегородская область|region-share|',
  'printed-differently|text|Ярославская область||t2-yaroslavl-negligible',
  'printed-differently|text|Россия||machinery-share-first',
  'printed-differently|2|heading|segment-share|',
  'printed-differently|1|heading|c1|',
  'printed-differently|1|heading||',
  // 1 / 0.434 = 2.3; 1 / 0.066 = 15.2.
  'above-bound|3|г. Москва|index|',
  'above-bound|3|г. Санкт-Петербург|index|',
  'count-mismatch|text|||brics-exceptions',
  'count-mismatch|text|||t2-threshold',
  'count-mismatch|text|||t3-threshold',
  'count-mismatch|text|||t4-threshold',
  'count-mismatch|text|||t5-threshold',
  'count-mismatch|text|||t4-seven-regions',
  'count-mismatch|text|||t4-districts',
  'count-mismatch|text|||five-districts',
  'count-mismatch|text|||eight-groups',
  'count-mismatch|text|||eight-groups-oecd',
  'count-mismatch|1|heading|c1|',
  'parts-and-whole|text|Россия||non-resource-share',
  'parts-and-whole|text|||t6-region-in-country',
  'rank-order|text|||t2-highest',
  'rank-order|text|||t3-highest',
  'rank-order|text|||t5-highest',
  'percent-of-percent|text|Россия||non-resource-share',
  'percent-of-percent|text|Россия||high-technology-shares',
  'copied-neighbour|1|БРИКС|c10|',
  'copied-neighbour|1|США|c10|',
  'copied-neighbour|1|Япония|c10|',
  'copied-neighbour|1|Киргизия|c10|',
  'copied-neighbour|3|Нижегородская область|region-share|',
  'copied-neighbour|5|Республика Татарстан|segment-share|',
];

test('the paper: what is wrong is found, and nothing else', () => {
  assert.deepEqual(places(paper()).sort(), [...inThePaper].sort());
});

// Consistent values worked out by hand, other cells as printed.
const consistent: readonly (readonly [rule: string, row: string, column: string, value: number])[] = [
  ['chain-product', 'БРИКС', 'c10', 91.7], // 148.9 / 1.624
  ['chain-product', 'США', 'c10', 99.9], // 136 / 1.361
  ['chain-product', 'Япония', 'c10', 100.0],
  ['chain-product', 'Киргизия', 'c10', 100.0],
  ['share-identity', 'Иркутская область', 'segment-share', 0.0054], // 363.1 / (1.6 % of 424 billion)
  ['share-identity', 'Пермский край', 'segment-share', 0.028],
  ['share-identity', 'Нижегородская область', 'region-share', 1.1], // as table 5 prints
  ['share-identity', 'Республика Татарстан', 'segment-share', 0.0037],
  ['printed-differently', 'Нижегородская область', 'region-share', 1.1],
  ['above-bound', 'г. Москва', 'index', 2.3],
];
test('the paper: the cell is among the candidates with a range that holds the consistent value', () => {
  const { data } = paper();
  for (const [rule, row, column, value] of consistent) {
    const finding = data.find((one) => one.rule === rule && one.row === row);
    const candidate = finding?.candidates.find((one) => one.row === row && one.column === column);
    assert.ok(candidate, `${rule} ${row}`);
    assert.ok((candidate.lower ?? Number.NEGATIVE_INFINITY) <= value, `${rule} ${row} ${candidate.lower}`);
    assert.ok(value <= (candidate.upper ?? Number.POSITIVE_INFINITY), `${rule} ${row} ${candidate.upper}`);
    assert.ok(
      candidate.lower === null ||
        candidate.upper === null ||
        Number(candidate.printed.replace(',', '.')) < candidate.lower ||
        Number(candidate.printed.replace(',', '.')) > candidate.upper,
      `${rule} ${row}: the printed value is not consistent`,
    );
  }
});

test('the paper: what the text says after a broken total is among the candidates, in its own form', () => {
  const chain = paper().data.find((one) => one.rule === 'chain-product' && one.row === 'Япония');
  const claim = chain?.candidates.find((one) => one.claim === 'japan-decline');
  // The links multiply to 88.55 to 89.37: a decline by 10.6 to 11.5 %, not by 2.1.
  assert.ok(claim !== undefined && (claim.lower ?? 0) <= -11.4 && (claim.upper ?? 0) >= -10.7);
  assert.ok(!chain?.candidates.some((one) => one.claim === 'usa-rises'));
  const years = paper().data.find((one) => one.rule === 'printed-differently' && one.column === 'c1');
  assert.ok(years?.candidates.some((one) => one.claim === 'world-growth' && one.printed === '2008–2019'));
});

test('the figures of the example are those printed', { skip: withoutSharedData }, () => {
  const file = parseAuditFile(example('paper-audit', 'paper.json'), 'paper.json');
  const rows = (name: string) =>
    parse(readFileSync(sharedData('..', 'paper', name), 'utf8'), { from_line: 2 }) as string[][];
  const cellsOf = (id: string) =>
    (file.tables.find((table) => table.id === id)?.rows ?? []).map((row) =>
      row.map((cell) => cell.replace(',', '.')),
    );
  assert.deepEqual(cellsOf('1'), rows('table_1_export_index.csv'));
  for (const table of ['2', '3', '4', '5']) {
    const printed = rows('tables_2_5_trajectory_2019.csv').filter((row) => row[0] === table);
    assert.deepEqual(
      cellsOf(table),
      printed.map(([, , rank = '', region = '', ...rest]) => [region, rank, ...rest]),
    );
  }
});

test('World Bank figures: nothing is found as they are, the seeded faults and nothing else when seeded', () => {
  assert.deepEqual(audit(example('wdi-audit', 'clean.json'), 'clean.json').data, []);
  const { data } = audit(example('wdi-audit', 'seeded.json'), 'seeded.json');
  const seeded = [
    'A|France|share|',
    'A|Netherlands|world-share|',
    'A|Malaysia|rank|',
    'A|BRICS|share|',
    'A|EAEU|high-technology|',
    'B|Germany|y2017|',
    'B|India|total|',
    'B|EAEU|y2015|',
    '|China||china-share',
    '|||brics-count',
  ];
  const named = (one: (typeof data)[number]['candidates'][number]) =>
    [
      one.table ?? '',
      one.claim === 'brics-count' ? '' : (one.row ?? ''),
      one.column ?? '',
      one.claim ?? '',
    ].join('|');
  const hit = new Map(seeded.map((place) => [place, 0]));
  for (const finding of data) {
    const places_ = finding.candidates.map(named).filter((place) => hit.has(place));
    assert.notEqual(places_.length, 0, `false alarm: ${finding.message.en}`);
    for (const place of places_) hit.set(place, (hit.get(place) ?? 0) + 1);
  }
  assert.deepEqual(
    [...hit].filter(([, count]) => count === 0),
    [],
  );
});

test('the answer follows its schema; the same file gives the same answer', () => {
  assert.deepEqual(auditAnswerSchema.parse(paper()), paper());
});

test('a mistake in the file is refused with its place', () => {
  const file = JSON.parse(example('wdi-audit', 'clean.json'));
  const refused = (change: (copy: typeof file) => void, message: RegExp) => {
    const copy = structuredClone(file);
    change(copy);
    assert.throws(
      () => audit(JSON.stringify(copy), 'x.json'),
      (error: unknown) =>
        error instanceof TrajectaError && error.code === 'bad-audit-file' && message.test(error.text.en),
    );
  };
  refused((copy) => copy.tables[0].rows[2].pop(), /table A, row 3 \(United States\): 5 entries, 6 wanted/);
  refused((copy) => {
    copy.tables[0].columns[1].quantity = 'nothing';
  }, /table A, column high-technology: quantity "nothing" is not among quantities \(exports,/);
  refused((copy) => {
    copy.tables[0].columns[0].by = 'no';
  }, /there is no column "no"/);
  refused((copy) => {
    copy.tables[0].columns[1].meaning = 'sum';
  }, /tables\.0\.columns\.1/);
  assert.throws(() => audit('{', 'x.json'), /it is no JSON/);
});

test('gaps are said, and never taken for zero', () => {
  const file = JSON.parse(example('wdi-audit', 'clean.json'));
  file.tables[1].rows[0][3] = '…';
  const answer = audit(JSON.stringify(file), 'x.json');
  assert.deepEqual(answer.data, []);
  assert.deepEqual(answer.findings[0]?.examples, ['B: China, y2015']);
});

test('the page names every rule', () => {
  const page = readFileSync(join(packageRoot(), 'docs', 'audit.md'), 'utf8');
  for (const rule of auditRules) assert.ok(page.includes(`\`${rule.id}\``), rule.id);
});
