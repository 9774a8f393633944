import { aboveBound } from './aboveBound.ts';
import type { AuditRule } from './auditRule.ts';
import { chainProduct } from './chainProduct.ts';
import { copiedNeighbour } from './copiedNeighbour.ts';
import { countMismatch } from './countMismatch.ts';
import { outsideMembers } from './outsideMembers.ts';
import { partsAndWhole } from './partsAndWhole.ts';
import { percentOfPercent } from './percentOfPercent.ts';
import { printedDifferently } from './printedDifferently.ts';
import { rankOrder } from './rankOrder.ts';
import { shareIdentity } from './shareIdentity.ts';

/** All rules, in the order in which they run: the last looks at what the others found. */
export const auditRules: readonly AuditRule[] = [
  chainProduct,
  outsideMembers,
  shareIdentity,
  printedDifferently,
  aboveBound,
  countMismatch,
  partsAndWhole,
  rankOrder,
  percentOfPercent,
  copiedNeighbour,
];
