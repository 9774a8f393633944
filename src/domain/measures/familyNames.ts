import type { TwoLanguages } from '../territory.ts';
import type { Family } from './measureDefinition.ts';

/** Families of measures in words. */
export const familyNames: Readonly<Record<Family, TwoLanguages>> = {
  specialisation: { ru: 'Специализация', en: 'Specialisation' },
  complexity: { ru: 'Сложность', en: 'Complexity' },
  concentration: { ru: 'Сосредоточенность и разнообразие', en: 'Concentration and variety' },
  change: { ru: 'Изменение и рост', en: 'Change and growth' },
  markets: { ru: 'Рынки', en: 'Markets' },
  prices: { ru: 'Цены и объёмы', en: 'Prices and volumes' },
};
