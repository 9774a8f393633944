import { noValueMark } from '../../../charts/noValue.ts';
import { AskedCell } from './AskedCell.tsx';
import { keyOf, type Numbered, type Table } from './auditParts.ts';

/** A table as printed; cells of broken identities are underlined, those of the finding chosen lie on colour. */
export function PrintedTable({
  table,
  cells,
  selected,
  language,
}: {
  readonly table: Table;
  readonly cells: ReadonlyMap<string, readonly Numbered[]>;
  readonly selected: Numbered | null;
  readonly language: 'ru' | 'en';
}) {
  const at = (row: string, column: string | null) =>
    cells.get(keyOf({ table: table.id, row, column, claim: null })) ?? [];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys
    <section className="scroll" tabIndex={0} aria-label={language === 'ru' ? 'Таблица' : 'Table'}>
      <table className="printed">
        <thead>
          <tr>
            <th scope="col" className="l">
              <span className="vh">{language === 'ru' ? 'Строка' : 'Row'}</span>
            </th>
            {table.columns.map((column) => (
              <th key={column.id} scope="col" className={column.meaning === 'text' ? 'l' : undefined}>
                <AskedCell
                  text={column.heading ?? column.id}
                  found={at('heading', column.id)}
                  selected={selected}
                />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([key = '', ...values]) => (
            <tr key={key}>
              <th scope="row" className="l">
                {key}
              </th>
              {table.columns.map((column, place) => (
                <td key={column.id} className={column.meaning === 'text' ? 'l' : undefined}>
                  <AskedCell
                    text={
                      values[place] === '' ? noValueMark('not-published', language) : (values[place] ?? '')
                    }
                    found={at(key, column.id)}
                    selected={selected}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
