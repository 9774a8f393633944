import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { editionInForce } from '../../src/classifications/calendar.ts';
import { findPartner } from '../../src/classifications/partners.ts';
import { loadTerritories } from '../../src/classifications/territories.ts';
import { parentAt } from '../../src/domain/territory.ts';
import { territoryIndex } from '../../src/domain/territoryIndex.ts';
import { sharedData, withoutSharedData } from '../support/sharedData.ts';

const russia = loadTerritories('RU');
assert.ok(russia !== null);

test('85 regions of Russia by 2014, 83 before, all in a district', () => {
  const regions = russia.territories.filter((one) => one.kind === 'region' && one.to === undefined);
  assert.equal(regions.length, 85);
  assert.equal(regions.filter((one) => one.from === undefined).length, 83);
  for (const region of regions) assert.notEqual(parentAt(russia, region.id, '2019-12'), null, region.id);
});

test('districts by date', () => {
  // Decree 632 of 3 November 2018 moved Buryatia and Zabaykalye; the Crimean district existed March 2014 to July 2016.
  assert.equal(parentAt(russia, 'RU-BU', '2018-10'), 'RU-D6');
  assert.equal(parentAt(russia, 'RU-BU', '2018-11'), 'RU-D7');
  assert.equal(parentAt(russia, 'RU-CR', '2016-07'), 'RU-D9');
  assert.equal(parentAt(russia, 'RU-CR', '2016-12'), 'RU-D3');
  assert.equal(parentAt(russia, 'RU-DA', '2009-12'), 'RU-D3');
});

test('a region is found by code and by spelling', () => {
  const find = territoryIndex(russia);
  const moscow = [
    '45000',
    '45000 - ГОРОД МОСКВА СТОЛИЦА РОССИЙСКОЙ ФЕДЕРАЦИИ ГОРОД ФЕДЕРАЛЬНОГО ЗНАЧЕНИЯ',
    'Москва',
    'г. Москва',
    'Moscow',
    'RU-MOW',
  ];
  for (const text of moscow) assert.equal(find(text)?.id, 'RU-MOW', text);
  assert.equal(find('Московская обл')?.id, 'RU-MOS');
  assert.equal(find('Атлантида'), null);
});

test('states of Australia and Brazil', () => {
  const count = (country: string) =>
    loadTerritories(country)?.territories.filter((one) => one.kind === 'region').length;
  assert.equal(count('AU'), 8);
  assert.equal(count('BR'), 27);
  assert.equal(loadTerritories('XX'), null);
});

test('partners by any code or name', () => {
  for (const text of ['IN', 'IND', '356', 'Индия', 'India'])
    assert.equal(findPartner(text)?.iso2, 'IN', text);
  assert.equal(findPartner('Nowhere'), null);
});

test('calendars', () => {
  assert.equal(editionInForce('RU', 2016, 12).edition, 'HS2012');
  assert.equal(editionInForce('RU', 2017, 0).edition, 'HS2017');
  assert.equal(editionInForce('BR', 2022, 3).edition, 'HS2017');
  assert.equal(editionInForce('BR', 2022, 4).edition, 'HS2022');
  assert.deepEqual(editionInForce('AU', 1989, 0), { edition: 'HS1992', flagged: true });
});

test('every region and country of the customs dictionaries is known', { skip: withoutSharedData }, () => {
  const find = territoryIndex(russia);
  const read = (file: string) =>
    parse(readFileSync(sharedData('ru-refs', file), 'utf8'), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
  const regions = read('fts_regions.csv').filter((row) => row.OKATO_2 !== 'NNNNN' && row.OKATO_2 !== '');
  assert.deepEqual(
    regions.filter((row) => find(row.OKATO_2_N ?? '') === null).map((row) => row.OKATO_2_N),
    [],
  );
  const countries = read('fts_country.csv').filter((row) => row.KOD !== 'NNN');
  assert.deepEqual(
    countries.filter((row) => findPartner(row.KOD ?? '') === null).map((row) => row.KOD),
    [],
  );
});
