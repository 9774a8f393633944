import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { AuditAnswer } from '../../src/api/audit.ts';
import type { AuditDocument } from '../../src/api/auditQuestion.ts';
import type { ComparisonExplanation } from '../../src/api/comparisonExplanation.ts';
import type { CountryComparison } from '../../src/api/countryComparison.ts';
import type { MeasureAnswer } from '../../src/api/measureAnswer.ts';
import type { Measures } from '../../src/api/measureQuestion.ts';
import type { Refusal } from '../../src/api/refusal.ts';
import type { SearchAnswer } from '../../src/api/search.ts';
import type { Sectors } from '../../src/api/sectors.ts';
import type { SeriesCountries } from '../../src/api/seriesCountries.ts';
import { packageRoot } from '../../src/classifications/dataFile.ts';
import { measures } from '../../src/domain/measures/registry.ts';
import { serve } from '../../src/http/serve.ts';
import { folderSource } from '../../src/http/workspaceSource.ts';
import { runTrajecta } from '../support/runTrajecta.ts';
import { serveFolder, serveHostile } from '../support/server.ts';
import { temporaryFolder } from '../support/temporaryFolder.ts';
import { webWorkspace } from '../support/webWorkspace.ts';
import { madeExports, worldSeries } from '../support/worldSeries.ts';

async function json<Body>(url: string): Promise<Body> {
  const response = await fetch(url);
  assert.equal(response.status, 200, `${url} ${response.status}`);
  return (await response.json()) as Body;
}

async function refusal(url: string, init?: RequestInit): Promise<{ status: number; message: string }> {
  const response = await fetch(url, init);
  const { error } = (await response.json()) as Refusal;
  assert.notEqual(error.message.ru, error.message.en);
  return { status: response.status, message: error.message.en };
}

test('measure, measures and sectors by HTTP answer as the command line does', async (context) => {
  const folder = await webWorkspace(context);
  const { address } = await serveFolder(context, folder);
  const eci = await json<MeasureAnswer>(`${address}/api/v1/measure?measure=rca&year=2020&digits=4`);
  const command = await runTrajecta(
    'measure',
    'rca',
    '--year',
    '2020',
    '--digits',
    '4',
    '--format',
    'json',
    '-w',
    folder,
  );
  assert.deepEqual(eci, JSON.parse(command.out));
  assert.ok(eci.data.length > 10);
  const byDistrict = await json<MeasureAnswer>(
    `${address}/api/v1/measure?measure=hhi&year=2020&level=district`,
  );
  assert.ok(byDistrict.data.every((row) => /^RU-/.test(row.region ?? '')));
  const all = await json<Measures>(`${address}/api/v1/measures`);
  assert.deepEqual(
    all.data.map((one) => one.id),
    measures.map((one) => one.id),
  );
  const sectors = await json<Sectors>(`${address}/api/v1/sectors?year=2020&flow=export&reExports=exclude`);
  const sectorsByCommand = await runTrajecta('sectors', '--year', '2020', '--format', 'json', '-w', folder);
  assert.deepEqual(sectors.data, (JSON.parse(sectorsByCommand.out) as Sectors).data);
  for (const [query, wanted] of [
    ['measure?measure=nothing&year=2020', /measure=nothing.*rca/],
    ['measure?measure=rca', /year=/],
    ['measure?measure=rca&year=2020&digits=5', /digits=5.*2, 4, 6/],
    ['measure?measure=rca&year=2020&pci=/etc/passwd', /no parameter "pci"/],
    ['measure?measure=external-eci&year=2020', /table of its own \(pci\)/],
    ['measure?measure=presence&year=2020&presenceBy=rpop', /presenceBy|table/],
    ['sectors?year=1800', /year=1800/],
  ] as const) {
    const refused = await refusal(`${address}/api/v1/${query}`);
    assert.equal(refused.status, 400, query);
    assert.match(refused.message, wanted, query);
  }
});

