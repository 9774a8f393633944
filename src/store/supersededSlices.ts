import type { SupersededSlice, Vintage } from './manifest.ts';
import { literal } from './queries/literal.ts';

/** What one row's place is: the grain at which a revision takes the place of what it corrects. */
export interface Slice {
  readonly flow: 'export' | 'import';
  readonly year: number;
  /** 0: the whole year. */
  readonly month: number;
  readonly region: string;
}

/** Slices of one vintage that others among those given take the place of. */
export function supersededOf(
  vintage: string,
  inForce: readonly Vintage[],
): readonly (SupersededSlice & { readonly by: string })[] {
  return inForce.flatMap((other) =>
    other.supersedes
      .filter((slice) => slice.vintage === vintage)
      .map((slice) => ({ ...slice, by: other.id })),
  );
}

/** Is a place within a superseded slice? */
export function isSuperseded(slices: readonly SupersededSlice[], place: Slice): boolean {
  return slices.some(
    (slice) =>
      slice.flow === place.flow &&
      slice.year === place.year &&
      (slice.months === null || slice.months.includes(place.month)) &&
      (slice.regions === null || slice.regions.includes(place.region)),
  );
}

/** Condition of portable SQL that a row of the detail is within one of the slices. */
export function withinSlices(slices: readonly SupersededSlice[]): string {
  return slices
    .map(({ vintage, flow, year, months, regions }) =>
      [
        `vintage = ${literal(vintage)} AND flow = ${literal(flow)} AND year = ${year}`,
        ...(months === null ? [] : [`month IN (${months.join(', ')})`]),
        ...(regions === null ? [] : [`region IN (${regions.map(literal).join(', ')})`]),
      ].join(' AND '),
    )
    .map((condition) => `(${condition})`)
    .join(' OR ');
}

/**
 * What a file takes the place of in the vintage that it corrects: all of it (`null`) where it tells of all its
 * periods and regions, else just the slices that it holds; where it holds all regions of a year's data, whole months.
 */
export function slicesReplaced(
  replaced: Vintage,
  slices: readonly Slice[],
): readonly SupersededSlice[] | null {
  type Found = { readonly whole: boolean; readonly slices: readonly SupersededSlice[] };
  const found = replaced.coverage.map(({ flow, year, months, regions }): Found => {
    const mine = slices.filter((slice) => slice.flow === flow && slice.year === year);
    const monthsOf = (chosen: readonly Slice[]): number[] | null => {
      const own = [...new Set(chosen.map((slice) => slice.month))].sort((a, b) => a - b);
      const all = own.includes(0) || own.length === 12 || months.every((month) => own.includes(month));
      return all ? null : own;
    };
    const place = { vintage: replaced.id, flow, year };
    if (mine.length === 0) return { whole: false, slices: [] };
    const own = new Set(mine.map((slice) => slice.region));
    if (regions.every((region) => own.has(region))) {
      const all = monthsOf(mine);
      return { whole: all === null, slices: [{ ...place, months: all, regions: null }] };
    }
    const byMonths = new Map<string, { months: number[] | null; regions: string[] }>();
    for (const region of [...own].filter((one) => regions.includes(one)).sort()) {
      const held = monthsOf(mine.filter((slice) => slice.region === region));
      const key = JSON.stringify(held);
      const known = byMonths.get(key) ?? { months: held, regions: [] };
      known.regions.push(region);
      byMonths.set(key, known);
    }
    return { whole: false, slices: [...byMonths.values()].map((one) => ({ ...place, ...one })) };
  });
  return found.every((one) => one.whole) ? null : found.flatMap((one) => one.slices);
}
