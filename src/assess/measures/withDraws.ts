import type { MeasureAnswer } from '../../api/measureAnswer.ts';
import { type Bootstrap, bootstrapMeasure } from '../../domain/measures/bootstrapMeasure.ts';
import type { MeasureDefinition } from '../../domain/measures/measureDefinition.ts';
import type { MeasureOptions } from '../../domain/measures/measureOptions.ts';
import { isRegionMeasure } from '../../domain/measures/regionValues.ts';
import { periodsOf, type TradeColumns } from '../../domain/measures/tradeColumns.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';

/** The answer of a measure by region with rank, and with the intervals of value, rank and verdict that draws give. */
export function withDraws(
  answer: MeasureAnswer,
  definition: MeasureDefinition,
  columns: TradeColumns,
  options: MeasureOptions,
  bootstrap: Bootstrap,
): MeasureAnswer {
  const { over = 'product', draws = 1000, seed = 1 } = bootstrap;
  if (!isRegionMeasure(definition)) {
    throw new TrajectaError('bad-option', {
      ru: `--draws: выборки делаются для мер по регионам, а ${definition.id} — ${definition.by}.`,
      en: `--draws: draws are for measures by region; ${definition.id} is by ${definition.by}.`,
    });
  }
  if (columns[over] === undefined) {
    throw new TrajectaError('missing-column', {
      ru: `Выборки делаются по столбцу ${over}, которого нет. Назовите его: --columns …,${over}=….`,
      en: `Draws are over the column ${over}, which is not there. Name it: --columns …,${over}=….`,
    });
  }
  const periods =
    definition.needs.includes('period') || options.period !== undefined ? [] : periodsOf(columns);
  if (periods.length > 1) {
    throw new TrajectaError('bad-option', {
      ru: `В таблице периоды ${periods.join(', ')}: для выборок выберите один, --period ${periods.at(-1)}.`,
      en: `The table has the periods ${periods.join(', ')}: choose one for draws, --period ${periods.at(-1)}.`,
    });
  }
  const found = new Map(
    bootstrapMeasure(definition, columns, options, bootstrap).map((row) => [row.region, row]),
  );
  const data = answer.data.map((row) => {
    const one = found.get(row.region ?? '');
    if (one === undefined) return row;
    const { region: _region, value: _value, reason: _reason, verdictYesShare, ...drawn } = one;
    return { ...row, ...drawn, ...(verdictYesShare === null ? {} : { verdictYesShare }) };
  });
  const lines = columns[over]?.labels.length ?? 0;
  const what = over === 'product' ? { ru: 'товаров', en: 'products' } : { ru: 'партнёров', en: 'partners' };
  return {
    data,
    findings: [
      {
        code: 'bootstrap',
        severity: 'info',
        message: {
          ru: `Выборок ${draws}, в каждой ${lines} ${what.ru} с возвращением, зерно ${seed}: концы интервалов оставляют снаружи по 2,5 % выборок. Они показывают, насколько итог держится на немногих строках, а не ошибку учёта.`,
          en: `${draws} draws, in each ${lines} ${what.en} with replacement, seed ${seed}: the ends of intervals leave 2.5 % of the draws outside on either side. They show how much a result rests on a few lines, not an error of recording.`,
        },
        examples: [],
      },
      ...answer.findings,
    ],
    manifest: { ...answer.manifest, bootstrap: { over, draws, seed, atLeast: bootstrap.atLeast ?? null } },
  };
}
