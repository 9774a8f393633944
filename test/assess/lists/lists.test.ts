import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { assess } from '../../../src/assess/assess.ts';
import { classifyCode } from '../../../src/assess/classifyCode.ts';
import { highTech } from '../../../src/assess/highTech.ts';
import { compareLists } from '../../../src/assess/lists/compareLists.ts';
import { builtInConcordances } from '../../../src/classifications/concordanceSource.ts';
import { loadSegmentSystem } from '../../../src/classifications/segmentSystems.ts';
import { importFts } from '../../../src/sources/fts/importFts.ts';
import { openWorkspace } from '../../../src/store/openWorkspace.ts';
import { literalWorkspace } from '../../support/literalWorkspace.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { workbookOf } from '../../support/zipOf.ts';

/** Tomsk, 2019: lines of ten digits with powers of two as values, so that any sum tells its parts. */
const lines = [
  ['8542311000', 1],
  ['8542319010', 2],
  ['8542319090', 4],
  ['8542390000', 8],
  ['3004900001', 16],
  ['3004900002', 32],
  ['8802400000', 64],
  ['2709009000', 128],
  ['3004', 256], // four digits only: in no list of longer codes
] as const;

async function workspaceOf(context: TestContext) {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'unload.csv');
  const rows = lines.map(([line, value]) => `ЭК;03/2019;DE;${line};${value};69000 - ТОМСКАЯ ОБЛАСТЬ`);
  await writeFile(path, ['NAPR;PERIOD;STRANA;TNVED;STOIM;REGION', ...rows].join('\n'));
  // The heading 3004 stands beside its lines: 256 less 48 is an unallocated line of it, in no segment of six digits.
  await importFts(join(folder, 'w'), path);
  const workspace = await openWorkspace(join(folder, 'w'));
  context.after(() => workspace.close());
  return { folder, workspace };
}

async function segmentValue(
  context: TestContext,
  codes: readonly string[],
  more: object = {},
): Promise<number | null | undefined> {
  const { folder, workspace } = await workspaceOf(context);
  const path = join(folder, 'list.json');
  await writeFile(
    path,
    JSON.stringify({
      id: 'own',
      name: { ru: 'с', en: 's' },
      source: 'test',
      ...more,
      segments: [{ id: 's', name: { ru: 'с', en: 's' }, codes }],
    }),
  );
  const answer = await assess(workspace, { period: '2019', segments: path });
  return answer.data.find((row) => row.territory === 'RU-TOM')?.segmentValueUsd;
}

test('lists by TN VED, HS and SITC, mixed, with exceptions', async (context) => {
  assert.equal(await segmentValue(context, ['8542']), 15);
  assert.equal(await segmentValue(context, ['8542', '-854239']), 7);
  assert.equal(
    await segmentValue(context, ['8542', '-8542319']),
    9,
    'an exception of seven digits takes two lines out',
  );
  assert.equal(await segmentValue(context, ['tnved:8542319010']), 2);
  assert.equal(
    await segmentValue(context, ['tnved:8542319010', 'tnved:8542319']),
    6,
    'a line within another counts once',
  );
  assert.equal(
    await segmentValue(context, ['hs:854231', 'tnved:8542311000']),
    7,
    'a line of a code that is in counts once',
  );
  assert.equal(await segmentValue(context, ['tnved:3004900001', 'sitc4:792']), 80);
  assert.equal(
    await segmentValue(context, ['sitc4:7764']),
    15,
    'integrated circuits through the table of HS2017',
  );
  assert.equal(await segmentValue(context, ['sitc3:7764', '-tnved:8542311000']), 14);
  assert.equal(await segmentValue(context, ['8542', '30', '-sitc4:7764']), 48);
  assert.equal(await segmentValue(context, ['8542311000'], { edition: 'HS2017' }), 1);
});

test('a list as a table: CSV in windows-1251, or a workbook with segments, classifications and exceptions', async (context) => {
  const { folder, workspace } = await workspaceOf(context);
  const csv = join(folder, 'Перечень.csv');
  await writeFile(csv, 'Код ТН ВЭД;Наименование\n8542 31 100 0;Схемы\n3004;Лекарства\n');
  const one = await assess(workspace, { period: '2019', segments: csv });
  assert.deepEqual([one.data[0]?.segmentName.ru, one.data[0]?.segmentValueUsd], ['Перечень', 49]);
  const xlsx = join(folder, 'list.xlsx');
  await writeFile(
    xlsx,
    workbookOf({
      s: [
        ['Перечень министерства'],
        ['Код', 'Сегмент', 'Классификатор', 'Исключение'],
        ['7764', 'Схемы', 'МСТК4', ''],
        ['8542390000', 'Схемы', 'ТН ВЭД', 'да'],
        ['8802', 'Самолёты', 'ГС', ''],
      ],
    }),
  );
  const two = await assess(workspace, { period: '2019', segments: xlsx });
  assert.deepEqual(
    two.data.filter((row) => row.level === 'country').map((row) => [row.segmentName.ru, row.segmentValueUsd]),
    [
      ['Схемы', 7],
      ['Самолёты', 64],
    ],
  );
});

