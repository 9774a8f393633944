import type { AssessmentRow } from '../../../api/assessment.ts';
import type { Path, PathPoint, Trajectory } from '../../../api/trajectory.ts';
import { indexPaths } from '../../../charts/indexPaths.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { indexText } from '../../../domain/quantityText.ts';
import { directionText } from '../../../narrative/regionSentences.ts';
import type { Asked } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { useLanguage } from '../../language.ts';
import { useWords } from '../../useWords.ts';
import { breakNotes, breaksOf } from './EvolutionFigure.tsx';
import { Verdicts } from './Verdicts.tsx';

/** The index of each segment over the years, with its verdict now. */
export function IndexFigure({
  answer,
  asked,
  rows,
}: {
  readonly answer: Trajectory;
  readonly asked: Asked;
  readonly rows: readonly AssessmentRow[];
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const order = (path: Path) => rows.find((row) => row.segment === path.segment)?.trajectoryIndex ?? -1;
  const paths = [...answer.data].sort((a, b) => order(b) - order(a));
  const above = rows.filter((row) => (row.trajectoryIndex ?? 0) >= 1).length;
  const years = paths[0]?.points.map((point) => point.year) ?? [];
  const many = years.length > 1;
  return (
    <>
      <Figure
        id="index"
        title={t({
          ru:
            above === 0
              ? 'Все сегменты ниже уровня страны'
              : `Выше уровня страны сегментов: ${above} из ${rows.length}`,
          en:
            above === 0
              ? `All segments are below ${words.en.whole}`
              : `${above} of ${rows.length} segments are above ${words.en.whole}`,
        })}
        subtitle={t({
          ru: `Индекс T, логарифмическая шкала; черта T = 1 — уровень ${words.ru.ofWhole}; полоса — границы перечня`,
          en: `Index T, logarithmic axis; the line T = 1 is ${words.en.whole}; the band is the range of the list`,
        })}
        {...(many
          ? {
              draw: (width: number) =>
                indexPaths(
                  paths.map((path) => {
                    const look = segmentLook(path.segment, path.segmentName);
                    return {
                      id: path.segment,
                      name: look.short[language],
                      colour: look.colour,
                      about: directionText(path, language),
                      points: path.points.map((point) => ({
                        year: point.year,
                        index: point.trajectoryIndex,
                        lower: point.trajectoryIndexLower,
                        upper: point.trajectoryIndexUpper,
                      })),
                      breaks: breaksOf(path, years, language),
                    };
                  }),
                  { width, language, title: t({ ru: 'Индекс T по годам', en: 'Index T by year' }) },
                ),
            }
          : {})}
        table={<IndexTable paths={paths} years={years} />}
        asked={asked}
        notes={breakNotes(answer.data, language)}
        figure={rows[0] === undefined ? undefined : `${rows[0].id}/trajectoryIndex`}
      />
      <Verdicts rows={rows} />
    </>
  );
}

function IndexTable({
  paths,
  years,
}: {
  readonly paths: readonly Path[];
  readonly years: readonly number[];
}) {
  const { t, language } = useLanguage();
  const pointOf = (path: Path, year: number): PathPoint | undefined =>
    path.points.find((one) => one.year === year);
  const columns: readonly Column<number>[] = [
    { key: 'year', head: t({ ru: 'Год', en: 'Year' }), text: true, cell: (year) => String(year) },
    ...paths.map(
      (path): Column<number> => ({
        key: path.segment,
        head: segmentLook(path.segment, path.segmentName).short[language],
        cell: (year) => {
          const index = pointOf(path, year)?.trajectoryIndex ?? null;
          if (index === null) return t({ ru: 'н/о', en: 'n/d' });
          return index === 0 ? '–' : indexText(index, language);
        },
        figure: (year) => {
          const point = pointOf(path, year);
          return point === undefined ? undefined : `${point.id}/trajectoryIndex`;
        },
      }),
    ),
  ];
  return <DataTable columns={columns} rows={years} rowKey={String} />;
}
