import type { SqlRow } from './engine.ts';

/** Rows kept in all, and of one answer at most: some tens of megabytes. */
const mostRows = 100_000;
const mostOfOne = 25_000;

/**
 * Asks each question once: an opened workspace never changes, and a person who looks around asks the same sums again
 * and again. Small answers are kept, the ones longest not asked for make room.
 */
export function rememberedAnswers(
  query: (sql: string) => Promise<readonly SqlRow[]>,
  limits: { readonly rows: number; readonly ofOne: number } = { rows: mostRows, ofOne: mostOfOne },
): (sql: string) => Promise<readonly SqlRow[]> {
  const known = new Map<string, readonly SqlRow[]>();
  let kept = 0;
  // An empty answer takes room too.
  const room = (rows: readonly SqlRow[]) => rows.length + 1;
  const forget = (sql: string) => {
    const rows = known.get(sql);
    if (rows === undefined) return;
    known.delete(sql);
    kept -= room(rows);
  };
  return async (sql) => {
    const found = known.get(sql);
    const rows = found ?? (await query(sql));
    if (room(rows) > limits.ofOne) return rows;
    forget(sql);
    known.set(sql, rows);
    kept += room(rows);
    for (const oldest of known.keys()) {
      if (kept <= limits.rows) break;
      forget(oldest);
    }
    return rows;
  };
}
