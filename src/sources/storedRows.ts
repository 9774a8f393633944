import type { Part } from '../store/manifest.ts';
import { literal } from '../store/queries/literal.ts';
import { detailOrder } from '../store/saveVintage.ts';

export interface RowIdentity {
  readonly vintage: string;
  readonly file: string;
  readonly currency: string;
}

/**
 * The rows of a judged import of one flow and year in the columns and the order of the detail (`store/cube.ts`): kept
 * rows and unallocated lines. Sorted are narrow rows, whose codes are numbers in the order of their texts; the texts
 * are put in behind. What hardly differs within a file is written as one of a few numbered texts: Parquet then holds
 * the same texts, without the search of each row for its place in the dictionary. Region and codes are not, because
 * the least and greatest of a row group, by which a question passes it over, would be those of the whole file.
 */
export function storedRows(identity: RowIdentity, { flow, year }: Pick<Part, 'flow' | 'year'>): string {
  const place = `flow = ${literal(flow)} AND year = ${year}`;
  const shared = 're_export, month, region, edition, partner';
  const sorted = `
    SELECT row_number, ${shared}, line, CASE kind WHEN 'confidential' THEN 1 ELSE 0 END AS status,
      unit, value, usd_rate, net_weight_kg, quantity, contributor
    FROM judged WHERE fate = 'kept' AND ${place}
    UNION ALL
    SELECT unallocated.row_number, ${shared}, line, 2 AS status, CAST('' AS unit_code) AS unit,
      CAST(unallocated.rest AS DECIMAL(18,4)) AS value, usd_rate, NULL AS net_weight_kg, NULL AS quantity, '' AS contributor
    FROM unallocated JOIN judged ON unallocated.rid = judged.rid WHERE ${place}
    ORDER BY ${detailOrder}`;
  const part = (digits: number, name: string) =>
    `CASE WHEN status <> 1 AND length(line) >= ${digits} THEN substr(line, 1, ${digits}) ELSE '' END AS ${name}`;
  const text = (name: string) => `CAST(${name} AS VARCHAR) AS ${name}`;
  const constant = (value: string, name: string) =>
    `CAST(${literal(value)} AS ENUM (${literal(value)})) AS ${name}`;
  return `
    SELECT ${constant(identity.vintage, 'vintage')}, ${constant(identity.file, 'file')}, row_number, ${constant(flow ?? '', 'flow')}, re_export,
      CAST(${year} AS SMALLINT) AS year, month, region, line, ${part(6, 'hs6')}, ${part(4, 'heading')}, ${part(2, 'chapter')},
      edition, partner, CAST(CASE status WHEN 0 THEN 'product' WHEN 1 THEN 'confidential' ELSE 'unallocated' END AS ENUM (${statuses})) AS status,
      unit, ${constant(identity.currency, 'currency')}, value, usd_rate, net_weight_kg, quantity, contributor
    FROM (SELECT row_number, re_export, month, edition, ${['region', 'partner', 'line', 'unit'].map(text).join(', ')}, status,
      value, usd_rate, net_weight_kg, quantity, contributor FROM (${sorted}) sorted) named`;
}

const statuses = ['product', 'confidential', 'unallocated'].map((one) => literal(one)).join(', ');
