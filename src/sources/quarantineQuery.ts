/** Rows that cannot be used: where they stand, which column and text is at fault, and why. */
export const quarantineQuery = `SELECT row_number,
    CASE problem WHEN 'unknown-flow' THEN 'flow' WHEN 'bad-period' THEN 'period' WHEN 'other-classification' THEN 'edition' WHEN 'bad-code' THEN 'line'
      WHEN 'bad-value' THEN 'value' WHEN 'negative-value' THEN 'value' ELSE '' END AS "column",
    CASE problem WHEN 'unknown-flow' THEN flow_text WHEN 'bad-period' THEN period_text WHEN 'other-classification' THEN edition_text WHEN 'bad-code' THEN line_text
      WHEN 'bad-value' THEN value_text WHEN 'negative-value' THEN value_text ELSE overflow END AS "text",
    problem AS reason, value
  FROM judged WHERE fate = 'quarantined'
  UNION ALL SELECT row_number, '' AS "column", text AS "text", 'broken-row' AS reason, NULL AS value FROM broken ORDER BY row_number`;
