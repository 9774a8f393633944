import { random, split } from './random.ts';
import { readDemoTable } from './readDemoTable.ts';

/** Money of the demonstration is whole numbers of tenths of a dollar (four decimals of a thousand dollars). */
export interface DemoYear {
  /** By region, then by category of ordinary goods, segment, `armament` or `secret`. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** National exports and imports, billion dollars (2012–2018 rounded from published totals; 2019 calibrated). */
const nationalExports: Readonly<Record<number, number>> = {
  2012: 524.7,
  2013: 527.3,
  2014: 497.8,
  2015: 343.9,
  2016: 285.5,
  2017: 357.1,
  2018: 449.3,
  2019: 424,
};

export const demoYears = Object.keys(nationalExports).map(Number);
export const calibratedYear = 2019;
export const regionNotStatedCode = 'NNNNN';

/** Shares of the country's exports by category: oil, gas and other energy as the paper tells of 2019, machinery 7.4 %. */
const categoryShares: Readonly<Record<string, number>> = {
  oil: 0.261,
  gas: 0.122,
  fuels: 0.222,
  coal: 0.04,
  metals: 0.064,
  nonferrous: 0.03,
  gold: 0.018,
  diamonds: 0.012,
  fertiliser: 0.022,
  chemicals: 0.022,
  wood: 0.029,
  fish: 0.011,
  agriculture: 0.044,
  machinery: 0.071,
  sundry: 0.02,
  secret: 0.04,
};

/** How much likelier than in the country a category is in a region of a profile. */
const profiles: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  capital: { oil: 4, gas: 5, fuels: 2, gold: 2, secret: 1 },
  oil: { oil: 12, gas: 1, fuels: 3, chemicals: 1 },
  gas: { gas: 9, oil: 6 },
  fuels: { fuels: 8, chemicals: 2, machinery: 2, sundry: 1 },
  coal: { coal: 20, metals: 2, machinery: 0.5 },
  metals: { metals: 12, nonferrous: 12, coal: 1, machinery: 1, wood: 1, secret: 1 },
  fertiliser: { fertiliser: 14, chemicals: 5, oil: 1, machinery: 1 },
  chemicals: { chemicals: 10, machinery: 3, sundry: 2, metals: 1, secret: 1 },
  wood: { wood: 14, fish: 1, machinery: 1, secret: 1 },
  fish: { fish: 20, wood: 3, coal: 1, machinery: 1 },
  agriculture: { agriculture: 14, machinery: 1, sundry: 1 },
  diamonds: { diamonds: 14, gold: 6, coal: 2 },
  machinery: { machinery: 9, sundry: 6, metals: 1, chemicals: 1 },
  mixed: { machinery: 4, sundry: 6, agriculture: 3, wood: 2, chemicals: 2, fuels: 1 },
};

/** Exports of a year: 2019 as calibrated, other years scaled to the national total with noise, entry and exit. */
export function demoYear(year: number): DemoYear {
  const national = Math.round((nationalExports[year] ?? 0) * 1e10);
  const notStated = Math.round(national * 0.002);
  const segments = segmentValues(year, national);
  const totals = regionTotals(year, national - notStated);
  const values = new Map<string, ReadonlyMap<string, number>>();
  const rest = new Map(
    [...totals].map(([region, total]) => [
      region,
      total - sum([...(segments.get(region) ?? new Map<string, number>()).values()]),
    ]),
  );
  for (const [region, categories] of balancedCategories(year, rest, national)) {
    values.set(region, new Map([...(segments.get(region) ?? []), ...categories]));
  }
  values.set(regionNotStatedCode, new Map(Object.entries({ sundry: notStated })));
  return { values };
}

function sum(values: readonly number[]): number {
  return values.reduce((one, other) => one + other, 0);
}

function isThere(region: string, year: number): boolean {
  return year >= 2014 || (region !== 'RU-CR' && region !== 'RU-SEV');
}

