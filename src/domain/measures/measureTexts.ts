import type { TwoLanguages } from '../territory.ts';
import type { Agreement } from './measureDefinition.ts';
import type { OptionName } from './measureOptions.ts';

// Words and lists that several definitions share.

export const noUnit: TwoLanguages = { ru: 'без единицы', en: 'none' };
export const deviations: TwoLanguages = { ru: 'стандартные отклонения', en: 'standard deviations' };

export const emptyMargins: TwoLanguages = {
  ru: 'не определено для региона или товара без торговли (no-region-value, no-product-value); при сравнении с others — и для единственного экспортёра (sole-exporter); отсутствующая пара — 0',
  en: 'undefined for a region or product without trade (no-region-value, no-product-value) and, against others, for an only exporter (sole-exporter); a pair that is not there is 0',
};
export const nothingTraded: TwoLanguages = {
  ru: 'не определено, если регион ничего не вывозит (base-zero)',
  en: 'undefined where the region exports nothing (base-zero)',
};
export const oneLine: TwoLanguages = {
  ru: 'не определено для одной строки (one-line) и без вывоза (base-zero); n — все товары таблицы или lines',
  en: 'undefined for one line (one-line) and without exports (base-zero); n is all products of the table, or lines',
};
export const presenceEdges: TwoLanguages = {
  ru: 'регионы и товары без присутствия — 0',
  en: 'regions and products without presence have 0',
};
export const complexityEdges: TwoLanguages = {
  ru: 'без присутствия — no-presence; граф распадается на части — disconnected (между частями порядка нет); один регион или товар — one-region; все одинаковы — no-variation',
  en: 'no-presence without presence; disconnected where the graph falls apart (there is no order across its parts); one-region for one region or product; no-variation where all are alike',
};
export const spaceEdges: TwoLanguages = {
  ru: 'не определено для товара, которого нет ни у кого, а при diagonal 0 — и для не близкого ни к чему (no-presence)',
  en: 'undefined for a product that nobody has and, with diagonal 0, for one that is near to none (no-presence)',
};
export const twoPeriods: TwoLanguages = {
  ru: 'нужны два периода; коды обоих должны быть одной редакции номенклатуры',
  en: 'two periods are wanted; the codes of both must be of one edition of the nomenclature',
};

export const rcaOptions: readonly OptionName[] = ['reference', 'base', 'baseValues', 'flow', 'period'];
export const presenceOptions: readonly OptionName[] = [
  'threshold',
  'comparison',
  'presenceBy',
  'population',
  'convention',
  ...rcaOptions,
];
export const spaceOptions: readonly OptionName[] = [
  'proximity',
  'diagonal',
  'neighbours',
  ...presenceOptions,
];

/** Programs whose ECI and PCI agree, by convention. */
export const complexityAgreement: readonly Agreement[] = [
  {
    software: 'R economiccomplexity (world of 2017, published)',
    under: '--convention economiccomplexity-r',
    digits: 9,
  },
  {
    software: 'R economiccomplexity, eigenvalues',
    under: '--convention economiccomplexity-r-eigenvalues',
    digits: null,
  },
  { software: 'py-ecomplexity', under: '--convention py-ecomplexity', digits: null },
  { software: 'Stata ecomplexity', under: '--convention stata', digits: null },
  { software: 'Datawheel economic-complexity', under: '--convention datawheel', digits: null },
];
