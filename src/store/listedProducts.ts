import { highTechnologyCodes } from '../classifications/highTechnologyAlignment.ts';
import type { DuckdbEngine } from './duckdb.ts';
import { literal } from './queries/literal.ts';

/** Rows of the cube by product whose codes a high-technology list touches, held in memory by a process that stays. */
export interface ListedProducts {
  /** Are the rows of all these codes there, as the relation `listed_product`? */
  hold(codes: readonly string[]): boolean;
  /** Reads them in the background, where that has not been done. */
  want(): void;
  /** Resolves when nothing is being read. */
  settled(): Promise<void>;
}

/** A tenth of the cube, which nearly every question over several years reads again. */
export function listedProducts(engine: Pick<DuckdbEngine, 'run'>): ListedProducts {
  const listed = new Set(highTechnologyCodes());
  let reading: Promise<void> | null = null;
  let there = false;
  return {
    hold: (codes) => there && codes.every((code) => listed.has(code)),
    want: () => {
      reading ??= engine
        .run(
          `CREATE TABLE listed_product AS SELECT flow, re_export, year, region, hs6, heading, chapter, edition, status, value_usd
          FROM cube_region_product WHERE hs6 IN (${[...listed].map(literal).join(', ')})`,
        )
        .then(
          () => {
            there = true;
          },
          // Without them (no memory for it, a file gone) questions read the cube, which says what is wrong.
          () => undefined,
        );
    },
    settled: async () => {
      await reading;
    },
  };
}
