import { isValidElement, type ReactNode } from 'react';
import type { Language } from '../../domain/formatNumber.ts';

/** By which column a table stands, and which way. */
export interface TableOrder {
  readonly key: string;
  readonly direction: 'ascending' | 'descending';
}

/** What a cell is sorted by; null stands last, whichever way. */
export type SortValue = number | string | null;

/** The order of a table in the address: `figure.column.down`, several by commas. */
export function readOrder(text: string | undefined, table: string): TableOrder | null {
  for (const part of (text ?? '').split(',')) {
    const [figure, key, way] = part.split('~');
    if (figure === table && key !== undefined)
      return { key, direction: way === 'up' ? 'ascending' : 'descending' };
  }
  return null;
}

/** The address with the order of one table changed; null: none is left. */
export function writtenOrder(
  text: string | undefined,
  table: string,
  order: TableOrder | null,
): string | null {
  const others = (text ?? '').split(',').filter((part) => part !== '' && part.split('~')[0] !== table);
  const own =
    order === null ? [] : [`${table}~${order.key}~${order.direction === 'ascending' ? 'up' : 'down'}`];
  const all = [...others, ...own];
  return all.length === 0 ? null : all.join(',');
}

/** First the way that is wanted most: largest numbers, first letters; then the other; then as the table was. */
export function nextOrder(order: TableOrder | null, key: string, isText: boolean): TableOrder | null {
  const first = isText ? 'ascending' : 'descending';
  if (order?.key !== key) return { key, direction: first };
  return order.direction === first ? { key, direction: isText ? 'descending' : 'ascending' } : null;
}

/** Rows by their sort values, equal ones as they stood; rows without a value last. */
export function orderedRows<Row>(
  rows: readonly Row[],
  values: readonly SortValue[],
  direction: TableOrder['direction'],
  language: Language,
): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const places = rows.map((_, place) => place);
  const compare = (a: SortValue, b: SortValue): number => {
    if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
    return sign * String(a).localeCompare(String(b), language, { numeric: true });
  };
  places.sort((a, b) => compare(values[a] ?? null, values[b] ?? null) || a - b);
  return places.map((place) => rows[place] as Row);
}

/** Text of a cell's content; null where it cannot be told without drawing it. */
export function contentText(content: ReactNode): string | null {
  if (content === null || content === undefined || typeof content === 'boolean') return '';
  if (typeof content === 'string' || typeof content === 'number') return String(content);
  if (Array.isArray(content)) {
    const parts = content.map(contentText);
    return parts.includes(null) ? null : parts.join('');
  }
  if (!isValidElement<{ children?: ReactNode }>(content) || typeof content.type === 'function') return null;
  return contentText(content.props.children);
}

/** A number as the language writes it, or null. @example numberOfText('−1,234.5', 'en') // -1234.5 */
export function numberOfText(text: string, language: Language): number | null {
  const bare = text.replace(/[\u202f\u00a0 ]/g, '').replace(/[%×]$/, '');
  const plain = language === 'ru' ? bare.replace(',', '.') : bare.replaceAll(',', '');
  const signed = plain.replace(/^−/, '-').replace(/^<(?=\d)/, '');
  return /^[-+]?\d+(\.\d+)?$/.test(signed) ? Number(signed) : null;
}

const marks = /^(–|…|к|c|н\/о|n\/d|)$/;

/**
 * Sort values of a column by what its cells show: numbers where all of them are, texts in a column of text, null for
 * marks of no value; null for the whole column where its cells do not tell.
 */
export function shownValues(
  contents: readonly ReactNode[],
  isText: boolean,
  language: Language,
): readonly SortValue[] | null {
  const texts = contents.map(contentText);
  const found = texts.map((text) => {
    if (text === null) return undefined;
    const trimmed = text.trim();
    if (marks.test(trimmed)) return null;
    return isText ? trimmed : (numberOfText(trimmed, language) ?? undefined);
  });
  return found.includes(undefined) ? null : (found as readonly SortValue[]);
}
