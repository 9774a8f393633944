/** Id of a row: run, period, segment or group, territory. @example rowId('a1b2', '2019', 'pharma', 'RU-TOM') // 'a1b2/2019/pharma/RU-TOM' */
export function rowId(run: string, period: string, segment: string, territory: string): string {
  return [run, period, segment, territory].join('/');
}

/** A name as a part of an id: without the mark that parts it. @example idPart('A/B') // 'A%2FB' */
export function idPart(name: string): string {
  return name.replaceAll('%', '%25').replaceAll('/', '%2F');
}

export interface FigureId {
  readonly run: string;
  readonly period: string;
  readonly segment: string;
  readonly territory: string;
  /** Name of a field of the row; null: the row's main figure. */
  readonly field: string | null;
}

/** Reads the id of a figure or a row, or null where it is none. @example parseFigureId('a1b2c3d4e5/2019/pharma/RU-TOM/trajectoryIndex')?.field // 'trajectoryIndex' */
export function parseFigureId(text: string): FigureId | null {
  const [run, period, segment, territory, field, ...more] = text.trim().split('/');
  if (run === undefined || !/^[0-9a-f]{10}$/.test(run) || territory === undefined || more.length > 0)
    return null;
  return { run, period: period ?? '', segment: segment ?? '', territory, field: field ?? null };
}
