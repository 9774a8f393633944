import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { DBFFile } from 'dbffile';
import { alignHighTechnology } from '../../src/classifications/alignHighTechnology.ts';
import { concordanceBetween } from '../../src/classifications/concordanceBetween.ts';
import { loadAlignment } from '../../src/classifications/highTechnologyAlignment.ts';
import { hsEditions } from '../../src/domain/edition.ts';
import { openDuckdb } from '../../src/store/duckdb.ts';
import {
  importClassifications,
  importedNames,
  workspaceConcordances,
} from '../../src/store/importedClassifications.ts';
import { readManifest } from '../../src/store/manifest.ts';
import { openWorkspace } from '../../src/store/openWorkspace.ts';
import { literal } from '../../src/store/queries/literal.ts';
import { sharedData, withoutSharedData } from '../support/sharedData.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { workbookOf } from '../support/zipOf.ts';

test('the compact alignment equals what the imported official files give', {
  skip: withoutSharedData,
}, async (context) => {
  const folder = await temporaryFolder(context);
  const files = readdirSync(sharedData('un-tables')).filter((name) =>
    /\.(?:xlsx?|csv\.gz|json\.gz|txt|csv)$/i.test(name),
  );
  for (const name of files) await importClassifications(folder, join(sharedData('un-tables'), name));
  const source = workspaceConcordances(folder, await readManifest(folder));
  const imported = source.available.filter((entry) => entry.origin !== 'built-in');
  // Every edition to both revisions and to the edition before, and SITC Rev.4 to Rev.3: none of it is the program's own.
  assert.deepEqual(
    source.available.filter((entry) => entry.origin === 'built-in'),
    [],
  );
  assert.ok(imported.length >= 30);
  for (const revision of [4, 3] as const)
    assert.deepEqual(alignHighTechnology(source, revision), loadAlignment(revision));
  // Any two editions are linked, both ways, and all weights are whole.
  for (const [from, to] of [
    ['HS2022', 'HS1992'],
    ['HS1992', 'HS2022'],
    ['HS2017', 'ISIC3'],
  ] as const) {
    const { concordance } = concordanceBetween(source, from, to);
    const sums = new Map<string, number>();
    for (const link of concordance.links) sums.set(link.source, (sums.get(link.source) ?? 0) + link.weight);
    assert.ok(
      [...sums.values()].every((sum) => Math.abs(sum - 1) < 1e-9),
      `${from} ${to}`,
    );
  }
  assert.ok(hsEditions.every((edition) => source.pairs(edition, 'SITC4', 'conversion') !== null));
  // ISIC by ways of its own: three links that the printed correspondence of Rev.4 and Rev.3.1 holds.
  const isic = source.pairs('ISIC4', 'ISIC31', 'correlation') ?? [];
  for (const pair of [
    ['0111', '0111'],
    ['2100', '2423'],
    ['2610', '3210'],
  ])
    assert.ok(
      isic.some(([code, target]) => code === pair[0] && target === pair[1]),
      pair.join(' '),
    );
  await assert.rejects(openWorkspace(folder), /no data/);
});

test('layouts: a workbook with rows above, dots, lost zeros and marks; what is odd is said', async (context) => {
  const folder = await temporaryFolder(context);
  const path = join(folder, 'own.xlsx');
  await writeFile(
    path,
    workbookOf({
      'Conversion table': [
        ['Table of the ministry'],
        [],
        ['From HS 2017', '', 'To SITC Rev. 4'],
        ["'8542.31", 'ex', '776.42'],
        [10121, '', '001.5'],
        ['9999.77', '', '776.42'],
        ['7108.20', '', 'n.a.'],
      ],
    }),
  );
  const { data, findings } = await importClassifications(folder, path);
  assert.deepEqual(
    data.map((one) => [one.id, one.codes]),
    [['HS2017-SITC4-conversion', 4]],
  );
  const manifest = await readManifest(folder);
  assert.deepEqual(workspaceConcordances(folder, manifest).pairs('HS2017', 'SITC4', 'conversion'), [
    ['854231', '77642'],
    ['010121', '0015'],
    ['999977', '77642'],
    ['710820', null],
  ]);
  const examples = (code: string) => findings.find((finding) => finding.code === code)?.examples;
  assert.deepEqual(examples('unknown-codes'), ['999977']);
  assert.deepEqual(examples('codes-without-target'), ['710820']);
  assert.ok((findings.find((finding) => finding.code === 'codes-left-out')?.count ?? 0) > 5000);
  assert.ok((findings.find((finding) => finding.code === 'differs-from-built-in')?.count ?? 0) > 5000);
});

