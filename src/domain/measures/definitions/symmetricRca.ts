import { symmetricIndex } from '../../trajectoryIndex.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { pairTable } from '../measureTables.ts';
import { emptyMargins, noUnit, rcaOptions } from '../measureTexts.ts';

export const symmetricRcaMeasure: MeasureDefinition = {
  id: 'symmetric-rca',
  family: 'specialisation',
  name: { ru: 'Симметричное преимущество', en: 'Symmetric comparative advantage' },
  meaning: { ru: 'RCA, приведённый к отрезку от −1 до 1', en: 'RCA brought to −1 … 1' },
  variant: { ru: 'Далум, Лаурсен, Виллумсен', en: 'Dalum, Laursen, Villumsen' },
  formula: '(RCA − 1) / (RCA + 1)',
  tex: String.raw`RSCA_{rp} = \frac{RCA_{rp} - 1}{RCA_{rp} + 1}`,
  by: 'region × product',
  needs: ['region', 'product'],
  requires: [],
  unit: noUnit,
  range: '−1 … 1',
  edges: emptyMargins,
  source: 'Dalum, Laursen, Villumsen 1998',
  agrees: [],
  options: rcaOptions,
  compute: (context) =>
    pairTable(
      context.matrix,
      context.rcaAgainst(),
      (at) => symmetricIndex(context.rca()[at] as number),
      () => -1,
    ),
};
