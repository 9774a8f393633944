import { useContext } from 'react';
import type { Assessment, AssessmentRow } from '../../../api/assessment.ts';
import { noValueMark } from '../../../charts/noValue.ts';
import { indexClass, sequentialBreaks, sequentialClass } from '../../../charts/scales.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { type CountryCell, worldMap } from '../../../charts/worldMap.ts';
import { indexText, moneyText, percentText } from '../../../domain/quantityText.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { assessChoices, choicesOf } from '../../choices.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure, Tabs } from '../../components/Figure.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { noValueOf } from '../../noValueOf.ts';
import { addressOf, usePlace } from '../../place.ts';
import { useWorldShapes } from '../../useWorldShapes.ts';
import { withCountryLevels } from '../../withCountryLevels.ts';
import { WorkspaceContext } from '../../workspace.ts';

const borders = ['⅛', '¼', '½', '1', '2', '4', '8'];

/** Countries of a workspace of the world by segment: index of specialisation, or share of the segment. */
export function TradeSection() {
  const { t } = useLanguage();
  const place = usePlace();
  const { data: workspace } = useContext(WorkspaceContext);
  const choices = choicesOf(place, workspace);
  const asked: Asked = { question: 'assess', options: assessChoices(place, choices) };
  const answered = withCountryLevels(useAnswer<Assessment>(asked));
  return (
    <section className="sec" id="trade">
      <h2>{t({ ru: 'Страны по сегментам', en: 'Countries by segment' })}</h2>
      <Await answered={answered} height={460}>
        {(answer) => <TradeFigure answer={answer} asked={asked} period={choices.period} />}
      </Await>
    </section>
  );
}

function TradeFigure({
  answer,
  asked,
  period,
}: {
  readonly answer: Assessment;
  readonly asked: Asked;
  readonly period: string;
}) {
  const { t, language } = useLanguage();
  const { query } = usePlace();
  const world = useWorldShapes();
  const all = answer.data.filter((row) => row.level === 'region' && row.period === period);
  const segments = [...new Map(all.map((row) => [row.segment, row.segmentName]))];
  const segment = segments.find(([id]) => id === query.segment)?.[0] ?? segments[0]?.[0];
  const byIndex = query.trade !== 'share';
  const rows = all
    .filter((row) => row.segment === segment)
    .sort((a, b) => sizeOf(b, byIndex) - sizeOf(a, byIndex));
  const [top] = rows;
  if (segment === undefined || top === undefined)
    return (
      <NotDrawn
        why={t({
          ru: `За ${period} данных по странам нет.`,
          en: `There is no data by country for ${period}.`,
        })}
      />
    );
  const nameOf = (id: string) => segmentLook(id, segments.find(([one]) => one === id)?.[1]).short[language];
  const text = (row: AssessmentRow) =>
    byIndex
      ? indexText(row.trajectoryIndex ?? 0, language)
      : percentText(row.shareOfReferenceSegment ?? 0, language);
  const breaks = sequentialBreaks(rows.map((row) => row.shareOfReferenceSegment ?? 0));
  const cells = new Map(
    rows.map((row): [string, CountryCell] => {
      const none = byIndex ? noValueOf(row) : row.shareOfReferenceSegment === null ? 'undefined' : null;
      return [
        row.territory,
        {
          name: row.territoryName[language],
          look:
            none ??
            (byIndex
              ? { scale: 'div', step: indexClass(row.trajectoryIndex ?? 0) }
              : { scale: 'seq', step: sequentialClass(row.shareOfReferenceSegment ?? 0, breaks) }),
          text: text(row),
          href: addressOf('region', row.territory),
          current: false,
        },
      ];
    }),
  );
  const title = t({
    ru: `${nameOf(segment)}: больше всех — ${top.territoryName.ru}, ${text(top)}`,
    en: `${nameOf(segment)}: the highest is ${top.territoryName.en}, ${text(top)}`,
  });
  const name = byIndex
    ? t({ ru: 'Индекс T, мир = 1', en: 'Index T, world = 1' })
    : t({ ru: 'Доля в мировом вывозе сегмента', en: "Share of the world's exports of the segment" });
  const columns: readonly Column<AssessmentRow>[] = [
    {
      key: 'name',
      head: t({ ru: 'Страна', en: 'Country' }),
      text: true,
      cell: (row) => <a href={addressOf('region', row.territory)}>{row.territoryName[language]}</a>,
    },
    {
      key: 'index',
      head: 'T',
      cell: (row) => {
        const none = noValueOf(row);
        return none === null ? indexText(row.trajectoryIndex ?? 0, language) : noValueMark(none, language);
      },
      figure: (row) => `${row.id}/trajectoryIndex`,
    },
    {
      key: 'value',
      head: t({ ru: 'Вывоз', en: 'Exports' }),
      cell: (row) => (row.segmentValueUsd === null ? '…' : moneyText(row.segmentValueUsd, language)),
      figure: (row) => `${row.id}/segmentValueUsd`,
    },
    {
      key: 'share',
      head: t({ ru: 'Доля в мире', en: 'Share of the world' }),
      cell: (row) =>
        row.shareOfReferenceSegment === null ? '–' : percentText(row.shareOfReferenceSegment, language),
      figure: (row) => `${row.id}/shareOfReferenceSegment`,
    },
  ];
  return (
    <Figure
      id="trade-map"
      title={title}
      subtitle={`${name}, ${period}`}
      tools={
        <div>
          <Tabs
            name="segment"
            label={t({ ru: 'Сегмент', en: 'Segment' })}
            value={segment}
            choices={segments.map(([id]) => ({ id, text: nameOf(id) }))}
          />
          <br />
          <Tabs
            name="trade"
            label={t({ ru: 'Мера', en: 'Measure' })}
            value={byIndex ? 'index' : 'share'}
            choices={[
              { id: 'index', text: t({ ru: 'Индекс T', en: 'Index T' }) },
              { id: 'share', text: t({ ru: 'Доля в мире', en: 'Share of the world' }) },
            ]}
          />
        </div>
      }
      draw={
        world === null
          ? () => ''
          : (width) =>
              worldMap(world, cells, {
                width,
                language,
                title,
                scale: byIndex
                  ? { scale: 'div', name, borders }
                  : { scale: 'seq', name, borders: breaks.map((one) => percentText(one, language)) },
              })
      }
      table={<DataTable columns={columns} rows={rows} rowKey={(row) => row.territory} />}
      asked={{
        ...asked,
        options: { ...asked.options, 'filter.segment': segment, 'filter.level': 'region' },
      }}
      figure={`${top.id}/${byIndex ? 'trajectoryIndex' : 'shareOfReferenceSegment'}`}
    />
  );
}

function sizeOf(row: AssessmentRow, byIndex: boolean): number {
  return (byIndex ? row.trajectoryIndex : row.shareOfReferenceSegment) ?? -1;
}
