import type { SectorRow, Sectors } from '../api/sectors.ts';
import { industriesOf, industryOf, isic3ByHs, technologyClasses } from '../classifications/industries.ts';
import { loadSegmentSystem } from '../classifications/segmentSystems.ts';
import type { HsEdition } from '../domain/edition.ts';
import { membersAt } from '../domain/membersAt.ts';
import type { TerritoryDictionary, TwoLanguages } from '../domain/territory.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { Flow } from '../store/cube.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';
import { wholeOf } from './highTech.ts';
import { districtsOf, type Level, levelChoice, topLevel } from './levels.ts';
import { noBridges } from './lists/bridges.ts';
import { segmentLists } from './lists/segmentLists.ts';
import { readCodeSums, readStatusSums } from './readSums.ts';
import { idPart, rowId } from './trace/figureId.ts';
import { runManifest, withChecksum } from './trace/runManifest.ts';

export interface SectorOptions {
  readonly year: number;
  readonly flow?: Flow;
  readonly level?: Level;
  readonly reExports?: 'exclude' | 'include';
}

const unallocated: TwoLanguages = { ru: 'Не отнесено', en: 'Not allocated' };

/** One amount of one region: industry (null where there is none), and the part of it in the high-technology list. */
export interface SectorAmount {
  readonly region: string;
  readonly industry: string | null;
  readonly value: number;
  readonly highTech: number;
}

/**
 * Exports of a year by industry of ISIC Rev.3 and class of R&D intensity: six-digit codes by one-to-one links, of
 * each the part that the high-technology list holds beside. What has no six-digit code or no industry is
 * "not allocated", so that the rows sum to all exports.
 */
export async function sectors(workspace: WorkspaceReader, options: SectorOptions): Promise<Sectors> {
  const { year, flow = 'export', reExports = 'exclude' } = options;
  const period = { fromYear: year, toYear: year, months: null };
  const counted = (sum: { readonly reExport: boolean }) => reExports === 'include' || !sum.reExport;
  const statusSums = (await readStatusSums(workspace, flow, period)).filter(counted);
  if (statusSums.length === 0) {
    const years = workspace.coverage.filter((one) => one.flow === flow).map((one) => one.year);
    throw new TrajectaError('no-data', {
      ru: `Данных за ${year} нет. Есть: ${years.join(', ')}.`,
      en: `There is no data for ${year}. There is: ${years.join(', ')}.`,
    });
  }
  const sums = (await readCodeSums(workspace, flow, period, 'hs6', null)).filter(counted);
  const industries = industriesOf('isic3');
  const links = new Map<HsEdition, ReadonlyMap<string, string>>();
  const nine = await loadSegmentSystem('nine');
  const whole = { id: 'all', name: unallocated, ...wholeOf(nine.segments, nine.id) };
  const lists = segmentLists(
    { revision: 4, alignment: 'resolved', inEdition: null },
    workspace.concordances,
    noBridges,
  );
  const amounts: SectorAmount[] = [];
  const rest = new Map<string, number>();
  for (const sum of statusSums) rest.set(sum.region, (rest.get(sum.region) ?? 0) + sum.valueUsd);
  for (const { edition, code, region, valueUsd } of sums) {
    const byHs = links.get(edition) ?? isic3ByHs(edition);
    links.set(edition, byHs);
    const industry = industryOf(industries, byHs.get(code) ?? '?');
    if (industry === null || code === '') continue;
    const weight = lists(whole, 'chosen')(edition)?.weights.get(code) ?? 0;
    amounts.push({ region, industry: industry.id, value: valueUsd, highTech: weight * valueUsd });
    rest.set(region, (rest.get(region) ?? 0) - valueUsd);
  }
  for (const [region, value] of rest) {
    // What is left of a sum of binary fractions is not an amount.
    const total = statusSums
      .filter((sum) => sum.region === region)
      .reduce((all, sum) => all + sum.valueUsd, 0);
    if (Math.abs(value) > 1e-9 * Math.abs(total))
      amounts.push({ region, industry: null, value, highTech: 0 });
  }
  const dictionary = workspace.territories;
  const { level } = levelChoice(dictionary, options.level ?? topLevel(dictionary));
  const places = placesOf(dictionary, level, year, [...rest.keys()].sort());
  const { run, ...manifest } = runManifest(
    workspace,
    'sectors',
    { ...options },
    { classification: 'isic3', list: nine.id },
  );
  const names = new Map(dictionary.territories.map((one) => [one.id, one.name]));
  names.set(dictionary.country, dictionary.countryName);
  const data = places.flatMap(([id, members]) =>
    sectorRows(
      amounts,
      'isic3',
      { run, level, territory: id, name: names.get(id) ?? { ru: id, en: id }, year },
      members,
    ),
  );
  const total = statusSums.reduce((all, sum) => all + sum.valueUsd, 0);
  const left = amounts.filter((one) => one.industry === null).reduce((all, one) => all + one.value, 0);
  return withChecksum<Sectors>({
    data,
    findings: [
      ...(workspace.synthetic
        ? [
            {
              code: 'synthetic-data',
              severity: 'warning' as const,
              message: {
                ru: 'Синтетические демонстрационные данные: созданы программой, это не данные таможни.',
                en: 'Synthetic demonstration data: made by the program, not customs data.',
              },
            },
          ]
        : []),
      {
        code: 'not-allocated',
        severity: 'caveat',
        message: {
          ru: 'Не отнесено к отраслям: секретные и короткие коды, остатки, коды без отрасли.',
          en: 'Not allocated to industries: secret and short codes, unallocated lines, codes without an industry.',
        },
        valueUsd: left,
        share: total === 0 ? null : left / total,
      },
      {
        code: 'one-industry-per-code',
        severity: 'info',
        message: {
          ru: 'Каждый шестизначный код отнесён к одной отрасли МСОК ред. 3 (таблицы Всемирного банка); классы — ОЭСР.',
          en: "Each six-digit code is put into one industry of ISIC Rev.3 (tables of the World Bank); the classes are the OECD's.",
        },
      },
    ],
    manifest: {
      run,
      ...manifest,
      approach: 'sectoral',
      classification: 'ISIC Rev.3',
      source: 'OECD STI Scoreboard 2003; WITS concordances HS–ISIC Rev.3',
    },
  });
}

