import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Assessment, HighTech } from '../../../src/api/assessment.ts';
import { type Explanation, explanationSchema } from '../../../src/api/explanation.ts';
import { assess } from '../../../src/assess/assess.ts';
import { highTech } from '../../../src/assess/highTech.ts';
import type { AssessOptions } from '../../../src/assess/options.ts';
import { explain } from '../../../src/assess/trace/explain.ts';
import { parseFigureId } from '../../../src/assess/trace/figureId.ts';
import { assessmentFigures, highTechFigures } from '../../../src/assess/trace/figures.ts';
import { importFts } from '../../../src/sources/fts/importFts.ts';
import { importTable } from '../../../src/sources/table/importTable.ts';
import { openWorkspace } from '../../../src/store/openWorkspace.ts';
import { randomOf, randomUnload } from '../../support/randomUnload.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { workbookOf } from '../../support/zipOf.ts';

/** Thousandths of a dollar as whole numbers: a sum of them has no error. */
const exact = (text: string) => {
  const [whole = '0', fraction = ''] = text.split('.');
  return BigInt(whole) * 10000n + BigInt(fraction.padEnd(4, '0').slice(0, 4));
};

/** The value that the source file itself holds in a row: field 6 of its lines, counted from the first under the heading. */
function sourceValue(rows: readonly string[], place: number): bigint {
  return exact(rows[place - 1]?.split(';')[5] ?? 'x');
}

/** Sums the rows that an operand names, out of the file, without the program: integers, then one division. */
function sumOfRows(operand: Explanation['data']['operands'][number], rows: readonly string[]): number {
  let sum = 0n;
  let parts = 0;
  for (const row of operand.rows) {
    assert.equal(row.usdRate, 1);
    // What a parent exceeds its parts by is no row of the file but a difference of rows: 1000.5 − 300.25 − 200.
    const value = row.status === 'unallocated' ? exact('500.25') : sourceValue(rows, row.row);
    if (row.weight === 1) sum += value;
    else parts += Number(value) * row.weight; // a code of which a part counts, between editions
  }
  return (Number(sum) + parts) / 10000;
}

/** Works the printed formula out by itself: symbols replaced by sums, then arithmetic. */
function evaluate(formula: string, sums: ReadonlyMap<string, number>): number {
  const index = / T = (.*)$/.exec(formula);
  const body = (index?.[1] ?? formula).replace(/[XB](?:\([^)]*\))?/g, (symbol) => {
    const value = sums.get(symbol);
    assert.ok(value !== undefined, `no sum for ${symbol} in ${formula}`);
    return `(${value})`;
  });
  const result = Function(
    `"use strict"; return ${body.replaceAll('−', '-').replaceAll('×', '*')};`,
  )() as number;
  return index === null ? result : (result - 1) / (result + 1);
}

async function workspaceOf(context: TestContext, seed: number) {
  const folder = await temporaryFolder(context);
  const unload = randomUnload(seed, 900);
  const path = join(folder, 'unload.csv');
  await writeFile(path, [unload.heading, ...unload.rows].join('\n'));
  await importFts(join(folder, 'workspace'), path);
  const workspace = await openWorkspace(join(folder, 'workspace'));
  context.after(() => workspace.close());
  return { workspace, rows: (await readFile(path, 'utf8')).split('\n').slice(1), folder };
}

const questions: readonly Partial<AssessOptions>[] = [
  {},
  { base: 'high-tech' },
  { base: 'non-resource', segments: 'eight' },
  { base: 'chapter' },
  { base: 'heading', alignment: 'un-conversion' },
  { reference: 'district' },
  { withoutSelf: true },
  { leaveOut: ['RU-MOW'], revision: 3 },
  { flow: 'import' },
  { period: '2018..2019' },
  { period: '2019-03..2019-09' },
  { period: '2016..2020', inEdition: 'HS2007', weights: 'equal' },
  { period: '2016..2020', inEdition: 'HS2017', weights: 'trade', base: 'non-resource' },
];

test('ten random figures of each of thirteen runs: the rows that are named give the figure again', async (context) => {
  const random = randomOf(7);
  for (const [number, question] of questions.entries()) {
    const { workspace, rows } = await workspaceOf(context, number + 1);
    const answer: Assessment = await assess(workspace, { period: '2019', ...question });
    const fields = Object.keys(assessmentFigures);
    for (let count = 0; count < 10; count += 1) {
      const row = answer.data[Math.floor(random() * answer.data.length)];
      const field = fields[Math.floor(random() * fields.length)] ?? '';
      assert.ok(row !== undefined);
      await check(
        workspace,
        answer,
        `${row.id}/${field}`,
        row[field as keyof typeof row] as number | null,
        rows,
      );
    }
  }
});

test('high technology by region: every figure of random rows', async (context) => {
  const { workspace, rows } = await workspaceOf(context, 99);
  const answer: HighTech = await highTech(workspace, { from: 2018, to: 2020, level: 'region' });
  const random = randomOf(3);
  for (let count = 0; count < 8; count += 1) {
    const row = answer.data[Math.floor(random() * answer.data.length)];
    assert.ok(row !== undefined);
    for (const field of Object.keys(highTechFigures))
      await check(
        workspace,
        answer,
        `${row.id}/${field}`,
        row[field as keyof typeof row] as number | null,
        rows,
      );
  }
});

