import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuseDisclosure } from '../../src/cli/refuseDisclosure.ts';

const list = {
  flow: 'export',
  segments: 'four',
  list: 'rev4',
  alignment: 'resolved',
  reExports: 'exclude',
} as const;

test('figures that cannot be protected are refused with the reason, only where protection is asked for', () => {
  const why = { ru: 'потому.', en: 'because.' };
  refuseDisclosure(list, why);
  assert.throws(
    () => refuseDisclosure({ ...list, hideBelow: 3 }, why),
    /because.*assess, high-tech, trajectory/,
  );
});
