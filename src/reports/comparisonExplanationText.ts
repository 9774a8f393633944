import type { ComparisonExplanation } from '../api/comparisonExplanation.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';

/** A figure of a comparison with its inputs, for people. */
export function comparisonExplanationText({ data }: ComparisonExplanation, language: Language): string {
  const ru = language === 'ru';
  const value =
    data.value === null ? `${ru ? 'не определено' : 'undefined'} (${data.reason ?? ''})` : String(data.value);
  return `${[
    `${data.id} = ${value}`,
    data.formula,
    ...data.inputs.map(
      (one) =>
        `  ${one.name} ${one.territory} ${one.year} = ${formatNumber(one.value, 2, language)}  ${one.indicator}  ${one.file}:${one.row}`,
    ),
    data.reproduced
      ? ru
        ? 'Повторный расчёт даёт те же строки.'
        : 'The comparison made again gives the same rows.'
      : ru
        ? 'Ряды с тех пор изменились: расчёт даёт другие строки.'
        : 'The series have changed since: the comparison gives other rows.',
  ].join('\n')}\n`;
}
