import type { SqlValue } from '../engine.ts';

/**
 * A value as a literal of portable SQL; the only way by which a value enters a query. Quotes are doubled, so a text
 * cannot end its literal. Throws on NUL bytes and on numbers that are not finite.
 * @example literal("O'Neil") // "'O''Neil'"
 */
export function literal(value: SqlValue): string {
  if (value === null) return 'NULL';
  if (typeof value === 'string') {
    if (value.includes('\u0000')) throw new RangeError('A text with a NUL byte cannot be part of a query');
    return `'${value.replaceAll("'", "''")}'`;
  }
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`${value} cannot be part of a query`);
  return String(value);
}
