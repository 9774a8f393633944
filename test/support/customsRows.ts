/** Rows of a customs unload, written by hand: what is counted from them in tests is counted by hand too. */
const heading = 'NAPR;PERIOD;STRANA;TNVED;EDIZM;STOIM;NETTO;KOL;REGION';
export const good = [
  'ЭК;01/2019;DE;3004900000;;1000,50;1;0;69000 - ТОМСКАЯ ОБЛАСТЬ',
  'ЭК;02/2019;CN;8542310000;;2000,25;1;0;45000 - ГОРОД МОСКВА',
  'ЭК;03/2019;KZ;2709009000;;3000;1;0;29000 - КАЛУЖСКАЯ ОБЛАСТЬ',
  'ИМ;03/2019;KZ;2709009000;;10;1;0;29000 - КАЛУЖСКАЯ ОБЛАСТЬ',
];
const bad = [
  'ЭК;13/2019;DE;3004900000;;7;1;0;69000 - ТОМСКАЯ ОБЛАСТЬ',
  'ЭК;04/2019;DE;3004900000;;=2+3;1;0;69000 - ТОМСКАЯ ОБЛАСТЬ',
];

export function unload(rows: readonly string[] = [...good, ...bad]): string {
  return [heading, ...rows].join('\r\n');
}
