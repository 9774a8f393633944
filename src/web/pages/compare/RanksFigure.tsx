import type { Path, Trajectory } from '../../../api/trajectory.ts';
import { bumpChart } from '../../../charts/bumpChart.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { rankSentences } from '../../../narrative/compareSentences.ts';
import { capital } from '../../../narrative/levelWords.ts';
import type { Asked } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure, Tabs } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, usePlace } from '../../place.ts';
import { useWords } from '../../useWords.ts';
import { breakNotes, breaksOf } from '../region/EvolutionFigure.tsx';

/** Ranks by the index among all regions over the years, for one segment. Districts have no rank. */
export function RanksFigure({
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
  const segments = [...new Map(answer.data.map((path) => [path.segment, path]))].map(([, path]) => path);
  const current = segments.find((path) => path.segment === query.segment) ?? segments[0];
  const paths = chosen.flatMap((id) => {
    const path = answer.data.find((one) => one.territory === id && one.segment === current?.segment);
    return path?.points.some((point) => point.rank !== null) === true ? [path] : [];
  });
  const years = paths[0]?.points.map((point) => point.year) ?? [];
  const title = t({ ru: 'Места', en: 'Ranks' });
  const tabs = (
    <Tabs
      name="segment"
      label={t({ ru: 'Сегмент', en: 'Segment' })}
      value={current?.segment ?? ''}
      choices={segments.map((path) => ({
        id: path.segment,
        text: segmentLook(path.segment, path.segmentName).short[language],
      }))}
    />
  );
  if (current === undefined || paths.length === 0 || years.length < 2) {
    return (
      <Section title={title} say={[]}>
        {segments.length > 1 ? tabs : null}
        <NotDrawn
          why={
            years.length === 1
              ? t({ ru: 'Для одного года график не строится.', en: 'A chart of one year is not drawn.' })
              : t({
                  ru: `Места есть только у ${words.ru.ofMembers} с индексом; среди выбранных таких нет.`,
                  en: `Only ${words.en.members} with an index have a rank; there are none among those chosen.`,
                })
          }
        />
      </Section>
    );
  }
  const look = segmentLook(current.segment, current.segmentName);
  const last = (path: Path) => path.points.findLast((point) => point.rank !== null);
  const first = [...paths].sort((a, b) => (last(a)?.rank ?? 999) - (last(b)?.rank ?? 999))[0] as Path;
  const columns: readonly Column<Path>[] = [
    {
      key: 'territory',
      head: t({ ru: capital(words.ru.member), en: capital(words.en.member) }),
      text: true,
      cell: (path) => path.territoryName[language],
    },
    ...years.map(
      (year): Column<Path> => ({
        key: `y${year}`,
        head: String(year),
        cell: (path) => String(path.points.find((point) => point.year === year)?.rank ?? '–'),
        figure: (path) => {
          const point = path.points.find((one) => one.year === year);
          return point?.rank == null ? undefined : `${point.id}/rank`;
        },
      }),
    ),
  ];
  return (
    <Section title={title} say={rankSentences(paths, language)}>
      <Figure
        id="ranks"
        title={t({
          ru: `${first.territoryName.ru} — ${last(first)?.rank}-е место из ${last(first)?.ranked}`,
          en: `${first.territoryName.en} is ${last(first)?.rank} of ${last(first)?.ranked}`,
        })}
        subtitle={t({
          ru: `Место по индексу T среди всех ${words.ru.ofMembers}, сегмент «${current.segmentName.ru}», ${years[0]}–${years.at(-1)}`,
          en: `Rank by index T among all ${words.en.members}, ${current.segmentName.en}, ${years[0]}–${years.at(-1)}`,
        })}
        tools={tabs}
        draw={(width) =>
          bumpChart(
            paths.map((path) => ({
              id: path.territory,
              name: path.territoryName[language],
              href: addressOf('region', path.territory),
              points: path.points.map(({ year, rank }) => ({ year, rank })),
            })),
            {
              width,
              title: t({ ru: 'Места по годам', en: 'Ranks by year' }),
              colour: look.colour,
              breaks: breaksOf(paths[0], years, language),
            },
          )
        }
        table={<DataTable columns={columns} rows={paths} rowKey={(path) => path.id} />}
        asked={{ ...asked, options: { ...asked.options, 'filter.segment': current.segment } }}
        notes={breakNotes(paths, language)}
        figure={last(first) === undefined ? undefined : `${last(first)?.id}/rank`}
      />
    </Section>
  );
}
