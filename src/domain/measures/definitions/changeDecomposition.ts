import { changeDecomposition } from '../changeDecomposition.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { termTable } from '../measureTables.ts';
import { twoPeriods } from '../measureTexts.ts';

export const changeDecompositionMeasure: MeasureDefinition = {
  id: 'change-decomposition',
  family: 'change',
  name: { ru: 'Разложение прироста вывоза', en: 'Decomposition of the change of exports' },
  meaning: {
    ru: 'сколько прироста дали прежние связи, новые и прекращённые',
    en: 'how much of the change came from continuing relations, new ones, and those given up',
  },
  variant: {
    ru: 'связь — товар, рынок или товар и рынок (over); сумма трёх частей — прирост',
    en: 'a relation is a product, a market, or both (over); the three parts sum to the change',
  },
  formula: 'ΔX = Σ_both Δx + Σ_new x₁ − Σ_gone x₀',
  tex: String.raw`\Delta X = \sum_{k \in both} \Delta x_k + \sum_{k \in new} x_{k1} - \sum_{k \in gone} x_{k0}`,
  by: 'region × term',
  needs: ['region', 'period'],
  requires: [],
  unit: {
    ru: 'как у value; continuing, entered, exited — связи',
    en: 'as value; continuing, entered, exited: relations',
  },
  range: '−∞ … ∞',
  edges: twoPeriods,
  source: '–',
  agrees: [],
  options: ['from', 'to', 'over', 'flow'],
  compute: (context) => {
    const [from, to] = context.span();
    const [before, after] = [context.relations(from), context.relations(to)];
    const terms = ['change', 'intensive', 'entry', 'exit', 'continuing', 'entered', 'exited'] as const;
    return termTable(before.regions, terms, (r) => {
      const parts = changeDecomposition(before.of(r), after.of(r));
      return terms.map((term) => ({ value: parts[term] }));
    });
  },
};
