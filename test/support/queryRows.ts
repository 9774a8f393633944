import type { LiteralRow } from './literalTables.ts';

/** The whole year 2019, and January to February of it. */
export const year2019 = { fromYear: 2019, toYear: 2019, months: null };
export const beginOf2019 = { ...year2019, months: { from: 1, to: 2 } };

const chip = { hs6: '854231', line: '8542311000' };

/**
 * The rows that tests of queries ask about, small enough to add up by hand: two regions and rows of none, two editions,
 * two currencies, a row without a rate, a re-export, a secret code, a code of four digits, an unallocated rest, an
 * import. Row numbers are places in the list, from 1.
 */
export const queryRows: readonly LiteralRow[] = [
  { region: 'RU-MOW', ...chip, month: 1, partner: 'DE', usd: 100, netWeightKg: 2, contributor: 'A' },
  {
    region: 'RU-MOW',
    hs6: '854231',
    line: '8542319000',
    month: 2,
    partner: 'CN',
    usd: 50,
    value: 40,
    rate: 1.25,
    currency: 'EUR',
    netWeightKg: 3,
    contributor: 'B',
  },
  { region: 'RU-MOW', hs6: '270900', month: 2, partner: 'CN', usd: 30, contributor: 'B' },
  { region: 'RU-TOM', ...chip, month: 1, partner: 'DE', usd: 20, contributor: 'A' },
  { region: 'RU-TOM', hs6: '270900', month: 3, usd: 7, reExport: true },
  { region: 'RU-TOM', line: 'XXXXXXXXXX', month: 1, usd: 9, status: 'confidential' },
  { region: 'RU-TOM', line: '8542', month: 2, partner: 'DE', usd: 5 },
  { region: 'not-stated', usd: 4, status: 'unallocated' },
  { region: 'RU-MOW', ...chip, month: 3, partner: 'DE', usd: null, value: 60, currency: 'EUR' },
  { region: 'RU-MOW', ...chip, year: 2020, edition: 'HS2022', partner: 'DE', usd: 11 },
  { region: 'RU-MOW', ...chip, flow: 'import', month: 1, partner: 'DE', usd: 999 },
];
