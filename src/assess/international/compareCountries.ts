import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CountryComparison, CountryComparisonRow } from '../../api/countryComparison.ts';
import { dataChecksum } from '../../classifications/dataChecksum.ts';
import { packageRoot, readDataTable } from '../../classifications/dataFile.ts';
import { canonicalJson } from '../../domain/canonicalJson.ts';
import { membersAt } from '../../domain/membersAt.ts';
import { worldReporter } from '../../domain/territory.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { SeriesReader } from '../../store/series.ts';
import { comparisonFindings } from './comparisonFindings.ts';
import { type ComparisonOptions, type ResolvedComparison, resolveComparison } from './comparisonOptions.ts';
import {
  type CountrySeries,
  chainedTo,
  countrySeries,
  exportsOf,
  type IndicatorName,
  indicators,
  membersOfGroup,
  type Place,
  sumOf,
  yearlyIndex,
} from './countryFigures.ts';

/** Differences from a printed index within which a later vintage of the data explains it, in percentage points. */
export const revisionPoints = 3;

/**
 * Countries and groups year by year: export indices (year before = 100), chained and direct; shares of high technology
 * in exports and in manufactured exports; shares in the world's high-technology exports. Groups are sums of their
 * members; the World Bank's aggregates are never added to countries.
 */
export async function compareCountries(
  reader: SeriesReader,
  options: ComparisonOptions,
): Promise<CountryComparison> {
  const resolved = await resolveComparison(options);
  const series = countrySeries(reader, resolved);
  if (!series.has('exports')) throw noIndicator('exports');
  if (resolved.valuation === 'volume' && !series.has('unitValue')) throw noIndicator('unitValue');
  if (resolved.valuation === 'volume-index' && !series.has('volume')) throw noIndicator('volume');
  if (resolved.valuation === 'volume-index' && series.volumeBase === null) throw noBaseYear();
  const places = placesOf(series, resolved);
  const names = (Object.keys(indicators) as IndicatorName[]).filter(
    (name) =>
      (name !== 'unitValue' || resolved.valuation === 'volume') &&
      (name !== 'volume' || resolved.valuation !== 'current'),
  );
  const content = {
    program: { name: 'trajecta', version: versionOf() },
    command: 'compare' as const,
    options: Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
    series: names.flatMap((name) => {
      const file = reader.fileOf(indicators[name]);
      if (file === null) return [];
      return [{ indicator: indicators[name], name, file: file.file.name, sha256: file.file.sha256 }];
    }),
    definitions: {
      valuation:
        resolved.valuation === 'current'
          ? 'current US dollars (value index)'
          : resolved.valuation === 'volume'
            ? `dollars of the base year of ${indicators.unitValue}, the export unit value index (volume index)`
            : `dollars of ${series.volumeBase}, moved by ${indicators.volume}, the published export volume index`,
      membership: resolved.membership,
      world: resolved.world,
      groups: Object.fromEntries(
        places.filter((one) => one.isGroup).map((one) => [one.id, one.members(resolved.to)]),
      ),
      data: ['unions.csv', 'union-memberships.csv', 'territories-world.csv', 'partners.csv'].map(
        dataChecksum,
      ),
    },
  };
  const run = checksum(content).slice(0, 10);
  const years = Array.from({ length: resolved.to - resolved.from + 1 }, (_, place) => resolved.from + place);
  const data = places.flatMap((place) => years.map((year) => rowOf(series, resolved, place, year, run)));
  return {
    data,
    findings: comparisonFindings(series, resolved, places, data),
    manifest: { run, ...content, resultChecksum: checksum(data.map(({ id: _id, ...row }) => row)) },
  };
}

function placesOf(series: CountrySeries, options: ResolvedComparison): readonly Place[] {
  const groups = options.groups.map(
    (id): Place => ({
      level: 'union',
      id,
      members: membersOfGroup(series, options, id),
      isGroup: true,
    }),
  );
  const countries = options.countries.map(
    (id): Place => ({
      level: 'country',
      id,
      members: () => [id],
      isGroup: false,
    }),
  );
  const all = options.world === 'sum';
  const everyone = all ? fixedEveryone(series, options) : ['WLD'];
  const world: Place = { level: 'world', id: worldReporter, members: () => everyone, isGroup: all };
  return [...groups, ...countries, world];
}

/** All countries with exports in every year of the question. */
function fixedEveryone(series: CountrySeries, options: ResolvedComparison): readonly string[] {
  const first = Math.min(options.from - 1, options.chainFrom);
  return series
    .countries('exports', options.to)
    .filter((one) =>
      Array.from({ length: options.to - first + 1 }, (_, place) => first + place).every(
        (year) => exportsOf(series, options, one, year) !== null,
      ),
    );
}

