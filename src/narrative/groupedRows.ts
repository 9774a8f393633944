/** The sum of the values of rows. */
export function sumValues(rows: readonly { readonly valueUsd: number }[]): number {
  return rows.reduce((sum, row) => sum + row.valueUsd, 0);
}

/** Rows by a key, in the order in which keys first occur. */
export function grouped<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
