import type { ReactNode } from 'react';
import { Asked } from './Say.tsx';
import { Scroll } from './Scroll.tsx';

export interface Column<Row> {
  readonly key: string;
  readonly head: string;
  /** Text stands left, numbers right. */
  readonly text?: boolean;
  cell(row: Row): ReactNode;
  /** Id of the figure in the cell. */
  figure?(row: Row): string | undefined;
  /** Left out on a phone, where the cell stands as one muted line under the name. */
  readonly extra?: boolean;
}

/** A table as DESIGN has it: unit in the heading, numbers aligned, every number askable. */
export function DataTable<Row>({
  columns,
  rows,
  rowKey,
  caption,
  className,
  foot,
}: {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly caption?: ReactNode;
  readonly className?: string;
  readonly foot?: ReactNode;
}) {
  return (
    <Scroll>
      <table className={className}>
        {caption === undefined ? null : <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classOf(column)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
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

function classOf<Row>(column: Column<Row>): string {
  return [column.text === true ? 'l' : '', column.extra === true ? 'extra' : '', `k-${column.key}`]
    .filter((name) => name !== '')
    .join(' ');
}
