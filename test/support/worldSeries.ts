import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importWdi } from '../../src/sources/wdi/importWdi.ts';

/** Countries of the made-up series: ISO alpha-3, exports of 2006 in millions, growth, high technology in exports. */
const countries = [
  ['RUS', 300, 1.05, 0.02],
  ['BRA', 140, 1.04, 0.05],
  ['IND', 120, 1.1, 0.06],
  ['CHN', 970, 1.12, 0.27],
  ['ZAF', 50, 1.02, 0.03],
  ['DEU', 1100, 1.03, 0.14],
  ['USA', 1040, 1.04, 0.17],
  ['KAZ', 38, 1.06, 0.04],
  ['BLR', 20, 1.03, 0.02],
  ['VNM', 40, 1.18, 0.2],
] as const;
const years = [2006, 2007, 2008, 2009, 2010, 2011, 2012];

/** Exports in dollars of the series below; 2009 falls by a fifth everywhere. */
export function madeExports(iso3: string, year: number): number {
  const [, first, growth] = countries.find(([id]) => id === iso3) ?? ['', 0, 0];
  return first * 1e6 * growth ** (year - 2006) * (year === 2009 ? 0.8 : 1);
}

/** Takes made-up series in the World Bank's form into a workspace folder: exports, high technology and its share in manufactures. */
export async function worldSeries(folder: string, workspace: string): Promise<void> {
  const heading = 'Country Name,Country Code,Year,Value';
  const of = (value: (row: (typeof countries)[number], year: number) => number) => [
    ...countries.flatMap((row) => years.map((year) => `${row[0]},${row[0]},${year},${value(row, year)}`)),
  ];
  const world = (share: (row: (typeof countries)[number]) => number) =>
    years.map((year) => {
      const sum = countries.reduce((total, row) => total + madeExports(row[0], year) * share(row), 0);
      return `World,WLD,${year},${sum * 1.5}`;
    });
  const files = {
    'TX.VAL.MRCH.CD.WT': [...of((row, year) => madeExports(row[0], year)), ...world(() => 1)],
    'TX.VAL.TECH.CD': [...of((row, year) => madeExports(row[0], year) * row[3]), ...world((row) => row[3])],
    // High technology in manufactures is twice its share in all exports: half of the exports are manufactures.
    'TX.VAL.TECH.MF.ZS': of((row) => row[3] * 200),
  };
  for (const [indicator, rows] of Object.entries(files)) {
    const path = join(folder, `${indicator.toLowerCase()}.csv`);
    await writeFile(path, [heading, ...rows].join('\n'));
    await importWdi(workspace, path, { indicator });
  }
}