async function check(
  workspace: Parameters<typeof explain>[0],
  answer: Assessment | HighTech,
  id: string,
  value: number | null,
  rows: readonly string[],
): Promise<void> {
  const figure = parseFigureId(id);
  assert.ok(figure !== null, id);
  const explanation = await explain(workspace, answer.manifest, figure, { rows: 1e9 });
  explanationSchema.parse(explanation);
  const { data } = explanation;
  assert.equal(data.value, value, id);
  assert.ok(data.agrees, `${id}: ${data.value} ${data.recomputed}`);
  const results: number[] = [];
  for (const bound of new Set(data.operands.map((operand) => operand.bound))) {
    const sums = new Map<string, number>();
    for (const operand of data.operands.filter((one) => one.bound === bound)) {
      assert.equal(operand.rows.length, operand.rowCount, id);
      const sum = sumOfRows(operand, rows);
      assert.ok(Math.abs(sum - operand.valueUsd) <= 1e-9 * Math.max(1, sum), `${id} ${operand.symbol}`);
      sums.set(operand.symbol, sum);
    }
    results.push(evaluate(data.formula, sums));
  }
  if (value === null) {
    assert.ok(data.reason !== null, `${id} has no value and no reason`);
    // Without a many-to-many table there is no range, though the chosen list has its sum.
    const noRange = data.reason === 'no-correlation-table' && results.length < 3;
    assert.ok(
      noRange || results.length === 0 || results.some((one) => !Number.isFinite(one)),
      `${id} ${results}`,
    );
    return;
  }
  const found = /Upper|upper/.test(id.split('/').at(-1) ?? '') ? Math.max(...results) : Math.min(...results);
  assert.ok(Math.abs(found - value) <= 1e-9 * Math.max(1, Math.abs(value)), `${id}: ${found} ${value}`);
}

test('rank, verdict and counts name what they rest on; caveats their rows; unknown ids say what there is', async (context) => {
  const { workspace } = await workspaceOf(context, 5);
  const answer = await assess(workspace, { period: '2019' });
  const of = (path: string) => {
    const id = parseFigureId(`${answer.manifest.run}/${path}`);
    assert.ok(id !== null);
    return explain(workspace, answer.manifest, id);
  };
  const second = answer.data.find((row) => row.rank === 2);
  const rank = await of(`2019/${second?.segment}/${second?.territory}/rank`);
  assert.equal(rank.data.related.length, 1);
  const verdict = await of(`2019/${second?.segment}/${second?.territory}/verdict`);
  assert.deepEqual(
    verdict.data.related.map((one) => one.id.split('/').at(-1)),
    ['trajectoryIndex', 'shareOfReferenceSegment'],
  );
  const secret = await of('2019/finding/confidential');
  assert.ok(secret.data.agrees);
  assert.ok(secret.data.operands[0]?.rows.every((row) => row.status === 'confidential'));
  await assert.rejects(of('2019/pharma/RU-NOWHERE'), /RU-/);
  await assert.rejects(of(`2019/pharma/${second?.territory}/beauty`), /trajectoryIndex/);
  assert.equal(parseFigureId('2019/pharma'), null);
});

test('a cell of a wide table is named by row and column', async (context) => {
  const folder = await temporaryFolder(context);
  const map = join(folder, 'map.json');
  await writeFile(
    join(folder, 'wide.xlsx'),
    workbookOf({
      s: [
        ['State', 'HS6', '2018', '2019'],
        ['SP', '880230', 5, 6],
        ['RJ', '880230', 7, 8],
      ],
    }),
  );
  await writeFile(
    map,
    JSON.stringify({
      country: 'BR',
      columns: { region: 'State', line: 'HS6' },
      wide: { over: 'year', columns: { 2018: '2018', 2019: '2019' } },
      flow: 'export',
      nomenclature: { name: 'HS', edition: 'calendar' },
      currency: { code: 'USD' },
    }),
  );
  await importTable(join(folder, 'w'), join(folder, 'wide.xlsx'), { map });
  const workspace = await openWorkspace(join(folder, 'w'));
  context.after(() => workspace.close());
  const answer = await assess(workspace, { period: '2019' });
  const id = parseFigureId(`${answer.manifest.run}/2019/aerospace/BR-RJ/segmentValueUsd`);
  assert.ok(id !== null);
  const copies: string[] = [];
  const explanation = await explain(workspace, answer.manifest, id, {
    copyRows: async (sql) => void copies.push(sql),
  });
  const row = explanation.data.operands[0]?.rows[0];
  assert.deepEqual([row?.row, row?.column, row?.value], [2, '2019', 8]);
  const copied = await workspace.engine.query(copies[0] ?? '');
  assert.deepEqual(
    copied.map((one) => [one.symbol, one.file, one.row, one.column, one.value_usd]),
    [['X(r,s)', 'wide.xlsx', 2, '2019', 8]],
  );
});
