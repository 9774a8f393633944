import { TrajectaError } from '../../domain/trajectaError.ts';

/** A file that is no table of indicators, with what was looked for. */
export function unreadable(path: string, ru: string, en: string): TrajectaError {
  return new TrajectaError('file-unreadable', { ru: `Файл ${path}: ${ru}.`, en: `The file ${path}: ${en}.` });
}
