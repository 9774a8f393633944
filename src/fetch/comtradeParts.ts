/** A question to UN Comtrade by its own codes; null stands for all. */
export interface ComtradePart {
  readonly reporters: readonly string[] | null;
  readonly partners: readonly string[] | null;
  /** YYYY, or YYYYMM. */
  readonly periods: readonly string[];
  readonly flows: readonly string[];
  /** Codes, TOTAL, or all of a number of digits: AG2, AG4, AG6. */
  readonly codes: readonly string[];
}

/** Codes in one address: servers accept about eight thousand characters. */
const mostCodes = 500;

/**
 * A question in smaller ones that together ask the same, by periods, reporters, flows, codes and partners, in this
 * order; null where nothing is left to split.
 * @example splitPart({ reporters: ['643'], partners: ['0'], periods: ['2018', '2019'], flows: ['X'], codes: ['AG6'] }, all)?.length // 2
 */
export function splitPart(
  part: ComtradePart,
  all: {
    readonly reporters: readonly string[];
    readonly partners: readonly string[];
    readonly codes: (digits: number) => readonly string[];
  },
): readonly ComtradePart[] | null {
  if (part.periods.length > 1) return halves(part.periods).map((periods) => ({ ...part, periods }));
  const reporters = part.reporters ?? all.reporters;
  if (reporters.length > 1) return halves(reporters).map((some) => ({ ...part, reporters: some }));
  if (part.flows.length > 1) return halves(part.flows).map((flows) => ({ ...part, flows }));
  const codes = part.codes.flatMap((code) => {
    const digits = /^AG(\d)$/.exec(code)?.[1];
    return digits === undefined ? [code] : all.codes(Number(digits));
  });
  if (codes.length > mostCodes) return chunks(codes, mostCodes).map((some) => ({ ...part, codes: some }));
  if (codes.length > 1) return halves(codes).map((some) => ({ ...part, codes: some }));
  const partners = part.partners ?? all.partners;
  if (partners.length > 1) return halves(partners).map((some) => ({ ...part, partners: some }));
  return null;
}

function halves<Value>(values: readonly Value[]): readonly (readonly Value[])[] {
  return chunks(values, Math.ceil(values.length / 2));
}

function chunks<Value>(values: readonly Value[], size: number): readonly (readonly Value[])[] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, place) =>
    values.slice(place * size, (place + 1) * size),
  );
}
