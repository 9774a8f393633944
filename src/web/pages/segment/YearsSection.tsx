import { useContext } from 'react';
import type { AssessmentRow } from '../../../api/assessment.ts';
import type { Path, PathPoint, Trajectory } from '../../../api/trajectory.ts';
import { indexPaths } from '../../../charts/indexPaths.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { valueYears } from '../../../charts/valueYears.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { indexText, moneyText, percentText } from '../../../domain/quantityText.ts';
import { capital } from '../../../narrative/levelWords.ts';
import { directionText } from '../../../narrative/regionSentences.ts';
import { segmentYearsSentences } from '../../../narrative/segmentSentences.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { assessChoices, choicesOf } from '../../choices.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { ValueOrShare } from '../../components/ValueOrShare.tsx';
import { useLanguage } from '../../language.ts';
import { usePlace } from '../../place.ts';
import { useValueColumns } from '../../useValueColumns.ts';
import { useWords } from '../../useWords.ts';
import { WorkspaceContext } from '../../workspace.ts';
import { breakNotes, breaksOf } from '../region/EvolutionFigure.tsx';

const regionsShown = 8;

/** How the segment changed: the country's value or share over the years, and the index of its first regions. */
export function YearsSection({
  segment,
  country,
  rows,
  year,
}: {
  readonly segment: string;
  readonly country: AssessmentRow;
  readonly rows: readonly AssessmentRow[];
  readonly year: number | null;
}) {
  const place = usePlace();
  const { t, language } = useLanguage();
  const { data: workspace } = useContext(WorkspaceContext);
  const first = [...rows]
    .filter((row) => row.rank !== null && (row.segmentValueUsd ?? 0) > 0)
    .sort((a, b) => (b.segmentValueUsd ?? 0) - (a.segmentValueUsd ?? 0))
    .slice(0, regionsShown)
    .map((row) => row.territory);
  const { period: _period, ...index } = assessChoices(place, choicesOf(place, workspace));
  const asked: Asked = {
    question: 'trajectory',
    options: {
      ...index,
      territories: [country.territory, ...first].join(','),
      ...(year === null ? {} : { to: year }),
    },
  };
  const answered = useAnswer<Trajectory>(asked);
  const pathsOf = (answer: Trajectory) => answer.data.filter((path) => path.segment === segment);
  const countryOf = (answer: Trajectory) =>
    pathsOf(answer).find((path) => path.territory === country.territory);
  const mine: Asked = { ...asked, options: { ...asked.options, 'filter.segment': segment } };
  return (
    <Section
      title={t({ ru: 'Как менялся', en: 'How it has changed' })}
      say={answered.state === 'here' ? segmentYearsSentences(countryOf(answered.answer), language) : []}
    >
      <Await answered={answered}>
        {(answer) => {
          const path = countryOf(answer);
          const known = (path?.points ?? []).filter((point) => point.segmentValueUsd !== null);
          return path === undefined || known.length < 2 ? (
            <NotDrawn
              why={t({ ru: 'Для одного года график не строится.', en: 'A chart of one year is not drawn.' })}
            />
          ) : (
            <>
              <CountryFigure path={path} asked={mine} />
              <RegionsFigure
                paths={pathsOf(answer).filter((one) => one.territory !== country.territory)}
                asked={mine}
              />
            </>
          );
        }}
      </Await>
    </Section>
  );
}