test('plain tables of two columns, dictionaries, and files that are neither', async (context) => {
  const folder = await temporaryFolder(context);
  await writeFile(join(folder, 'pairs.csv'), '0101210000;010121\n8542311000;854231\n');
  const pairs = await importClassifications(folder, join(folder, 'pairs.csv'), {
    from: 'TNVED',
    to: 'HS2017',
  });
  assert.equal(pairs.data[0]?.id, 'TNVED-HS2017-conversion');
  const { concordance } = concordanceBetween(
    workspaceConcordances(folder, await readManifest(folder)),
    'TNVED',
    'SITC4',
  );
  assert.deepEqual(concordance.links.find((link) => link.source === '8542311000')?.target, '77642'); // as the UN's sheet of HS2017 has it
  await writeFile(join(folder, 'names.csv'), 'KOD,NAME\n8542,Схемы\n8542311000,Процессоры\n');
  assert.equal((await importClassifications(folder, join(folder, 'names.csv'))).data[0]?.id, 'TNVED');
  const nameOf = importedNames(folder, await readManifest(folder));
  assert.deepEqual(
    nameOf((id) => id.startsWith('TNVED'), '8542311000'),
    { nomenclature: 'TNVED', name: 'Процессоры' },
  );
  const dictionary = await DBFFile.create(
    join(folder, 'EAEU.DBF'),
    [
      { name: 'KOD', type: 'C', size: 10 },
      { name: 'SIMPLE_NAM', type: 'C', size: 80 },
    ],
    { encoding: 'cp866' },
  );
  await dictionary.appendRecords([{ KOD: '8542311001', SIMPLE_NAM: 'Микросхемы' }]);
  const dbf = await importClassifications(folder, join(folder, 'EAEU.DBF'), { as: 'TNVED2022' });
  assert.deepEqual([dbf.data[0]?.id, dbf.data[0]?.codes], ['TNVED2022', 1]);
  const names = importedNames(folder, await readManifest(folder));
  assert.equal(names((id) => id === 'TNVED2022', '8542311001')?.name, 'Микросхемы');
  await writeFile(join(folder, 'other.csv'), 'a,b\nx,y\n');
  await assert.rejects(importClassifications(folder, join(folder, 'other.csv')), /--from and --to/);
  await assert.rejects(
    importClassifications(folder, join(folder, 'pairs.csv'), { from: '../x', to: 'HS2017' }),
    /no name of a classification/,
  );
  assert.equal((await readManifest(folder))?.classifications.length, 3);
});

test('SITC codes filled up with zeros, many columns of codes, Parquet; a table of other codes is refused', async (context) => {
  const folder = await temporaryFolder(context);
  const at = (name: string) => join(folder, name);
  // 010121 → 0015 and 854231 → 77642 as in the UN's sheet of HS2017; the second code stands at all depths.
  await writeFile(
    at('deep.csv'),
    'HS_4d,HS_6d,SITC4_4d,SITC4_5d\n0101,010121,0015,00150\n8542,854231,7764,77642\n',
  );
  const deep = await importClassifications(folder, at('deep.csv'), { from: 'HS2017', to: 'SITC4' });
  assert.deepEqual(deep.findings.find((one) => one.code === 'padded-codes')?.examples, ['00150 → 0015']);
  const stored = async () =>
    workspaceConcordances(folder, await readManifest(folder)).pairs('HS2017', 'SITC4', 'conversion');
  const expected = [
    ['010121', '0015'],
    ['854231', '77642'],
  ];
  assert.deepEqual(await stored(), expected);
  await writeFile(at('wrong.csv'), '010121,854231\n854231,300490\n');
  await assert.rejects(
    importClassifications(folder, at('wrong.csv'), { from: 'HS2017', to: 'SITC4' }),
    /wrong\.csv.*SITC4.*854231/,
  );
  assert.deepEqual(await stored(), expected);
  const engine = await openDuckdb();
  await engine.run(
    `COPY (SELECT '8542' AS tnved4, 'Схемы   интегральные' AS name_ru_full) TO ${literal(at('names_TNVED.parquet'))} (FORMAT parquet)`,
  );
  await engine.close();
  const names = await importClassifications(folder, at('names_TNVED.parquet'));
  assert.deepEqual([names.data[0]?.id, names.data[0]?.codes], ['TNVED', 1]);
  const nameOf = importedNames(folder, await readManifest(folder));
  assert.equal(nameOf((id) => id === 'TNVED', '8542')?.name, 'Схемы интегральные');
  await writeFile(at('nul.csv'), 'KOD;NAME\n8542;a\0b\n');
  await assert.rejects(importClassifications(folder, at('nul.csv')), /NUL bytes/);
});
