import type { TrajectaError } from '../../domain/trajectaError.ts';
import type { IndicatorCell } from './indicatorCell.ts';
import { unreadable } from './unreadableIndicators.ts';

interface Row {
  readonly indicator?: { readonly id?: string; readonly value?: string };
  readonly country?: { readonly id?: string };
  readonly countryiso3code?: string;
  readonly date?: string;
  readonly value?: number | null;
}

interface AdvancedRow {
  readonly variable: readonly { readonly concept: string; readonly id: string; readonly value: string }[];
  readonly value?: number | null;
}

/**
 * The cells of answers of the API, one or several in a list: `[{page ...}, [rows]]` of its indicators, or
 * `{page ..., source: {data: [{variable: [...], value}]}}` of its advanced queries. null where it is neither. Throws
 * what the API says of an error.
 */
export function answerCells(path: string, json: unknown): readonly IndicatorCell[] | null {
  const answers = Array.isArray(json) && json.every((one) => Array.isArray(one)) ? json : [json];
  const cells: IndicatorCell[] = [];
  for (const answer of answers) {
    const [head, rows] = Array.isArray(answer) ? answer : [answer, null];
    const message = (head as { message?: readonly { value?: string; key?: string }[] } | null)?.message;
    if (Array.isArray(message)) {
      const text = message.map((one) => [one.key, one.value].filter(Boolean).join(': ')).join('; ');
      throw unreadable(path, `сервер ответил ошибкой: ${text}`, `the server answered with an error: ${text}`);
    }
    if (typeof head !== 'object' || head === null || !('total' in head)) return null;
    const advanced = (head as { source?: { data?: unknown } }).source?.data;
    if (Array.isArray(advanced)) {
      for (const row of advanced as readonly AdvancedRow[]) cells.push(advancedCell(row, cells.length + 1));
      continue;
    }
    for (const row of (Array.isArray(rows) ? rows : []) as readonly Row[])
      cells.push({
        indicator: row.indicator?.id ?? '',
        name: row.indicator?.value ?? '',
        country: row.countryiso3code || row.country?.id || '',
        year: row.date ?? '',
        value: textOf(row.value),
        row: cells.length + 1,
      });
  }
  return cells;
}

function advancedCell(row: AdvancedRow, number: number): IndicatorCell {
  const of = (concept: string) => row.variable.find((one) => one.concept.toLowerCase() === concept);
  const series = of('series') ?? of('indicator');
  return {
    indicator: series?.id ?? '',
    name: series?.value ?? '',
    country: of('country')?.id ?? of('economy')?.id ?? '',
    year: of('time')?.value ?? '',
    value: textOf(row.value),
    row: number,
  };
}

/** A list of plain records (also as `value` or `data` of an object) as a table with their names as heading. */
export function recordTable(path: string, json: unknown): readonly (readonly string[])[] {
  const held = json as { readonly value?: unknown; readonly data?: unknown } | null;
  const list = Array.isArray(json) ? json : (held?.value ?? held?.data);
  if (!Array.isArray(list) || list.length === 0 || !list.every(isRecord)) throw notAnswer(path);
  const records = list as readonly Readonly<Record<string, unknown>>[];
  const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
  return [columns, ...records.map((record) => columns.map((column) => textOf(record[column])))];
}

function isRecord(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}

/** Says that JSON is none of what the World Bank gives. */
export function notAnswer(path: string): TrajectaError {
  return unreadable(
    path,
    'это не ответ API Всемирного банка [{page …}, [строки]] и не список записей (страна, год, значение)',
    'this is no answer of the World Bank API [{page ...}, [rows]], and no list of records (country, year, value)',
  );
}
