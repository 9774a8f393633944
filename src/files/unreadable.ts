import { TrajectaError } from '../domain/trajectaError.ts';

const accepted = {
  ru: 'Принимаются CSV, TSV и текст с точкой с запятой (UTF-8, UTF-16, windows-1251, cp866), DBF, XLSX, XLS, Parquet, а также они же в gz и zip.',
  en: 'Accepted are CSV, TSV and semicolon-separated text (UTF-8, UTF-16, windows-1251, cp866), DBF, XLSX, XLS, Parquet, and these within gz and zip.',
};

/** A file that cannot be read: names the file, what is wrong with it and what is accepted. */
export function unreadable(path: string, ru: string, en: string): TrajectaError {
  return new TrajectaError('file-unreadable', {
    ru: `Файл ${path} не читается: ${ru}. ${accepted.ru}`,
    en: `The file ${path} cannot be read: ${en}. ${accepted.en}`,
  });
}

/** First line of whatever was thrown. */
export function causeOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
