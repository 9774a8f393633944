import { logLinearGrowth } from '../growth.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { termTable } from '../measureTables.ts';
import { regionSeries } from '../regionSeries.ts';

export const logLinearGrowthMeasure: MeasureDefinition = {
  id: 'log-linear-growth',
  family: 'change',
  name: { ru: 'Рост по логарифмической прямой', en: 'Log-linear growth' },
  meaning: {
    ru: 'рост в год по прямой через логарифмы всех лет, со стандартной ошибкой',
    en: 'growth per year by a line through the logarithms of all years, with its standard error',
  },
  variant: {
    ru: 'наименьшие квадраты, как у ЮНКТАД; пропуски лет допустимы, годы без вывоза не входят и сосчитаны',
    en: 'least squares, as UNCTAD; gaps are allowed, years of 0 are left out and counted',
  },
  formula: 'exp(b) − 1, ln X_t = a + b t',
  tex: String.raw`e^{b} - 1, \quad \ln X_t = a + b t + \varepsilon_t`,
  by: 'region × term',
  needs: ['region', 'period'],
  requires: [],
  unit: { ru: 'доля в год', en: 'share per year' },
  range: '−1 … ∞',
  edges: {
    ru: 'меньше двух лет выше 0 — too-few-years; ошибка — меньше трёх',
    en: 'too-few-years for fewer than two years above 0; for the error, fewer than three',
  },
  source: 'UNCTADstat',
  agrees: [{ software: 'UNCTADstat, least-squares growth', under: '', digits: null }],
  options: ['from', 'to', 'flow'],
  compute: (context) => {
    const { regions, series } = regionSeries(context);
    const terms = ['growth', 'slope', 'standard-error', 'residual-deviation', 'years', 'left-out'];
    return termTable(regions, terms, (r) => {
      const found = logLinearGrowth(series(r));
      return [
        found.growth,
        found.slope,
        found.standardError,
        found.residualDeviation,
        { value: found.years },
        { value: found.leftOut },
      ];
    });
  },
};
