import { TrajectaError } from '../../domain/trajectaError.ts';
import { namedColumns, numberOf } from './namedColumns.ts';

/** One figure of a user's industry statistics. */
export interface IndustryFigure {
  readonly region: string;
  readonly year: number;
  readonly industry: string;
  readonly value: number;
  readonly row: number;
}

/** A table of industry statistics: region, year, industry code (ISIC Rev.4 / NACE 2 / OKVED 2), value. Throws `bad-value` with row and text. */
export async function readIndustryTable(
  path: string,
): Promise<{ readonly sha256: string; readonly figures: readonly IndustryFigure[] }> {
  const { sha256, rows } = await namedColumns(path, {
    region: ['region', 'регион', 'субъект', 'territory', 'территория'],
    year: ['year', 'год', 'period', 'период'],
    industry: ['industry', 'okved', 'оквэд', 'оквэд2', 'nace', 'isic', 'code', 'код', 'отрасль'],
    value: ['value', 'значение', 'стоимость', 'сумма', 'объем', 'объём'],
  });
  const figures = rows
    .filter((row) => row.value !== '')
    .map((row): IndustryFigure => {
      const value = numberOf(row.value);
      const code = /^[A-ZА-Я]?\s*(\d{2}(?:\.?\d{1,2})?)(?:\.\d+)*$/i.exec(row.industry)?.[1];
      const bad =
        value === null || value < 0
          ? row.value
          : code === undefined
            ? row.industry
            : /^\d{4}$/.test(row.year)
              ? null
              : row.year;
      if (bad !== null || value === null || code === undefined) {
        throw new TrajectaError('bad-value', {
          ru: `${path}, строка ${row.row}: «${bad}» не принято. Нужны год (2019), код отрасли (26, 30.3, C21) и число не меньше нуля.`,
          en: `${path}, row ${row.row}: "${bad}" is not accepted. Wanted are a year (2019), a code of an industry (26, 30.3, C21) and a number not below zero.`,
        });
      }
      return { region: row.region, year: Number(row.year), industry: code, value, row: row.row };
    });
  return { sha256, figures };
}
