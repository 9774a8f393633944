import { equivalentNumber } from '../herfindahl.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { lineTable } from '../measureTables.ts';
import { nothingTraded } from '../measureTexts.ts';

export const equivalentNumberMeasure: MeasureDefinition = {
  id: 'equivalent-number',
  family: 'concentration',
  name: { ru: 'Эквивалентное число', en: 'Equivalent number' },
  meaning: {
    ru: 'сколько равных товаров дали бы ту же сосредоточенность',
    en: 'how many equal products would be as concentrated',
  },
  variant: { ru: 'обратное индексу Херфиндаля', en: 'inverse of the Herfindahl index' },
  formula: '1 / H',
  tex: '1 / H_r',
  by: 'region',
  needs: ['region'],
  requires: [],
  unit: { ru: 'строки', en: 'lines' },
  range: '1 … n',
  edges: nothingTraded,
  source: 'Adelman 1969',
  agrees: [{ software: 'ITC Trade Performance Index (P4, P5)', under: '', digits: null }],
  options: ['over', 'flow', 'period'],
  compute: (context) => lineTable(context, equivalentNumber),
};
