import type { MeasureDefinition } from '../measureDefinition.ts';
import { keptTable } from '../measureTables.ts';
import { presenceOptions } from '../measureTexts.ts';

export const productFitnessMeasure: MeasureDefinition = {
  id: 'product-fitness',
  family: 'complexity',
  name: { ru: 'Сложность товара по приспособленности', en: 'Product complexity by fitness' },
  meaning: {
    ru: 'велика у товаров, которые есть только у приспособленных регионов',
    en: 'great for products that only fit regions have',
  },
  variant: {
    ru: 'от F = Q = 1, обе стороны из значений прошлого шага; 20 шагов',
    en: 'from F = Q = 1, both sides from the values of the step before; 20 steps',
  },
  formula: 'Q of the iteration of fitness',
  tex: String.raw`\tilde{Q}_p = \Big( \sum_r M_{rp} F_r^{-\gamma} \Big)^{-1/\gamma}, \quad Q_p = \tilde{Q}_p / \langle \tilde{Q} \rangle`,
  by: 'product',
  needs: ['region', 'product'],
  requires: [],
  unit: { ru: 'в среднем 1', en: 'mean 1' },
  range: '0 … P',
  edges: {
    ru: 'без присутствия — no-presence; зависит от числа шагов: у слабых регионов продолжает падать',
    en: 'no-presence without presence; depends on the number of steps: weak regions go on falling',
  },
  source: 'Tacchella and others 2012',
  agrees: [
    { software: 'Stata ecomplexity (pietronero)', under: '--iterations 50', digits: null },
    {
      software: 'R economiccomplexity (counts the starting values as the first iteration)',
      under: '--convention economiccomplexity-r',
      digits: null,
    },
  ],
  options: ['iterations', 'extremality', ...presenceOptions],
  compute: (context) => {
    const found = context.fitness();
    return keptTable('product', context.matrix.products, found.products, found.keptProducts, null);
  },
};