function CountryFigure({ path, asked }: { readonly path: Path; readonly asked: Asked }) {
  const { t, language } = useLanguage();
  const shared = useValueColumns();
  const words = useWords();
  const share = usePlace().query.years === 'share';
  const points = path.points;
  const years = points.map((point) => point.year);
  const largest = Math.max(...points.map((point) => point.segmentValueUsd ?? 0));
  const unit = largest >= 1e6 ? 1e6 : 1e3;
  const unitName = unit === 1e6 ? t({ ru: 'млн долл.', en: '$ m' }) : t({ ru: 'тыс. долл.', en: '$ k' });
  const of = (point: PathPoint) => (share ? point.segmentShareOfTerritory : point.segmentValueUsd);
  const known = points.filter((point) => of(point) !== null);
  const [first, last] = [known[0], known.at(-1)];
  const text = (value: number) => (share ? percentText(value, language, 2) : moneyText(value, language));
  const short = (value: number) =>
    share
      ? percentText(value, language)
      : formatNumber(value / unit, value / unit < 9.95 && value > 0 ? 1 : 0, language);
  const grew = (last === undefined ? 0 : (of(last) ?? 0)) >= (first === undefined ? 0 : (of(first) ?? 0));
  const columns: readonly Column<PathPoint>[] = [
    { key: 'year', head: t({ ru: 'Год', en: 'Year' }), text: true, cell: (point) => String(point.year) },
    shared.thousands({
      of: (point) => point.segmentValueUsd,
      figure: (point) => `${point.id}/segmentValueUsd`,
    }),
    shared.share(
      'share',
      { ru: `Доля в вывозе ${words.ru.ofWhole}, %`, en: `Share of ${words.en.whole}'s exports, %` },
      3,
      {
        of: (point) => point.segmentShareOfTerritory,
        figure: (point) => `${point.id}/segmentShareOfTerritory`,
      },
    ),
    {
      key: 'range',
      head: t({ ru: 'Границы перечня, тыс. долл.', en: 'Range of the list, $ k' }),
      cell: (point) =>
        point.segmentValueUsdLower === null || point.segmentValueUsdUpper === null
          ? '…'
          : `${formatNumber(point.segmentValueUsdLower / 1e3, 0, language)} … ${formatNumber(point.segmentValueUsdUpper / 1e3, 0, language)}`,
    },
  ];
  return (
    <Figure
      id="years"
      title={t({
        ru: `${share ? 'Доля' : 'Вывоз'} ${grew ? (share ? 'выросла' : 'вырос') : share ? 'снизилась' : 'сократился'} с ${text(first === undefined ? 0 : (of(first) ?? 0))} до ${text(last === undefined ? 0 : (of(last) ?? 0))}`,
        en: `${share ? 'The share' : 'Exports'} ${grew ? 'rose' : 'fell'} from ${text(first === undefined ? 0 : (of(first) ?? 0))} to ${text(last === undefined ? 0 : (of(last) ?? 0))}`,
      })}
      subtitle={t({
        ru: `${capital(words.ru.whole)}, ${share ? 'доля сегмента в вывозе' : `${unitName} в текущих ценах`}, ${years[0]}–${years.at(-1)}; полоса — границы перечня`,
        en: `${capital(words.en.whole)}, ${share ? "segment's share of exports" : `${unitName}, current prices`}, ${years[0]}–${years.at(-1)}; the band is the range of the list`,
      })}
      tools={<ValueOrShare name="years" share={share} />}
      draw={(width) =>
        valueYears(
          points.map((point) => ({
            year: point.year,
            value: of(point),
            lower: share ? point.segmentShareOfTerritoryLower : point.segmentValueUsdLower,
            upper: share ? point.segmentShareOfTerritoryUpper : point.segmentValueUsdUpper,
          })),
          {
            width,
            title: t({ ru: 'Сегмент по годам', en: 'The segment by year' }),
            colour: segmentLook(path.segment, path.segmentName).colour,
            breaks: breaksOf(path, years, language),
            valueText: short,
            tickText: (value) => (share ? percentText(value, language, value < 0.01 ? 1 : 0) : short(value)),
          },
        )
      }
      table={<DataTable columns={columns} rows={points} rowKey={(point) => String(point.year)} />}
      asked={asked}
      notes={breakNotes([path], language)}
      figure={last === undefined ? undefined : `${last.id}/segmentValueUsd`}
    />
  );
}

function RegionsFigure({ paths, asked }: { readonly paths: readonly Path[]; readonly asked: Asked }) {
  const { t, language } = useLanguage();
  const words = useWords();
  if (paths.length === 0) return null;
  const years = paths[0]?.points.map((point) => point.year) ?? [];
  const rising = paths.filter((path) =>
    path.directions.some((one) => one.measure === 'trajectoryIndex' && one.direction === 'rising'),
  );
  const columns: readonly Column<Path>[] = [
    {
      key: 'region',
      head: t({ ru: capital(words.ru.member), en: capital(words.en.member) }),
      text: true,
      cell: (path) => path.territoryName[language],
    },
    {
      key: 'direction',
      head: t({ ru: 'Направление', en: 'Direction' }),
      text: true,
      cell: (path) => directionText(path, language),
    },
    ...years.map(
      (year): Column<Path> => ({
        key: `y${year}`,
        head: String(year),
        cell: (path) => {
          const index = path.points.find((point) => point.year === year)?.trajectoryIndex ?? null;
          if (index === null) return t({ ru: 'н/о', en: 'n/d' });
          return index === 0 ? '–' : indexText(index, language);
        },
        sort: (path) => path.points.find((point) => point.year === year)?.trajectoryIndex ?? null,
        figure: (path) => {
          const point = path.points.find((one) => one.year === year);
          return point === undefined ? undefined : `${point.id}/trajectoryIndex`;
        },
      }),
    ),
  ];
  return (
    <div className="next">
      <Figure
        id="region-years"
        title={
          rising.length === 0
            ? t({
                ru: `Ни у одного из первых ${words.ru.ofMembers} индекс не растёт`,
                en: `The index rises in none of the first ${words.en.members}`,
              })
            : t({
                ru: `Индекс растёт: ${rising.map((path) => path.territoryName.ru).join(', ')}`,
                en: `The index rises in ${rising.map((path) => path.territoryName.en).join(', ')}`,
              })
        }
        subtitle={t({
          ru: `Индекс T первых по вывозу ${words.ru.ofMembers} (${paths.length}), логарифмическая шкала; черта T = 1 — уровень ${words.ru.ofWhole}`,
          en: `Index T of the ${paths.length} largest exporters, logarithmic axis; the line T = 1 is ${words.en.whole}`,
        })}
        draw={(width) =>
          indexPaths(
            paths.map((path) => ({
              id: path.territory,
              name: path.territoryName[language],
              colour: segmentLook(path.segment, path.segmentName).colour,
              about: directionText(path, language),
              points: path.points.map((point) => ({
                year: point.year,
                index: point.trajectoryIndex,
                lower: point.trajectoryIndexLower,
                upper: point.trajectoryIndexUpper,
              })),
              breaks: breaksOf(path, years, language),
            })),
            {
              width,
              language,
              title: t({ ru: `Индекс T по ${words.ru.toMembers}`, en: `Index T by ${words.en.member}` }),
            },
          )
        }
        table={<DataTable columns={columns} rows={paths} rowKey={(path) => path.territory} />}
        asked={asked}
      />
    </div>
  );
}
