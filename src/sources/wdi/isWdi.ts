import { recogniseColumns } from '../columnNames.ts';
import { indicatorNames as names } from './indicatorCells.ts';

/** Are these the columns of a table of indicators by country and year, and of no trade by product? */
export function isWdi(columns: readonly string[]): boolean {
  const heading = columns.map((cell) => cell.trim());
  const has = (wanted: readonly string[]) => heading.some((cell) => wanted.includes(cell.toLowerCase()));
  const { line, flow, partner } = recogniseColumns(columns);
  const isOfTrade = [line, flow, partner].some((column) => column !== undefined);
  if (isOfTrade || !has(names.country.filter((one) => !['code', 'country'].includes(one)))) return false;
  const years = heading.filter((cell) => /^(?:YR)?\d{4}(?:\s*\[YR\d{4}\])?$/.test(cell)).length;
  return has(names.year) || years > 1 || (years === 1 && has(names.indicator));
}
