import assert from 'node:assert/strict';
import { test } from 'node:test';
import { concordanceBetween, linksOfCode } from '../../src/classifications/concordanceBetween.ts';
import { builtInConcordances } from '../../src/classifications/concordanceSource.ts';
import { linksBySource } from '../../src/domain/concordance.ts';

test('the links of one code are those of the whole table, forward, backward and over several editions', () => {
  const source = builtInConcordances();
  for (const [from, to] of [
    ['HS2022', 'HS1992'],
    ['HS2002', 'HS2017'],
    ['HS2012', 'SITC3'],
  ] as const)
    for (const weights of ['conversion', 'equal'] as const) {
      const whole = linksBySource(concordanceBetween(source, from, to, weights).concordance);
      const codes = [...whole.keys()].filter((_, place) => place % 40 === 0);
      assert.ok(codes.length > 100);
      for (const code of codes)
        assert.deepEqual(
          linksOfCode(source, from, to, weights, code),
          whole.get(code),
          `${from} ${to} ${code}`,
        );
    }
  const known = linksOfCode(source, 'HS2022', 'HS1992', 'conversion', '999999').filter(
    (one) => one.target !== null,
  );
  assert.deepEqual(known, []);
  // Correlation of the UN, HS2017 to HS2012: 300442 (pseudoephedrine) was part of 300440.
  assert.deepEqual(linksOfCode(source, 'HS2017', 'HS2012', 'equal', '300442'), [
    { source: '300442', target: '300440', weight: 1 },
  ]);
});
