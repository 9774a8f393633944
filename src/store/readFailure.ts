import { TrajectaError } from '../domain/trajectaError.ts';

/** A file of the workspace that is not there or cannot be read, as a refusal that says what to do; else the error as it was. */
export function readFailure(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || error instanceof TrajectaError) return error;
  const text = error.message.split('\n')[0] ?? '';
  const isFile =
    /IO Error|No files found|Could not (?:read|open)|Cannot open|magic bytes|Invalid Input Error.*(?:parquet|Parquet)|ZSTD|Snappy|TProtocol|Failed to read/i;
  if (!isFile.test(text) || !(text.includes(folder) || /parquet|ZSTD|TProtocol/i.test(text))) return error;
  return new TrajectaError('workspace-damaged', {
    ru: `Файл рабочей области не читается: ${text}. Проверьте её: trajecta check --only store. Если её только что прореживали (vintages prune) или уплотняли (compact), повторите вопрос.`,
    en: `A file of the workspace cannot be read: ${text}. Check it: trajecta check --only store. If it has just been pruned (vintages prune) or compacted (compact), ask again.`,
  });
}
