import type { Measured } from '../../measured.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOfCells } from '../measuredTable.ts';

export const contributionToGrowthMeasure: MeasureDefinition = {
  id: 'contribution-to-growth',
  family: 'change',
  name: { ru: 'Вклад в рост', en: 'Contribution to growth' },
  meaning: {
    ru: 'на сколько товар увеличил вывоз региона, в долях прежнего вывоза; сумма по товарам — рост',
    en: "how much the product added to the region's exports, as a share of what they were; sums to growth over products",
  },
  variant: { ru: 'от вывоза региона в первом периоде', en: "of the region's exports in the first period" },
  formula: '(x_rp1 − x_rp0) / X_r0',
  tex: String.raw`\frac{x_{rp1} - x_{rp0}}{X_{r0}}`,
  by: 'region × product',
  needs: ['region', 'product', 'period'],
  requires: [],
  unit: { ru: 'доля', en: 'share' },
  range: '−1 … ∞',
  edges: {
    ru: 'в первом периоде вывоза не было — base-zero',
    en: 'base-zero where there were no exports in the first period',
  },
  source: '–',
  agrees: [],
  options: ['from', 'to', 'flow'],
  compute: (context) => {
    const [from, to] = context.span();
    const [before, after] = [context.relations(from, 'product'), context.relations(to, 'product')];
    const values = before.regions.flatMap((_, r) => {
      const [own, later] = [before.of(r), after.of(r)];
      const base = [...own.values()].reduce((sum, x) => sum + x, 0);
      return before.lines.map(
        (_line, q): Measured =>
          base === 0
            ? { value: null, reason: 'base-zero' }
            : { value: ((later.get(q) ?? 0) - (own.get(q) ?? 0)) / base },
      );
    });
    return tableOfCells(
      [
        { name: 'region', labels: before.regions },
        { name: 'product', labels: before.lines },
      ],
      values,
    );
  },
};
