import { TrajectaError } from '../domain/trajectaError.ts';
import type { WorkspaceReader } from '../store/workspaceReader.ts';

/** The last year with exports, a whole one where there is any. Throws `no-data`. */
export function lastYear(workspace: WorkspaceReader): number {
  const years = workspace.coverage.filter((entry) => entry.flow === 'export');
  const whole = years.filter((entry) => entry.months.includes(0) || entry.months.length === 12);
  const last = (whole.length > 0 ? whole : years).at(-1)?.year;
  if (last === undefined) {
    throw new TrajectaError('no-data', {
      ru: 'В рабочей области нет данных вывоза.',
      en: 'The workspace holds no exports.',
    });
  }
  return last;
}
