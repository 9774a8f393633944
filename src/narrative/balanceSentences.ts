import type { AssessmentRow } from '../api/assessment.ts';
import type { Language } from '../domain/formatNumber.ts';
import { moneyText } from '../domain/quantityText.ts';
import type { TwoLanguages } from '../domain/territory.ts';
import type { Sentence } from './sentence.ts';

/** High technology out and in by segment, as far as both are known. */
export interface BalanceLine {
  readonly segment: string;
  readonly name: TwoLanguages;
  readonly out: number;
  readonly in: number;
  readonly ids: { readonly out: string; readonly in: string };
}

/** Segments of exports beside those of imports; a segment hidden or undefined in one of them is left out. */
export function balanceLines(
  exports: readonly AssessmentRow[],
  imports: readonly AssessmentRow[],
): readonly BalanceLine[] {
  return exports.flatMap((row) => {
    const other = imports.find((one) => one.segment === row.segment);
    if (other === undefined || row.segmentValueUsd === null || other.segmentValueUsd === null) return [];
    return [
      {
        segment: row.segment,
        name: row.segmentName,
        out: row.segmentValueUsd,
        in: other.segmentValueUsd,
        ids: { out: `${row.id}/segmentValueUsd`, in: `${other.id}/segmentValueUsd` },
      },
    ];
  });
}

/** Exports less imports, of all goods and of high technology. */
export function balanceSentences(
  exports: readonly AssessmentRow[],
  imports: readonly AssessmentRow[],
  language: Language,
): readonly Sentence[] {
  const [out, into] = [exports[0], imports[0]];
  const ru = language === 'ru';
  const sentences: Sentence[] = [];
  if (out?.totalValueUsd != null && into?.totalValueUsd != null) {
    const net = out.totalValueUsd - into.totalValueUsd;
    const values = [
      { text: moneyText(out.totalValueUsd, language), figure: `${out.id}/totalValueUsd` },
      { text: moneyText(into.totalValueUsd, language), figure: `${into.id}/totalValueUsd` },
    ] as const;
    sentences.push(
      ru
        ? [
            'Вывезено на ',
            values[0],
            ', ввезено на ',
            values[1],
            `: ${net >= 0 ? 'больше' : 'меньше'} на `,
            { text: moneyText(Math.abs(net), 'ru') },
            '.',
          ]
        : [
            'Exports ',
            values[0],
            ', imports ',
            values[1],
            `: ${net >= 0 ? 'a surplus' : 'a deficit'} of `,
            { text: moneyText(Math.abs(net), 'en') },
            '.',
          ],
    );
  }
  const lines = balanceLines(exports, imports);
  if (lines.length > 0) {
    const net = lines.reduce((sum, line) => sum + line.out - line.in, 0);
    const text = moneyText(Math.abs(net), language);
    sentences.push(
      ru
        ? [
            `В высоких технологиях ${net >= 0 ? 'вывоз больше ввоза' : 'ввоз больше вывоза'} на `,
            { text },
            '.',
          ]
        : [
            `In high technology ${net >= 0 ? 'exports exceed imports' : 'imports exceed exports'} by `,
            { text },
            '.',
          ],
    );
  }
  return sentences;
}
