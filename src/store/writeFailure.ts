import { TrajectaError } from '../domain/trajectaError.ts';
import { isDiskFull } from '../files/diskFull.ts';

/**
 * What stopped a writer, as a refusal that a person can act on, where it was the disk: no space, no permission, a
 * read-only folder. Anything else stays as it was.
 */
export function writeFailure(error: unknown, folder: string): unknown {
  if (error instanceof TrajectaError || !(error instanceof Error)) return error;
  const { code = '', path = '' } = error as NodeJS.ErrnoException;
  const text = `${code} ${error.message}`;
  const isHere = path.startsWith(folder) || error.message.includes(folder) || path === '';
  if (isDiskFull(error)) {
    return new TrajectaError('cannot-write', {
      ru: `На диске нет места (${folder}). Рабочая область осталась прежней. Освободите место или перенесите её на другой диск и повторите; недописанное удалит trajecta check --clean.`,
      en: `There is no space left on the disk (${folder}). The workspace is as it was. Free some space, or move it to another disk, and try again; trajecta check --clean removes what was left unfinished.`,
    });
  }
  if (isHere && /EACCES|EROFS|EPERM|Permission denied|Read-only file system/i.test(text)) {
    return new TrajectaError('cannot-write', {
      ru: `В папку ${folder} нельзя писать: ${firstLine(error)}. Рабочая область осталась прежней. Дайте право на запись или задайте другую папку: --workspace ПАПКА.`,
      en: `The folder ${folder} cannot be written to: ${firstLine(error)}. The workspace is as it was. Give permission to write, or name another folder: --workspace FOLDER.`,
    });
  }
  return error;
}

function firstLine(error: Error): string {
  return error.message.split('\n')[0] ?? '';
}
