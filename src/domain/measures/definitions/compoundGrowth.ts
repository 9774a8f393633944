import { compoundGrowth } from '../growth.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOf } from '../measuredTable.ts';
import { regionSeries, yearOf } from '../regionSeries.ts';

export const compoundGrowthMeasure: MeasureDefinition = {
  id: 'compound-growth',
  family: 'change',
  name: { ru: 'Среднегодовой рост', en: 'Compound annual growth' },
  meaning: { ru: 'рост в среднем за год', en: 'growth per year on average' },
  variant: {
    ru: 'сложный процент между крайними годами (CAGR)',
    en: 'compound between the first and last year (CAGR)',
  },
  formula: '(X_1 / X_0)^(1/years) − 1',
  tex: String.raw`\left( \frac{X_1}{X_0} \right)^{1/n} - 1`,
  by: 'region',
  needs: ['region', 'period'],
  requires: [],
  unit: { ru: 'доля в год', en: 'share per year' },
  range: '−1 … ∞',
  edges: {
    ru: 'начало или конец не выше 0 — zero-value; нужны два периода',
    en: 'zero-value where the beginning or end is not above 0; two periods are wanted',
  },
  source: '–',
  agrees: [],
  options: ['from', 'to', 'flow'],
  compute: (context) => {
    const [from, to] = context.span();
    const { regions, at } = regionSeries(context);
    const years = yearOf(to) - yearOf(from);
    return tableOf(
      'region',
      regions,
      regions.map((_, r) => compoundGrowth(at(r, from), at(r, to), years)),
    );
  },
};
