import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  determinedCells,
  type ProtectedCell,
  primarySuppression,
  type SumRelation,
  secondarySuppression,
} from '../../src/domain/disclosureControl.ts';

const cell = (
  id: string,
  value: number,
  contributors = 10,
  largest: readonly number[] = [value / 10],
): ProtectedCell => ({ id, value, contributors, largest });

test('primary: fewer than the threshold, or a few that dominate; an empty cell is shown', () => {
  const cells = [
    cell('few', 5, 2),
    cell('one', 100, 9, [90, 5]),
    cell('two', 100, 9, [60, 30]),
    cell('fair', 100, 9, [40, 30]),
    cell('empty', 0, 0, []),
  ];
  assert.deepEqual(
    [...primarySuppression(cells, { threshold: 3, dominance: { largest: 2, percent: 85 } })],
    [
      ['few', 'threshold'],
      ['one', 'dominance'],
      ['two', 'dominance'],
    ],
  );
});

test('by hand: a 2 × 3 table with margins; one hidden cell takes three more with it', () => {
  // Columns a, b, c; rows 1, 2; margins A, B, C and R1, R2 and T. Cell a1 = 3 may not be shown.
  //        a   b   c    R
  //   1    3  20  30   53
  //   2   10  25  40   75
  //        13 45  70  128
  const cells = [
    cell('a1', 3),
    cell('b1', 20),
    cell('c1', 30),
    cell('R1', 53),
    cell('a2', 10),
    cell('b2', 25),
    cell('c2', 40),
    cell('R2', 75),
    cell('A', 13),
    cell('B', 45),
    cell('C', 70),
    cell('T', 128),
  ];
  const relations: SumRelation[] = [
    { total: 'R1', parts: ['a1', 'b1', 'c1'] },
    { total: 'R2', parts: ['a2', 'b2', 'c2'] },
    { total: 'A', parts: ['a1', 'a2'] },
    { total: 'B', parts: ['b1', 'b2'] },
    { total: 'C', parts: ['c1', 'c2'] },
    { total: 'T', parts: ['R1', 'R2'] },
    { total: 'T', parts: ['A', 'B', 'C'] },
  ];
  const hidden = secondarySuppression(cells, relations, new Map([['a1', 'threshold']]));
  // The smallest rectangle: a1 with b1 in its row, a2 in its column, and b2 to close it.
  assert.deepEqual([...hidden.keys()].sort(), ['a1', 'a2', 'b1', 'b2']);
  assert.deepEqual(determinedCells(relations, new Set(hidden.keys())), []);
});

test('a hidden cell is never determined by what is shown, in random tables of two dimensions and two levels', () => {
  const table = fc.record({
    rows: fc.integer({ min: 2, max: 6 }),
    columns: fc.integer({ min: 2, max: 5 }),
    values: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 30, maxLength: 30 }),
    few: fc.array(fc.integer({ min: 0, max: 29 }), { minLength: 1, maxLength: 6 }),
  });
  fc.assert(
    fc.property(table, ({ rows, columns, values, few }) => {
      const at = (row: number, column: number) => values[row * columns + column] ?? 0;
      const cells: ProtectedCell[] = [];
      const relations: SumRelation[] = [];
      const sum = (ids: readonly string[]) =>
        ids.reduce((total, id) => total + (cells.find((one) => one.id === id)?.value ?? 0), 0);
      for (let row = 0; row < rows; row += 1)
        for (let column = 0; column < columns; column += 1)
          cells.push(
            cell(
              `${row},${column}`,
              at(row, column),
              few.includes(row * columns + column) && at(row, column) > 0
                ? 1
                : at(row, column) === 0
                  ? 0
                  : 10,
            ),
          );
      for (let column = 0; column < columns; column += 1) {
        const all = Array.from({ length: rows }, (_, row) => `${row},${column}`);
        // Two districts of regions, and the country over both and over all.
        const districts = [all.slice(0, Math.ceil(rows / 2)), all.slice(Math.ceil(rows / 2))];
        districts.forEach((parts, index) => {
          cells.push(cell(`d${index},${column}`, sum(parts)));
          relations.push({ total: `d${index},${column}`, parts });
        });
        cells.push(cell(`all,${column}`, sum(all)));
        relations.push(
          { total: `all,${column}`, parts: all },
          { total: `all,${column}`, parts: [`d0,${column}`, `d1,${column}`] },
        );
      }
      for (const row of [...Array.from({ length: rows }, (_, index) => String(index)), 'd0', 'd1', 'all']) {
        const parts = Array.from({ length: columns }, (_, column) => `${row},${column}`);
        cells.push(cell(`${row},sum`, sum(parts)));
        relations.push({ total: `${row},sum`, parts });
      }
      const primary = primarySuppression(cells, { threshold: 3, dominance: null });
      const hidden = secondarySuppression(cells, relations, primary);
      assert.deepEqual(determinedCells(relations, new Set(hidden.keys())), []);
      for (const id of primary.keys()) assert.equal(hidden.get(id), 'threshold');
    }),
    { numRuns: 60 },
  );
});