function rowOf(
  series: CountrySeries,
  options: ResolvedComparison,
  place: Place,
  year: number,
  run: string,
): CountryComparisonRow {
  const members = place.members(year);
  const value = sumOf(members, (member) => exportsOf(series, options, member, year));
  const base = sumOf(place.members(options.chainFrom), (member) =>
    exportsOf(series, options, member, options.chainFrom),
  );
  const sameMembers = place.members(options.chainFrom).join() === members.join();
  const index = yearlyIndex(series, options, place.members, year);
  const chained = chainedTo(series, options, place.members, year);
  const direct =
    sameMembers && value !== null && base !== null && base !== 0 && year >= options.chainFrom
      ? (value / base) * 100
      : null;
  const shares = highTechOf(series, options, place, year);
  const printed = options.printed && options.valuation === 'current' ? printedOf(place.id, year) : null;
  const printedChain =
    options.printed && options.valuation === 'current' ? printedOf(place.id, year, options.chainFrom) : null;
  const missing =
    options.valuation === 'current'
      ? 'no-data'
      : options.valuation === 'volume'
        ? 'no-deflator'
        : 'no-volume-index';
  const reason = value === null ? missing : null;
  return {
    id: `${run}/${year}/compare/${place.id}`,
    level: place.level,
    territory: place.id,
    territoryName:
      place.id === worldReporter
        ? options.dictionary.countryName
        : (options.dictionary.territories.find((one) => one.id === place.id)?.name ?? {
            ru: place.id,
            en: place.id,
          }),
    year,
    exportsUsd: value,
    exportsReason: reason,
    exportsIndex: index,
    chainIndex: chained,
    ...(options.valuation === 'volume' && series.volumeBase !== null
      ? {
          publishedVolumeIndex: yearlyIndex(
            series,
            { ...options, valuation: 'volume-index' },
            place.members,
            year,
          ),
        }
      : {}),
    directIndex: direct,
    indexReason: index !== null ? null : (reason ?? 'no-data'),
    ...shares,
    members: place.isGroup && members.length < 100 ? [...members] : null,
    ...compared('printed', index, printed),
    ...compared('printedChain', chained, printedChain),
  };
}

function highTechOf(
  series: CountrySeries,
  options: ResolvedComparison,
  place: Place,
  year: number,
): Pick<
  CountryComparisonRow,
  'highTechUsd' | 'shareOfExports' | 'shareOfManufactured' | 'shareOfWorldHighTech' | 'highTechReason'
> {
  const members = highTechMembers(series, options, place, year);
  const value = sumOf(members, (one) => series.of('highTech', one, year));
  const withExports = members.filter(
    (one) => series.of('highTech', one, year) !== null && series.of('exports', one, year) !== null,
  );
  const quotient = (numerator: number | null, denominator: number | null) =>
    numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
  // Manufactured exports follow from the published share: high technology / (share / 100).
  const manufactured = members.filter(
    (one) =>
      series.of('highTech', one, year) !== null && (series.of('shareOfManufactured', one, year) ?? 0) > 0,
  );
  const world = sumOf(options.world === 'published' ? ['WLD'] : series.countries('highTech', year), (one) =>
    series.of('highTech', one, year),
  );
  return {
    highTechUsd: value,
    shareOfExports: quotient(
      sumOf(withExports, (one) => series.of('highTech', one, year)),
      sumOf(withExports, (one) => series.of('exports', one, year)),
    ),
    shareOfManufactured: quotient(
      sumOf(manufactured, (one) => series.of('highTech', one, year)),
      sumOf(
        manufactured,
        (one) =>
          ((series.of('highTech', one, year) ?? 0) / (series.of('shareOfManufactured', one, year) ?? 1)) *
          100,
      ),
    ),
    shareOfWorldHighTech: quotient(value, world),
    highTechReason: value !== null ? null : series.has('highTech') ? 'no-data' : 'no-series',
  };
}

/** Who can count in a territory's high technology: members by membership, whether they have exports in all years or not. */
export function highTechMembers(
  series: CountrySeries,
  options: ResolvedComparison,
  place: Place,
  year: number,
): readonly string[] {
  if (place.level === 'union') {
    const at = options.membership === 'fixed' ? options.to : year;
    return membersAt(options.dictionary, place.id, `${at}-12`);
  }
  return place.level === 'world' && options.world === 'sum'
    ? series.countries('highTech', year)
    : place.members(year);
}

function printedOf(territory: string, year: number, base?: number): number | null {
  const row = readDataTable('printed-table-1.csv').find(
    (one) =>
      one.territory === territory &&
      Number(one.year) === year &&
      (base === undefined ? one.base === '' : Number(one.base) === base && one.base !== ''),
  );
  return row === undefined ? null : Number(row.index);
}

type Compared<Name extends string> = {
  readonly [Key in `${Name}Index` | `${Name}Difference`]: number | null;
} & { readonly [Key in `${Name}Status`]: CountryComparisonRow['printedStatus'] };

function compared<Name extends 'printed' | 'printedChain'>(
  name: Name,
  ours: number | null,
  printed: number | null,
): Compared<Name> {
  const difference = ours === null || printed === null ? null : ours - printed;
  const size = Math.abs(difference ?? 0);
  const status =
    difference === null
      ? null
      : size <= 0.05 + 1e-9
        ? 'equal'
        : size <= revisionPoints
          ? 'within-revision'
          : 'different';
  return {
    [`${name}Index`]: printed,
    [`${name}Difference`]: difference,
    [`${name}Status`]: status,
  } as Compared<Name>;
}

function noBaseYear(): TrajectaError {
  return new TrajectaError('no-data', {
    ru: `У ряда ${indicators.volume} нет года, в котором у большинства стран 100: базовый год неизвестен, веса групп не определены. Используйте --valuation volume.`,
    en: `The series ${indicators.volume} has no year in which most countries stand at 100: its base year is not known, and groups have no weights. Use --valuation volume.`,
  });
}

function noIndicator(name: 'exports' | 'unitValue' | 'volume'): TrajectaError {
  const id = indicators[name];
  return new TrajectaError('no-data', {
    ru: `Показателя ${id} в рабочей области нет. Загрузите его: trajecta import wdi ФАЙЛ --indicator ${id}.`,
    en: `The workspace has no indicator ${id}. Import it: trajecta import wdi FILE --indicator ${id}.`,
  });
}

function versionOf(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string })
    .version;
}

function checksum(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}
