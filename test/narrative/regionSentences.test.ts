import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assess } from '../../src/assess/assess.ts';
import { composition } from '../../src/assess/profile/composition.ts';
import { partners } from '../../src/assess/profile/partners.ts';
import { partnerSentences } from '../../src/narrative/partnerSentences.ts';
import { compositionSentences, regionLead } from '../../src/narrative/regionSentences.ts';
import { plainSentence, russianForm, type Sentence, setRussian, tidy } from '../../src/narrative/sentence.ts';
import { literalWorkspace } from '../support/literalWorkspace.ts';

const nameOf = (segment: string) => segment;
const text = (sentences: readonly Sentence[]) =>
  sentences
    .map(plainSentence)
    .join(' ')
    .replace(/[\u00a0\u202f]/g, ' ');

// Region A sells 30 of medicines and 70 of oil; the rest of the country 100 of oil: 30 % against 15 %.
const rows = [
  { region: 'RU-TOM', hs6: '300431', usd: 30e6, partner: 'DE' },
  { region: 'RU-TOM', hs6: '270900', usd: 70e6, partner: 'CN' },
  { region: 'RU-NVS', hs6: '270900', usd: 100e6, partner: 'CN' },
] as const;

test('the lead of a region says what the rows say, in both languages', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const { data } = await assess(workspace, { period: '2019' });
  const given = {
    rows: data.filter((row) => row.territory === 'RU-TOM'),
    country: data.filter((row) => row.level === 'country'),
    period: '2019',
    flow: 'export' as const,
    nameOf,
  };
  assert.equal(
    text(regionLead(given, 'ru')),
    'В 2019 году вывезено товаров на 100 млн долл., из них высокотехнологичных — на 30,0 млн долл., или 30,0 %. Это в 2,0 раза выше доли по стране, 15,0 %. Ориентация на вывоз есть в сегментах: 1 из 4 — «pharma».',
  );
  assert.equal(
    text(regionLead(given, 'en')),
    'In 2019 exports were $100 m, of which high technology $30.0 m, or 30.0%. That is 2.0 times the share in the country, 15.0%. It is oriented to exports in 1 of 4 segments: pharma.',
  );
  const other = { ...given, rows: data.filter((row) => row.territory === 'RU-NVS') };
  assert.match(text(regionLead(other, 'ru')), /нет ни в одном сегменте/);
  const asked = regionLead(given, 'ru')
    .flat()
    .find((part) => typeof part !== 'string' && part.figure !== undefined);
  assert.match(typeof asked === 'object' ? (asked.figure ?? '') : '', /\/RU-TOM\/totalValueUsd$/);
});

test('sentences on composition and partners, also where there is nothing to say', async (context) => {
  const workspace = await literalWorkspace(context, 'RU', rows);
  const made = await composition(workspace, { territory: 'RU-TOM', period: '2019' });
  assert.equal(
    text(compositionSentences(made.data, nameOf, 'ru')),
    'Больше всего весит сегмент «pharma»: 30,0 млн долл., 100 % высокотехнологичного вывоза.',
  );
  assert.match(text(compositionSentences([], nameOf, 'en')), /no high-technology exports/);
  const where = await partners(workspace, { territory: 'RU-TOM', period: '2019' });
  assert.equal(text(partnerSentences(where.data, 'en')), 'All exports with a stated partner: Germany.');
  assert.deepEqual(partnerSentences([], 'ru'), []);
});

test('Russian setting', () => {
  assert.equal(setRussian('рост в регионе — на треть'), 'рост в\u00a0регионе\u00a0— на\u00a0треть');
  assert.deepEqual(
    [1, 2, 5, 11, 12, 21, 22, 25, 111, 102].map((count) => russianForm(count, ['раз', 'раза', 'раз'])),
    ['раз', 'раза', 'раз', 'раз', 'раз', 'раз', 'раза', 'раз', 'раз', 'раза'],
  );
  assert.equal(plainSentence(tidy(['на ', { text: '5 долл.' }, '. Ещё.'])), 'на 5 долл. Ещё.');
});
