import type { Bound } from './highTechnologyList.ts';
import type { TwoLanguages } from './territory.ts';

const names: Readonly<Record<Bound, TwoLanguages>> = {
  lower: { ru: 'нижний перечень', en: 'lower' },
  chosen: { ru: 'выбранный перечень', en: 'chosen' },
  upper: { ru: 'верхний перечень', en: 'upper' },
};

/** Which of the lists that a correspondence leaves open, in words. @example boundName('lower').en // 'lower' */
export function boundName(bound: Bound): TwoLanguages {
  return names[bound];
}
