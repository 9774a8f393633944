import type { MeasureDefinition } from '../measureDefinition.ts';
import { spaceTable } from '../measureTables.ts';
import { complexityEdges, noUnit, spaceOptions } from '../measureTexts.ts';

export const outlookGainMeasure: MeasureDefinition = {
  id: 'outlook-gain',
  family: 'complexity',
  name: { ru: 'Выигрыш перспектив', en: 'Complexity outlook gain' },
  meaning: {
    ru: 'на сколько вырос бы индекс перспектив, появись у региона товар',
    en: 'what the outlook index would gain if the region had the product',
  },
  variant: {
    ru: 'книга Атласа, со вторым членом; gain without-second-term — как в Stata, py-ecomplexity и R',
    en: 'the Atlas book, with its second term; gain without-second-term as in Stata, py-ecomplexity and R',
  },
  formula: 'Σ_{q≠p} φ(p,q) / Σφ(q) (1 − M(r,q)) PCI_q − w(r,p) PCI_p; 0 where present',
  tex: String.raw`COG_{rp} = (1 - M_{rp}) \left[ \sum_{q} \frac{\varphi_{pq}}{\sum_s \varphi_{sq}} (1 - M_{rq}) PCI_q - \omega_{rp} PCI_p \right]`,
  by: 'region × product',
  needs: ['region', 'product'],
  requires: [],
  unit: noUnit,
  range: '−∞ … ∞',
  edges: complexityEdges,
  source: 'Atlas of Economic Complexity',
  agrees: [
    { software: 'the Atlas book', under: '', digits: null },
    {
      software: 'Datawheel opportunity_gain (absent products)',
      under: '--convention datawheel',
      digits: null,
    },
    { software: 'R economiccomplexity', under: '--convention economiccomplexity-r', digits: null },
    { software: 'py-ecomplexity', under: '--convention py-ecomplexity', digits: null },
    { software: 'Stata ecomplexity', under: '--convention stata', digits: null },
  ],
  options: ['gain', ...spaceOptions],
  compute: (context) => {
    const { gain, outlookWeights } = context.convention;
    const { pci, uncentredPci } = context.complexity();
    const weights = outlookWeights === 'uncentred' ? uncentredPci : pci;
    const { density, outlookGain, proximitySum } = context.productSpace();
    const p = context.matrix.products.length;
    const { rowStart, column } = context.presence();
    const present = new Set<number>();
    if (gain === 'without-second-term')
      for (let r = 0; r < context.matrix.regions.length; r += 1)
        for (let at = rowStart[r] as number; at < (rowStart[r + 1] as number); at += 1)
          present.add(r * p + (column[at] as number));
    const value = (cell: number) => {
      const whole = outlookGain?.[cell] ?? 0;
      if (gain === 'with-second-term' || present.has(cell)) return whole;
      // Without the second term the product itself counts among the absent ones, as those programs have it.
      const w = weights[cell % p] as number;
      const own = context.convention.diagonal / (proximitySum[cell % p] as number);
      return whole + (density[cell] as number) * w + own * w;
    };
    return spaceTable(context, value, true);
  },
};
