import { join } from 'node:path';
import type { AccountExplanation } from '../api/accountExplanation.ts';
import type { Accounts } from '../api/importReport.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import { valueUsdExpression } from './cube.ts';
import type { OpenWorkspace } from './openWorkspace.ts';
import { literal } from './queries/literal.ts';
import { pathLiteral } from './queries/pathLiteral.ts';

interface AccountField {
  readonly meaning: TwoLanguages;
  /** Rows behind the figure; null: they are not stored, the figure follows from the others. */
  readonly rows: 'kept' | 'confidential' | 'unallocated' | 'quarantined' | null;
  readonly counts: boolean;
}

const field = (ru: string, en: string, rows: AccountField['rows'], counts = false): AccountField => ({
  meaning: { ru, en },
  rows,
  counts,
});

/** What each figure of the accounts is; the names with `Usd` are the same in dollars. */
const fields: Readonly<Record<string, AccountField>> = {
  rowsIn: field(
    'строки файла: сохранённые + карантин + итоги',
    'rows of the file: kept + quarantined + total rows',
    null,
    true,
  ),
  rowsKept: field(
    'сохранённые строки, по одной на строку файла',
    'kept rows, one for each row of the file',
    'kept',
    true,
  ),
  rowsQuarantined: field(
    'строки, которые нельзя использовать',
    'rows that cannot be used',
    'quarantined',
    true,
  ),
  rowsTotalRows: field('строки-итоги: в счёт идут их части', 'total rows: their parts count', null, true),
  valueIn: field('стоимость всех строк, где она читается', 'value of all rows where it can be read', null),
  valueKept: field('сумма стоимости сохранённых строк', 'sum of the value of kept rows', 'kept'),
  valueQuarantined: field(
    'сумма стоимости отложенных строк, где она читается',
    'sum of the value of quarantined rows where it can be read',
    'quarantined',
  ),
  valueTotalRows: field('сумма стоимости строк-итогов', 'sum of the value of total rows', null),
  valueConfidential: field(
    'сумма стоимости сохранённых строк с секретными кодами',
    'sum of the value of kept rows with secret codes',
    'confidential',
  ),
  valueUnallocated: field(
    'на сколько строки-итоги больше своих частей',
    'what total rows exceed their parts by',
    'unallocated',
  ),
};

/** Explains a figure of an import's accounts: meaning, file, settings, rows, and the figure computed anew from them. */
export async function explainAccount(
  workspace: OpenWorkspace,
  vintageId: string,
  name: string,
  limit: number,
): Promise<AccountExplanation> {
  const vintage = workspace.manifest.vintages.find((one) => one.id === vintageId);
  const inDollars = name.endsWith('Usd');
  const known = fields[inDollars ? name.slice(0, -3) : name];
  if (vintage === undefined || known === undefined || (inDollars && known.counts)) {
    const names = Object.keys(fields).join(', ');
    throw new TrajectaError('bad-option', {
      ru: `Величины import/${vintageId}/${name} нет. Загрузки: ${workspace.manifest.vintages.map((one) => one.id).join(', ')}; показатели: ${names}, и те же в долларах (valueKeptUsd).`,
      en: `There is no figure import/${vintageId}/${name}. Vintages: ${workspace.manifest.vintages.map((one) => one.id).join(', ')}; figures: ${names}, and the same in dollars (valueKeptUsd).`,
    });
  }
  const value = vintage.accounts[name as keyof Accounts] as number | null;
  const relation = known.rows === null ? null : relationOf(workspace, vintageId, known.rows);
  const money = known.counts ? '1' : inDollars ? valueUsdExpression : 'value';
  // A quarantined row is stored without its rate.
  const summable = relation !== null && !(inDollars && known.rows === 'quarantined') && value !== null;
  const sum = summable
    ? (
        await workspace.engine.query(
          `SELECT count(*) AS rows, coalesce(sum(${money}), 0) AS total FROM (${relation}) counted`,
        )
      )[0]
    : undefined;
  const listed =
    relation === null
      ? []
      : await workspace.engine.query(
          `SELECT row_number, line, region, reason, value FROM (${relation}) counted ORDER BY abs(value) DESC NULLS LAST, row_number LIMIT ${limit}`,
        );
  const recomputed = sum === undefined ? null : Number(sum.total);
  return {
    data: {
      id: `import/${vintageId}/${name}`,
      value,
      reason: value === null ? vintage.accounts.valueUsdReason : null,
      unit: known.counts ? 'rows' : inDollars ? 'USD' : vintage.accounts.currency,
      meaning: known.meaning,
      file: vintage.file.name,
      sha256: vintage.file.sha256,
      rowCount: sum === undefined ? null : Number(sum.rows),
      recomputed,
      agrees:
        recomputed === null ||
        value === null ||
        Math.abs(recomputed - value) <= 1e-9 * Math.max(1, Math.abs(value)),
      rows: listed.map((row) => ({
        row: Number(row.row_number),
        line: String(row.line),
        region: String(row.region),
        reason: String(row.reason),
        value: row.value === null ? null : Number(row.value),
      })),
    },
    findings: vintage.findings.map((finding) => ({ ...finding })),
    manifest: { settings: vintage.settings },
  };
}

function relationOf(
  workspace: OpenWorkspace,
  vintage: string,
  rows: NonNullable<AccountField['rows']>,
): string {
  if (rows !== 'quarantined') {
    const status = rows === 'kept' ? "status <> 'unallocated'" : `status = ${literal(rows)}`;
    return `SELECT row_number, line, region, status AS reason, value, usd_rate FROM detail WHERE vintage = ${literal(vintage)} AND ${status}`;
  }
  const part = workspace.manifest.parts.find(
    (one) => one.kind === 'quarantine' && one.holds[0]?.vintage === vintage,
  );
  if (part === undefined)
    return `SELECT 0 AS row_number, '' AS line, '' AS region, '' AS reason, 0 AS value, 1 AS usd_rate WHERE 1 = 0`;
  return `SELECT row_number, "text" AS line, '' AS region, reason, value, 1 AS usd_rate FROM read_parquet(${pathLiteral(join(workspace.folder, part.path))})`;
}