function regionTotals(year: number, whole: number): ReadonlyMap<string, number> {
  const regions = readDemoTable('regions.csv').filter((row) => isThere(row.region ?? '', year));
  const calibrated = new Set(
    readDemoTable('segments.csv')
      .filter((row) => row.printed !== 'no')
      .map((row) => row.region),
  );
  const fixed = regions.map((row) => {
    const region = row.region ?? '';
    const total = Number(row.totalMillionUsd) * 1e7;
    return { region, total, kept: year === calibratedYear && calibrated.has(region) };
  });
  const keptTotal = sum(fixed.filter((one) => one.kept).map((one) => one.total));
  const free = fixed.filter((one) => !one.kept);
  const drift = (region: string) =>
    Math.exp(
      0.08 * random(`total ${region} ${year}`).normal() +
        0.04 * (calibratedYear - year) * random(`trend ${region}`).normal(),
    );
  const parts = split(
    whole - keptTotal,
    free.map((one) => one.total * (year === calibratedYear ? 1 : drift(one.region))),
  );
  return new Map(fixed.map((one) => [one.region, one.kept ? one.total : (parts[free.indexOf(one)] ?? 0)]));
}

function segmentValues(year: number, national: number): Map<string, Map<string, number>> {
  const values = new Map<string, Map<string, number>>();
  const put = (region: string, segment: string, value: number) => {
    if (value > 0 && isThere(region, year))
      values.set(region, (values.get(region) ?? new Map<string, number>()).set(segment, value));
  };
  for (const row of readDemoTable('segments.csv')) {
    const { region = '', segment = '' } = row;
    const calibrated = Math.round(Number(row.thousandUsd) * 10000);
    const chance = random(`${segment} ${region} ${year}`);
    const path = Math.exp(0.3 * chance.normal() + 0.06 * (year - calibratedYear));
    const absent = chance.next() < (calibrated < 1e7 ? 0.25 : 0.03);
    put(region, segment, year === calibratedYear ? calibrated : absent ? 0 : Math.round(calibrated * path));
  }
  for (const row of readDemoTable('regions.csv')) {
    const region = row.region ?? '';
    const chance = random(`other ${region}`);
    const noise = Math.exp(0.25 * random(`other ${region} ${year}`).normal());
    const total = (Number(row.totalMillionUsd) * 1e7 * national) / 4.24e12;
    if (chance.next() < 0.75) put(region, 'other', Math.round(total * 0.0012 * chance.next() * noise));
    if (['RU-TUL', 'RU-UD', 'RU-KIR', 'RU-MOS'].includes(region))
      put(region, 'armament', Math.round(total * 0.0006 * noise));
  }
  return values;
}

/** Spreads what is left of each region over categories so that the country's structure comes out (proportional fitting). */
function balancedCategories(
  year: number,
  rest: ReadonlyMap<string, number>,
  national: number,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const categories = Object.keys(categoryShares);
  const profileOf = new Map(
    readDemoTable('regions.csv').map((row) => [row.region ?? '', row.profile ?? 'mixed']),
  );
  const regions = [...rest.keys()];
  const cells = regions.map((region) =>
    categories.map((category) => {
      const likely =
        profiles[profileOf.get(region) ?? 'mixed']?.[category] ??
        (category === 'secret' || category === 'gold' || category === 'diamonds' || category === 'gas'
          ? 0
          : 0.05);
      return (
        likely *
        (categoryShares[category] ?? 0) *
        Math.exp(0.2 * random(`${category} ${region} ${year}`).normal())
      );
    }),
  );
  const columnTargets = categories.map((category) => (categoryShares[category] ?? 0) * national);
  const rowTargets = regions.map((region) => rest.get(region) ?? 0);
  for (let round = 0; round < 60; round += 1) {
    columnTargets.forEach((target, column) => {
      const reached = sum(cells.map((row) => row[column] ?? 0));
      for (const row of cells) row[column] = reached === 0 ? 0 : ((row[column] ?? 0) * target) / reached;
    });
    cells.forEach((row, place) => {
      const reached = sum(row);
      row.forEach((value, column) => {
        row[column] = (value * (rowTargets[place] ?? 0)) / reached;
      });
    });
  }
  return new Map(
    regions.map((region, place) => {
      const parts = split(rowTargets[place] ?? 0, cells[place] ?? []);
      return [region, new Map(categories.map((category, column) => [category, parts[column] ?? 0]))];
    }),
  );
}
