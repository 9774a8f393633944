/** One edition of a nomenclature and how its codes come from those of the edition before. */
export interface EditionStep {
  readonly codes: ReadonlySet<string>;
  /** One-to-one: code of this edition, code of the edition before (null: none). Empty for the first edition. */
  readonly conversion: readonly (readonly [code: string, before: string | null])[];
  /** All links, read for codes of the edition before that nothing is converted to. */
  readonly links: readonly (readonly [code: string, before: string | null])[];
}

/** The codes that share most leading digits with one. */
function nearest(code: string, others: readonly string[]): readonly string[] {
  const shared = (other: string) => {
    let length = 0;
    while (length < code.length && code[length] === other[length]) length += 1;
    return length;
  };
  const most = Math.max(...others.map(shared));
  return others.filter((other) => shared(other) === most);
}

/** Codes of several editions joined into products that exist in all of them. */
export interface ProductFamilies {
  /** Name of the family of a code of edition number `edition`; a code that the edition does not have is its own. */
  familyOf(edition: number, code: string): string;
  /** Codes of a family by edition number. */
  codesOf(family: string): readonly (readonly string[])[];
  /** Families of several codes in some edition, or of different codes. */
  readonly joined: number;
}

/**
 * Products that a change of edition neither makes nor ends: codes of neighbouring editions are joined where the
 * one-to-one table converts one to the other; a code of the older edition that nothing is converted to (two codes made
 * one) is joined with those of its links that share most leading digits with it. What is joined is one product through
 * all editions, so a split or a merger is no entry and no exit, and no value has to be parted. Editions are given oldest
 * first. A code that goes on and only gives a part of itself to another is not joined with that.
 * @example productFamilies([{ codes: new Set(['1']), conversion: [], links: [] }, { codes: new Set(['1a', '1b']), conversion: [['1a', '1'], ['1b', '1']], links: [] }]).familyOf(1, '1b') // '1'
 */
export function productFamilies(editions: readonly EditionStep[]): ProductFamilies {
  const parent = new Map<string, string>();
  const find = (key: string): string => {
    let root = key;
    for (let next = parent.get(root); next !== undefined && next !== root; next = parent.get(root))
      root = next;
    for (let at = key; at !== root; ) {
      const next = parent.get(at) ?? root;
      parent.set(at, root);
      at = next;
    }
    return root;
  };
  const join = (a: string, b: string) => {
    const [left, right] = [find(a), find(b)];
    // The older edition's smaller code names the family.
    if (left !== right) parent.set(left < right ? right : left, left < right ? left : right);
  };
  const key = (edition: number, code: string) => `${edition} ${code}`;
  editions.forEach(({ codes, conversion, links }, edition) => {
    for (const code of codes) parent.set(key(edition, code), key(edition, code));
    if (edition === 0) return;
    const reached = new Set<string>();
    for (const [code, before] of conversion) {
      if (before === null) continue;
      reached.add(before);
      join(key(edition, code), key(edition - 1, before));
    }
    const left = new Map<string, string[]>();
    for (const [code, before] of links)
      if (before !== null && !reached.has(before)) left.set(before, [...(left.get(before) ?? []), code]);
    for (const [before, linked] of left)
      for (const code of nearest(before, linked)) join(key(edition, code), key(edition - 1, before));
  });
  const members = new Map<string, string[][]>();
  for (const one of parent.keys()) {
    const family = find(one);
    const lists = members.get(family) ?? editions.map((): string[] => []);
    const [edition = '0', code = ''] = one.split(' ');
    lists[Number(edition)]?.push(code);
    members.set(family, lists);
  }
  const nameOf = (family: string) => family.slice(family.indexOf(' ') + 1);
  const isOwn = new Map([...members.keys()].map((family) => [nameOf(family), family]));
  // Two families may be named by the same digits (a code given up and used anew): the later one keeps its edition.
  const names = new Map(
    [...members.keys()].map((family) => [
      family,
      isOwn.get(nameOf(family)) === family ? nameOf(family) : `${nameOf(family)}/${family.split(' ')[0]}`,
    ]),
  );
  const families = new Map([...names].map(([family, name]) => [name, family]));
  return {
    familyOf: (edition, code) => {
      const one = key(edition, code);
      return parent.has(one) ? (names.get(find(one)) ?? code) : code;
    },
    codesOf: (name) => members.get(families.get(name) ?? '') ?? [],
    joined: [...members.values()].filter((lists) => new Set(lists.flat()).size > 1).length,
  };
}