test('what is wrong with a list is said: codes that are none, that do not exist, exceptions and repetitions', async (context) => {
  const { folder, workspace } = await workspaceOf(context);
  const path = join(folder, 'list.json');
  const list = (segments: object) =>
    writeFile(path, JSON.stringify({ id: 'own', name: { ru: 'с', en: 's' }, source: 'test', segments }));
  await list([{ id: 's', name: { ru: 'с', en: 's' }, codes: ['85x2'] }]);
  await assert.rejects(loadSegmentSystem(path), /85x2/);
  await list([
    { id: 's', name: { ru: 'с', en: 's' }, codes: ['8542', '999977', '-30'] },
    { id: 't', name: { ru: 'т', en: 't' }, codes: ['8542'] },
  ]);
  const { findings } = await assess(workspace, { period: '2019', segments: path });
  const examples = (code: string) => findings.find((finding) => finding.code === code)?.examples;
  assert.deepEqual(examples('list-unknown-codes'), ['s: 999977']);
  assert.deepEqual(examples('list-idle-exceptions'), ['s: 30']);
  assert.deepEqual(examples('list-repeated-codes'), ['hs:8542: s, t']);
});

test('two lists against each other: what the one-to-one tables drop in HS2022', async () => {
  const nine = await loadSegmentSystem('nine');
  const list = (alignment: 'resolved' | 'un-conversion') => ({
    name: alignment,
    system: nine,
    revision: 4 as const,
    alignment,
  });
  const found = await compareLists(
    list('un-conversion'),
    list('resolved'),
    ['HS2022'],
    builtInConcordances(),
    null,
  );
  // 341 and 351 codes are counted from the official tables elsewhere; all of the 341 are in the 351.
  assert.deepEqual([found.manifest.both, found.manifest.onlyA, found.manifest.onlyB], [341, 0, 10]);
  assert.ok(found.data.some((row) => row.code === '854231' && row.inB[0] === 'electronics'));
});

test('all years in one edition: values follow the official tables, and nothing is lost unsaid', async (context) => {
  // 300210 of HS2012 is what six codes of HS2017 (300211 to 300219 less 16 to 18) are converted to; five of them and
  // 300215 are immunological products. 270900 is the same code in both.
  const workspace = await literalWorkspace(context, 'RU', [
    { region: 'RU-TOM', year: 2016, edition: 'HS2012', hs6: '300210', usd: 60 },
    { region: 'RU-TOM', year: 2016, edition: 'HS2012', hs6: '270900', usd: 40 },
    { region: 'RU-TOM', year: 2017, edition: 'HS2017', hs6: '300215', usd: 70 },
    { region: 'RU-TOM', year: 2017, edition: 'HS2017', hs6: '270900', usd: 30 },
  ]);
  const pharmacy = async (options: object) =>
    (await highTech(workspace, { from: 2016, to: 2017, ...options })).data
      .filter((row) => row.group === 'pharmacy')
      .map((row) => Math.round((row.valueUsd ?? 0) * 1e6) / 1e6);
  assert.deepEqual(await pharmacy({}), [60, 70]);
  assert.deepEqual(await pharmacy({ alignment: 'un-conversion' }), [60, 0], 'the hole of HS2017');
  assert.deepEqual(
    await pharmacy({ alignment: 'un-conversion', inEdition: 'HS2012' }),
    [60, 70],
    'read in HS2012 there is no hole',
  );
  assert.deepEqual(await pharmacy({ inEdition: 'HS2017' }), [60, 70]);
  assert.deepEqual(
    await pharmacy({ inEdition: 'HS2017', weights: 'trade' }),
    [60, 70],
    'all trade of HS2017 is in 300215',
  );
  const answer = await highTech(workspace, { from: 2016, to: 2017, inEdition: 'HS2017' });
  const finding = (code: string) => answer.findings.find((one) => one.code === code);
  assert.equal(finding('edition-unmapped')?.valueUsd, 0);
  assert.equal(finding('edition-converted')?.valueUsd, 60, 'the value whose parting rests on weights');
  const assessed = await assess(workspace, { period: '2016..2017', inEdition: 'HS2012', base: 'chapter' });
  assert.equal(
    assessed.data.find((row) => row.segment === 'pharma' && row.level === 'region')?.segmentValueUsd,
    130,
  );
  await assert.rejects(
    highTech(workspace, { from: 2016, to: 2017, inEdition: 'HS2013' as 'HS2012' }),
    /HS2012/,
  );
});

test('the whole path of a code', () => {
  const context = { concordances: builtInConcordances(), nameOf: () => null };
  const chip = classifyCode(context, '8542.31 1000', { year: 2022 });
  assert.equal(chip.edition, 'HS2022');
  assert.deepEqual(
    chip.levels.map((level) => [level.level, level.code]),
    [
      ['section', 'XVI'],
      ['chapter', '85'],
      ['heading', '8542'],
      ['hs6', '854231'],
      ['line', '8542311000'],
    ],
  );
  const rev4 = chip.lists.find((list) => list.revision === 4);
  // In HS2022 the UN converts 854231 to the parent 776, and a list in lower codes loses it.
  assert.deepEqual([rev4?.resolved, rev4?.unConversion], ['electronics', null]);
  assert.ok(chip.segments.some((one) => one.system === 'four' && one.segment === 'electronics_telecom'));
  assert.deepEqual(chip.productLists, ['non-resource', 'non-energy']);
  const lost = classifyCode(context, '101210000');
  assert.equal(lost.line, '0101210000');
  const old = classifyCode(context, '300211');
  assert.equal(old.edition, 'HS2017', 'the newest edition that has the code');
  assert.deepEqual(old.editions.find((one) => one.edition === 'HS2012')?.counterparts, [
    { code: '300210', weight: 1 },
  ]);
  const secret = classifyCode(context, 'XXXXXXXXXX');
  assert.equal(secret.kind, 'confidential');
  assert.equal(secret.unknown.length, 1);
  const wrong = classifyCode(context, '999977', { edition: 'HS2022' });
  assert.ok(wrong.unknown.some((one) => /HS2022/.test(one.en)));
  assert.throws(() => classifyCode(context, 'ABC'), /product code/);
});
