import type { Measured } from '../../measured.ts';
import type { MeasureDefinition } from '../measureDefinition.ts';
import { tableOfCells } from '../measuredTable.ts';
import { yearOf } from '../regionSeries.ts';
import { kaplanMeier, spellsOf } from '../survival.ts';
import { periodsOf } from '../tradeColumns.ts';

export const survivalMeasure: MeasureDefinition = {
  id: 'survival',
  family: 'change',
  name: { ru: 'Выживание связей', en: 'Survival of relations' },
  meaning: {
    ru: 'какая доля начатых связей длится дольше стольких лет',
    en: 'what share of the relations begun lasts longer than so many years',
  },
  variant: {
    ru: 'Каплан — Мейер по отрезкам лет подряд; начатые до первого года не входят (left-censored), идущие в последнем цензурированы справа',
    en: 'Kaplan–Meier over spells of consecutive years; those that ran in the first year are left out (left-censored), those running in the last are censored to the right',
  },
  formula: 'S(t) = Π_{i≤t} (1 − d_i / n_i)',
  tex: String.raw`S(t) = \prod_{i \le t} \left( 1 - \frac{d_i}{n_i} \right)`,
  by: 'region × step',
  needs: ['region', 'period'],
  requires: [],
  unit: { ru: 'доля отрезков', en: 'share of spells' },
  range: '0 … 1',
  edges: {
    ru: 'отрезков такой длины не наблюдали — no-data',
    en: 'no-data where no spell of that length was observed',
  },
  source: 'Kaplan, Meier 1958',
  agrees: [],
  options: ['over', 'joinGaps', 'leftCensored', 'flow'],
  compute: (context) => {
    const over = context.options.over ?? 'product';
    const periods = periodsOf(context.columns);
    const years = [...new Set(periods.map(yearOf))].sort((a, b) => a - b);
    const [first, last] = [years[0] ?? 0, years.at(-1) ?? 0];
    const byYear = periods.map((period) => ({
      year: yearOf(period),
      relations: context.relations(period, over),
    }));
    const regions = byYear[0]?.relations.regions ?? [];
    const { joinGaps, leftCensored } = context.options;
    const steps = Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => String(step + 1));
    const values = regions.flatMap((_, r) => {
      const active = new Map<number, number[]>();
      for (const { year, relations } of byYear)
        for (const line of relations.of(r).keys()) active.set(line, [...(active.get(line) ?? []), year]);
      const spells = spellsOf([...active.values()], first, last, {
        ...(joinGaps === undefined ? {} : { joinGaps }),
        ...(leftCensored === undefined ? {} : { withLeftCensored: leftCensored }),
      });
      const found = kaplanMeier(spells);
      return steps.map((_step, place): Measured => {
        const one = found[place];
        return one === undefined ? { value: null, reason: 'no-data' } : { value: one.survival };
      });
    });
    return tableOfCells(
      [
        { name: 'region', labels: regions },
        { name: 'step', labels: steps },
      ],
      values,
    );
  },
};
