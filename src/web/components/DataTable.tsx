import { type ReactNode, useContext, useState } from 'react';
import { useLanguage } from '../language.ts';
import { choose, usePlace } from '../place.ts';
import { FigureContext } from './figureContext.ts';
import { Asked } from './Say.tsx';
import { Scroll } from './Scroll.tsx';
import {
  nextOrder,
  orderedRows,
  readOrder,
  type SortValue,
  shownValues,
  type TableOrder,
  writtenOrder,
} from './tableOrder.ts';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  /** Text stands left, numbers right. */
  readonly text?: boolean;
  cell(row: Row): ReactNode;
  /** Id of the figure in the cell. */
  figure?(row: Row): string | undefined;
  /** What the rows are sorted by; absent: what the cell shows. null: no value, last. */
  sort?(row: Row): SortValue;
  /** Left out on a phone, where the cell stands as one muted line under the name. */
  readonly extra?: boolean;
}

/**
 * A table as DESIGN has it: unit in the heading, numbers aligned, every number askable; a heading sorts. Within a
 * figure the order stands in the address.
 */
export function DataTable<Row>({
  columns,
  rows,
  rowKey,
  caption,
  className,
  foot,
  fixed = false,
}: {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly caption?: ReactNode;
  readonly className?: string;
  readonly foot?: ReactNode;
  /** The rows have an order of their own, e.g. parts and their sum: no heading sorts. */
  readonly fixed?: boolean;
}) {
  const { t, language } = useLanguage();
  const { query } = usePlace();
  const figure = useContext(FigureContext);
  const [own, setOwn] = useState<TableOrder | null>(null);
  const order = figure === null ? own : readOrder(query.sort, figure);
  const valuesOf = (column: Column<Row>): readonly SortValue[] | null =>
    column.sort === undefined
      ? shownValues(rows.map(column.cell), column.text === true, language)
      : rows.map(column.sort);
  const sortable = new Map(
    columns.flatMap((column) => {
      const values = fixed || rows.length < 2 || column.head === '' ? null : valuesOf(column);
      return values === null ? [] : [[column.key, values] as const];
    }),
  );
  const values = order === null ? undefined : sortable.get(order.key);
  const shown =
    order === null || values === undefined ? rows : orderedRows(rows, values, order.direction, language);
  const choices = columns.filter((column) => sortable.has(column.key));
  const set = (next: TableOrder | null) => {
    if (figure === null) setOwn(next);
    else choose({ sort: writtenOrder(query.sort, figure, next) }, 'replace');
  };
  const sortBy = t({ ru: 'Упорядочить по столбцу', en: 'Sort by this column' });
  return (
    <Scroll>
      {choices.length > 1 ? (
        // On a phone some tables have no heading; this stands in its place.
        <label className="sort-by">
          {t({ ru: 'Порядок', en: 'Order' })}{' '}
          <select
            value={values === undefined ? '' : order?.key}
            onChange={(event) => {
              const column = choices.find((one) => one.key === event.target.value);
              set(column === undefined ? null : nextOrder(null, column.key, column.text === true));
            }}
          >
            <option value="">{t({ ru: 'как есть', en: 'as it is' })}</option>
            {choices.map((column) => (
              <option key={column.key} value={column.key}>
                {column.head}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <table className={className}>
        {caption === undefined ? null : <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classOf(column)}
                aria-sort={order?.key === column.key && values !== undefined ? order.direction : undefined}
              >
                {sortable.has(column.key) ? (
                  <button
                    type="button"
                    className="sort"
                    title={sortBy}
                    onClick={() => set(nextOrder(order, column.key, column.text === true))}
                  >
                    {column.head}
                    {order?.key === column.key ? <Arrow up={order.direction === 'ascending'} /> : null}
                  </button>
                ) : (
                  column.head
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => {
                const content = column.cell(row);
                const figure = column.figure?.(row);
                return (
                  <td key={column.key} className={classOf(column)} data-label={column.head}>
                    {figure !== undefined && typeof content === 'string' ? (
                      <Asked text={content} figure={figure} />
                    ) : (
                      content
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        {foot}
      </table>
    </Scroll>
  );
}

/** Which way the column is sorted; `aria-sort` says it to those who do not see it. */
function Arrow({ up }: { readonly up: boolean }) {
  return (
    <svg width="7" height="6" aria-hidden="true">
      <path d={up ? 'M0 6 3.5 0 7 6Z' : 'M0 0h7L3.5 6Z'} fill="currentColor" />
    </svg>
  );
}

function classOf<Row>(column: Column<Row>): string {
  return [column.text === true ? 'l' : '', column.extra === true ? 'extra' : '', `k-${column.key}`]
    .filter((name) => name !== '')
    .join(' ');
}
