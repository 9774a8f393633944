import { editionInForce } from '../classifications/calendar.ts';
import { loadTerritories } from '../classifications/territories.ts';
import { parentAt, type Territory } from '../domain/territory.ts';
import { ordinaryProducts, type SegmentProducts, segmentProducts } from './demoProducts.ts';
import { demoYear, demoYears, regionNotStatedCode } from './demoYear.ts';
import { random, split } from './random.ts';
import { readDemoTable } from './readDemoTable.ts';

/** A row of the made-up unload; money in tenths of a dollar. */
export interface DemoRow {
  readonly flow: 'ЭК' | 'ИМ';
  readonly year: number;
  readonly month: number;
  readonly partner: string;
  readonly code: string;
  readonly value: number;
  readonly netWeightKg: number;
  readonly quantity: number;
  readonly region: string;
  readonly district: string;
}

const partners = [
  'CN',
  'NL',
  'DE',
  'BY',
  'TR',
  'KR',
  'IT',
  'KZ',
  'US',
  'PL',
  'JP',
  'GB',
  'UA',
  'FI',
  'IN',
  'UZ',
  'FR',
  'BE',
  'BR',
  'AM',
  'VN',
  'EG',
  'AZ',
  'KG',
];
const importTotals: Readonly<Record<number, number>> = {
  2012: 317.3,
  2013: 315.3,
  2014: 287.1,
  2015: 182.9,
  2016: 182.4,
  2017: 227.5,
  2018: 238.7,
  2019: 243.8,
};
const highTechnologyPrice = 90;

/**
 * The made-up unload of Russia's customs service, 2012 to 2019, row by row; always the same. Synthetic: calibrated to
 * figures printed in the paper, not customs data.
 */
export function* demoRows(): Generator<DemoRow> {
  for (const year of demoYears) {
    const { edition } = editionInForce('RU', year, 1);
    const goods = ordinaryProducts(edition);
    const segments = segmentProducts(edition);
    const printed = new Set(
      readDemoTable('segments.csv')
        .filter((row) => row.printed !== 'no')
        .map((row) => `${row.segment} ${row.region}`),
    );
    for (const [region, values] of demoYear(year).values) {
      for (const [kind, value] of values) {
        const products = segments.get(kind);
        if (kind === 'secret') yield* rowsOf('ЭК', year, region, ['XXXXXXXXXX'], value, 5, kind);
        else if (products === undefined)
          yield* rowsOf(
            'ЭК',
            year,
            region,
            goods.get(kind)?.codes ?? [],
            value,
            goods.get(kind)?.usdPerKg ?? 1,
            kind,
          );
        else yield* segmentRows(year, region, kind, products, value, printed.has(`${kind} ${region}`));
      }
    }
    yield* importRows(year, goods.get('machinery')?.codes ?? [], goods.get('sundry')?.codes ?? [], segments);
  }
}

/** What is printed rests on codes wholly inside the list; elsewhere a part is on codes that are only partly inside. */
function* segmentRows(
  year: number,
  region: string,
  segment: string,
  products: SegmentProducts,
  value: number,
  printed: boolean,
): Generator<DemoRow> {
  const part = printed || products.part.length === 0 ? 0 : Math.floor(value * 0.12);
  yield* rowsOf('ЭК', year, region, products.whole, value - part, highTechnologyPrice, segment);
  if (part > 0)
    yield* rowsOf('ЭК', year, region, products.part, part, highTechnologyPrice, `${segment} part`);
}

