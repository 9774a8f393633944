import { TrajectaError } from '../../domain/trajectaError.ts';

export type JsonRecord = Readonly<Record<string, unknown>>;

/**
 * The rows of an answer of Comtrade's API, of several in one list, or of a plain list of rows. Throws
 * `file-unreadable` where it is an error of the API or is cut short, `empty-answer` where it holds no row.
 */
export function comtradeRecords(path: string, json: unknown): readonly JsonRecord[] {
  const answers = Array.isArray(json) && json.every(isAnswer) ? json : [json];
  const rows = answers.flatMap((answer) => recordsOf(path, answer));
  if (rows.length > 0) return rows;
  throw new TrajectaError('empty-answer', {
    ru: `${path}: ответ пуст — таких данных нет (ни одной строки). Рабочая область не изменена.`,
    en: `${path}: the answer is empty, there is no such data (no row). The workspace is unchanged.`,
  });
}

function isAnswer(value: unknown): boolean {
  return isRecord(value) && (Array.isArray(value.data) || Array.isArray(value.dataset) || 'error' in value);
}

function recordsOf(path: string, answer: unknown): readonly JsonRecord[] {
  if (Array.isArray(answer)) {
    if (answer.every(isRecord)) return answer;
    throw unreadable(path, 'это не список строк', 'it is no list of rows');
  }
  if (!isRecord(answer)) throw unreadable(path, 'это не ответ API', 'it is no answer of the API');
  const rows = answer.data ?? answer.dataset;
  const problem = problemOf(answer);
  if (problem !== null)
    throw unreadable(
      path,
      `сервер ответил ошибкой: ${problem}`,
      `the server answered with an error: ${problem}`,
    );
  if (!Array.isArray(rows) || !rows.every(isRecord))
    throw unreadable(path, 'в ответе нет списка data', 'the answer has no list data');
  if (typeof answer.count === 'number' && answer.count !== rows.length && answer.count >= 0)
    throw unreadable(
      path,
      `сказано, что строк ${answer.count}, а их ${rows.length}: ответ обрезан`,
      `it says ${answer.count} rows and holds ${rows.length}: the answer is cut`,
    );
  return rows;
}

/** What an answer says of an error, in any of the API's ways. */
function problemOf(answer: JsonRecord): string | null {
  const validation = answer.validation as { status?: { name?: string; description?: string } } | undefined;
  if (validation?.status?.name !== undefined && validation.status.name !== 'Ok')
    return [validation.status.name, validation.status.description].filter(Boolean).join(': ');
  const text = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
  if (typeof answer.statusCode === 'number' && answer.statusCode >= 400)
    return `${answer.statusCode} ${text(answer.message) ?? ''}`.trim();
  const error = isRecord(answer.error) ? text(answer.error.message) : text(answer.error);
  return error ?? (answer.data === undefined && answer.dataset === undefined ? text(answer.message) : null);
}

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unreadable(path: string, ru: string, en: string): TrajectaError {
  return new TrajectaError('file-unreadable', {
    ru: `${path}: ${ru}. Рабочая область не изменена.`,
    en: `${path}: ${en}. The workspace is unchanged.`,
  });
}
