import writeExcel from 'write-excel-file/node';
import type { Language } from '../domain/formatNumber.ts';
import type { IndicatorSystem } from '../domain/scorecard/indicatorSystem.ts';

const t = {
  headings: {
    ru: ['регион', 'год', 'ряд', 'значение', 'единица', 'что это'],
    en: ['region', 'year', 'series', 'value', 'unit', 'what it is'],
  },
  whole: { ru: { country: 'страна', world: 'мир' }, en: { country: 'country', world: 'world' } },
} as const;

/** A table of the user's series to be filled in: a row for each series, region and year, the value left empty. */
export async function seriesTemplate(
  system: IndicatorSystem,
  question: { readonly regions: readonly string[]; readonly years: readonly number[] },
  format: 'csv' | 'xlsx',
  language: Language,
): Promise<string | Uint8Array> {
  const rows = system.series
    .filter((one) => one.computed === undefined)
    .flatMap((one) => {
      const regions = one.of === 'region' ? question.regions : [t.whole[language][one.of]];
      return regions.flatMap((region) =>
        (question.years.length === 0 ? [''] : question.years.map(String)).map((year) => [
          region,
          year,
          one.id,
          '',
          one.unit,
          one.name[language],
        ]),
      );
    });
  const all = [[...t.headings[language]], ...rows];
  if (format === 'csv') {
    const separator = language === 'ru' ? ';' : ',';
    const cell = (text: string) => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
    return `\uFEFF${all.map((row) => row.map(cell).join(separator)).join('\r\n')}\r\n`;
  }
  const sheet = {
    data: all.map((row, place) =>
      row.map((value, column) =>
        place > 0 && column === 1 && value !== ''
          ? { value: Number(value), type: Number }
          : { value, type: String, ...(place === 0 ? { fontWeight: 'bold' as const } : {}) },
      ),
    ),
    columns: [24, 8, 34, 16, 14, 70].map((width) => ({ width })),
    sheet: language === 'ru' ? 'ряды' : 'series',
    stickyRowsCount: 1,
  };
  return new Uint8Array(await writeExcel([sheet] as never).toBuffer());
}
