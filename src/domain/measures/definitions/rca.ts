import type { MeasureDefinition } from '../measureDefinition.ts';
import { pairTable } from '../measureTables.ts';
import { emptyMargins, noUnit, rcaOptions } from '../measureTexts.ts';

export const rcaMeasure: MeasureDefinition = {
  id: 'rca',
  family: 'specialisation',
  name: {
    ru: 'Выявленное сравнительное преимущество (Баласса)',
    en: 'Revealed comparative advantage (Balassa)',
  },
  meaning: {
    ru: 'во сколько раз доля товара в вывозе региона больше, чем в эталоне',
    en: "how many times greater the product's share in the region's exports is than in the reference",
  },
  variant: {
    ru: 'Balassa: доля против доли; база и эталон — по выбору',
    en: 'Balassa: share against share; base and reference as chosen',
  },
  formula: 'RCA(r,p) = (x_rp / X_r) / (X_p / X)',
  tex: String.raw`RCA_{rp} = \frac{x_{rp} / X_r}{X_p / X}`,
  by: 'region × product',
  needs: ['region', 'product'],
  requires: [],
  unit: noUnit,
  range: '0 … ∞',
  edges: emptyMargins,
  source: 'Balassa 1965',
  agrees: [
    { software: 'R economiccomplexity (world of 2017, published presence)', under: '', digits: null },
    { software: 'py-ecomplexity', under: '', digits: null },
    { software: 'Datawheel economic-complexity', under: '', digits: null },
    { software: 'R EconGeo (rounded there to 2 digits)', under: '', digits: null },
  ],
  options: rcaOptions,
  compute: (context) =>
    pairTable(
      context.matrix,
      context.rcaAgainst(),
      (at) => context.rca()[at] as number,
      () => 0,
    ),
};
