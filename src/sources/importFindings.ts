import { hsCodesOf } from '../classifications/hsNomenclature.ts';
import { type HsEdition, isHsEdition } from '../domain/edition.ts';
import type { Finding } from '../domain/finding.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import type { DuckdbEngine } from '../store/duckdb.ts';
import type { MarkEvidence } from './decimalMark.ts';
import { quarantineQuery } from './quarantineQuery.ts';
import { repeatedRows, restRows } from './repeatFindings.ts';

/** What the reading of the file itself has shown. */
export interface ReadingEvidence {
  /** Lines in another encoding than the rest. */
  readonly mixedLines: number;
  readonly evidence: MarkEvidence | null;
}

/** What an import leaves to be known of its data. Values are of kept rows, in dollars where a rate exists. */
export async function importFindings(
  engine: DuckdbEngine,
  { mixedLines, evidence }: ReadingEvidence,
): Promise<readonly Finding[]> {
  const findings: (Finding | null)[] = [
    mixedEncodings(mixedLines),
    mixedMarks(evidence),
    await counted(
      engine,
      'quarantined-rows',
      'warning',
      `fate = 'quarantined'`,
      "reason || ' row ' || row_number || ': ' || \"text\"",
      {
        ru: 'Строки отложены в карантин: они не входят ни в одну цифру. Список — команда status --quarantine.',
        en: 'Rows were quarantined: they are in no figure. List them with status --quarantine.',
      },
      { relation: `(${quarantineQuery}) quarantined`, condition: 'true' },
    ),
    await counted(
      engine,
      'unknown-region',
      'warning',
      `fate = 'kept' AND region_meaning = 'unknown'`,
      'region_text',
      {
        ru: 'Регионы не найдены в словаре: их стоимость входит в итог страны как «регион не указан».',
        en: 'Regions are not in the dictionary: their value counts in the country as "region not stated".',
      },
    ),
    await counted(
      engine,
      'region-not-stated',
      'caveat',
      `fate = 'kept' AND region_meaning = 'not-stated'`,
      'region_text',
      {
        ru: 'Регион не указан: стоимость входит в итог страны, но не относится ни к одному региону.',
        en: 'The region is not stated: the value counts in the country but belongs to no region.',
      },
    ),
    await counted(
      engine,
      'unknown-partner',
      'warning',
      `fate = 'kept' AND NOT partner_known`,
      'partner_text',
      {
        ru: 'Партнёры не найдены в словаре: код сохранён как в файле.',
        en: 'Partners are not in the dictionary: the code is kept as given.',
      },
    ),
    await counted(engine, 'zero-restored', 'info', `fate = 'kept' AND zero_restored`, 'line_text', {
      ru: 'В коде потерян ведущий ноль: восстановлен.',
      en: 'A leading zero was lost in the code and has been given back.',
    }),
    await counted(
      engine,
      'unreadable-quantity',
      'warning',
      `fate = 'kept' AND unreadable`,
      "net_weight_text || ' / ' || quantity_text",
      {
        ru: 'Вес или количество не читается как число: строка сохранена без них.',
        en: 'Weight or quantity is not a number: the row is kept without it.',
      },
      {
        relation: 'judged',
        condition: `fate = 'kept' AND ((net_weight_text <> '' AND net_weight_kg IS NULL) OR (quantity_text <> '' AND quantity IS NULL))`,
      },
    ),
    await counted(engine, 'edition-assumed', 'caveat', `fate = 'kept' AND flagged`, 'CAST(year AS VARCHAR)', {
      ru: 'Для этих лет редакция номенклатуры принята условно.',
      en: 'For these years the edition of the nomenclature is assumed.',
    }),
    await counted(
      engine,
      'no-rate',
      'caveat',
      `fate = 'kept' AND no_rate`,
      'CAST(year AS VARCHAR)',
      {
        ru: 'Нет курса к доллару: строки сохранены в своей валюте, в долларах их нет.',
        en: 'No dollar rate: the rows are kept in their currency and have no dollar value.',
      },
      { relation: 'judged', condition: `fate = 'kept' AND usd_rate IS NULL` },
    ),
    ...(await repeatedRows(engine)),
    await restRows(engine),
    await childrenAboveParents(engine),
    await codesOutsideEdition(engine),
    await implausiblePrices(engine),
  ];
  return findings.filter((finding) => finding !== null);
}

function mixedEncodings(lines: number): Finding | null {
  if (lines === 0) return null;
  return {
    code: 'mixed-encodings',
    severity: 'warning',
    message: {
      ru: 'Часть строк файла — в другой кодировке; каждая строка прочитана в своей.',
      en: 'Some lines of the file are in another encoding; each line was read in its own.',
    },
    count: lines,
  };
}

function mixedMarks(evidence: MarkEvidence | null): Finding | null {
  if (evidence === null || evidence.ambiguous === 0 || (evidence.againstIt === 0 && evidence.proofs > 0))
    return null;
  const mark = evidence.mark === ',' ? { ru: 'запятая', en: 'comma' } : { ru: 'точка', en: 'point' };
  return {
    code: 'decimal-mark-uncertain',
    severity: 'warning',
    message: {
      ru: `Числа не говорят согласно, каков десятичный знак; принята ${mark.ru}. По нему прочитаны числа вида 1,234 (сколько их — рядом). Задайте --decimal-mark, если это не так.`,
      en: `The numbers do not agree on the decimal mark; the ${mark.en} is taken. Numbers such as 1,234 are read by it (how many is given). Set --decimal-mark if this is wrong.`,
    },
    count: evidence.ambiguous,
  };
}

