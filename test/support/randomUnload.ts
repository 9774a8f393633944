/** A small deterministic random source (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const regions = [
  '45000 - ГОРОД МОСКВА',
  '69000 - ТОМСКАЯ ОБЛАСТЬ',
  '29000 - КАЛУЖСКАЯ ОБЛАСТЬ',
  '40000 - ГОРОД САНКТ-ПЕТЕРБУРГ',
  '50000 - НОВОСИБИРСКАЯ ОБЛАСТЬ',
  'NNNNN - НЕ УКАЗАН',
];
const lines = [
  '8542310000',
  '8542390000',
  '8802400000',
  '3004900000',
  '3002150000',
  '9018110000',
  '8471300000',
  '2709009000',
  '2711210000',
  '7108120000',
  '8517120000',
  '3808590000',
  '8411120000',
  '9027500000',
  'XXXXXXXXXX',
  '2710',
];

/** An unload of random rows: repeated keys, secret codes, rows without region, parent rows above the sum of their parts. */
export function randomUnload(
  seed: number,
  rows: number,
): { readonly heading: string; readonly rows: readonly string[] } {
  const random = randomOf(seed);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const made: string[] = [];
  for (let index = 0; index < rows; index += 1) {
    const year = pick([2016, 2018, 2019, 2019, 2020]);
    const month = String(1 + Math.floor(random() * 12)).padStart(2, '0');
    const value = (random() * 10 ** (1 + Math.floor(random() * 6))).toFixed(Math.floor(random() * 3));
    made.push(
      `${pick(['ЭК', 'ЭК', 'ЭК', 'ИМ'])};${month}/${year};${pick(['DE', 'CN', 'KZ', 'IN'])};${pick(lines)};;${value};1;0;${pick(regions)}`,
    );
  }
  // A heading above its two lines, and more than they are together.
  made.push('ЭК;06/2019;BY;8542;;1000.5;1;0;45000 - ГОРОД МОСКВА');
  made.push('ЭК;06/2019;BY;8542310000;;300.25;1;0;45000 - ГОРОД МОСКВА');
  made.push('ЭК;06/2019;BY;8542390000;;200;1;0;45000 - ГОРОД МОСКВА');
  return { heading: 'NAPR;PERIOD;STRANA;TNVED;EDIZM;STOIM;NETTO;KOL;REGION', rows: made };
}