test('search finds by code, by word in either language, with an ending, with ё as е', async (context) => {
  const { address } = await serveFolder(context, await webWorkspace(context));
  const first = async (text: string, kind = '') => {
    const query = new URLSearchParams({ text, ...(kind === '' ? {} : { kind }) });
    const { data } = await json<SearchAnswer>(`${address}/api/v1/search?${query}`);
    return data.map((hit) => `${hit.kind} ${hit.id}`)[0];
  };
  assert.equal(await first('томск'), 'region RU-TOM');
  assert.equal(await first('Tomsk'), 'region RU-TOM');
  assert.equal(await first('ru-mow'), 'region RU-MOW');
  assert.equal(await first('орел'), await first('Орёл'));
  assert.equal(await first('фармацевтическая'), 'segment pharma');
  assert.equal(await first('aerospace'), 'segment aerospace');
  assert.equal(await first('gini'), 'measure gini');
  assert.equal(await first('китай'), 'partner CN');
  assert.equal(await first('China', 'partner'), 'partner CN');
  const { data } = await json<SearchAnswer>(`${address}/api/v1/search?text=30&kind=product&most=5`);
  assert.equal(data[0]?.id, '30');
  assert.ok(data.every((hit) => hit.id.startsWith('30')));
  const nothing = await json<SearchAnswer>(`${address}/api/v1/search?text=zzzz`);
  assert.deepEqual([nothing.data, nothing.manifest.found], [[], 0]);
  assert.equal((await refusal(`${address}/api/v1/search?text=`)).status, 400);
  for (const text of ["' OR 1=1 --", '%_%', '"; DROP TABLE detail', '😀', '../../etc/passwd', '((((']) {
    const { data } = await json<SearchAnswer>(`${address}/api/v1/search?${new URLSearchParams({ text })}`);
    assert.deepEqual(data, [], text);
  }
});

test('what needs no trade is answered where there is no workspace', async (context) => {
  const folder = join(await temporaryFolder(context), 'none');
  const server = await serve(folderSource(folder), { language: 'en', port: 0 });
  context.after(() => server.close());
  const { address } = server;
  assert.equal((await json<Measures>(`${address}/api/v1/measures?family=prices`)).data[0]?.family, 'prices');
  const document = await json<AuditDocument>(`${address}/api/v1/audit-document`);
  assert.equal(document.data.id, 'paper');
  const none = await json<SeriesCountries>(`${address}/api/v1/countries`);
  assert.deepEqual([none.data, none.findings.map((one) => one.code)], [[], ['no-series']]);
  for (const query of ['compare?from=2010&to=2012&countries=RU', 'workspace', 'search?text=a']) {
    const refused = await refusal(`${address}/api/v1/${query}`);
    assert.equal(refused.status, 404, query);
    assert.match(refused.message, /import/, query);
  }
});

