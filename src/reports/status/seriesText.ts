import type { SeriesReport } from '../../api/seriesReport.ts';
import { formatNumber, type Language } from '../../domain/formatNumber.ts';

const t = {
  title: { ru: 'Ряды по странам', en: 'Series by country' },
  values: { ru: 'значений', en: 'values' },
  empty: { ru: 'пустых', en: 'empty' },
  quarantined: { ru: 'отложено', en: 'quarantined' },
};

/** The files of series by country that a workspace holds, for the terminal; '' where there are none. */
export function seriesText(files: SeriesReport['data'], language: Language): string {
  if (files.length === 0) return '';
  const count = (value: number) => formatNumber(value, 0, language);
  const lines = files.flatMap((file) => {
    const { valuesKept, valuesEmpty, valuesQuarantined } = file.accounts;
    const counts = [
      `${t.values[language]} ${count(valuesKept)}`,
      `${t.empty[language]} ${count(valuesEmpty)}`,
      `${t.quarantined[language]} ${count(valuesQuarantined)}`,
    ].join(', ');
    return [
      `${file.id}  ${file.source}  ${file.file.name}: ${counts}`,
      ...file.indicators.map((has) => `  ${has.id}  ${has.from}–${has.to}`),
    ];
  });
  return `${[t.title[language], ...lines].join('\n')}\n`;
}
