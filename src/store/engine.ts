export type SqlValue = string | number | bigint | boolean | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

/**
 * The one port through which every question reaches a database. The SQL handed to `query` is portable (see
 * `queries/`): SELECT dims, sum(...) FROM relation WHERE ... GROUP BY dims. DECIMAL sums come back as text or
 * number by `query` (numbers are doubles made from the exact decimal), whole numbers as number.
 */
export interface Engine {
  query(sql: string): Promise<readonly SqlRow[]>;
  close(): Promise<void>;
}
