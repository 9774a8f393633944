import { TrajectaError } from '../trajectaError.ts';
import type { IndicatorSystem } from './indicatorSystem.ts';
import { type IndicatorInputs, wholesOf } from './scoreIndicator.ts';
import { seriesUnit } from './seriesUnit.ts';

/** A change supposed of one series: by a share of it, by an amount, or to an amount (in units of its currency). */
export interface SupposedChange {
  readonly series: string;
  readonly kind: 'share' | 'by' | 'to';
  readonly value: number;
}

/**
 * Reads "exports=+10%", "exports=-2 млн", "exports=500 млн". Throws `bad-option` naming what is accepted.
 * @example parseSupposedChange('high_tech_exports=+10%') // { series: 'high_tech_exports', kind: 'share', value: 0.1 }
 */
export function parseSupposedChange(text: string): SupposedChange {
  const match =
    /^\s*([a-z][a-z0-9_]*)\s*=\s*([+−-]?)\s*(\d[\d\s\u00A0\u202F]*(?:[.,]\d+)?)\s*(%|[^\d\s%][^\d%]*)?\s*$/i.exec(
      text,
    );
  if (match === null) {
    throw new TrajectaError('bad-option', {
      ru: `--what-if «${text}» не понято. Принимается ряд=+10%, ряд=-2 млн (изменить на), ряд=500 млн (сделать равным).`,
      en: `--what-if "${text}" is not understood. Accepted: series=+10%, series=-2 million (change by), series=500 million (set to).`,
    });
  }
  const [, series = '', sign = '', digits = '', unit = ''] = match;
  const number =
    Number(digits.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.')) *
    (sign === '' || sign === '+' ? 1 : -1);
  if (unit === '%') return { series, kind: 'share', value: number / 100 };
  return { series, kind: sign === '' ? 'to' : 'by', value: number * (seriesUnit(unit)?.scale ?? 1) };
}

/**
 * Inputs with one year's series changed as supposed; what a series gains, every whole that it is part of gains too.
 * Throws `bad-option` for a series that the system does not know or that has no value in the year.
 * @example supposedInputs({ id: '', name: { ru: '', en: '' }, source: '', blocks: [], indicators: [], series: [{ id: 'a', name: { ru: '', en: '' }, kind: 'money', of: 'region', unit: '' }] }, { amount: () => ({ amount: 10, currency: 'USD' }), rate: () => null }, 2019, [{ series: 'a', kind: 'share', value: 0.1 }]).amount('a', 2019).amount // 11
 */
export function supposedInputs(
  system: IndicatorSystem,
  inputs: IndicatorInputs,
  year: number,
  changes: readonly SupposedChange[],
): IndicatorInputs {
  const gains = new Map<string, number>();
  for (const { series, kind, value } of changes) {
    if (!system.series.some((one) => one.id === series)) {
      const known = system.series.map((one) => one.id).join(', ');
      throw new TrajectaError('bad-option', {
        ru: `--what-if: ряда «${series}» нет. Есть: ${known}.`,
        en: `--what-if: there is no series "${series}". There are: ${known}.`,
      });
    }
    const now = inputs.amount(series, year);
    if (now === null) {
      throw new TrajectaError('bad-option', {
        ru: `--what-if: у ряда «${series}» нет значения за ${year} год, менять нечего.`,
        en: `--what-if: the series "${series}" has no value in ${year}; there is nothing to change.`,
      });
    }
    const current = now.amount + (gains.get(series) ?? 0);
    const gain = kind === 'share' ? current * value : kind === 'by' ? value : value - current;
    for (const whole of wholesOf(system, series)) gains.set(whole, (gains.get(whole) ?? 0) + gain);
  }
  return {
    rate: inputs.rate,
    amount: (series, at) => {
      const amount = inputs.amount(series, at);
      return amount === null || at !== year
        ? amount
        : { ...amount, amount: amount.amount + (gains.get(series) ?? 0) };
    },
  };
}
