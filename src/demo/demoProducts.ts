import { loadAlignment } from '../classifications/highTechnologyAlignment.ts';
import { hsCodesOf } from '../classifications/hsNomenclature.ts';
import { builtInSegmentSystem } from '../classifications/segmentSystems.ts';
import type { HsEdition } from '../domain/edition.ts';
import { readDemoTable } from './readDemoTable.ts';

export interface DemoCategory {
  readonly codes: readonly string[];
  readonly usdPerKg: number;
}

/** Ordinary goods by category, with the codes that exist in the edition and touch no high-technology list. */
export function ordinaryProducts(edition: HsEdition): ReadonlyMap<string, DemoCategory> {
  const exists = hsCodesOf(edition);
  const highTechnology = new Set(
    loadAlignment(4)
      .filter((row) => row.edition === edition)
      .map((row) => row.hs6),
  );
  return new Map(
    readDemoTable('products.csv').map((row) => {
      const codes = (row.codes ?? '')
        .split(' ')
        .filter((code) => exists.has(code) && !highTechnology.has(code));
      return [row.category ?? '', { codes, usdPerKg: Number(row.usdPerKg) }];
    }),
  );
}

export interface SegmentProducts {
  /** Codes wholly inside one group of the segment under every alignment and bound. */
  readonly whole: readonly string[];
  /** Codes of the default list that are only partly inside. */
  readonly part: readonly string[];
}

/** Codes of each of the four segments, of `other`, and of armament. */
export function segmentProducts(edition: HsEdition): ReadonlyMap<string, SegmentProducts> {
  const rows = loadAlignment(4).filter((row) => row.edition === edition && row.resolved !== null);
  const segments = [
    ...(builtInSegmentSystem('four')?.segments ?? []),
    { id: 'armament', groups: ['armament'] },
  ];
  return new Map(
    segments.map(({ id, groups }) => {
      const inside = rows.filter((row) => groups.includes(row.resolved ?? ''));
      const whole = inside.filter(
        (row) =>
          row.links?.length === 1 && row.links[0] === row.resolved && row.unConversion === row.resolved,
      );
      const part = inside.filter((row) => row.links?.includes('-'));
      return [id, { whole: whole.map((row) => row.hs6), part: part.map((row) => row.hs6) }];
    }),
  );
}