/** `condition` is of cells; the same of judged rows where cells do not have it. */
async function counted(
  engine: DuckdbEngine,
  code: string,
  severity: Finding['severity'],
  condition: string,
  example: string,
  message: TwoLanguages,
  rows: { readonly relation: string; readonly condition: string } = { relation: 'judged', condition },
): Promise<Finding | null> {
  const row = (
    await engine.query(
      `SELECT coalesce(sum(rows), 0) AS rows, sum(value_usd) AS value_usd FROM cells WHERE ${condition}`,
    )
  )[0];
  const count = Number(row?.rows);
  if (count === 0) return null;
  const examples = await engine.query(
    `SELECT ${example} AS example, count(*) AS rows, min(row_number) AS first_row FROM ${rows.relation} WHERE ${rows.condition} GROUP BY example ORDER BY rows DESC, example LIMIT 5`,
  );
  const valueUsd = row?.value_usd;
  return {
    code,
    severity,
    message,
    count,
    valueUsd: typeof valueUsd === 'number' ? valueUsd : null,
    examples: examples.map((found) => String(found.example).slice(0, 120)),
    rows: examples.map((found) => Number(found.first_row)),
  };
}

/** Parent rows that are less than the sum of their children: the children count, the difference is reported. */
async function childrenAboveParents(engine: DuckdbEngine): Promise<Finding | null> {
  const rows = await engine.query(
    `SELECT exceeded.code AS code, exceeded.row_number AS row_number, CAST(excess AS DECIMAL(20,4)) * usd_rate AS value_usd
     FROM exceeded JOIN judged USING (rid) ORDER BY value_usd DESC NULLS LAST, row_number`,
  );
  if (rows.length === 0) return null;
  return {
    code: 'children-exceed-parent',
    severity: 'warning',
    message: {
      ru: 'Сумма частей больше строки-итога: в счёт идут части.',
      en: 'The sum of parts exceeds the total row: the parts count.',
    },
    count: rows.length,
    valueUsd: rows.reduce((sum, row) => sum + Number(row.value_usd ?? 0), 0),
    examples: rows.slice(0, 5).map((row) => `${row.code === '' ? 'TOTAL' : row.code} row ${row.row_number}`),
  };
}

/** Six-digit codes that do not exist in the edition in force: kept, and reported with their value. */
async function codesOutsideEdition(engine: DuckdbEngine): Promise<Finding | null> {
  const used =
    await engine.query(`SELECT edition, substr(CAST(code AS VARCHAR), 1, 6) AS hs6, sum(rows) AS rows, sum(value_usd) AS value_usd
    FROM code_cells WHERE fate = 'kept' AND kind = 'product' AND length(code) >= 6 GROUP BY ALL ORDER BY value_usd DESC NULLS LAST, hs6`);
  const known = new Map<HsEdition, ReadonlySet<string>>();
  const outside = used.filter((row) => {
    const edition = String(row.edition);
    if (!isHsEdition(edition)) return true;
    const codes = known.get(edition) ?? hsCodesOf(edition);
    known.set(edition, codes);
    return !codes.has(String(row.hs6));
  });
  if (outside.length === 0) return null;
  return {
    code: 'code-outside-edition',
    severity: 'warning',
    message: {
      ru: 'Коды, которых нет в действующей редакции ГС: сохранены, в перечень высоких технологий не входят.',
      en: 'Codes that do not exist in the edition of the HS in force: kept, in no high-technology list.',
    },
    count: outside.reduce((sum, row) => sum + Number(row.rows), 0),
    valueUsd: outside.reduce((sum, row) => sum + Number(row.value_usd ?? 0), 0),
    examples: outside.slice(0, 5).map((row) => `${row.edition} ${row.hs6}`),
  };
}

/**
 * Dollars per kilogram below five cents or above five thousand in the middle of a file: the money unit is likely wrong. The middle
 * is that of classes of a hundredth of a power of ten, so that no row need be kept to tell it.
 */
async function implausiblePrices(engine: DuckdbEngine): Promise<Finding | null> {
  const classes = await engine.query('SELECT price_class AS class, rows FROM price_classes ORDER BY class');
  const rows = classes.reduce((sum, row) => sum + Number(row.rows), 0);
  let passed = 0;
  const middle = classes.find((row) => {
    passed += Number(row.rows);
    return passed >= rows / 2;
  });
  if (middle === undefined) return null;
  const price = 10 ** ((Number(middle.class) + 0.5) / 100);
  if (rows < 20 || (price >= 0.05 && price <= 5000)) return null;
  return {
    code: 'implausible-money-unit',
    severity: 'warning',
    message: {
      ru: `Медиана цены — около ${price.toPrecision(2)} долл. за кг: вероятно, неверна единица стоимости. Проверьте --money-unit usd|thousand-usd.`,
      en: `The median price is about ${price.toPrecision(2)} USD per kg: the money unit is probably wrong. Check --money-unit usd|thousand-usd.`,
    },
    count: rows,
    examples: [price.toPrecision(2)],
  };
}
