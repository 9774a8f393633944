import type { Accounts } from '../api/importReport.ts';
import { quarantineReason } from '../domain/quarantineReason.ts';
import { TrajectaError } from '../domain/trajectaError.ts';
import type { DuckdbEngine } from '../store/duckdb.ts';
import type { SqlRow } from '../store/engine.ts';

/** Adds up a judged import: where every row and every readable value went, in its currency and in dollars. */
export async function accountsOf(
  engine: DuckdbEngine,
  identity: { file: string; vintage: string; currency: string },
): Promise<Accounts> {
  const sums =
    await engine.query(`SELECT fate, coalesce(kind = 'confidential', false) AS secret, sum(rows) AS rows, coalesce(sum(value), 0) AS value,
      sum(value_usd) AS value_usd, coalesce(sum(rows) FILTER (WHERE value IS NOT NULL AND no_rate AND fate <> 'quarantined'), 0) AS without_rate
    FROM cells GROUP BY ALL`);
  const whole = (
    await engine.query(`SELECT coalesce(sum(value), 0) AS value, sum(value_usd) AS value_usd FROM cells`)
  )[0];
  // Rows as they were read, before any meaning was joined to them.
  const read = (
    await engine.query(
      `SELECT (SELECT count(*) FROM rows) - (SELECT count(*) FROM blank) + (SELECT count(*) FROM broken) AS rows`,
    )
  )[0];
  const rest = (
    await engine.query(
      `SELECT coalesce(sum(rest), 0) AS value, coalesce(sum(CAST(rest AS DECIMAL(20,4)) * usd_rate), 0) AS value_usd FROM unallocated JOIN judged USING (rid)`,
    )
  )[0];
  const of = (fate: string, secret?: boolean) =>
    sums.filter((row) => row.fate === fate && (secret === undefined || row.secret === secret));
  const kept = of('kept');
  const rowsIn = Number(read?.rows);
  const accounts = {
    ...identity,
    rowsIn,
    rowsKept: add(kept, 'rows'),
    rowsQuarantined: add(of('quarantined'), 'rows'),
    rowsTotalRows: add(of('total'), 'rows'),
  };
  if (accounts.rowsKept + accounts.rowsQuarantined + accounts.rowsTotalRows !== rowsIn) {
    throw new Error(`Accounts of ${identity.file} do not close: ${JSON.stringify(accounts)}`);
  }
  const rated = sums.every((row) => Number(row.without_rate) === 0);
  const dollars = (value: number): number | null => (rated ? value : null);
  const ordered: Accounts = {
    file: accounts.file,
    vintage: accounts.vintage,
    rowsIn,
    rowsKept: accounts.rowsKept,
    rowsQuarantined: accounts.rowsQuarantined,
    rowsTotalRows: accounts.rowsTotalRows,
    currency: identity.currency,
    valueIn: Number(whole?.value),
    valueKept: add(kept, 'value'),
    valueQuarantined: add(of('quarantined'), 'value'),
    valueTotalRows: add(of('total'), 'value'),
    valueConfidential: add(of('kept', true), 'value'),
    valueUnallocated: Number(rest?.value),
    valueInUsd: dollars(Number(whole?.value_usd)),
    valueKeptUsd: dollars(add(kept, 'value_usd')),
    valueQuarantinedUsd: dollars(add(of('quarantined'), 'value_usd')),
    valueTotalRowsUsd: dollars(add(of('total'), 'value_usd')),
    valueConfidentialUsd: dollars(add(of('kept', true), 'value_usd')),
    valueUnallocatedUsd: dollars(Number(rest?.value_usd)),
    valueUsdReason: rated ? null : 'no-rate',
  };
  return ordered;
}

function add(rows: readonly SqlRow[], column: string): number {
  return rows.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
}

/** Refuses an import of which nothing could be kept, naming the commonest reasons. */
export async function requireSomethingKept(engine: DuckdbEngine, accounts: Accounts): Promise<void> {
  if (accounts.rowsKept > 0 || accounts.valueUnallocated > 0) return;
  const reasons = await engine.query(
    `SELECT problem, count(*) AS rows, min(row_number) AS first FROM judged WHERE problem IS NOT NULL GROUP BY problem ORDER BY rows DESC LIMIT 3`,
  );
  const list = (language: 'ru' | 'en') =>
    reasons
      .map(
        (row) =>
          `${quarantineReason(String(row.problem))[language]} — ${row.problem} × ${row.rows} (${language === 'ru' ? 'строка' : 'row'} ${row.first})`,
      )
      .join('; ') || (language === 'ru' ? 'строк данных нет' : 'no data rows');
  throw new TrajectaError('nothing-usable', {
    ru: `В файле ${accounts.file} нет ни одной пригодной строки (строк: ${accounts.rowsIn}; причины: ${list('ru')}). Рабочая область не изменена. Проверьте источник, разделитель, кодировку и десятичный знак.`,
    en: `The file ${accounts.file} holds no usable row (rows: ${accounts.rowsIn}; reasons: ${list('en')}). The workspace is unchanged. Check the source, delimiter, encoding and decimal mark.`,
  });
}
