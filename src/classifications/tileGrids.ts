import { readDataTable } from './dataFile.ts';

/** Place of a region on the tile grid of its country, with the mark written in its tile. */
export interface Tile {
  readonly row: number;
  readonly column: number;
  readonly mark: { readonly ru: string; readonly en: string };
}

/** The tile of a region, or null where its country has no grid. @example tileOf('AU-WA')?.column // 0 */
export function tileOf(territory: string): Tile | null {
  const row = readDataTable('tile-grids.csv').find((one) => one.territory === territory);
  if (row === undefined) return null;
  return {
    row: Number(row.row),
    column: Number(row.column),
    mark: { ru: row.ru ?? '', en: row.en ?? '' },
  };
}
