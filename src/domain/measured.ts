/** Why a number is missing: closed list. */
export const undefinedReasons = [
  'base-zero', // the region's base is 0
  'reference-zero', // the reference exports nothing of the segment
  'reference-base-zero', // the reference's base is 0
  'sole-exporter', // nothing is left in the reference without the region itself
  'no-region', // the source does not state the region
  'no-rate', // no exchange rate for the period
  'no-correlation-table', // no many-to-many sheet for this edition: range unknown
  'no-data', // the series has no observation
  'too-few-years', // fewer years than the method needs
  'no-region-value', // the region trades nothing
  'no-product-value', // nobody trades the product
  'no-presence', // nothing is present
  'one-region', // one region or one product: nothing to compare
  'disconnected', // the graph of regions and products falls apart
  'no-variation', // all are alike
  'one-line', // of one line nothing can be said
  'zero-value', // a logarithm or quotient of 0
  'no-match', // no line exists in both
  'no-reference', // nothing to hold the territory against
  'no-partners', // the source names no partners
] as const;
export type UndefinedReason = (typeof undefinedReasons)[number];

/** A number, or `null` with its reason. Never NaN, never infinite. */
export type Measured =
  | { readonly value: number }
  | { readonly value: null; readonly reason: UndefinedReason };
