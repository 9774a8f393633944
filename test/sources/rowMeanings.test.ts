import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lineMeaning } from '../../src/domain/lineMeaning.ts';
import {
  isUnknownPartner,
  isUnknownRegion,
  isWorldPartner,
  meaningOfFlow,
  meaningOfPeriod,
  meaningOfYearAndMonth,
} from '../../src/sources/rowMeanings.ts';

test('flows by the words that unloads use', () => {
  assert.equal(meaningOfFlow('ЭК'), 'export');
  assert.equal(meaningOfFlow(' им '), 'import');
  assert.equal(meaningOfFlow('transit'), null);
});

test('periods in the ways they are written', () => {
  assert.deepEqual(meaningOfPeriod('2019'), { year: 2019, month: 0 });
  assert.deepEqual(meaningOfPeriod('03/2019'), { year: 2019, month: 3 });
  assert.deepEqual(meaningOfPeriod('2019-03'), { year: 2019, month: 3 });
  assert.deepEqual(meaningOfPeriod('201903'), { year: 2019, month: 3 });
  assert.deepEqual(meaningOfPeriod('31.03.2019'), { year: 2019, month: 3 });
  assert.equal(meaningOfPeriod('13/2019'), null);
  assert.equal(meaningOfPeriod('2019-00'), null);
  assert.equal(meaningOfPeriod('3019'), null);
  assert.equal(meaningOfPeriod(''), null);
});

test('year and month in two columns', () => {
  assert.deepEqual(meaningOfYearAndMonth('2019', ''), { year: 2019, month: 0 });
  assert.deepEqual(meaningOfYearAndMonth('2019', '12'), { year: 2019, month: 12 });
  assert.equal(meaningOfYearAndMonth('2019', '13'), null);
  assert.equal(meaningOfYearAndMonth('2019-01', '1'), null);
});

test('product codes: digits, secret codes, totals, lost zeros', () => {
  assert.deepEqual(lineMeaning('0101210000', []), {
    kind: 'product',
    code: '0101210000',
    zeroRestored: false,
  });
  assert.deepEqual(lineMeaning('101210000', []), {
    kind: 'product',
    code: '0101210000',
    zeroRestored: true,
  });
  assert.deepEqual(lineMeaning('8542.31', []), { kind: 'product', code: '854231', zeroRestored: false });
  assert.equal(lineMeaning('8542.31.100.0', [])?.code, '8542311000');
  assert.equal(lineMeaning('13542.54', []), null, 'a column of values is no column of codes');
  assert.equal(lineMeaning('XXXXXXXXXX', [])?.kind, 'confidential');
  assert.equal(lineMeaning('99999999', [])?.kind, 'confidential');
  assert.equal(lineMeaning('98887777', ['98887777'])?.kind, 'confidential');
  assert.equal(lineMeaning('TOTAL', [])?.kind, 'total');
  assert.equal(lineMeaning('85AB31', []), null);
  assert.equal(lineMeaning('', []), null);
  assert.equal(lineMeaning('000000', []), null);
});

test('partners and regions that are none', () => {
  assert.equal(isWorldPartner('World'), true);
  assert.equal(isUnknownPartner('NNN'), true);
  assert.equal(isUnknownPartner('DE'), false);
  assert.equal(isUnknownRegion('NNNNN - НЕ УКАЗАН'), true);
  assert.equal(isUnknownRegion('45000 - ГОРОД МОСКВА'), false);
});
