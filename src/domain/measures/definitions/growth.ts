import { simpleGrowth } from '../growth.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOf } from '../measuredTable.ts';
import { regionSeries } from '../regionSeries.ts';

export const growthMeasure: MeasureDefinition = {
  id: 'growth',
  family: 'change',
  name: { ru: 'Рост', en: 'Growth' },
  meaning: { ru: 'на сколько вырос вывоз за весь срок', en: 'by how much exports grew over the whole span' },
  variant: { ru: 'простой, конец к началу', en: 'simple, end over beginning' },
  formula: 'X_1 / X_0 − 1',
  tex: String.raw`\frac{X_1}{X_0} - 1`,
  by: 'region',
  needs: ['region', 'period'],
  requires: [],
  unit: { ru: 'доля', en: 'share' },
  range: '−1 … ∞',
  edges: {
    ru: 'начало не выше 0 — zero-value; нужны два периода',
    en: 'zero-value where the beginning is not above 0; two periods are wanted',
  },
  source: '–',
  agrees: [],
  options: ['from', 'to', 'flow'],
  compute: (context) => {
    const [from, to] = context.span();
    const { regions, at } = regionSeries(context);
    return tableOf(
      'region',
      regions,
      regions.map((_, r) => simpleGrowth(at(r, from), at(r, to))),
    );
  },
};
