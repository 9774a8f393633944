import { useEffect, useState } from 'react';
import type { KnownSystem } from '../../../api/indicatorSystems.ts';
import type { Scorecard, ScorecardRow } from '../../../api/scorecard.ts';
import { indicatorChart } from '../../../charts/indicatorChart.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { changeText } from '../../../domain/quantityText.ts';
import { amountText, boundText, indicatorText } from '../../../narrative/scorecardSentences.ts';
import { type Asked, type Options, useAnswer } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { Await } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { choose, usePlace } from '../../place.ts';
import { seriesName } from './seriesText.ts';

/** The indicator chosen over the years, with its bound, its trend and the path to a target of one's own. */
export function IndicatorDetail({
  rows,
  system,
  options,
  by,
  year,
}: {
  readonly rows: readonly ScorecardRow[];
  readonly system: KnownSystem;
  readonly options: Options;
  readonly by: number;
  readonly year: number;
}) {
  const { t } = useLanguage();
  const { query } = usePlace();
  const known = rows.filter((row) => row.value !== null);
  const chosen = chosenIndicator(rows, query.indicator);
  const target = Number(query.target);
  const hasTarget = query.target !== undefined && Number.isFinite(target);
  const asked: Asked = {
    question: 'scorecard',
    options: {
      ...options,
      indicator: chosen?.indicator,
      by,
      ...(hasTarget ? { target } : {}),
    },
  };
  const answered = useAnswer<Scorecard>(chosen === undefined ? null : asked);
  if (chosen === undefined) return null;
  return (
    <Section title={t({ ru: 'По годам и путь к цели', en: 'Years and the path to a target' })} say={[]}>
      <div className="tools">
        <label className="inline">
          {t({ ru: 'Показатель', en: 'Indicator' })}{' '}
          <select
            value={chosen.indicator}
            onChange={(event) =>
              choose({ indicator: event.target.value, target: null, ask: null }, 'replace')
            }
          >
            {known.map((row) => (
              <option key={row.indicator} value={row.indicator}>
                {t(row.indicatorName)}
              </option>
            ))}
          </select>
        </label>
        <TargetField unit={chosen.unit} value={hasTarget ? String(target) : ''} />
        <label className="inline">
          {t({ ru: 'к году', en: 'by' })}{' '}
          <select
            aria-label={t({ ru: 'Год цели', en: 'Year of the target' })}
            value={by}
            onChange={(event) => choose({ by: event.target.value, ask: null }, 'replace')}
          >
            {Array.from({ length: 15 }, (_, place) => year + 1 + place).map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Await answered={answered} height={280}>
        {(answer) => <YearsFigure row={answer.data[0] as ScorecardRow} system={system} asked={asked} />}
      </Await>
    </Section>
  );
}

/** The indicator that the address names, else the first that is missed, else the first that has a value. */
export function chosenIndicator(
  rows: readonly ScorecardRow[],
  asked: string | undefined,
): ScorecardRow | undefined {
  const known = rows.filter((row) => row.value !== null);
  return (
    known.find((row) => row.indicator === asked) ?? known.find((row) => row.status !== 'met') ?? known[0]
  );
}

/** A number typed; asked for when the field is left or Enter pressed. */
function TargetField({ unit, value }: { readonly unit: string; readonly value: string }) {
  const { t } = useLanguage();
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const put = () => {
    const number = Number(text.replace(',', '.'));
    choose({ target: text.trim() === '' || !Number.isFinite(number) ? null : String(number) }, 'replace');
  };
  return (
    <label className="inline">
      {t({ ru: 'Своя цель', en: 'Own target' })}, {unit}{' '}
      <input
        className="number"
        inputMode="decimal"
        value={text}
        placeholder={t({ ru: 'граница', en: 'bound' })}
        onChange={(event) => setText(event.target.value)}
        onBlur={put}
        onKeyDown={(event) => {
          if (event.key === 'Enter') put();
        }}
      />
    </label>
  );
}

function YearsFigure({
  row,
  system,
  asked,
}: {
  readonly row: ScorecardRow;
  readonly system: KnownSystem;
  readonly asked: Asked;
}) {
  const { t, language } = useLanguage();
  const path = row.path?.steps ?? [];
  const growth = row.path?.seriesGrowth ?? null;
  const [first, last] = [row.history[0], row.history.at(-1)];
  return (
    <Figure
      id="indicator"
      title={
        row.path === null
          ? t({
              ru: `${row.indicatorName.ru}: цель достигнута`,
              en: `${row.indicatorName.en}: the target is met`,
            })
          : growth === null
            ? t({
                ru: `${row.indicatorName.ru}: до ${indicatorText(row.path.target, row.unit, 'ru')} к ${row.path.by} году`,
                en: `${row.indicatorName.en}: to ${indicatorText(row.path.target, row.unit, 'en')} by ${row.path.by}`,
              })
            : t({
                ru: `До ${indicatorText(row.path.target, row.unit, 'ru')} к ${row.path.by} году — ${changeText(1 + growth, 'ru')} в год`,
                en: `To ${indicatorText(row.path.target, row.unit, 'en')} by ${row.path.by}: ${changeText(1 + growth, 'en')} a year`,
              })
      }
      subtitle={t({
        ru: `${row.indicatorName.ru}, ${row.unit}, ${first?.year}–${last?.year}; черта — граница, пунктир — тренд${path.length > 0 ? `, штрих — путь; меняется «${seriesName(system, row.moves, 'ru')}»` : ''}`,
        en: `${row.indicatorName.en}, ${row.unit}, ${first?.year}–${last?.year}; the line is the bound, dots the trend${path.length > 0 ? `, dashes the path; ${seriesName(system, row.moves, 'en')} changes` : ''}`,
      })}
      draw={(width) =>
        indicatorChart(
          {
            history: row.history,
            lower: row.boundLower,
            upper: row.boundUpper,
            trendPerYear: row.trendPerYear,
            path: path.map((step) => ({ year: step.year, value: step.value })),
          },
          {
            width,
            title: t(row.indicatorName),
            tickText: (value) => formatNumber(value, value !== 0 && Math.abs(value) < 2 ? 1 : 0, language),
            words: {
              bound: boundText(row, language),
              trend: t({ ru: 'тренд', en: 'trend' }),
              path: t({ ru: 'путь к цели', en: 'path to the target' }),
            },
          },
        )
      }
      table={<YearsTable row={row} />}
      asked={asked}
      figure={`${row.id}/value`}
    />
  );
}

interface YearLine {
  readonly year: number;
  readonly value: number;
  readonly amount: number | null;
  readonly isPath: boolean;
}

function YearsTable({ row }: { readonly row: ScorecardRow }) {
  const { t, language } = useLanguage();
  const lines: readonly YearLine[] = [
    ...row.history.map((one) => ({ ...one, amount: null, isPath: false })),
    ...(row.path?.steps ?? [])
      .filter((step) => step.year > row.year)
      .map((step) => ({ year: step.year, value: step.value, amount: step.seriesAmount, isPath: true })),
  ];
  const columns: readonly Column<YearLine>[] = [
    {
      key: 'year',
      head: t({ ru: 'Год', en: 'Year' }),
      text: true,
      cell: (line) => (line.isPath ? `${line.year} ${t({ ru: '(путь)', en: '(path)' })}` : String(line.year)),
    },
    {
      key: 'value',
      head: row.unit,
      cell: (line) => indicatorText(line.value, row.unit, language),
      figure: (line) => (line.year === row.year ? `${row.id}/value` : undefined),
    },
    {
      key: 'amount',
      head: row.moves,
      cell: (line) =>
        line.amount === null ? '' : amountText(line.amount, row.path?.currency ?? null, language),
    },
  ];
  return <DataTable columns={columns} rows={lines} rowKey={(line) => `${line.year} ${line.isPath}`} />;
}
