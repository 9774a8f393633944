import type { Finding } from '../domain/finding.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import type { DuckdbEngine } from '../store/duckdb.ts';
import { isRepeatReason, type RepeatReason } from './repeatedRows.ts';

/** Findings of rows left out as repeats, by reason; totals over products have none: they are in the accounts. */
const messages: Readonly<Partial<Record<RepeatReason, TwoLanguages>>> = {
  breakdown: {
    ru: 'Строки с разбивкой (таможенная процедура, вид транспорта, второй партнёр) повторяют строки без неё и не складываются с ними.',
    en: 'Rows of a finer breakdown (customs procedure, mode of transport, second partner) repeat rows without it and are not added to them.',
  },
  'other-edition': {
    ru: 'Те же данные в другой редакции ГС: в счёт идёт самая новая.',
    en: 'The same data in another edition of the HS: the newest one counts.',
  },
  'months-beside-year': {
    ru: 'Месячные строки рядом с годовыми: в счёт идут годовые.',
    en: 'Months beside their year: the year counts.',
  },
  'part-of-flow': {
    ru: 'Части потока (внутренний экспорт, переработка, реимпорт) рядом с целым: в счёт идёт целое.',
    en: 'Parts of a flow (domestic exports, processing, re-imports) beside the whole: the whole counts.',
  },
  'shorter-secret': {
    ru: 'Короткие секретные коды рядом с длинными, которые в них входят: в счёт идут длинные.',
    en: 'Short secret codes beside the longer ones that they hold: the longer ones count.',
  },
  'world-deeper': {
    ru: 'Строки партнёров с более коротким кодом, чем у строк по всем партнёрам вместе: в счёт идут последние, они подробнее по товарам.',
    en: 'Rows of partners by shorter codes than the rows of all partners together: the latter count, they tell more of products.',
  },
  'world-parent': {
    ru: 'Строки по всем партнёрам вместе рядом со строками партнёров: в счёт идут партнёры.',
    en: 'Rows of all partners together beside rows of partners: the partners count.',
  },
  're-export-unmatched': {
    ru: 'Строки реэкспорта, которым не нашлось экспорта того же партнёра и кода: они уже входят в экспорт и отдельно не показаны.',
    en: 'Rows of re-exports without exports of the same partner and code: they are within exports and are not shown apart.',
  },
};

/** One finding for each reason for which rows were left out. */
export async function repeatedRows(engine: DuckdbEngine): Promise<readonly Finding[]> {
  const rows = await engine.query(
    `SELECT reason, count(*) AS rows, sum(CAST(value AS DECIMAL(20,4)) * usd_rate) AS value_usd, min(row_number) AS first_row
     FROM left_out JOIN typed ON left_out.rid = typed.rid GROUP BY reason ORDER BY reason`,
  );
  return rows.flatMap((row) => {
    const reason = String(row.reason);
    const message = isRepeatReason(reason) ? messages[reason] : undefined;
    if (message === undefined) return [];
    return [
      {
        code: `left-out-${reason}`,
        severity: 'info' as const,
        message,
        count: Number(row.rows),
        valueUsd: typeof row.value_usd === 'number' ? row.value_usd : null,
        rows: [Number(row.first_row)],
      },
    ];
  });
}

/** Rows of which a part is told by other rows: what is left of them is kept. */
export async function restRows(engine: DuckdbEngine): Promise<Finding | null> {
  const row = (
    await engine.query(
      `SELECT count(*) AS rows, sum(CAST(reduced.value AS DECIMAL(20,4)) * usd_rate) AS value_usd, min(row_number) AS first_row
       FROM reduced JOIN typed ON reduced.rid = typed.rid`,
    )
  )[0];
  if (row === undefined || Number(row.rows) === 0) return null;
  return {
    code: 'rows-reduced',
    severity: 'info',
    message: {
      ru: 'Часть стоимости этих строк названа другими строками (партнёрами, реэкспортом): сохранён остаток, стоимость указана за него.',
      en: 'Other rows (of partners, of re-exports) tell a part of the value of these rows: the rest is kept, and its value is given.',
    },
    count: Number(row.rows),
    valueUsd: typeof row.value_usd === 'number' ? row.value_usd : null,
    rows: [Number(row.first_row)],
  };
}
