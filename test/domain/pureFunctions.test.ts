import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatAgainst, formatNumber } from '../../src/domain/formatNumber.ts';
import { judgeOrientation, type OrientationRule } from '../../src/domain/orientationRule.ts';
import { lastMonth, parsePeriod, periodBefore, periodText } from '../../src/domain/period.ts';
import { expandSitcExpression, parseSitcExpression } from '../../src/domain/sitcExpression.ts';

test('SITC expressions: a code stands for what begins with it, a minus takes parts out', () => {
  assert.deepEqual(parseSitcExpression('7921 (714 − 71489 - 71499)'), [
    { code: '7921', except: [] },
    { code: '714', except: ['71489', '71499'] },
  ]);
  assert.deepEqual(expandSitcExpression('(87 − 871)', ['8711', '872', '873', '9']), ['872', '873']);
  for (const wrong of ['', 'abc', '(714 − 72)', '7921,7922', '123456'])
    assert.throws(() => parseSitcExpression(wrong), RangeError, wrong);
});

test('periods', () => {
  assert.deepEqual(parsePeriod('2017..2019'), { fromYear: 2017, toYear: 2019, months: null });
  assert.deepEqual(parsePeriod('2019-03'), { fromYear: 2019, toYear: 2019, months: { from: 3, to: 3 } });
  for (const wrong of ['2019..2017', '2019-06..2019-01', '2018-01..2019-02', '2019-13', 'x'])
    assert.equal(parsePeriod(wrong), null, wrong);
  const half = parsePeriod('2019-01..2019-06');
  assert.ok(half !== null);
  assert.equal(periodText(periodBefore(half)), '2018-01..2018-06');
  assert.equal(lastMonth(half), '2019-06');
});

test('numbers for people', () => {
  assert.equal(formatNumber(1234567.891, 1, 'ru'), '1\u202F234\u202F567,9');
  assert.equal(formatNumber(-1234.5, 1, 'en'), '−1,234.5');
  assert.equal(formatNumber(-0.01, 1, 'en'), '0.0');
  assert.equal(formatAgainst(0.96, 1, 1, 'en'), '0.96');
  assert.equal(formatAgainst(1.04, 1, 1, 'en'), '1.0');
});

const rule: OrientationRule = {
  id: 'test',
  name: { ru: '', en: '' },
  source: 'test',
  conditions: [
    { measure: 'trajectoryIndex', operator: '>=', threshold: 1 },
    { measure: 'shareOfReferenceSegment', operator: '>=', threshold: 0.01 },
  ],
};
test('verdicts: yes, no, undefined, near', () => {
  const judge = (trajectoryIndex: number | null, shareOfReferenceSegment: number | null) => {
    const { verdict, near } = judgeOrientation(rule, { trajectoryIndex, shareOfReferenceSegment });
    return `${verdict}${near ? ' near' : ''}`;
  };
  assert.equal(judge(2, 0.5), 'yes');
  assert.equal(judge(1.05, 0.5), 'yes near');
  assert.equal(judge(0.95, 0.5), 'no near');
  assert.equal(judge(0.95, 0.001), 'no'); // the share alone keeps it at no
  assert.equal(judge(null, 0.5), 'undefined');
  assert.equal(judge(null, 0.001), 'no');
});
