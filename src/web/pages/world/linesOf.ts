import type { CountryComparisonRow } from '../../../api/countryComparison.ts';
import type { CountryLine } from '../../../charts/countryLines.ts';
import { addressOf } from '../../place.ts';

export type NumberField =
  | 'exportsIndex'
  | 'chainIndex'
  | 'directIndex'
  | 'shareOfExports'
  | 'shareOfManufactured'
  | 'shareOfWorldHighTech';

/** One line for each territory that has any value of the field. */
export function linesOf(
  rows: readonly CountryComparisonRow[],
  field: NumberField,
  focus: string,
  text: (value: number) => string,
  language: 'ru' | 'en',
): readonly CountryLine[] {
  const end = Math.max(...rows.flatMap((row) => (row[field] === null ? [] : [row.year])));
  return [...new Set(rows.map((row) => row.territory))].flatMap((id): CountryLine[] => {
    const own = rows.filter((row) => row.territory === id);
    const last = own.findLast((row) => row[field] !== null);
    if (last === undefined) return [];
    return [
      {
        id,
        // A line that ends before the others says when.
        name: `${last.territoryName[language]}${last.year < end ? `, ${last.year}` : ''}`,
        look:
          id === focus
            ? 'focus'
            : last.level === 'union'
              ? 'group'
              : last.level === 'world'
                ? 'world'
                : 'plain',
        points: own.map((row) => ({ year: row.year, value: row[field] })),
        text: text(last[field] ?? 0),
        href: addressOf('world', null, last.level === 'world' ? {} : { focus: id }),
      },
    ];
  });
}
