import type { MeasureDefinition } from '../measureDefinition.ts';
import { noUnit, presenceOptions } from '../measureTexts.ts';

export const proximityMeasure: MeasureDefinition = {
  id: 'proximity',
  family: 'complexity',
  name: { ru: 'Близость товаров', en: 'Proximity of products' },
  meaning: {
    ru: 'как часто два товара присутствуют вместе',
    en: 'how often two products are present together',
  },
  variant: {
    ru: 'меньшая условная доля; по выбору условная доля, корень, корреляция RCA',
    en: 'smaller conditional share; by choice the conditional share, square root, correlation of RCA',
  },
  formula: 'φ(p,q) = Σ_r M(r,p) M(r,q) / max(u_p, u_q)',
  tex: String.raw`\varphi_{pq} = \frac{\sum_r M_{rp} M_{rq}}{\max(u_p, u_q)}`,
  by: 'product × product',
  needs: ['region', 'product'],
  requires: [],
  unit: noUnit,
  range: '0 … 1',
  edges: {
    ru: 'товар, которого нет ни у кого, ни к чему не близок (0); continuous: товар с равным у всех RCA — тоже',
    en: 'a product that nobody has is near to nothing (0); continuous: so is a product whose RCA is the same in all regions',
  },
  source: 'Hidalgo and others 2007',
  agrees: [
    { software: 'R economiccomplexity', under: '', digits: null },
    { software: 'py-ecomplexity', under: '', digits: null },
    { software: 'Stata ecomplexity, Datawheel', under: '--diagonal 0', digits: null },
    { software: 'Datawheel, procedure sqrt', under: '--proximity square-root --diagonal 0', digits: null },
  ],
  options: ['proximity', 'diagonal', ...presenceOptions],
  compute: (context) => {
    const labels = context.matrix.products;
    return {
      axes: [
        { name: 'product', labels },
        { name: 'other-product', labels },
      ],
      values: context.proximity(),
      undefinedAt: new Map(),
    };
  },
};
