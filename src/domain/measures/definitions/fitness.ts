import type { MeasureDefinition } from '../measureDefinition.ts';
import { keptTable } from '../measureTables.ts';
import { presenceOptions } from '../measureTexts.ts';

export const fitnessMeasure: MeasureDefinition = {
  id: 'fitness',
  family: 'complexity',
  name: { ru: 'Приспособленность', en: 'Fitness' },
  meaning: {
    ru: 'разнообразие, взвешенное сложностью товаров, нелинейно',
    en: 'diversity weighted by the complexity of products, by a non-linear iteration',
  },
  variant: {
    ru: 'от F = Q = 1, обе стороны из значений прошлого шага; 20 шагов',
    en: 'from F = Q = 1, both sides from the values of the step before; 20 steps',
  },
  formula: 'F = M Q / mean, Q = 1 / (Mᵀ F^−γ)^(1/γ) / mean',
  tex: String.raw`\tilde{F}_r = \sum_p M_{rp} Q_p, \quad F_r = \tilde{F}_r / \langle \tilde{F} \rangle`,
  by: 'region',
  needs: ['region', 'product'],
  requires: [],
  unit: { ru: 'в среднем 1', en: 'mean 1' },
  range: '0 … R',
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
    return keptTable('region', context.matrix.regions, found.regions, found.keptRegions, null);
  },
};
