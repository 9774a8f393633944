import type { Sectors } from '../api/sectors.ts';
import { industriesOf, industryOf } from '../classifications/industries.ts';
import { type SectorAmount, sectorRows } from './sectors.ts';
import { noWorkspace } from './trace/noWorkspace.ts';
import { runManifest, withChecksum } from './trace/runManifest.ts';

/** A figure of a user's table of industries. */
export interface IndustryFigure {
  readonly region: string;
  readonly year: number;
  readonly industry: string;
  readonly value: number;
  /** Row of the file. */
  readonly row?: number;
}

/** The file that figures are of. */
export interface TableFile {
  readonly file: string;
  readonly sha256: string;
}

/**
 * A user's industry statistics by class of R&D intensity (ISIC Rev.4 = NACE Rev.2 = OKVED 2), for each region and year
 * and for all regions together. A code of two digits that mixes classes (25, 30, 32 without a third digit) goes to
 * "other manufacturing" or to its division's class, and is named.
 */
export function industryStatistics(
  figures: readonly IndustryFigure[],
  file: TableFile = { file: '', sha256: '' },
): Sectors {
  // The figures are kept in the manifest: explaining and repeating the run need no file.
  const { run, ...manifest } = runManifest(
    noWorkspace,
    'sectors',
    {},
    { classification: 'isic4', ...file, figures },
  );
  const industries = industriesOf('isic4');
  const mixed = new Set<string>();
  const outside = new Set<string>();
  const years = [...new Set(figures.map((one) => one.year))].sort();
  const data = years.flatMap((year) => {
    const amounts = figures
      .filter((one) => one.year === year)
      .map((one): SectorAmount => {
        if (/^(?:25|30|32)$/.test(one.industry)) mixed.add(one.industry);
        const industry = industryOf(industries, one.industry);
        if (industry === null) outside.add(one.industry);
        return { region: one.region, industry: industry?.id ?? null, value: one.value, highTech: 0 };
      });
    const regions = [...new Set(amounts.map((one) => one.region))].sort();
    const whole = { ru: 'Все регионы', en: 'All regions' };
    return [
      ...sectorRows(
        amounts,
        'isic4',
        { run, level: 'country', territory: 'all', name: whole, year },
        regions,
      ),
      ...regions.flatMap((region) =>
        sectorRows(
          amounts,
          'isic4',
          { run, level: 'region', territory: region, name: { ru: region, en: region }, year },
          [region],
        ),
      ),
    ];
  });
  const findings: Sectors['findings'] = [];
  if (mixed.size > 0)
    findings.push({
      code: 'mixed-division',
      severity: 'caveat',
      message: {
        ru: 'Разделы, в которых смешаны классы (25 с оружием, 30 с судами и самолётами, 32 с медицинскими инструментами): без третьей цифры они не делятся.',
        en: 'Divisions that mix classes (25 with arms, 30 with ships and aircraft, 32 with medical instruments): without a third digit they cannot be parted.',
      },
      examples: [...mixed].sort(),
    });
  if (outside.size > 0)
    findings.push({
      code: 'not-allocated',
      severity: 'caveat',
      message: {
        ru: 'Коды не обрабатывающей промышленности: «не отнесено».',
        en: 'Codes outside manufacturing: "not allocated".',
      },
      examples: [...outside].sort(),
    });
  return withChecksum<Sectors>({
    data,
    findings,
    manifest: {
      run,
      ...manifest,
      approach: 'sectoral',
      classification: 'ISIC Rev.4 / NACE Rev.2 / OKVED 2',
      source: 'Eurostat, high-tech classification of manufacturing industries (NACE Rev.2)',
    },
  });
}
