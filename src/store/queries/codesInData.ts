/** Every six-digit code, heading and chapter that any row of the workspace is of, with its value in dollars over all years. */
export function codesInData(): string {
  return `SELECT hs6, heading, chapter, sum(value_usd) AS value_usd FROM cube_product WHERE chapter <> '' GROUP BY hs6, heading, chapter`;
}

/** Every partner that any row names, with its value in dollars over all years. */
export function partnersInData(): string {
  return `SELECT partner, sum(value_usd) AS value_usd FROM cube_region_heading_partner WHERE partner <> '' GROUP BY partner`;
}
