import type { ProductRow } from '../../api/product.ts';
import { findPartner } from '../../classifications/partners.ts';
import { unitName } from '../../classifications/units.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import {
  mainUnit,
  type PricedCell,
  robustUnitValue,
  type Spread,
  spreadOf,
} from '../../domain/unitValueSpread.ts';
import type { SqlRow } from '../../store/engine.ts';

/** A cell of the answer about quantities. */
export interface PlacedCell extends PricedCell {
  readonly region: string;
  readonly partner: string;
}

/** Fields of a row that its part does not have. */
export const emptyRow = {
  codeName: null,
  territory: null,
  territoryName: null,
  partner: null,
  partnerName: null,
  segment: null,
  segmentName: null,
  valueUsd: null,
  valueReason: null,
  shareOfProduct: null,
  shareOfTerritory: null,
  index: null,
  indexReason: null,
  unit: null,
  unitName: null,
  unitValueUsd: null,
  unitValueReason: null,
  quantityCoverage: null,
  medianUsd: null,
  lowerQuartileUsd: null,
  upperQuartileUsd: null,
  observations: null,
} satisfies Partial<ProductRow>;

export function placedCells(rows: readonly SqlRow[]): readonly PlacedCell[] {
  return rows.map((row) => ({
    region: String(row.region ?? ''),
    partner: String(row.partner ?? ''),
    unit: String(row.unit),
    value: Number(row.value_usd ?? 0),
    quantity: Number(row.quantity ?? 0),
  }));
}

/** Cells in the unit that tells most of the value; of few products cells there are none. */
export function cellsInMainUnit<Cell extends PricedCell>(
  cells: readonly Cell[],
): { readonly unit: string | null; readonly cells: readonly Cell[] } {
  const unit = mainUnit(cells);
  return { unit, cells: cells.filter((cell) => cell.unit === unit) };
}

/** The unit value of some cells of one unit, with the share of a value that it stands for. */
export function priceOf(
  cells: readonly PricedCell[],
  unit: string | null,
  valueUsd: number,
): Pick<ProductRow, 'unit' | 'unitName' | 'unitValueUsd' | 'unitValueReason' | 'quantityCoverage'> {
  const { unitValue, counted } = robustUnitValue(cells);
  if (unit === null || unitValue.value === null)
    return {
      unit,
      unitName: unitName(unit),
      unitValueUsd: null,
      unitValueReason: 'no-quantity',
      quantityCoverage: null,
    };
  return {
    unit,
    unitName: unitName(unit),
    unitValueUsd: unitValue.value,
    unitValueReason: null,
    quantityCoverage: valueUsd > 0 ? Math.min(1, counted / valueUsd) : null,
  };
}

/** Spread of the unit values of groups of cells (regions or partners); reserved and unstated groups left out. */
export function spreadAcross(
  cells: readonly PlacedCell[],
  across: 'region' | 'partner',
  counts: (group: string) => boolean,
): Spread | null {
  const groups = new Map<string, PlacedCell[]>();
  for (const cell of cells)
    if (counts(cell[across])) groups.set(cell[across], [...(groups.get(cell[across]) ?? []), cell]);
  return spreadOf(
    [...groups.values()].flatMap((inside) => {
      const { value } = robustUnitValue(inside).unitValue;
      return value === null ? [] : [value];
    }),
  );
}

export function spreadFields(spread: Spread | null): Pick<
  ProductRow,
  'medianUsd' | 'lowerQuartileUsd' | 'upperQuartileUsd'
> & {
  readonly observations: number;
} {
  return {
    medianUsd: spread?.median ?? null,
    lowerQuartileUsd: spread?.lowerQuartile ?? null,
    upperQuartileUsd: spread?.upperQuartile ?? null,
    observations: spread?.observations ?? 0,
  };
}

const notStated: TwoLanguages = { ru: 'Страна не указана', en: 'Country not stated' };

export function partnerName(partner: string): TwoLanguages {
  return partner === '' ? notStated : (findPartner(partner)?.name ?? { ru: partner, en: partner });
}