test('the audit answers of a built-in case and of a posted document what the command line answers', async (context) => {
  const { address } = await serveHostile(context);
  const path = join(packageRoot(), 'examples', 'wdi-audit', 'seeded.json');
  const command = await runTrajecta('audit', path, '--format', 'json');
  const wanted = JSON.parse(command.out) as AuditAnswer;
  const built = await json<AuditAnswer>(`${address}/api/v1/audit?case=world-bank-seeded`);
  assert.deepEqual(built, wanted);
  const text = await readFile(path, 'utf8');
  const post = (body: string, more: Record<string, string> = {}, form = '') =>
    fetch(`${address}/api/v1/audit${form}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', 'x-trajecta': '1', ...more },
    });
  const posted = (await (await post(text)).json()) as AuditAnswer;
  assert.deepEqual(posted.data, wanted.data);
  assert.equal(posted.manifest.sha256, wanted.manifest.sha256);
  const csv = await (await post(text, {}, '.csv')).text();
  assert.equal(csv.trimEnd().split('\r\n').length, 1 + wanted.data.length);
  assert.deepEqual((await json<AuditAnswer>(`${address}/api/v1/audit?case=world-bank-clean`)).data, []);
});

test('hostile documents are refused: no JSON, unknown fields, too many cells or bytes, foreign pages', async (context) => {
  const { address } = await serveHostile(context);
  const url = `${address}/api/v1/audit`;
  const headers = { 'content-type': 'application/json', 'x-trajecta': '1' };
  const post = (body: string, more: Record<string, string> = {}) =>
    refusal(url, { method: 'POST', body, headers: { ...headers, ...more } });
  assert.match((await post('{')).message, /no JSON/);
  assert.match((await post('')).message, /no JSON/);
  assert.match((await post('{"file":"/etc/passwd"}')).message, /id|title/);
  assert.equal((await post('{}'.padEnd(1_000_001))).status, 413);
  const wide = {
    id: 'wide',
    title: { ru: 'а', en: 'a' },
    source: 'a',
    quantities: [{ id: 'x', name: { ru: 'а', en: 'a' }, per: 'row' }],
    tables: [
      {
        id: 't',
        title: { ru: 'а', en: 'a' },
        columns: [{ id: 'v', meaning: 'amount', quantity: 'x' }],
        rows: Array.from({ length: 5001 }, (_, row) => [`r${row}`, '1']),
      },
    ],
  };
  const many = await post(JSON.stringify(wide));
  assert.deepEqual([many.status, /5001.*5000/.test(many.message)], [413, true]);
  assert.equal((await post('{}', { origin: 'http://elsewhere.example' })).status, 403);
  assert.equal((await post('{}', { 'content-type': 'text/plain' })).status, 415);
  const bare = await refusal(url, {
    method: 'POST',
    body: '{}',
    headers: { 'content-type': 'application/json' },
  });
  assert.equal(bare.status, 403);
  assert.match((await refusal(`${address}/api/v1/audit?case=../../package`)).message, /paper/);
});

test('countries are compared by HTTP over the series of a workspace that has no trade', async (context) => {
  const folder = await temporaryFolder(context);
  const workspace = join(folder, 'world');
  await worldSeries(folder, workspace);
  const { address } = await serveFolder(context, workspace);
  const known = await json<SeriesCountries>(`${address}/api/v1/countries`);
  const russia = known.data.find((one) => one.territory === 'RU');
  assert.deepEqual([russia?.exportsFrom, russia?.exportsTo, russia?.highTechTo], [2006, 2012, 2012]);
  assert.equal(known.data.find((one) => one.territory === 'BRICS')?.level, 'union');
  assert.equal(known.manifest.series.length, 3);
  const query = 'from=2007&to=2012&countries=RU,Vietnam&groups=BRICS&chainFrom=2008';
  const answer = await json<CountryComparison>(`${address}/api/v1/compare?${query}`);
  const command = await runTrajecta(
    ...['compare', '--countries', 'RU,Vietnam', '--groups', 'BRICS', '--from', '2007', '--to', '2012'],
    ...['--chain-from', '2008', '--format', 'json', '-w', workspace],
  );
  assert.deepEqual(answer, JSON.parse(command.out));
  const row = answer.data.find((one) => one.territory === 'VN' && one.year === 2009);
  // 100 × 1.18 × 0.8 by the rule of the made-up series.
  assert.ok(Math.abs((row?.exportsIndex ?? 0) - 94.4) < 1e-9);
  assert.equal(row?.shareOfManufactured?.toFixed(6), '0.400000');
  const explained = await json<ComparisonExplanation>(
    `${address}/api/v1/explain-compare?${query}&territory=VN&year=2009&field=exportsIndex`,
  );
  assert.equal(explained.data.value, row?.exportsIndex);
  assert.ok(explained.data.reproduced);
  assert.deepEqual(
    explained.data.inputs.map((one) => [one.territory, one.year, one.value]).sort(),
    [2008, 2009].map((year) => ['VN', year, madeExports('VNM', year)]),
  );
  for (const [more, wanted] of [
    ['from=2012&to=2007', /backwards/],
    ['from=2007&to=2012&countries=Atlantis', /Atlantis/],
    ['from=2007&to=2012&groupFile=/etc/passwd', /no parameter "groupFile"/],
    ['from=2007&to=2012&countries=RU&valuation=volume', /TX\.UVI\.MRCH\.XD\.WD/],
  ] as const)
    assert.match((await refusal(`${address}/api/v1/compare?${more}`)).message, wanted, more);
});
