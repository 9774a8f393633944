/** Editions of the Harmonised System, oldest first. */
export const hsEditions = ['HS1992', 'HS1996', 'HS2002', 'HS2007', 'HS2012', 'HS2017', 'HS2022'] as const;
export type HsEdition = (typeof hsEditions)[number];

/** Is the text one of the seven editions? @example isHsEdition('HS2017') // true */
export function isHsEdition(text: string): text is HsEdition {
  return (hsEditions as readonly string[]).includes(text);
}
