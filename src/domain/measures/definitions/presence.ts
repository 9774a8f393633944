import type { MeasureDefinition } from '../measureDefinition.ts';
import { pairAxes } from '../measureTables.ts';
import { noUnit, presenceOptions } from '../measureTexts.ts';

export const presenceMeasure: MeasureDefinition = {
  id: 'presence',
  family: 'complexity',
  name: { ru: 'Присутствие', en: 'Presence' },
  meaning: { ru: '1, где RCA не ниже порога', en: '1 where RCA reaches the threshold' },
  variant: {
    ru: 'по порогу RCA, вывоза на душу, обоих или любого',
    en: 'by a threshold of RCA, of exports per head, of both or either',
  },
  formula: 'M(r,p) = 1 if RCA ≥ threshold (or > with comparison above)',
  tex: String.raw`M_{rp} = 1 \text{ if } RCA_{rp} \ge \theta, \text{ else } 0`,
  by: 'region × product',
  needs: ['region', 'product'],
  requires: [],
  unit: noUnit,
  range: '0, 1',
  edges: {
    ru: 'вывоз 0 — присутствия нет; строк и столбцов из нулей оно не заполняет; единственный экспортёр (при others) товар имеет',
    en: 'exports of 0 are no presence; rows and columns of nothing stay 0; an only exporter (against others) has the product',
  },
  source: 'Hidalgo and others 2007',
  agrees: [
    { software: 'R economiccomplexity (world of 2017, published: every cell)', under: '', digits: 15 },
    { software: 'py-ecomplexity', under: '', digits: null },
    { software: 'Stata ecomplexity', under: '--comparison above', digits: null },
  ],
  options: presenceOptions,
  compute: (context) => {
    const { rowStart, column } = context.presence();
    const p = context.matrix.products.length;
    const values = new Float64Array(context.matrix.regions.length * p);
    for (let r = 0; r < context.matrix.regions.length; r += 1)
      for (let at = rowStart[r] as number; at < (rowStart[r + 1] as number); at += 1)
        values[r * p + (column[at] as number)] = 1;
    return { axes: pairAxes(context.matrix), values, undefinedAt: new Map() };
  },
};
