import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { patentsSchema } from '../../src/api/patents.ts';
import { sectorsSchema } from '../../src/api/sectors.ts';
import { assess } from '../../src/assess/assess.ts';
import { industryStatistics } from '../../src/assess/industryStatistics.ts';
import { patents } from '../../src/assess/patents.ts';
import { sectors } from '../../src/assess/sectors.ts';
import { compareRuns } from '../../src/assess/trace/compareRuns.ts';
import { explain } from '../../src/assess/trace/explain.ts';
import { parseFigureId } from '../../src/assess/trace/figureId.ts';
import { noWorkspace } from '../../src/assess/trace/noWorkspace.ts';
import { rerun } from '../../src/assess/trace/rerun.ts';
import { industriesOf, industryOf, isic3ByHs } from '../../src/classifications/industries.ts';
import { hsEditions } from '../../src/domain/edition.ts';
import { TrajectaError } from '../../src/domain/trajectaError.ts';
import { readIndustryTable } from '../../src/sources/approaches/readIndustryTable.ts';
import { readPatentTable } from '../../src/sources/approaches/readPatentTable.ts';
import type { WorkspaceReader } from '../../src/store/workspaceReader.ts';
import type { LiteralRow } from '../support/literalTables.ts';
import { literalWorkspace } from '../support/literalWorkspace.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';

// ISIC Rev.3 by the explanatory notes: insulin 300431 in 2423, aeroplanes 880240 in 353, crude oil 270900 in 1110,
// computers 847130 in 3000, cars 870323 in 3410.
const rows: readonly LiteralRow[] = [
  { region: 'RU-MOW', hs6: '300431', usd: 10 },
  { region: 'RU-MOW', hs6: '270900', usd: 80 },
  { region: 'RU-MOW', usd: 10, status: 'confidential' },
  { region: 'RU-TOM', hs6: '880240', usd: 30 },
  { region: 'RU-TOM', hs6: '870323', usd: 20 },
  { region: 'not-stated', hs6: '847130', usd: 50 },
];

test('industries of well-known goods in every edition', () => {
  const industries = industriesOf('isic3');
  for (const edition of hsEditions) {
    const links = isic3ByHs(edition);
    const of = (code: string) => industryOf(industries, links.get(code) ?? '?')?.id;
    assert.equal(of('270900'), '10-14', edition);
    assert.equal(of('880240'), '353', edition);
    assert.equal(of('870323'), '34', edition);
    assert.equal(of('300431'), '2423', edition);
    assert.equal(of('841112'), '353', edition); // turbo-jets
    assert.equal(of('100630'), '15-16', edition); // milled rice
    assert.ok(links.size > 4900, edition);
    for (const isic of links.values()) assert.ok(industryOf(industries, isic) !== null, `${edition} ${isic}`);
  }
});

test('classes of ISIC Rev.4, dots or not', () => {
  const industries = industriesOf('isic4');
  const of = (code: string) => industryOf(industries, code)?.technologyClass ?? null;
  assert.equal(of('21'), 'high');
  assert.equal(of('26.3'), 'high');
  assert.equal(of('303'), 'high');
  assert.equal(of('30.1'), 'other-manufacturing');
  assert.equal(of('30.2'), 'medium-high');
  assert.equal(of('25.4'), 'medium-high');
  assert.equal(of('25.1'), 'other-manufacturing');
  assert.equal(of('32.5'), 'medium-high');
  assert.equal(of('32.1'), 'other-manufacturing');
  assert.equal(of('35'), null);
});

test('exports by industry and class by hand, with what of them is in the product list', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const answer = await sectors(workspace, { year: 2019 });
  sectorsSchema.parse(answer);
  const of = (id: string, industry: string | null) =>
    answer.data.find((row) => row.technologyClass === id && row.industry === industry);
  assert.equal(of('high', null)?.value, 90); // 10 + 30 + 50
  assert.equal(of('high', '2423')?.value, 10);
  assert.equal(of('high', '353')?.highTechValue, 30);
  assert.equal(of('medium-high', '34')?.value, 20);
  assert.equal(of('medium-high', '34')?.highTechValue, 0);
  assert.equal(of('not-manufacturing', null)?.value, 80);
  assert.equal(of('unallocated', null)?.value, 10);
  const regions = await sectors(workspace, { year: 2019, level: 'region' });
  const tomsk = regions.data.find((row) => row.territory === 'RU-TOM' && row.industry === '353');
  assert.equal(tomsk?.share, 30 / 50);
  assert.ok(Math.abs((tomsk?.specialisation ?? 0) - 30 / 50 / (30 / 200)) < 1e-12);
});

