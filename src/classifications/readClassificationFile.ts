import { basename } from 'node:path';
import type { Finding } from '../domain/finding.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { readSmallFile } from '../files/grid.ts';
import type { Sheet } from '../files/workbook.ts';
import { namedNomenclatures, nomenclatureNamed, nomenclaturesNamed } from './nomenclatureNames.ts';

export type ConcordanceKind = 'conversion' | 'correlation';
/** A code and one of its targets; null: the table says that it has none. */
export type CodePair = readonly [source: string, target: string | null];

/** A concordance as a file gives it: `conversion` has one target for each code, `correlation` all links. */
export interface ReadConcordance {
  readonly from: string;
  readonly to: string;
  readonly kind: ConcordanceKind;
  readonly sheet: string;
  readonly pairs: readonly CodePair[];
}

/** A list of codes with names. */
export interface ReadNomenclature {
  readonly id: string;
  readonly codes: readonly { readonly code: string; readonly name: string }[];
}

export interface ClassificationFile {
  readonly sha256: string;
  readonly concordances: readonly ReadConcordance[];
  readonly nomenclatures: readonly ReadNomenclature[];
  readonly findings: readonly Finding[];
}

/** What the file does not say itself. */
export interface ClassificationSettings {
  readonly from?: string;
  readonly to?: string;
  /** Id of a list of codes with names, e.g. `TNVED2016`. */
  readonly as?: string;
}

const searchedRows = 60;
const codeHeading =
  /^(?:KOD|КОД|CODE|HSCODE|HS CODE|ID|TNVED\d{1,2}|HS\d{1,2}|КОД ТН ВЭД(?: ЕАЭС)?|TNVED|ТНВЭД|PRODUCT CODE)$/i;
const nameHeading =
  /^(?:SIMPLE_NAM|NAME|NAME_RU_FULL|DESC|DESCRIPTION|TEXT|НАИМЕНОВАНИЕ.*|НАЗВАНИЕ|NAIM.*|SHORT_NAME|ОПИСАНИЕ)$/i;

/**
 * Reads a file of classifications: the UN's workbooks (a conversion and a correlation sheet), WITS files, ISIC tables,
 * code lists of UN Comtrade (JSON), dictionaries of the customs service, and plain tables of two code columns.
 * Throws `bad-classification` where it holds none of them.
 */
export async function readClassificationFile(
  path: string,
  settings: ClassificationSettings = {},
): Promise<ClassificationFile> {
  for (const given of [settings.from, settings.to]) requireName(given);
  const { sha256, sheets, json } = await readSmallFile(path);
  const concordances: ReadConcordance[] = [];
  const nomenclatures: ReadNomenclature[] = [];
  const findings: Finding[] = [];
  if (json !== null) nomenclatures.push(codeList(path, json, settings));
  for (const sheet of sheets) {
    const concordance = concordanceOfSheet(path, sheet, settings, findings);
    if (concordance !== null) concordances.push(concordance);
    else {
      const nomenclature = dictionaryOfSheet(path, sheet, settings);
      if (nomenclature !== null) nomenclatures.push(nomenclature);
    }
  }
  if (concordances.length + nomenclatures.length === 0) {
    const headings = sheets.map((sheet) => (sheet.rows[0] ?? []).slice(0, 6).join(' | ')).join(' // ');
    throw new TrajectaError('bad-classification', {
      ru: `В файле ${path} не узнаны ни таблица соответствия, ни словарь кодов (начало: ${headings.slice(0, 200)}). Задайте --from и --to (${namedNomenclatures.join(', ')}) для двух столбцов кодов или --as для словаря.`,
      en: `The file ${path} is recognised neither as a concordance nor as a list of codes (it begins: ${headings.slice(0, 200)}). Set --from and --to (${namedNomenclatures.join(', ')}) for two columns of codes, or --as for a list.`,
    });
  }
  return { sha256, concordances, nomenclatures, findings };
}

function requireName(name: string | undefined): void {
  if (name === undefined || /^[A-Za-z][A-Za-z0-9]{1,15}$/.test(name)) return;
  throw new TrajectaError('bad-option', {
    ru: `«${name}» — не имя классификации: нужны буквы и цифры, например ${namedNomenclatures.join(', ')}.`,
    en: `"${name}" is no name of a classification: letters and digits are wanted, for example ${namedNomenclatures.join(', ')}.`,
  });
}

