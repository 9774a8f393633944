import type { MeasureDefinition } from '../measureDefinition.ts';
import { regionPairTable } from '../measureTables.ts';
import { nothingTraded, noUnit } from '../measureTexts.ts';
import { fingerKreinin } from '../shareDifferences.ts';

export const fingerKreininMeasure: MeasureDefinition = {
  id: 'finger-kreinin',
  family: 'concentration',
  name: { ru: 'Сходство структур (Фингер — Крейнин)', en: 'Similarity of structures (Finger–Kreinin)' },
  meaning: {
    ru: 'общая часть структур вывоза двух регионов',
    en: 'what the export structures of two regions share',
  },
  variant: { ru: 'равно 1 − Кругман / 2', en: 'equals 1 − Krugman / 2' },
  formula: 'Σ_p min(s_rp, s_sp)',
  tex: String.raw`\sum_k \min(s_{rk}, s_{tk})`,
  by: 'region × region',
  needs: ['region'],
  requires: [],
  unit: noUnit,
  range: '0 … 1',
  edges: nothingTraded,
  source: 'Finger, Kreinin 1979',
  agrees: [],
  options: ['over', 'flow', 'period'],
  compute: (context) => regionPairTable(context.lineMatrix(), fingerKreinin),
};
