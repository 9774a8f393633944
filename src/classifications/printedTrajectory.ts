import { readDataTable } from './dataFile.ts';

/** A row of the paper's tables 2 to 5, as printed. */
export interface PrintedTrajectory {
  readonly rank: number;
  readonly trajectoryIndex: number;
  readonly segmentValueThousandUsd: number;
  readonly shareOfCountryTotalPercent: number;
  readonly segmentShareOfRegionPercent: number;
}

/** What the paper prints for a region and segment, or null. The definition of its index is not published. */
export function printedTrajectory(
  country: string,
  year: number,
  segment: string,
  region: string,
): PrintedTrajectory | null {
  if (country !== 'RU' || year !== 2019) return null;
  const row = readDataTable('printed-tables-2-5.csv').find(
    (candidate) => candidate.segment === segment && candidate.region === region,
  );
  if (row === undefined) return null;
  return {
    rank: Number(row.rank),
    trajectoryIndex: Number(row.trajectoryIndex),
    segmentValueThousandUsd: Number(row.segmentValueThousandUsd),
    shareOfCountryTotalPercent: Number(row.shareOfCountryTotalPercent),
    segmentShareOfRegionPercent: Number(row.segmentShareOfRegionPercent),
  };
}