test('classes and the not allocated sum to all exports', async (context) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          region: fc.constantFrom('RU-MOW', 'RU-TOM', 'not-stated'),
          hs6: fc.constantFrom('300431', '880240', '270900', '999999', '010121'),
          usd: fc.integer({ min: 1, max: 1e6 }),
        }),
        { minLength: 1, maxLength: 12 },
      ),
      async (list) => {
        const workspace = await literalWorkspace(context, 'RU', list);
        const { data } = await sectors(workspace, { year: 2019 });
        const sum = data.filter((row) => row.industry === null).reduce((all, row) => all + row.value, 0);
        assert.ok(Math.abs(sum - list.reduce((all, row) => all + row.usd, 0)) < 1e-6);
        const inside = data.filter((row) => row.industry !== null).reduce((all, row) => all + row.value, 0);
        const rest = data.find((row) => row.technologyClass === 'unallocated')?.value ?? 0;
        assert.ok(Math.abs(inside + rest - sum) < 1e-6);
      },
    ),
    { numRuns: 10 },
  );
});

test('industry statistics of one own', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'own.csv');
  writeFileSync(
    path,
    'Регион;Год;ОКВЭД;Значение\nТомск;2019;26;1 000,5\nТомск;2019;30.3;99,5\nОмск;2019;10;900\nОмск;2019;30;100\n',
  );
  const { figures } = await readIndustryTable(path);
  const answer = industryStatistics(figures);
  sectorsSchema.parse(answer);
  const of = (territory: string, id: string) =>
    answer.data.find(
      (row) => row.territory === territory && row.technologyClass === id && row.industry === null,
    );
  assert.equal(of('Томск', 'high')?.value, 1100);
  assert.equal(of('Томск', 'high')?.share, 1);
  assert.equal(of('all', 'high')?.share, 1100 / 2100);
  assert.deepEqual(answer.findings.find((one) => one.code === 'mixed-division')?.examples, ['30']);
  writeFileSync(path, 'region,year,industry,value\nA,2019,26,many\n');
  await assert.rejects(
    () => readIndustryTable(path),
    (error: unknown) => error instanceof TrajectaError && /row 2: "many"/.test(error.text.en),
  );
});

test('patents counted by parts, with specialisation and exports beside', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'patents.csv');
  // P1: two classes, two regions; P2: one class; P3: not high technology.
  writeFileSync(
    path,
    'Регион;Год;Номер;МПК\nRU-TOM;2019;P1;H04L 9/00, A61K 1/00\nRU-MOW;2019;P1;H04L 9/00, A61K 1/00\nRU-TOM;2019;P2;B64C 1/00\nRU-MOW;2019;P3;A61K 9/00\n',
  );
  const workspace = await literalWorkspace(context, 'RU', rows);
  const { records } = await readPatentTable(path);
  const exports = (await assess(workspace, { period: '2019' })).data;
  const answer = patents(records, workspace.territories, exports);
  patentsSchema.parse(answer);
  const of = (territory: string, id: string) =>
    answer.data.find((row) => row.territory === territory && row.patentClass === id);
  assert.equal(of('RU-TOM', 'communication')?.patents, 0.25);
  assert.equal(of('RU-TOM', 'all')?.patents, 1.5);
  assert.equal(of('RU-MOW', 'all')?.patents, 1.5);
  assert.equal(of('RU-TOM', 'aviation')?.specialisation, 1 / 1.5 / (1 / 3));
  assert.equal(of('RU-TOM', 'aviation')?.segmentValueUsd, 30);
  assert.equal(of('RU-MOW', 'aviation')?.patents, 0);
  const total = answer.data
    .filter((row) => row.patentClass === 'all')
    .reduce((sum, row) => sum + row.patents, 0);
  assert.equal(total, 3); // documents
});

