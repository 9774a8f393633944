/** One entry of a user's list: codes of a classification that begin with `code`, taken in or, as an exception, out. */
export interface ListTerm {
  readonly system: 'hs' | 'sitc3' | 'sitc4';
  readonly code: string;
  readonly except: boolean;
}

/**
 * Reads an entry: `8542`, `hs:8542`, `tnved:8542311000` (the first six digits of a national line are HS), `sitc4:776`,
 * each with a minus before it for an exception. Null where it is none of these.
 * @example parseListTerm('-sitc4:7764') // { system: 'sitc4', code: '7764', except: true }
 */
export function parseListTerm(text: string): ListTerm | null {
  const parts = /^([-−]?)\s*(?:(hs|tnved|sitc3|sitc4)\s*:\s*)?(\d[\d. ]*)$/i.exec(text.trim());
  if (parts === null) return null;
  const named = (parts[2] ?? 'hs').toLowerCase();
  const system = named === 'sitc3' || named === 'sitc4' ? named : 'hs';
  const code = (parts[3] ?? '').replace(/[. ]/g, '');
  const fits = system === 'hs' ? code.length >= 2 && code.length <= 10 : code.length <= 5;
  return fits ? { system, code, except: parts[1] !== '' } : null;
}

/**
 * What a list of entries takes of an edition: six-digit codes with the weight 1, beginnings of longer national lines
 * with 1 (taken in) or −1 (taken out of a code that is in). An exception always wins. `sitc` answers which six-digit
 * codes an entry in SITC stands for, null where that is not known; then the whole answer is null.
 * @example listWeights([{ system: 'hs', code: '8542', except: false }], new Set(['854231', '860110']), () => null) // new Map([['854231', 1]])
 */
export function listWeights(
  terms: readonly ListTerm[],
  hsCodes: ReadonlySet<string>,
  sitc: (term: ListTerm) => ReadonlySet<string> | null,
): ReadonlyMap<string, number> | null {
  const taken = new Map<boolean, Set<string>>([
    [false, new Set()],
    [true, new Set()],
  ]);
  for (const term of terms) {
    const codes = term.system === 'hs' ? [...hsCodes].filter((hs6) => hs6.startsWith(term.code)) : sitc(term);
    if (codes === null) return null;
    for (const code of codes) taken.get(term.except)?.add(code);
  }
  const out = taken.get(true) ?? new Set();
  const weights = new Map<string, number>();
  for (const code of [...(taken.get(false) ?? [])].sort()) if (!out.has(code)) weights.set(code, 1);
  const long = (except: boolean) =>
    outermost(
      terms
        .filter((term) => term.system === 'hs' && term.code.length > 6 && term.except === except)
        .map((term) => term.code),
    );
  const excepted = long(true);
  for (const line of long(false)) {
    const hs6 = line.slice(0, 6);
    if (weights.has(hs6) || out.has(hs6) || excepted.some((code) => line.startsWith(code))) continue;
    weights.set(line, 1);
  }
  for (const line of excepted) {
    const inside = [...weights].some(([code, weight]) => weight === 1 && line.startsWith(code));
    if (inside) weights.set(line, -1);
  }
  return weights;
}

/** Codes that do not lie below another of them. */
function outermost(codes: readonly string[]): readonly string[] {
  return [...new Set(codes)]
    .sort()
    .filter((code, _place, all) => !all.some((other) => other !== code && code.startsWith(other)));
}
