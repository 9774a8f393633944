import type { Measured } from '../../measured.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOfCells } from '../measuredTable.ts';
import { noUnit } from '../measureTexts.ts';

export const tradeIntensityMeasure: MeasureDefinition = {
  id: 'trade-intensity',
  family: 'markets',
  name: { ru: 'Интенсивность торговли', en: 'Trade intensity' },
  meaning: {
    ru: 'во сколько раз доля рынка в вывозе региона больше, чем в вывозе эталона',
    en: "how many times greater the market's share in the region's exports is than in the reference's",
  },
  variant: {
    ru: 'по вывозу; доля рынка — в вывозе эталона',
    en: 'by exports; the share of the market is in the exports of the reference',
  },
  formula: '(x_rm / X_r) / (W_m / W)',
  tex: String.raw`\frac{x_{rm} / X_r}{W_m / W}`,
  by: 'region × partner',
  needs: ['region', 'partner'],
  requires: [],
  unit: noUnit,
  range: '0 … ∞',
  edges: {
    ru: 'регион ничего не вывозит — no-region-value; эталон ничего не вывозит на рынок — reference-zero',
    en: 'no-region-value where the region exports nothing; reference-zero where the reference sells nothing to the market',
  },
  source: 'Brown 1949; Kojima 1964',
  agrees: [],
  options: ['reference', 'flow', 'period'],
  compute: (context) => {
    const { options } = context;
    const relations = context.relations(options.period, 'partner');
    const sum = (values: ReadonlyMap<number, number>) =>
      [...values.values()].reduce((total, x) => total + x, 0);
    const values = relations.regions.flatMap((_, r) => {
      const [own, world] = [relations.of(r), relations.reference(r)];
      const [all, whole] = [sum(own), sum(world)];
      return relations.lines.map((_line, m): Measured => {
        if (all === 0) return { value: null, reason: 'no-region-value' };
        if (whole === 0) return { value: null, reason: 'reference-base-zero' };
        const theirs = world.get(m) ?? 0;
        if (theirs === 0) return { value: null, reason: 'reference-zero' };
        return { value: (own.get(m) ?? 0) / all / (theirs / whole) };
      });
    });
    return tableOfCells(
      [
        { name: 'region', labels: relations.regions },
        { name: 'partner', labels: relations.lines },
      ],
      values,
    );
  },
};
