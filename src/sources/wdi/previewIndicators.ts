import type { ImportPreview } from '../../api/imports.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { Asked } from './indicatorCells.ts';
import { answerCells } from './indicatorJson.ts';
import { readIndicators } from './readIndicators.ts';

/** Which indicators an import would store of a file, or why it would store none. */
export async function previewIndicators(
  path: string,
  name: string,
  { indicator, valueColumn }: Asked,
): Promise<Pick<ImportPreview['data'], 'series' | 'problem'>> {
  try {
    const { cells, values, quarantined, empty } = await readIndicators(path, name, {
      indicator,
      valueColumn,
    });
    const ids = [...new Set(values.map((one) => one.indicator))];
    if (ids.length === 0)
      throw new TrajectaError('nothing-usable', {
        ru: `В файле нет ни одного значения (ячеек: ${cells.length}, пустых: ${empty}).`,
        en: `The file holds no value (${cells.length} cells, ${empty} empty).`,
      });
    const indicators = ids.map((id) => {
      const years = values.filter((one) => one.indicator === id).map((one) => one.year);
      const title = cells.find((cell) => cell.indicator === id)?.name ?? '';
      return {
        id,
        name: title,
        values: years.length,
        from: years.reduce((least, year) => Math.min(least, year)),
        to: years.reduce((most, year) => Math.max(most, year)),
      };
    });
    const accounts = {
      valuesIn: cells.length,
      valuesKept: cells.length - empty - quarantined.length,
      valuesEmpty: empty,
      valuesQuarantined: quarantined.length,
    };
    return { series: { indicators, accounts }, problem: null };
  } catch (error) {
    if (!(error instanceof TrajectaError)) throw error;
    return { series: null, problem: { code: error.code, message: { ...error.text } } };
  }
}

/** The rows of an answer of the World Bank's API, as a table to look at; null where it is none. */
export function indicatorRecords(
  path: string,
  json: unknown,
): readonly Readonly<Record<string, unknown>>[] | null {
  const cells = answerCells(path, json);
  return (
    cells?.map(({ country, indicator, name, year, value }) => ({
      'Country Code': country,
      'Indicator Code': indicator,
      'Indicator Name': name,
      Year: year,
      Value: value,
    })) ?? null
  );
}