/** Every number of every row, explained: computed anew from its rows it is the same. */
async function explainAll(
  workspace: WorkspaceReader,
  answer: Awaited<ReturnType<typeof sectors>> | ReturnType<typeof patents>,
  fields: readonly string[],
): Promise<void> {
  for (const row of answer.data)
    for (const field of fields) {
      const id = parseFigureId(`${row.id}/${field}`);
      assert.ok(id, row.id);
      const { data } = await explain(workspace, answer.manifest, id, { rows: 3 });
      assert.equal(data.agrees, true, `${row.id}/${field}`);
      assert.equal(data.value, (row as unknown as Record<string, number | null>)[field], data.id);
    }
}

test('industries: each figure is explained by its rows, the run repeats, two runs are compared', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const answer = await sectors(workspace, { year: 2019, level: 'region' });
  await explainAll(workspace, answer, ['value', 'share', 'specialisation', 'highTechValue']);
  const id = parseFigureId(`${answer.manifest.run}/2019/industry-353/RU-TOM/value`);
  const { data } = await explain(workspace, answer.manifest, id ?? assert.fail());
  assert.deepEqual(
    data.operands[0]?.rows.map((one) => [one.region, one.line, one.value]),
    [['RU-TOM', '880240', 30]],
  );
  assert.equal((await rerun(workspace, answer.manifest)).reproduced, true);
  const more = await literalWorkspace(context, 'RU', [...rows, { region: 'RU-TOM', hs6: '880240', usd: 5 }]);
  const other = await sectors(more, { year: 2019, level: 'region' });
  const compared = await compareRuns(
    { name: 'a', rows: answer.data, manifest: answer.manifest },
    { name: 'b', rows: other.data, manifest: other.manifest },
    async () => null,
  );
  const aircraft = compared.data.find(
    (one) => one.territory === 'RU-TOM' && one.segment === 'industry-353' && one.field === 'value',
  );
  assert.deepEqual([aircraft?.a, aircraft?.b], [30, 35]);
});

test('a table of one own: explained by its rows without a workspace, also where a name holds the mark of ids', async () => {
  const own = [
    { region: 'A/B', year: 2019, industry: '26', value: 10, row: 2 },
    { region: 'A/B', year: 2019, industry: '10', value: 30, row: 3 },
    { region: 'C', year: 2019, industry: '21', value: 5, row: 4 },
  ];
  const answer = industryStatistics(own, { file: 'own.csv', sha256: 'x' });
  await explainAll(noWorkspace, answer, ['value', 'share', 'specialisation']);
  const id = parseFigureId(`${answer.manifest.run}/2019/high/A%2FB/share`);
  const { data } = await explain(noWorkspace, answer.manifest, id ?? assert.fail());
  assert.deepEqual(
    data.related.map((one) => [one.id, one.value]),
    [['own.csv:2', 10]],
  );
  assert.equal((await rerun(noWorkspace, answer.manifest)).reproduced, true);
});

test('patents: explained by documents, repeated with the exports beside', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const records = [
    { region: 'RU-TOM', year: 2019, ipc: ['H04L 9/00', 'A61K 1/00'], count: 1, regions: 2, row: 2 },
    { region: 'RU-MOW', year: 2019, ipc: ['H04L 9/00', 'A61K 1/00'], count: 1, regions: 2, row: 2 },
    { region: 'RU-TOM', year: 2019, ipc: ['B64C 1/00'], count: 1, regions: 1, row: 4 },
  ];
  const exports = (await assess(workspace, { period: '2019' })).data;
  const answer = patents(records, workspace.territories, exports, { file: 'p.csv', sha256: 'x', workspace });
  await explainAll(workspace, answer, ['patents', 'share', 'specialisation']);
  assert.equal((await rerun(workspace, answer.manifest)).reproduced, true);
  const alone = patents(records, null, [], { file: 'p.csv', sha256: 'x', workspace: null });
  await explainAll(noWorkspace, alone, ['patents', 'share', 'specialisation']);
});
