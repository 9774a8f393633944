import { hsCodesAndParents } from '../classifications/hsNomenclature.ts';
import { isHsEdition } from '../domain/edition.ts';
import { lineMeaning } from '../domain/lineMeaning.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { DuckdbEngine } from '../store/duckdb.ts';
import { literal } from '../store/queries/literal.ts';
import type { ImportOptions } from './importOptions.ts';
import type { ImportPlan } from './importPlan.ts';

/** Below this share of rows the column is taken to hold something else than codes. */
const leastShare = 0.2;
/** As many different unknown codes tell a wrong column from a few odd rows. */
const fewestUnknown = 3;
const sample = 200;

interface CodeRows {
  readonly edition: string;
  readonly code: string;
  readonly digits: number;
  readonly rows: number;
  readonly known: boolean;
}

/**
 * Refuses a file hardly any of whose codes exist: a wrong column (values, numbers of documents) reads as codes too.
 * Six and more digits are held against the six-digit codes of the edition of their year, shorter ones against its
 * headings and chapters. Chapters decide only where they are most of the rows, because nearly any two digits are one.
 * Throws `unknown-codes`, unless `acceptUnknownCodes` is set.
 */
export async function requireKnownCodes(
  engine: DuckdbEngine,
  path: string,
  plan: ImportPlan,
  options: ImportOptions,
): Promise<void> {
  if (options.acceptUnknownCodes === true) return;
  const used = await codesUsed(engine);
  const longer = used.filter((one) => one.digits > 2);
  const judged = rowsOf(longer) * 2 >= rowsOf(used) ? longer : used;
  const unknown = judged.filter((one) => !one.known);
  const [all, known] = [rowsOf(judged), rowsOf(judged.filter((one) => one.known))];
  if (unknown.length < fewestUnknown || known >= leastShare * all) return;
  throw refusal(path, plan, {
    all,
    known,
    examples: await examplesOf(engine, unknown.slice(0, 5)),
    isSwapped: await valuesAreCodes(engine),
  });
}

function rowsOf(codes: readonly CodeRows[]): number {
  return codes.reduce((sum, one) => sum + one.rows, 0);
}

/** What a code is told by: six digits at most, of texts that are none too. */
const shortCode = (code: string, text: string) => `substr(coalesce(CAST(${code} AS VARCHAR), ${text}), 1, 6)`;

/** Different codes of the rows, also texts that are none, the commonest first, each with whether its edition has it. */
async function codesUsed(engine: DuckdbEngine): Promise<readonly CodeRows[]> {
  const rows = await engine.query(
    `SELECT CAST(edition AS VARCHAR) AS edition, ${shortCode('code', 'bad_code')} AS code, sum(rows) AS rows
     FROM code_cells WHERE (fate <> 'quarantined' AND CAST(kind AS VARCHAR) = 'product') OR bad_code IS NOT NULL
     GROUP BY ALL ORDER BY rows DESC, code`,
  );
  return rows.flatMap((row) => {
    const edition = String(row.edition);
    if (!isHsEdition(edition)) return [];
    const code = String(row.code);
    const known = hsCodesAndParents(edition).has(code);
    return [{ edition, code, digits: code.length, rows: Number(row.rows), known }];
  });
}

/** How the file writes each of the codes. */
async function examplesOf(
  engine: DuckdbEngine,
  codes: readonly Pick<CodeRows, 'edition' | 'code'>[],
): Promise<readonly string[]> {
  const examples: string[] = [];
  for (const { edition, code } of codes) {
    const found = await engine.query(
      `SELECT min(line_text) AS example FROM judged WHERE CAST(edition AS VARCHAR) = ${literal(edition)} AND ${shortCode('code', 'line_text')} = ${literal(code)}
       AND ((fate <> 'quarantined' AND CAST(kind AS VARCHAR) = 'product') OR CAST(problem AS VARCHAR) = 'bad-code')`,
    );
    examples.push(String(found[0]?.example));
  }
  return examples;
}

/** Do the values look like the codes that are missed? */
async function valuesAreCodes(engine: DuckdbEngine): Promise<boolean> {
  const rows = await engine.query(
    `SELECT CAST(edition AS VARCHAR) AS edition, value_text FROM judged WHERE fate <> 'quarantined' ORDER BY row_number LIMIT ${sample}`,
  );
  const found = rows.filter((row) => {
    const edition = String(row.edition);
    // A number that was read is shown with the decimals of its type.
    const code = lineMeaning(String(row.value_text).replace(/\.0+$/, ''), [])?.code ?? '';
    return isHsEdition(edition) && code.length >= 6 && hsCodesAndParents(edition).has(code.slice(0, 6));
  });
  return rows.length > 0 && found.length >= rows.length / 2;
}

function refusal(
  path: string,
  plan: ImportPlan,
  found: {
    readonly all: number;
    readonly known: number;
    readonly examples: readonly string[];
    readonly isSwapped: boolean;
  },
): TrajectaError {
  const [line, value] = [plan.columns.line ?? '', plan.columns.value ?? ''];
  const swapped =
    found.isSwapped && value !== ''
      ? {
          ru: ` Коды есть в столбце «${value}», который прочитан как стоимость: столбцы, похоже, переставлены.`,
          en: ` The column "${value}", read as the value, holds codes: the two seem to be swapped.`,
        }
      : { ru: '', en: '' };
  const read =
    value === ''
      ? { ru: '', en: '' }
      : {
          ru: ` Стоимость прочитана из столбца «${value}».`,
          en: ` The value was read from the column "${value}".`,
        };
  const columns =
    plan.source === 'fts'
      ? {
          ru: 'Назовите столбцы: --column line="ИМЯ СТОЛБЦА КОДА" value="ИМЯ СТОЛБЦА СТОИМОСТИ".',
          en: 'Name the columns: --column line="NAME OF THE CODES" value="NAME OF THE VALUES".',
        }
      : {
          ru: 'Исправьте columns.line и columns.value в файле описания.',
          en: 'Mend columns.line and columns.value in the mapping file.',
        };
  return new TrajectaError('unknown-codes', {
    ru: `Файл ${path}: в столбце кода «${line}» почти нет кодов ГС и ТН ВЭД: они есть в ${found.known} из ${found.all} строк (в редакции своего года). Нет, например, ${found.examples.join('; ')}.${swapped.ru}${read.ru} ${columns.ru} Если это всё же коды, добавьте --accept-unknown-codes: строки загрузятся с замечанием. Рабочая область не изменена.`,
    en: `File ${path}: the column of codes "${line}" holds hardly any code of the HS or TN VED: ${found.known} of ${found.all} rows have one (of the edition of their year). Unknown are, for example, ${found.examples.join('; ')}.${swapped.en}${read.en} ${columns.en} If they are codes nevertheless, add --accept-unknown-codes: the rows are stored with a finding. The workspace is unchanged.`,
  });
}
