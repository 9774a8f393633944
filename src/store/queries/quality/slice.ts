import type { Flow } from '../../cube.ts';
import { literal } from '../literal.ts';

/** The part of the data that a quality question is asked of. */
export interface Slice {
  readonly flow: Flow;
  readonly from: number;
  readonly to: number;
}

/** @example sliceCondition({ flow: 'export', from: 2019, to: 2020 }) // "flow = 'export' AND year BETWEEN 2019 AND 2020" */
export function sliceCondition({ flow, from, to }: Slice): string {
  return `flow = ${literal(flow)} AND year BETWEEN ${Number(from)} AND ${Number(to)}`;
}
