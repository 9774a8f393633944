import type { Measured } from '../../measured.ts';
import { additiveIndex, normalisedIndex, symmetricIndex, trajectoryIndex } from '../../trajectoryIndex.ts';
import { groupedMatrix } from '../groupedMatrix.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOfCells } from '../measuredTable.ts';
import { noUnit } from '../measureTexts.ts';

export const trajectoryIndexMeasure: MeasureDefinition = {
  id: 'trajectory-index',
  family: 'specialisation',
  name: { ru: 'Индекс траектории', en: 'Trajectory index' },
  meaning: {
    ru: 'во сколько раз доля группы товаров (сегмента) в базе региона больше, чем в эталоне',
    en: "how many times greater a group's (a segment's) share in the region's base is than in the reference's",
  },
  variant: {
    ru: 'семейство по форме (form): сам индекс, симметричный, нормированный, аддитивный, логарифм; сегменты — groups или начала кодов',
    en: 'a family by form: the index itself, symmetric, normalised, additive, logarithm; segments are groups or beginnings of codes',
  },
  formula: 'T(r,s) = (X_rs / B_r) / (W_s / B_W)',
  tex: String.raw`T_{rs} = \frac{X_{rs} / B_r}{W_s / B_W}`,
  by: 'region × group',
  needs: ['region', 'product'],
  requires: [],
  unit: noUnit,
  range: '0 … ∞ (index)',
  edges: {
    ru: 'без базы у региона — base-zero, у эталона — reference-base-zero; эталон не вывозит сегмент — reference-zero',
    en: 'base-zero without a base in the region, reference-base-zero in the reference; reference-zero where the reference exports nothing of the segment',
  },
  source: 'Balassa 1965; Dalum, Laursen, Villumsen 1998; Yu, Cai, Leung 2009; Hoen, Oosterhaven 2006',
  agrees: [],
  options: ['form', 'groups', 'groupDigits', 'base', 'baseValues', 'reference', 'flow', 'period'],
  compute: (context) => {
    const { matrix, base, reference } = groupedMatrix(context);
    const form = context.options.form ?? 'index';
    const own = (r: number) => base.region[r] as number;
    const regions = matrix.regions.flatMap((_, r) =>
      matrix.products.map((_group, s): Measured => {
        const segmentValue = base.segment[r * matrix.products.length + s] as number;
        const [referenceSegmentValue, referenceBaseValue] = reference(r, s);
        const index = trajectoryIndex({
          segmentValue,
          baseValue: own(r),
          referenceSegmentValue,
          referenceBaseValue,
        });
        if (index.value === null || form === 'index') return index;
        if (form === 'symmetric') return { value: symmetricIndex(index.value) as number };
        if (form === 'log')
          return index.value === 0 ? { value: null, reason: 'zero-value' } : { value: Math.log(index.value) };
        const of = form === 'normalised' ? normalisedIndex : additiveIndex;
        return { value: of(segmentValue, own(r), referenceSegmentValue, referenceBaseValue) as number };
      }),
    );
    return tableOfCells(
      [
        { name: 'region', labels: matrix.regions },
        { name: 'group', labels: matrix.products },
      ],
      regions,
    );
  },
};