/** The territories of a level with the regions (or countries) that each is the sum of. */
export function placesOf(
  dictionary: TerritoryDictionary,
  level: Level,
  year: number,
  everyone: readonly string[],
): readonly (readonly [territory: string, members: readonly string[]])[] {
  if (level === topLevel(dictionary)) return [[dictionary.country, everyone]];
  const kind = (wanted: string) =>
    dictionary.territories.filter((one) => one.kind === wanted).map((one) => one.id);
  if (level === 'district' || level === 'union')
    return (level === 'district' ? districtsOf(dictionary) : kind('union')).map(
      (id) => [id, membersAt(dictionary, id, `${year}-12`)] as const,
    );
  const regions = new Set(kind('region'));
  return everyone.filter((id) => regions.has(id)).map((id) => [id, [id]] as const);
}

/** Rows of one territory: each class, and each industry in it, with its share and specialisation against all amounts. */
export function sectorRows(
  amounts: readonly SectorAmount[],
  classification: 'isic3' | 'isic4',
  head: {
    readonly run: string;
    readonly level: SectorRow['level'];
    readonly territory: string;
    readonly name: TwoLanguages;
    readonly year: number;
  },
  members: readonly string[],
): SectorRow[] {
  const industries = industriesOf(classification);
  const inside = new Set(members);
  const own = amounts.filter((one) => inside.has(one.region));
  const add = (list: readonly SectorAmount[], of: (one: SectorAmount) => number) =>
    list.reduce((sum, one) => sum + of(one), 0);
  const [total, everything] = [add(own, (one) => one.value), add(amounts, (one) => one.value)];
  const row = (
    technologyClass: string,
    className: TwoLanguages,
    industry: { readonly id: string; readonly name: TwoLanguages } | null,
    holds: (id: string | null) => boolean,
  ): SectorRow => {
    const here = own.filter((one) => holds(one.industry));
    const value = add(here, (one) => one.value);
    const all = add(
      amounts.filter((one) => holds(one.industry)),
      (one) => one.value,
    );
    const share = total === 0 ? null : value / total;
    return {
      id: rowId(
        head.run,
        String(head.year),
        industry === null ? technologyClass : `industry-${industry.id}`,
        idPart(head.territory),
      ),
      level: head.level,
      territory: head.territory,
      territoryName: head.name,
      year: head.year,
      technologyClass,
      className,
      industry: industry?.id ?? null,
      industryName: industry?.name ?? null,
      value,
      share,
      specialisation: share === null || all === 0 ? null : share / (all / everything),
      highTechValue: classification === 'isic3' ? add(here, (one) => one.highTech) : null,
    };
  };
  const rows = Object.entries(technologyClasses).flatMap(([id, name]) => {
    const inClass = industries.filter((one) => one.technologyClass === id);
    if (inClass.length === 0) return [];
    const ids = new Set(inClass.map((one) => one.id));
    return [
      row(id, name, null, (industry) => industry !== null && ids.has(industry)),
      ...inClass.map((one) => row(id, name, one, (industry) => industry === one.id)),
    ];
  });
  return [...rows, row('unallocated', unallocated, null, (industry) => industry === null)];
}