function* importRows(
  year: number,
  machinery: readonly string[],
  sundry: readonly string[],
  segments: ReadonlyMap<string, SegmentProducts>,
): Generator<DemoRow> {
  const regions = readDemoTable('regions.csv').filter(
    (row) => year >= 2014 || (row.region !== 'RU-CR' && row.region !== 'RU-SEV'),
  );
  // Imports follow the size of a region less than exports do.
  const weights = regions.map(
    (row) =>
      Number(row.totalMillionUsd) ** 0.85 * Math.exp(0.2 * random(`import ${row.region} ${year}`).normal()),
  );
  const totals = split(Math.round((importTotals[year] ?? 0) * 1e10), weights);
  const kinds: readonly (readonly [string, readonly string[], number])[] = [
    ['machinery', machinery, 0.45],
    ['sundry', sundry, 0.33],
    ...[...segments].map(
      ([segment, products], place) =>
        [segment, products.whole, [0.01, 0.08, 0.06, 0.05, 0.02, 0][place] ?? 0] as const,
    ),
  ];
  for (const [place, row] of regions.entries()) {
    const name = `import ${row.region} ${year}`;
    const tilt = kinds.map(([kind, , weight]) => {
      const chance = random(`${name} ${kind}`);
      // Some regions import nothing of a high-technology segment in a year.
      return weight < 0.1 && chance.next() < 0.1 ? 0 : weight * Math.exp(0.6 * chance.normal());
    });
    const parts = split(totals[place] ?? 0, tilt);
    for (const [index, [kind, codes]] of kinds.entries()) {
      yield* rowsOf('ИМ', year, row.region ?? '', codes, parts[index] ?? 0, 12, `import ${kind}`);
    }
  }
}

function* rowsOf(
  flow: DemoRow['flow'],
  year: number,
  region: string,
  codes: readonly string[],
  value: number,
  usdPerKg: number,
  kind: string,
): Generator<DemoRow> {
  if (value <= 0 || codes.length === 0) return;
  // The choice of goods and partners belongs to the region; it changes a little from year to year: entry and exit.
  const lasting = random(`goods ${flow} ${kind} ${region}`);
  const passing = random(`goods ${flow} ${kind} ${region} ${year}`);
  const width = Math.min(codes.length, flow === 'ИМ' ? 2 : 1 + Math.floor(Math.log10(value) * 0.7));
  const start = Math.floor(lasting.next() * codes.length);
  const chosen = Array.from(
    { length: width },
    (_, step) => codes[(start + step * 3 + (passing.next() < 0.1 ? 1 : 0)) % codes.length] ?? '',
  );
  const products = [...new Set(chosen)];
  const amounts = split(
    value,
    products.map(() => -Math.log(1 - passing.next())),
  );
  for (const [place, code] of products.entries()) {
    const shift = Math.floor(lasting.next() * partners.length);
    const count = flow === 'ИМ' ? 1 : 1 + Math.floor(passing.next() * 3);
    const shares = split(
      amounts[place] ?? 0,
      Array.from({ length: count }, () => -Math.log(1 - passing.next())),
    );
    for (const [step, amount] of shares.entries()) {
      const partner = partners[(shift + step * 5) % partners.length] ?? 'CN';
      const first = Math.floor(passing.next() * 12);
      const months = split(amount, passing.next() < 0.5 ? [1] : [0.6, 0.4]);
      for (const [later, part] of months.entries()) {
        if (part <= 0) continue;
        const month = ((first + later * 4) % 12) + 1;
        const netWeightKg = Math.max(
          1,
          Math.round(part / 10 / (usdPerKg * Math.exp(0.3 * passing.normal()))),
        );
        yield {
          flow,
          year,
          month,
          partner,
          code,
          value: part,
          netWeightKg,
          quantity: Math.max(1, Math.round(netWeightKg / 4)),
          ...placeOf(region, year, month),
        };
      }
    }
  }
}

const russia = loadTerritories('RU');
const territories = new Map<string, Territory>(
  (russia?.territories ?? []).map((territory) => [territory.id, territory]),
);

/** REGION and REGION_S as the unload writes them. */
function placeOf(region: string, year: number, month: number): { region: string; district: string } {
  if (region === regionNotStatedCode || russia === null) return { region: 'NNNNN - НЕ УКАЗАН', district: '' };
  const territory = territories.get(region);
  // The Crimean district was made in March 2014; the unload of January and February is written with it too.
  const at = `${year}-${String(year === 2014 ? Math.max(month, 3) : month).padStart(2, '0')}`;
  const district = territories.get(parentAt(russia, region, at) ?? '');
  return {
    region: `${territory?.codes[0] ?? ''} - ${(territory?.name.ru ?? '').toUpperCase()}`,
    district: district === undefined ? '' : `${district.codes[0] ?? ''}-${district.name.ru.toUpperCase()}`,
  };
}
