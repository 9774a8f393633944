import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openDuckdb } from '../../src/store/duckdb.ts';

test('decimals of every size come back as the double nearest to their text', async (context) => {
  const engine = await openDuckdb();
  context.after(() => engine.close());
  const texts = [
    '0',
    '-0.0001',
    '0.1',
    '12345678901.25',
    '-9007199.254740993',
    '98765432109876543210.123456789012',
  ];
  // Cents, and digits down to the last, at hand and beyond 2^53.
  for (let place = 1; place < 400; place += 1)
    texts.push(`${place ** 5}.${place % 100}`, `${place ** 4}.${place ** 3}7`);
  const types = ['DECIMAL(38,12)', 'DECIMAL(38,4)', 'DECIMAL(38,0)'];
  for (const type of types) {
    const values = texts.map((text, place) => `(${place}, CAST('${text}' AS ${type}))`).join(', ');
    const rows = await engine.query(
      `SELECT v, CAST(v AS VARCHAR) AS text FROM (VALUES ${values}) AS given(place, v) ORDER BY place`,
    );
    assert.equal(rows.length, texts.length);
    for (const { v, text } of rows) assert.equal(v, Number(text), `${type} ${text}`);
  }
});
