import { literal } from '../store/queries/literal.ts';

/** The rows of a judged import in the columns of the detail (`store/cube.ts`): kept rows and unallocated lines. */
export function storedRows(vintage: string, file: string, currency: string): string {
  const fixed = `${literal(vintage)} AS vintage, ${literal(file)} AS file`;
  const place = 'flow, re_export, year, month, region';
  return `
    SELECT ${fixed}, row_number, ${place},
      CASE WHEN kind = 'confidential' THEN line_text ELSE code END AS line,
      ${digitsOf("CASE WHEN kind = 'confidential' THEN '' ELSE code END")},
      edition, partner, CASE WHEN kind = 'confidential' THEN 'confidential' ELSE 'product' END AS status,
      unit, ${literal(currency)} AS currency, value, usd_rate, net_weight_kg, quantity, contributor
    FROM judged WHERE fate = 'kept'
    UNION ALL
    SELECT ${fixed}, row_number, ${place}, unallocated.code AS line, ${digitsOf('unallocated.code')},
      edition, partner, 'unallocated' AS status, '' AS unit, ${literal(currency)} AS currency,
      CAST(unallocated.rest AS DECIMAL(18,4)) AS value, usd_rate, NULL AS net_weight_kg, NULL AS quantity, '' AS contributor
    FROM unallocated JOIN judged USING (row_number)`;
}

function digitsOf(code: string): string {
  const part = (digits: number, name: string) =>
    `CASE WHEN length(${code}) >= ${digits} THEN substr(${code}, 1, ${digits}) ELSE '' END AS ${name}`;
  return [part(6, 'hs6'), part(4, 'heading'), part(2, 'chapter')].join(', ');
}
