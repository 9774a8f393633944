import type { MeasureDefinition } from '../measureDefinition.ts';
import { pairTable } from '../measureTables.ts';
import { noUnit, rcaOptions } from '../measureTexts.ts';

export const logRcaMeasure: MeasureDefinition = {
  id: 'log-rca',
  family: 'specialisation',
  name: { ru: 'Логарифм преимущества', en: 'Logarithm of comparative advantage' },
  meaning: {
    ru: 'натуральный логарифм RCA: 0 — как в эталоне',
    en: 'natural logarithm of RCA: 0 is as in the reference',
  },
  variant: { ru: 'натуральный логарифм', en: 'natural logarithm' },
  formula: 'ln RCA',
  tex: String.raw`\ln RCA_{rp}`,
  by: 'region × product',
  needs: ['region', 'product'],
  requires: [],
  unit: noUnit,
  range: '−∞ … ∞',
  edges: {
    ru: 'как у RCA; без вывоза пары — zero-value',
    en: 'as for RCA; zero-value where the pair has no exports',
  },
  source: 'Vollrath 1991',
  agrees: [],
  options: rcaOptions,
  compute: (context) =>
    pairTable(
      context.matrix,
      context.rcaAgainst(),
      (at) => Math.log(context.rca()[at] as number),
      () => null,
    ),
};
