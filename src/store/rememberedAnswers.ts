import type { SqlRow } from './engine.ts';

/** Bytes kept in all, and of one answer at most. */
const mostBytes = 32e6;
const mostOfOne = 8e6;

/**
 * Asks each question once: an opened workspace never changes, and a person who looks around asks the same sums again
 * and again. Small answers are kept, the ones longest not asked for make room.
 */
export function rememberedAnswers(
  query: (sql: string) => Promise<readonly SqlRow[]>,
  limits: { readonly bytes: number; readonly ofOne: number } = { bytes: mostBytes, ofOne: mostOfOne },
): (sql: string) => Promise<readonly SqlRow[]> {
  const known = new Map<string, readonly SqlRow[]>();
  let kept = 0;
  const forget = (sql: string) => {
    const rows = known.get(sql);
    if (rows === undefined) return;
    known.delete(sql);
    kept -= roomOf(rows);
  };
  return async (sql) => {
    const found = known.get(sql);
    const rows = found ?? (await query(sql));
    if (roomOf(rows) > limits.ofOne) return rows;
    forget(sql);
    known.set(sql, rows);
    kept += roomOf(rows);
    for (const oldest of known.keys()) {
      if (kept <= limits.bytes) break;
      forget(oldest);
    }
    return rows;
  };
}

const sampled = 20;

/** Bytes that an answer takes, about: rows here and there stand for all. An empty answer takes room too. */
function roomOf(rows: readonly SqlRow[]): number {
  const step = Math.max(1, Math.floor(rows.length / sampled));
  let [bytes, looked] = [0, 0];
  for (let place = 0; place < rows.length; place += step) {
    looked += 1;
    for (const value of Object.values(rows[place] ?? {}))
      bytes += 16 + (typeof value === 'string' ? value.length : 0);
  }
  return 100 + (looked === 0 ? 0 : (bytes / looked) * rows.length);
}
