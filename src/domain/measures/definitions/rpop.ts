import type { MeasureDefinition } from '../measureDefinition.ts';
import { pairTable } from '../measureTables.ts';
import { noUnit } from '../measureTexts.ts';

export const rpopMeasure: MeasureDefinition = {
  id: 'rpop',
  family: 'specialisation',
  name: { ru: 'Вывоз на душу против всех', en: 'Exports per head against all' },
  meaning: {
    ru: 'во сколько раз вывоз товара на жителя региона больше, чем по всем регионам вместе',
    en: 'how many times greater exports of the product per head are than in all regions together',
  },
  variant: { ru: 'по регионам с известным населением', en: 'over the regions whose population is known' },
  formula: 'RPOP(r,p) = (x_rp / pop_r) / (X_p / pop)',
  tex: String.raw`RPOP_{rp} = \frac{x_{rp} / pop_r}{X_p / pop}`,
  by: 'region × product',
  needs: ['region', 'product'],
  requires: ['population'],
  unit: noUnit,
  range: '0 … ∞',
  edges: {
    ru: 'без населения региона — no-data; товара нет ни у кого — no-product-value',
    en: 'no-data without the population of the region; no-product-value where nobody has the product',
  },
  source: 'Growth Lab, ecomplexity (Stata)',
  agrees: [
    { software: 'py-ecomplexity', under: '--presence-by rpop', digits: null },
    { software: 'Stata ecomplexity', under: '--presence-by rpop', digits: null },
  ],
  options: ['population', 'flow', 'period'],
  compute: (context) => {
    const { matrix } = context;
    const known = (r: number) => (context.options.population?.get(matrix.regions[r] ?? '') ?? 0) > 0;
    const some = new Uint8Array(matrix.products.length);
    for (let r = 0; r < matrix.regions.length; r += 1)
      if (known(r))
        for (let at = matrix.rowStart[r] as number; at < (matrix.rowStart[r + 1] as number); at += 1)
          some[matrix.column[at] as number] = 1;
    return pairTable(
      matrix,
      {
        entryReason: () => null,
        regionReason: (r) => (known(r) ? null : 'no-data'),
        productReason: (q) => (some[q] === 1 ? null : 'no-product-value'),
      },
      (at) => context.rpop()[at] as number,
      () => 0,
    );
  },
};
