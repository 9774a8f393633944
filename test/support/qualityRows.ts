import type { LiteralRow } from './literalTables.ts';

/** The years that the tests of quality queries ask about. */
export const qualitySlice = { flow: 'export', from: 2019, to: 2020 } as const;

const moscow = { region: 'RU-MOW', hs6: '854231', partner: 'DE' };
const twice = { ...moscow, usd: 100, month: 1, unit: 'piece', quantity: 4, netWeightKg: 2 };
const oil = { region: 'RU-TOM', hs6: '270900' };

/** Ten rows, of which each query makes what its test works out by hand. */
export const qualityRows: readonly LiteralRow[] = [
  twice,
  twice,
  { ...moscow, usd: 50, month: 2, unit: 'kg', quantity: 5, netWeightKg: 1 },
  { ...oil, usd: 30, month: 2, partner: 'QQ', netWeightKg: 60 },
  { ...oil, region: 'not-stated', usd: 7, month: 2, partner: 'CN' },
  { region: 'RU-TOM', usd: 20, month: 2, partner: 'CN', status: 'confidential' },
  { region: 'RU-TOM', usd: 4, month: 2, status: 'unallocated' },
  { ...oil, usd: null, month: 3, partner: 'CN', netWeightKg: 8 },
  { ...moscow, usd: 11, year: 2020, netWeightKg: 1 },
  { ...moscow, usd: 999, flow: 'import', netWeightKg: 1 },
];
