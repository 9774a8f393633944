import type { SeriesReport } from '../api/seriesReport.ts';
import type { Language } from '../domain/formatNumber.ts';

/** The report of an import of yearly series, for people. */
export function seriesReportText(report: SeriesReport, language: Language): string {
  const ru = language === 'ru';
  const lines = report.data.flatMap((one) => {
    const { valuesIn, valuesKept, valuesEmpty, valuesQuarantined } = one.accounts;
    return [
      `${one.file.name} → ${one.id}`,
      ...one.indicators.map(
        (has) =>
          `  ${has.id}  ${has.name === '' ? '' : `${has.name}  `}${has.from}–${has.to}: ${has.values} ${ru ? 'значений' : 'values'}`,
      ),
      ru
        ? `Ячеек ${valuesIn} = принято ${valuesKept} + пустых ${valuesEmpty} + отложено ${valuesQuarantined}.`
        : `Cells ${valuesIn} = kept ${valuesKept} + empty ${valuesEmpty} + quarantined ${valuesQuarantined}.`,
    ];
  });
  const findings = report.findings.map(
    (one) => `* ${one.message[language]} (${one.count ?? 0}) [${(one.examples ?? []).join('; ')}]`,
  );
  return `${[...lines, ...findings].join('\n')}\n`;
}
