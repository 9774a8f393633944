import { TrajectaError } from '../../domain/trajectaError.ts';
import { namedColumns, numberOf } from './namedColumns.ts';

/** Patents of one region and year: a document with its classes, or a count of one class. */
export interface PatentRecord {
  readonly region: string;
  readonly year: number;
  /** IPC symbols of the document, e.g. `H04L 9/00`. */
  readonly ipc: readonly string[];
  /** Documents. */
  readonly count: number;
  /** Regions that share the document count once together; 1 where the table does not tell. */
  readonly regions: number;
  /** Row of the file: of several rows of one document the first. */
  readonly row: number;
}

/**
 * A table of patents (applications or grants): region, year, IPC (one or several, split by ; | or comma), optionally
 * the number of the document and a count. Rows of one document number share it: by its distinct classes and regions.
 */
export async function readPatentTable(
  path: string,
): Promise<{ readonly sha256: string; readonly records: readonly PatentRecord[] }> {
  const { sha256, rows } = await namedColumns(
    path,
    {
      region: ['region', 'регион', 'субъект', 'territory', 'территория'],
      year: ['year', 'год', 'period', 'период'],
      ipc: ['ipc', 'мпк', 'class', 'класс'],
      document: ['document', 'patent', 'id', 'number', 'номер', 'заявка', 'патент'],
      count: ['count', 'patents', 'number of patents', 'число', 'количество'],
    },
    ['document', 'count'],
  );
  const byDocument = new Map<string, { regions: Set<string>; ipc: Set<string>; year: number; row: number }>();
  const records: PatentRecord[] = [];
  for (const row of rows) {
    if (row.ipc === '' && row.region === '') continue;
    const ipc = row.ipc
      .split(/[;|,]/)
      .map((one) => one.trim().toUpperCase())
      .filter((one) => one !== '');
    const count = row.count === '' ? 1 : numberOf(row.count);
    const badClass = ipc.find((one) => !/^[A-H]\d{2}[A-Z]?/.test(one));
    const bad =
      ipc.length === 0
        ? row.ipc
        : (badClass ??
          (count === null || count < 0 ? row.count : /^\d{4}$/.test(row.year) ? null : row.year));
    if (bad !== null || count === null) {
      throw new TrajectaError('bad-value', {
        ru: `${path}, строка ${row.row}: «${bad}» не принято. Нужны год, классы МПК (H04L 9/00; G06F) и, если есть, число документов.`,
        en: `${path}, row ${row.row}: "${bad}" is not accepted. Wanted are a year, classes of the IPC (H04L 9/00; G06F) and, where there is one, a count of documents.`,
      });
    }
    if (row.document === '') {
      records.push({ region: row.region, year: Number(row.year), ipc, count, regions: 1, row: row.row });
      continue;
    }
    const key = `${row.document} ${row.year}`;
    const known = byDocument.get(key) ?? {
      regions: new Set(),
      ipc: new Set(),
      year: Number(row.year),
      row: row.row,
    };
    known.regions.add(row.region);
    for (const one of ipc) known.ipc.add(one);
    byDocument.set(key, known);
  }
  for (const { regions, ipc, year, row } of byDocument.values())
    for (const region of regions)
      records.push({ region, year, ipc: [...ipc], count: 1, regions: regions.size, row });
  return { sha256, records };
}
