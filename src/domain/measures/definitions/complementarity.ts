import type { MeasureDefinition } from '../measureDefinition.ts';
import { regionPairTable } from '../measureTables.ts';
import { noUnit } from '../measureTexts.ts';
import { fingerKreinin } from '../shareDifferences.ts';

export const complementarityMeasure: MeasureDefinition = {
  id: 'complementarity',
  family: 'markets',
  name: { ru: 'Взаимодополняемость торговли', en: 'Trade complementarity' },
  meaning: {
    ru: 'насколько структура вывоза одного региона совпадает со структурой ввоза другого',
    en: "how far one region's export structure matches another's import structure",
  },
  variant: {
    ru: 'Михаэли, от 0 до 1 (у ВБ — в процентах)',
    en: 'Michaely, 0 to 1 (the World Bank: in percent)',
  },
  formula: '1 − Σ_p |m_sp − x_rp| / 2',
  tex: String.raw`1 - \frac{1}{2} \sum_p \left\lvert \frac{m_{sp}}{M_s} - \frac{x_{rp}}{X_r} \right\rvert`,
  by: 'region × region',
  needs: ['region', 'product', 'flow'],
  requires: [],
  unit: noUnit,
  range: '0 … 1',
  edges: {
    ru: 'регион ничего не вывозит — base-zero; другой ничего не ввозит — reference-base-zero',
    en: 'base-zero where the region exports nothing; reference-base-zero where the other imports nothing',
  },
  source: 'Michaely 1996',
  agrees: [{ software: 'WITS, trade complementarity index: / 100', under: '', digits: null }],
  options: ['period'],
  compute: (context) =>
    regionPairTable(context.matrixOf('export'), fingerKreinin, context.matrixOf('import')),
};
