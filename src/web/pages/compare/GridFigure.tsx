import type { Path, PathPoint, Trajectory } from '../../../api/trajectory.ts';
import { compareGrid } from '../../../charts/compareGrid.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { formatNumber, type Language } from '../../../domain/formatNumber.ts';
import { indexText, percentText } from '../../../domain/quantityText.ts';
import { comparePathSentences } from '../../../narrative/compareSentences.ts';
import type { Asked } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure, Tabs } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, usePlace } from '../../place.ts';
import { useWords } from '../../useWords.ts';
import { breakNotes } from '../region/EvolutionFigure.tsx';

const measures = {
  index: { field: 'trajectoryIndex', name: { ru: 'Индекс T', en: 'Index T' } },
  value: { field: 'segmentValueUsd', name: { ru: 'Стоимость', en: 'Value' } },
  share: {
    field: 'shareOfCountrySegment',
    name: { ru: 'Доля в сегменте', en: 'Share of the segment' },
  },
  weight: {
    field: 'segmentShareOfTerritory',
    name: { ru: 'Доля сегмента в вывозе', en: "Segment's share of exports" },
  },
} as const;
type Measure = keyof typeof measures;

/** Small multiples: segments down, territories across, one measure over the years. */
export function GridFigure({
  answer,
  asked,
  chosen,
}: {
  readonly answer: Trajectory;
  readonly asked: Asked;
  readonly chosen: readonly string[];
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const { query } = usePlace();
  const measure: Measure =
    query.measure !== undefined && Object.hasOwn(measures, query.measure)
      ? (query.measure as Measure)
      : 'index';
  const { field, name } = measures[measure];
  const years = [...new Set(answer.data.flatMap((path) => path.points.map((point) => point.year)))].sort(
    (a, b) => a - b,
  );
  const segments = [...new Map(answer.data.map((path) => [path.segment, path]))].map(([, path]) => path);
  const pathOf = (segment: string, territory: string) =>
    answer.data.find((path) => path.segment === segment && path.territory === territory);
  const columns = chosen.flatMap((id) => {
    const path = answer.data.find((one) => one.territory === id);
    return path === undefined
      ? []
      : [{ id, name: path.territoryName[language], href: addressOf('region', id) }];
  });
  const title = t({ ru: 'По годам', en: 'Over the years' });
  if (years.length < 2 || columns.length === 0) {
    return (
      <Section title={title} say={[]}>
        <NotDrawn
          why={t({ ru: 'Для одного года график не строится.', en: 'A chart of one year is not drawn.' })}
        />
      </Section>
    );
  }
  return (
    <Section title={title} say={comparePathSentences(answer.data, language)}>
      <Figure
        id="grid"
        title={t({
          ru: `${name.ru}, ${years[0]}–${years.at(-1)}`,
          en: `${name.en}, ${years[0]}–${years.at(-1)}`,
        })}
        subtitle={t({
          ru: `${measure === 'index' ? `Логарифмическая шкала; черта T = 1 — уровень ${words.ru.ofWhole}` : measure === 'value' ? 'Млн долл. в текущих ценах' : 'Проценты'}; у каждого сегмента своя шкала; серым — остальные территории сравнения`,
          en: `${measure === 'index' ? `Logarithmic axis; the line T = 1 is ${words.en.whole}` : measure === 'value' ? '$ m, current prices' : 'Percent'}; each segment has an axis of its own; grey: the other territories compared`,
        })}
        tools={
          <Tabs
            name="measure"
            label={t({ ru: 'Мера', en: 'Measure' })}
            value={measure}
            choices={Object.entries(measures).map(([id, one]) => ({ id, text: one.name[language] }))}
          />
        }
        draw={(width) =>
          compareGrid(
            segments.map((segment) => {
              const look = segmentLook(segment.segment, segment.segmentName);
              return {
                id: segment.segment,
                name: look.short[language],
                colour: look.colour,
                lines: columns.map(({ id }) =>
                  years.map(
                    (year) =>
                      pathOf(segment.segment, id)?.points.find((point) => point.year === year)?.[field] ??
                      null,
                  ),
                ),
              };
            }),
            columns,
            years,
            {
              width,
              title: `${name[language]}: ${columns.map((column) => column.name).join(', ')}`,
              logarithmic: measure === 'index',
              valueText: (value) => valueText(value, measure, language),
              tickText: (value) =>
                measure === 'share' || measure === 'weight'
                  ? percentText(value, language, value >= 0.05 ? 0 : undefined)
                  : valueText(value, measure, language),
              none: {
                zero: t({ ru: 'вывоза нет', en: 'no exports' }),
                undefined: t({ ru: 'не определён', en: 'undefined' }),
              },
            },
          )
        }
        table={<GridTable paths={answer.data} years={years} measure={measure} />}
        asked={asked}
        notes={breakNotes(answer.data, language)}
        figure={
          answer.data[0]?.points.at(-1) === undefined
            ? undefined
            : `${answer.data[0].points.at(-1)?.id}/${field}`
        }
      />
    </Section>
  );
}

function valueText(value: number, measure: Measure, language: Language): string {
  if (measure === 'index') return indexText(value, language);
  if (measure !== 'value') return value === 0 ? '0' : percentText(value, language);
  const million = value / 1e6;
  return formatNumber(million, million > 0 && million < 9.95 ? 1 : 0, language);
}

function GridTable({
  paths,
  years,
  measure,
}: {
  readonly paths: readonly Path[];
  readonly years: readonly number[];
  readonly measure: Measure;
}) {
  const { t, language } = useLanguage();
  const { field } = measures[measure];
  const pointOf = (path: Path, year: number): PathPoint | undefined =>
    path.points.find((point) => point.year === year);
  const columns: readonly Column<Path>[] = [
    {
      key: 'territory',
      head: t({ ru: 'Территория', en: 'Territory' }),
      text: true,
      cell: (path) => path.territoryName[language],
    },
    {
      key: 'segment',
      head: t({ ru: 'Сегмент', en: 'Segment' }),
      text: true,
      cell: (path) => segmentLook(path.segment, path.segmentName).short[language],
    },
    ...years.map(
      (year): Column<Path> => ({
        key: `y${year}`,
        head: String(year),
        cell: (path) => {
          const value = pointOf(path, year)?.[field] ?? null;
          if (value === null) return t({ ru: 'н/о', en: 'n/d' });
          return value === 0 ? '–' : valueText(value, measure, language);
        },
        sort: (path) => pointOf(path, year)?.[field] ?? null,
        figure: (path) => {
          const point = pointOf(path, year);
          return point === undefined ? undefined : `${point.id}/${field}`;
        },
      }),
    ),
  ];
  return <DataTable columns={columns} rows={paths} rowKey={(path) => path.id} />;
}
