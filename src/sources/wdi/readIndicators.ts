import { worldAggregateIds, worldTerritories } from '../../classifications/worldTerritories.ts';
import { territoryIndex } from '../../domain/territoryIndex.ts';
import { readSmallFile } from '../../files/grid.ts';
import type { QuarantinedValue, SeriesValue } from '../../store/series.ts';
import type { IndicatorCell } from './indicatorCell.ts';
import { type Asked, indicatorCells } from './indicatorCells.ts';

/** Numbers with a point; with a decimal comma where the file has numbers that only so can be read, and no point. */
function numberReader(texts: readonly string[]): (text: string) => number {
  const isComma =
    texts.some((text) => /^-?\d+,\d+$/.test(text) && !/,\d{3}$/.test(text)) &&
    !texts.some((text) => text.includes('.'));
  return (text) => {
    const plain = text.replace(/(?<=\d)[\s\u00A0\u202F](?=\d{3}(?!\d))/g, '');
    if (isComma) return Number(plain.replace(',', '.'));
    return Number(/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain);
  };
}

/** Files that the World Bank packs beside its tables: countries, series, footnotes. */
export function isDescription(name: string): boolean {
  return /(?:^|\/)(?:metadata|wdi[-_]?(?:country|series|foot)|.*(?:country-series|series-time|footnote))/i.test(
    name,
  );
}

export interface ReadIndicators {
  readonly sha256: string;
  readonly cells: readonly IndicatorCell[];
  readonly values: readonly SeriesValue[];
  readonly quarantined: readonly QuarantinedValue[];
  /** Cells without a value. */
  readonly empty: number;
}

/** The values of indicators that a file of the World Bank holds, and what of it could not be used; `name` is what the file is called. */
export async function readIndicators(
  path: string,
  name: string,
  options: Asked = {},
): Promise<ReadIndicators> {
  const file = await readSmallFile(path, { isAside: isDescription });
  const cells = indicatorCells(name, file, options);
  const numberOf = numberReader(cells.map((cell) => cell.value));
  const country = territoryIndex(worldTerritories());
  const aggregates = worldAggregateIds();
  const values = new Map<string, SeriesValue>();
  const quarantined: QuarantinedValue[] = [];
  let empty = 0;
  for (const cell of cells) {
    if (cell.value === '') {
      empty += 1;
      continue;
    }
    const territory = aggregates.get(cell.country.toUpperCase()) ?? country(cell.country)?.id;
    const [year, value] = [Number(cell.year), numberOf(cell.value)];
    const refuse = (reason: QuarantinedValue['reason'], column: QuarantinedValue['column'], text: string) =>
      void quarantined.push({
        row: cell.row,
        column,
        text,
        cell: [cell.indicator, cell.country, cell.year, cell.value].join(' '),
        reason,
      });
    if (territory === undefined) {
      refuse('unknown-territory', 'territory', cell.country);
      continue;
    }
    const key = `${cell.indicator} ${territory} ${cell.year}`;
    const known = values.get(key);
    if (!/^\d{4}$/.test(cell.year)) refuse('bad-year', 'year', cell.year);
    else if (!Number.isFinite(value)) refuse('bad-value', 'value', cell.value);
    else if (known !== undefined && known.value !== value) refuse('contradicts', 'value', cell.value);
    else values.set(key, { indicator: cell.indicator, territory, year, value, row: cell.row });
  }
  return { sha256: file.sha256, cells, values: [...values.values()], quarantined, empty };
}
