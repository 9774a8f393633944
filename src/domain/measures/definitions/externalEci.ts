import { externalComplexity, standardisedSample } from '../externalComplexity.ts';
import { pciOf } from '../lookUps.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOf } from '../measuredTable.ts';
import { presenceOptions } from '../measureTexts.ts';

export const externalEciMeasure: MeasureDefinition = {
  id: 'external-eci',
  family: 'complexity',
  name: { ru: 'Сложность региона по внешнему PCI', en: 'Complexity of regions by an external PCI' },
  meaning: {
    ru: 'средний PCI мира по товарам, присутствующим у региона',
    en: "mean of the world's PCI over the products present in the region",
  },
  variant: {
    ru: 'среднее по присутствующим; со standardise — к выборочному отклонению 1',
    en: 'mean over what is present; with standardise to sample deviation 1',
  },
  formula: 'Σ_p M(r,p) PCI_p / Σ_p M(r,p)',
  tex: String.raw`ECI_r = \frac{\sum_p M_{rp} PCI_p}{\sum_p M_{rp}}`,
  by: 'region',
  needs: ['region', 'product'],
  requires: ['pci'],
  unit: { ru: 'как у PCI', en: 'as PCI' },
  range: 'within PCI',
  edges: {
    ru: 'ничего не присутствует — no-presence; ни у одного присутствующего товара нет PCI — no-match; товары без PCI не считаются',
    en: 'no-presence where nothing is present; no-match where no present product has a PCI; products without a PCI do not count',
  },
  source: 'Atlas of Economic Complexity; Datawheel (subnational)',
  agrees: [{ software: 'Datawheel complexity_subnational', under: '', digits: null }],
  options: ['pci', 'standardise', ...presenceOptions],
  compute: (context) => {
    const found = externalComplexity(context.presence(), pciOf(context));
    const values = context.options.standardise === true ? standardisedSample(found) : found;
    return tableOf('region', context.matrix.regions, values);
  },
};