/** A code without dots, spaces and the quotes that keep a spreadsheet from taking it for a number. */
export function plainCode(text: string): string {
  return text.replace(/[.\s'`]/g, '');
}

const isCode = (text: string) => /^\d{1,10}$/.test(plainCode(text));

/** HS codes that lost a leading zero are given it back. */
function codeOf(text: string, nomenclature: string): string {
  const code = plainCode(text);
  return nomenclature.startsWith('HS') && code.length % 2 === 1 ? `0${code}` : code;
}

interface Columns {
  readonly from: string;
  readonly to: string;
  readonly source: number;
  readonly target: number;
  /** First row of codes. */
  readonly body: number;
}

function concordanceOfSheet(
  path: string,
  sheet: Sheet,
  settings: ClassificationSettings,
  findings: Finding[],
): ReadConcordance | null {
  const columns = namedColumns(path, sheet, settings) ?? givenColumns(sheet, settings);
  if (columns === null) return null;
  const seen = new Set<string>();
  const pairs: CodePair[] = [];
  const lame: string[] = [];
  sheet.rows.slice(columns.body).forEach((row, place) => {
    const source = row[columns.source] ?? '';
    const target = row[columns.target] ?? '';
    if (!isCode(source)) {
      if (isCode(target)) lame.push(`${columns.body + place + 1}: ${source} | ${target}`);
      return;
    }
    const pair: CodePair = [codeOf(source, columns.from), isCode(target) ? codeOf(target, columns.to) : null];
    const key = pair.join(' ');
    if (!seen.has(key)) pairs.push(pair);
    seen.add(key);
  });
  if (pairs.length === 0) return null;
  if (lame.length > 0) {
    findings.push({
      code: 'rows-with-one-code',
      severity: 'warning',
      message: {
        ru: `Строки листа «${sheet.name}» с одним кодом вместо двух пропущены.`,
        en: `Rows of sheet "${sheet.name}" with one code instead of two are left out.`,
      },
      count: lame.length,
      examples: lame.slice(0, 5),
    });
  }
  const oneTarget = new Set(pairs.map(([source]) => source)).size === pairs.length;
  const kind = /conver/i.test(sheet.name)
    ? 'conversion'
    : /correl/i.test(sheet.name)
      ? 'correlation'
      : oneTarget
        ? 'conversion'
        : 'correlation';
  if (kind === 'conversion' && !oneTarget) {
    findings.push({
      code: 'several-targets',
      severity: 'warning',
      message: {
        ru: `Лист «${sheet.name}» назван таблицей перевода, но у части кодов несколько целей: взята как таблица всех соответствий.`,
        en: `Sheet "${sheet.name}" is called a conversion, but some codes have several targets: taken as a correlation.`,
      },
      count: pairs.length - new Set(pairs.map(([source]) => source)).size,
    });
    return { from: columns.from, to: columns.to, kind: 'correlation', sheet: sheet.name, pairs };
  }
  return { from: columns.from, to: columns.to, kind, sheet: sheet.name, pairs };
}

/** Columns by a heading row that names two classifications, or by the file's name over Source and Target. */
function namedColumns(path: string, sheet: Sheet, settings: ClassificationSettings): Columns | null {
  const title = nomenclaturesNamed(basename(path));
  for (let place = 0; place < Math.min(searchedRows, sheet.rows.length); place += 1) {
    const row = sheet.rows[place] ?? [];
    const cells = row
      .map((cell, column) => ({ cell, column, id: headingId(cell, title) }))
      .filter(({ cell, id }) => id !== null && !/descr|partial|detail|activity/i.test(cell));
    const source = cells[0];
    const target = cells.find(({ id }) => id !== source?.id);
    if (source?.id == null || target?.id == null) continue;
    const bySide = (column: number) => codeColumn(sheet, place + 1, column);
    return {
      from: settings.from ?? source.id,
      to: settings.to ?? target.id,
      source: bySide(source.column),
      target: bySide(target.column),
      body: place + 1,
    };
  }
  return null;
}

/** What a heading cell names: a classification, or Source and Target (Rev31 …) of those that the file's name tells. */
function headingId(cell: string, title: readonly string[]): string | null {
  if (cell.length > 60) return null;
  if (title.length >= 2) {
    if (/^(?:source|from)$/i.test(cell)) return title[0] ?? null;
    if (/^(?:target|to)$/i.test(cell)) return title[1] ?? null;
    const revision = /^rev\.?\s*(\d+)$/i.exec(cell)?.[1];
    if (revision !== undefined) return title.find((id) => id.endsWith(revision)) ?? null;
  }
  return nomenclatureNamed(cell);
}

/** The column under a heading, or the next one where marks such as "ex" stand under it. */
function codeColumn(sheet: Sheet, body: number, column: number): number {
  const rows = sheet.rows.slice(body, body + 500);
  const codes = (at: number) => rows.filter((row) => isCode(row[at] ?? '')).length;
  return codes(column + 1) > 2 * codes(column) ? column + 1 : column;
}

/** With both classifications named by hand: the columns of codes whose headings fit them best, else the first two. */
function givenColumns(sheet: Sheet, settings: ClassificationSettings): Columns | null {
  if (settings.from === undefined || settings.to === undefined) return null;
  const first = sheet.rows.findIndex((row) => row.filter(isCode).length >= 2);
  const row = sheet.rows[first];
  if (row === undefined) return null;
  const columns = row.flatMap((cell, column) => (isCode(cell) ? [column] : []));
  const source = headedColumn(sheet, first, columns, settings.from) ?? columns[0] ?? 0;
  const others = columns.filter((column) => column !== source);
  return {
    from: settings.from,
    to: settings.to,
    source,
    target: headedColumn(sheet, first, others, settings.to) ?? others[0] ?? 1,
    body: first,
  };
}

/** Of the columns whose heading names the kind of classification (HS_6d, HS_4d, SITC3_5d), that of the longest codes. */
function headedColumn(sheet: Sheet, body: number, columns: readonly number[], id: string): number | null {
  const kind = /^(?:HS|SITC|ISIC|BEC)/.exec(id)?.[0] ?? null;
  const heading = sheet.rows[body - 1];
  if (kind === null || heading === undefined) return null;
  const rows = sheet.rows.slice(body, body + 500);
  const longest = (column: number) =>
    Math.max(0, ...rows.map((row) => plainCode(row[column] ?? '')).map((code) => code.length));
  const headed = columns.filter((column) => heading[column]?.toUpperCase().startsWith(kind));
  return headed.sort((a, b) => longest(b) - longest(a) || a - b)[0] ?? null;
}

function dictionaryOfSheet(
  path: string,
  sheet: Sheet,
  settings: ClassificationSettings,
): ReadNomenclature | null {
  const body = sheet.rows.findIndex(
    (row) => row.some((cell) => codeHeading.test(cell)) && row.some((cell) => nameHeading.test(cell)),
  );
  if (body < 0 || body >= searchedRows) return null;
  const row = sheet.rows[body] ?? [];
  const codeAt = row.findIndex((cell) => codeHeading.test(cell));
  const nameAt = row.findIndex((cell) => nameHeading.test(cell));
  const codes = sheet.rows
    .slice(body + 1)
    .map((cells) => ({
      code: plainCode(cells[codeAt] ?? ''),
      name: (cells[nameAt] ?? '').replace(/\s+/g, ' ').trim(),
    }))
    .filter(({ code, name }) => /^(?:[A-Z]|[A-Z]?\d{1,10})$/.test(code) && name !== '');
  if (codes.length === 0) return null;
  const longest = Math.max(...codes.map(({ code }) => code.length));
  const named = nomenclatureNamed(basename(path));
  return { id: settings.as ?? named ?? (longest > 6 ? 'TNVED' : unnamed(path)), codes };
}

function codeList(path: string, json: unknown, settings: ClassificationSettings): ReadNomenclature {
  const list = json as { className?: unknown; results?: unknown } | null;
  const results = Array.isArray(list?.results) ? (list.results as { id?: unknown; text?: unknown }[]) : [];
  const codes = results
    .filter(({ id }) => typeof id === 'string' && /^\d{1,10}$/.test(id))
    .map(({ id, text }) => ({ code: String(id), name: String(text ?? '').replace(/^\d+ - /, '') }));
  if (codes.length === 0) {
    throw new TrajectaError('bad-classification', {
      ru: `Файл ${path} — не список кодов: ждали JSON вида {"className": …, "results": [{"id": …, "text": …}]}.`,
      en: `The file ${path} is no list of codes: JSON like {"className": …, "results": [{"id": …, "text": …}]} was expected.`,
    });
  }
  const id =
    settings.as ?? nomenclatureNamed(String(list?.className ?? '')) ?? nomenclatureNamed(basename(path));
  return { id: id ?? unnamed(path), codes };
}

function unnamed(path: string): never {
  throw new TrajectaError('bad-classification', {
    ru: `Ни столбцы, ни имя файла ${path} не говорят, какой это классификатор. Задайте --as, например --as HS2017 или --as TNVED2016.`,
    en: `Neither the columns nor the name of ${path} tell which classification it is. Set --as, for example --as HS2017 or --as TNVED2016.`,
  });
}
