import type { Measured } from '../../measured.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { termTable } from '../measureTables.ts';

export const shareChangeMeasure: MeasureDefinition = {
  id: 'share-change',
  family: 'change',
  name: { ru: 'Изменение доли региона', en: 'Change of share of a region' },
  meaning: {
    ru: 'доля региона во всём вывозе до и после и разность',
    en: "the region's share in all exports before and after, and the difference",
  },
  variant: {
    ru: 'от вывоза всех регионов таблицы или региона-базы (reference)',
    en: 'of the exports of all regions of the table, or of the region that is the reference',
  },
  formula: 'X_r1 / X_1 − X_r0 / X_0',
  tex: String.raw`\frac{X_{r1}}{X_1} - \frac{X_{r0}}{X_0}`,
  by: 'region × term',
  needs: ['region', 'period'],
  requires: [],
  unit: { ru: 'доля', en: 'share' },
  range: '−1 … 1',
  edges: {
    ru: 'никто не вывозит — reference-base-zero; нужны два периода',
    en: 'reference-base-zero where nobody exports; two periods are wanted',
  },
  source: '–',
  agrees: [],
  options: ['from', 'to', 'reference', 'flow'],
  compute: (context) => {
    const [from, to] = context.span();
    const shares = [from, to].map((period) => {
      const relations = context.relations(
        period,
        context.columns.product === undefined ? 'partner' : 'product',
      );
      const sum = (values: ReadonlyMap<number, number>) =>
        [...values.values()].reduce((total, x) => total + x, 0);
      return {
        relations,
        share: (r: number) => ({ own: sum(relations.of(r)), all: sum(relations.reference(r)) }),
      };
    });
    const regions = shares[0]?.relations.regions ?? [];
    return termTable(regions, ['before', 'after', 'change'], (r) => {
      const [before, after] = shares.map((one): Measured => {
        const { own, all } = one.share(r);
        return all === 0 ? { value: null, reason: 'reference-base-zero' } : { value: own / all };
      }) as [Measured, Measured];
      const change: Measured =
        before.value === null ? before : after.value === null ? after : { value: after.value - before.value };
      return [before, after, change];
    });
  },
};
