import { createContext, useContext } from 'react';
import type { Language } from '../domain/formatNumber.ts';
import type { TwoLanguages } from '../domain/territory.ts';

export const LanguageContext = createContext<Language>('en');

/** The language, and the text of a pair in it. */
export function useLanguage(): { readonly language: Language; t(text: TwoLanguages): string } {
  const language = useContext(LanguageContext);
  return { language, t: (text) => text[language] };
}
