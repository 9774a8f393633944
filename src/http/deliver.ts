import { TrajectaError } from '../domain/trajectaError.ts';
import { render, rowsToCsv, rowsToWorkbook } from '../reports/render.ts';
import type { Question, QuestionAnswer } from './question.ts';
import type { Delivery } from './readOptions.ts';
import { rowsToParquet } from './rowsToParquet.ts';

/** Forms an answer can be had in: by extension of the path or by the header Accept. */
export const formats = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
} as const;
export type Format = keyof typeof formats;

/** The form asked for. Throws `not-acceptable` naming those there are. */
export function formatOf(extension: string | undefined, accept: string | undefined): Format {
  if (extension !== undefined) {
    if (Object.hasOwn(formats, extension)) return extension as Format;
    throw notAcceptable(`.${extension}`);
  }
  const wanted = (accept ?? '*/*')
    .split(',')
    .map((part) => {
      const [type = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters
        .map((one) => /^\s*q=([\d.]+)$/.exec(one)?.[1])
        .find((one) => one !== undefined);
      return { type: type.trim(), quality: Number(quality ?? 1) };
    })
    .sort((a, b) => b.quality - a.quality);
  for (const { type, quality } of wanted) {
    if (quality === 0) continue;
    if (type === '*/*' || type === 'application/*' || type === 'text/html') return 'json';
    const found = Object.entries(formats).find(([, name]) => name.startsWith(type) && type !== '');
    if (found !== undefined) return found[0] as Format;
  }
  throw notAcceptable(accept ?? '');
}

function notAcceptable(given: string): TrajectaError {
  const known = Object.entries(formats).map(([name, type]) => `.${name} (${type.split(';')[0]})`);
  return new TrajectaError('not-acceptable', {
    ru: `Вида ответа «${given}» нет. Есть: ${known.join(', ')}.`,
    en: `There is no form "${given}". There are: ${known.join(', ')}.`,
  });
}

type Row = Readonly<Record<string, unknown>>;

/** The part of an answer that was asked for; `page` says how much there is. Throws `bad-option` for a filter that fits no row. */
export function selected(
  answer: QuestionAnswer,
  delivery: Delivery,
): QuestionAnswer & { readonly page?: { total: number; offset: number; limit: number } } {
  const asked = Object.keys(delivery.filters).length > 0 || delivery.limit !== null || delivery.offset > 0;
  if (!asked) return answer;
  if (!Array.isArray(answer.data)) {
    throw new TrajectaError('bad-option', {
      ru: 'Этот ответ — не список строк: limit, offset и filter к нему неприменимы.',
      en: 'This answer is no list of rows: limit, offset and filter do not apply.',
    });
  }
  const rows = answer.data as readonly Row[];
  for (const field of Object.keys(delivery.filters)) requireField(rows, field);
  const kept = rows.filter((row) =>
    Object.entries(delivery.filters).every(([field, values]) => values.includes(String(row[field]))),
  );
  const { offset } = delivery;
  const limit = delivery.limit ?? kept.length;
  return {
    ...answer,
    data: kept.slice(offset, offset + limit),
    page: { total: kept.length, offset, limit },
  };
}

function requireField(rows: readonly Row[], field: string): void {
  const simple = Object.entries(rows[0] ?? {}).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null ? [] : [name],
  );
  if (rows.length === 0 || simple.includes(field)) return;
  throw new TrajectaError('bad-option', {
    ru: `filter.${field.slice(0, 60)}: такого поля у строк нет. Есть: ${simple.join(', ')}.`,
    en: `filter.${field.slice(0, 60)}: the rows have no such field. There are: ${simple.join(', ')}.`,
  });
}

/** The answer as bytes in the form asked for. */
export async function deliver(
  answer: QuestionAnswer,
  format: Format,
  language: 'ru' | 'en',
  question: Pick<Question, 'rows'> = {},
): Promise<string | Uint8Array> {
  if (format === 'json') return JSON.stringify(answer);
  const rows = question.rows?.(answer) ?? rowsOf(answer.data);
  if (format === 'csv') return rowsToCsv(rows, language);
  if (format === 'parquet') return rowsToParquet(rows, language);
  const { command } = answer.manifest as { command?: string };
  if (command === 'assess' || command === 'high-tech')
    return render({ kind: command, answer } as never, { format: 'xlsx', language });
  return rowsToWorkbook(rows, answer as never, language);
}

/** Rows of an answer; one that is no list is a list of one. */
function rowsOf(data: unknown): readonly Row[] {
  return Array.isArray(data) ? (data as readonly Row[]) : [data as Row];
}
