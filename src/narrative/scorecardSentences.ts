import type { ScorecardRow } from '../api/scorecard.ts';
import { formatNumber, formatSignificant, type Language } from '../domain/formatNumber.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import { russianForm, type Sentence } from './sentence.ts';

type Status = ScorecardRow['status'];

/** Words and marks of a status: never colour alone. */
export const statusWords: Readonly<Record<Status, { readonly mark: string } & TwoLanguages>> = {
  met: { mark: '●', ru: 'Выполнен', en: 'Met' },
  near: { mark: '◐', ru: 'Близко', en: 'Near' },
  'not-met': { mark: '○', ru: 'Не выполнен', en: 'Not met' },
  'above-range': { mark: '◑', ru: 'Выше границ', en: 'Above the range' },
  'no-data': { mark: '┄', ru: 'Нет данных', en: 'No data' },
};

/** A value of an indicator with its unit. */
export function indicatorText(value: number, unit: string, language: Language): string {
  const size = Math.abs(value);
  const number =
    size !== 0 && size < 1 ? formatSignificant(value, language) : formatNumber(value, 1, language);
  if (unit === '%') return language === 'ru' ? `${number}\u202f%` : `${number}%`;
  return `${number}\u00a0${unit}`;
}

/** A difference of indicators: percentage points where the unit is percent. */
export function gapText(gap: number, unit: string, language: Language): string {
  if (unit !== '%') return indicatorText(gap, unit, language);
  const size = Math.abs(gap);
  const number = size !== 0 && size < 1 ? formatSignificant(gap, language) : formatNumber(gap, 1, language);
  return language === 'ru' ? `${number}\u00a0п.\u00a0п.` : `${number}\u00a0pp`;
}

const currencies: Readonly<Record<string, TwoLanguages>> = {
  USD: { ru: 'долл.', en: 'USD' },
  RUB: { ru: 'руб.', en: 'RUB' },
  EUR: { ru: 'евро', en: 'EUR' },
};

/** An amount of a currency, three digits of it. @example amountText(2.5e9, 'RUB', 'en') // '2.50\u00a0bn\u00a0RUB' */
export function amountText(amount: number, currency: string | null, language: Language): string {
  const size = Math.abs(amount);
  const [at, unit] =
    size >= 1e9
      ? [1e9, { ru: 'млрд', en: 'bn' }]
      : size >= 1e6
        ? [1e6, { ru: 'млн', en: 'm' }]
        : size >= 1e3
          ? [1e3, { ru: 'тыс.', en: 'k' }]
          : ([1, { ru: '', en: '' }] as const);
  const scaled = size / at;
  const number = formatNumber(scaled, at === 1 ? 0 : scaled >= 99.95 ? 0 : scaled >= 9.995 ? 1 : 2, language);
  const name = currency === null ? '' : (currencies[currency]?.[language] ?? currency);
  return `${amount < 0 ? '−' : ''}${[number, unit[language], name].filter((part) => part !== '').join('\u00a0')}`;
}

/** The bound in words: at least 50 %, 10 to 15 %. */
export function boundText(
  row: Pick<ScorecardRow, 'boundLower' | 'boundUpper' | 'unit'>,
  language: Language,
): string {
  const { boundLower: lower, boundUpper: upper, unit } = row;
  const text = (value: number) => {
    const number = formatNumber(value, Number.isInteger(value) ? 0 : 1, language);
    return unit === '%' ? (language === 'ru' ? `${number}\u202f%` : `${number}%`) : `${number}\u00a0${unit}`;
  };
  if (lower !== null && upper !== null)
    return language === 'ru'
      ? `от ${formatNumber(lower, 0, 'ru')} до ${text(upper)}`
      : `${formatNumber(lower, 0, 'en')} to ${text(upper)}`;
  if (lower !== null) return language === 'ru' ? `не меньше ${text(lower)}` : `at least ${text(lower)}`;
  return language === 'ru' ? `не больше ${text(upper ?? 0)}` : `at most ${text(upper ?? 0)}`;
}

/** So many indicators of a status. */
const counted: Readonly<Record<Status, (count: number) => TwoLanguages>> = {
  met: (n) => ({ ru: `выполнено ${n}`, en: `${n} ${n === 1 ? 'is' : 'are'} met` }),
  near: (n) => ({ ru: `близко к границе ${n}`, en: `${n} ${n === 1 ? 'is' : 'are'} near the bound` }),
  'not-met': (n) => ({ ru: `не выполнено ${n}`, en: `${n} ${n === 1 ? 'is' : 'are'} not met` }),
  'above-range': (n) => ({ ru: `выше границ ${n}`, en: `${n} ${n === 1 ? 'is' : 'are'} above the range` }),
  'no-data': (n) => ({ ru: `нет данных для ${n}`, en: `${n} ${n === 1 ? 'has' : 'have'} no data` }),
};

/** How many are met, which gap is largest, and what is missing. */
export function scorecardSentences(rows: readonly ScorecardRow[], language: Language): readonly Sentence[] {
  const count = (status: Status) => rows.filter((row) => row.status === status).length;
  const ru = language === 'ru';
  const parts = (Object.keys(counted) as Status[])
    .filter((status) => count(status) > 0)
    .map((status) => counted[status](count(status))[language]);
  const head: Sentence = [
    ru
      ? `Из ${rows.length} ${russianForm(rows.length, ['показателя', 'показателей', 'показателей'])} ${parts.join(', ')}.`
      : `Of ${rows.length} indicators ${parts.join(', ')}.`,
  ];
  const missed = rows.filter((row) => row.gap !== null && row.gap > 0);
  // Gaps of different indicators compare as parts of their bounds.
  const part = (row: ScorecardRow) => (row.gap ?? 0) / Math.abs(row.boundLower ?? row.boundUpper ?? 1);
  const largest = missed.reduce<ScorecardRow | null>(
    (found, row) => (found === null || part(row) > part(found) ? row : found),
    null,
  );
  const gap: Sentence[] =
    largest === null
      ? []
      : [
          [
            ru
              ? `Дальше всего от границы — «${largest.indicatorName.ru}»: не хватает `
              : `Furthest from its bound is "${largest.indicatorName.en}": it lacks `,
            {
              text: gapText(largest.gap ?? 0, largest.unit, language),
              figure: `${largest.id}/gap`,
            },
            ...(largest.gapMoney === null
              ? []
              : [
                  ru ? ', или ' : ', or ',
                  {
                    text: amountText(largest.gapMoney, largest.currency, language),
                    figure: `${largest.id}/gapMoney`,
                  },
                ]),
            '.',
          ],
        ];
  const without = count('no-data');
  const missing: Sentence[] =
    without === 0
      ? []
      : [
          [
            ru
              ? `Для ${without} ${russianForm(without, ['показателя', 'показателей', 'показателей'])} нужны ряды, которых в таможенных данных нет: их можно дать таблицей.`
              : `${without} ${without === 1 ? 'indicator needs' : 'indicators need'} series that customs data does not hold: they can be given as a table.`,
          ],
        ];
  return [head, ...gap, ...missing];
}
