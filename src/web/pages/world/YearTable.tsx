import type { CountryComparisonRow } from '../../../api/countryComparison.ts';
import { noValueMark } from '../../../charts/noValue.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { useLanguage } from '../../language.ts';
import type { NumberField } from './linesOf.ts';

interface Line {
  readonly id: string;
  readonly name: string;
  readonly rows: readonly CountryComparisonRow[];
}

/** A field by territory and year; each number can be asked. */
export function YearTable({
  rows,
  field,
  text,
}: {
  readonly rows: readonly CountryComparisonRow[];
  readonly field: NumberField;
  readonly text: (value: number) => string;
}) {
  const { t, language } = useLanguage();
  const years = [...new Set(rows.map((row) => row.year))].sort((a, b) => a - b);
  const lines: readonly Line[] = [...new Set(rows.map((row) => row.territory))].map((id) => {
    const own = rows.filter((row) => row.territory === id);
    return { id, name: own[0]?.territoryName[language] ?? id, rows: own };
  });
  const columns: readonly Column<Line>[] = [
    { key: 'name', head: t({ ru: 'Территория', en: 'Territory' }), text: true, cell: (line) => line.name },
    ...years.map((year): Column<Line> => {
      const at = (line: Line) => line.rows.find((row) => row.year === year);
      return {
        key: String(year),
        head: String(year),
        cell: (line) => {
          const value = at(line)?.[field] ?? null;
          return value === null ? noValueMark('not-published', language) : text(value);
        },
        figure: (line) =>
          (at(line)?.[field] ?? null) === null ? undefined : `compare/${year}/${line.id}/${field}`,
      };
    }),
  ];
  return <DataTable columns={columns} rows={lines} rowKey={(line) => line.id} className="by-year" />;
}
