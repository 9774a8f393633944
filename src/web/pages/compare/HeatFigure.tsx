import type { AssessmentRow } from '../../../api/assessment.ts';
import { type HeatRow, heatMap } from '../../../charts/heatMap.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { similarOrder } from '../../../domain/similarOrder.ts';
import { heatSentences } from '../../../narrative/compareSentences.ts';
import { levelsOf, memberRows } from '../../../narrative/levels.ts';
import { capital } from '../../../narrative/levelWords.ts';
import type { Asked } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure, Tabs } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { indexOrMark } from '../../indexOrMark.ts';
import { useLanguage } from '../../language.ts';
import { noValueOf } from '../../noValueOf.ts';
import { addressOf, choose, usePlace } from '../../place.ts';
import { useWords } from '../../useWords.ts';

const shown = 30;
const bound = 3;

interface Region {
  readonly id: string;
  readonly name: string;
  readonly valueUsd: number;
  readonly rows: readonly AssessmentRow[];
}

/** The index of every region in every segment: alike regions side by side, or the largest first. */
export function HeatFigure({
  rows,
  asked,
  chosen,
  period,
}: {
  readonly rows: readonly AssessmentRow[];
  readonly asked: Asked;
  readonly chosen: readonly string[];
  readonly period: string;
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const { query } = usePlace();
  const order = query.order === 'value' ? 'value' : 'similar';
  const whole = query.heat === 'all';
  const segments = [...new Map(rows.map((row) => [row.segment, row.segmentName]))];
  const all = regionsOf(rows, language);
  const visible = whole ? all : all.filter((region, place) => place < shown || chosen.includes(region.id));
  const districts = districtsOf(rows, chosen, language).filter(
    (one) => !visible.some(({ id }) => id === one.id),
  );
  const ordered = orderOf(
    [...visible, ...districts],
    segments.map(([id]) => id),
    order,
  );
  const first = all[0]?.rows[0];
  return (
    <Section
      title={t({
        ru: `${capital(words.ru.members)} и сегменты`,
        en: `${capital(words.en.members)} and segments`,
      })}
      say={heatSentences(rows, language, words)}
    >
      <Figure
        id="heat"
        title={t({
          ru:
            order === 'similar'
              ? `Похожие ${words.ru.members} стоят рядом`
              : 'От крупнейшего вывоза высоких технологий',
          en:
            order === 'similar'
              ? `${capital(words.en.members)} that are alike stand together`
              : 'From the largest exports of high technology',
        })}
        subtitle={t({
          ru: `Индекс T, ${period}; ${words.ru.whole} = 1; ${order === 'similar' ? `порядок — по близости log₂ T (средняя связь, в пределах ±${bound})` : 'порядок — по стоимости'}${all.length > visible.length ? `; показаны ${visible.length} крупнейших из ${all.length}` : ''}`,
          en: `Index T, ${period}; ${words.en.whole} = 1; order: ${order === 'similar' ? `by likeness of log₂ T (average linkage, held within ±${bound})` : 'by value'}${all.length > visible.length ? `; the ${visible.length} largest of ${all.length}` : ''}`,
        })}
        tools={
          <div className="grp">
            <Tabs
              name="order"
              label={t({ ru: 'Порядок', en: 'Order' })}
              value={order}
              choices={[
                { id: 'similar', text: t({ ru: 'По близости', en: 'By likeness' }) },
                { id: 'value', text: t({ ru: 'По стоимости', en: 'By value' }) },
              ]}
            />{' '}
            {all.length > shown ? (
              <button
                type="button"
                className="lk"
                onClick={() => choose({ heat: whole ? null : 'all' }, 'replace')}
              >
                {whole
                  ? t({ ru: 'Крупнейшие', en: 'The largest' })
                  : t({ ru: `Все ${all.length}`, en: `All ${all.length}` })}
              </button>
            ) : null}
          </div>
        }
        draw={(width) =>
          heatMap(
            ordered.map(
              (region): HeatRow => ({
                id: region.id,
                name: region.name,
                href: addressOf('region', region.id),
                chosen: chosen.includes(region.id),
                cells: segments.map(([id]) => {
                  const row = region.rows.find((one) => one.segment === id);
                  const none = row === undefined ? 'no-exports' : noValueOf(row);
                  return none ?? row?.trajectoryIndex ?? 'undefined';
                }),
              }),
            ),
            segments.map(([id, own]) => {
              const look = segmentLook(id, own);
              return { id, name: look.short[language], colour: look.colour, href: addressOf('segment', id) };
            }),
            {
              width,
              language,
              title: t({
                ru: `Индекс T по ${words.ru.toMembers} и сегментам`,
                en: `Index T by ${words.en.member} and segment`,
              }),
            },
          )
        }
        table={<HeatTable regions={ordered} segments={segments} />}
        asked={{ ...asked, options: { ...asked.options, 'filter.level': levelsOf(rows).member } }}
        notes={[
          t({
            ru: 'Рамка и полужирный — T ≥ 1; треугольник — территория сравнения; «–» — вывоза не было.',
            en: 'Frame and bold: T ≥ 1; a triangle marks a territory compared; – no exports.',
          }),
        ]}
        figure={first === undefined ? undefined : `${first.id}/trajectoryIndex`}
      />
    </Section>
  );
}

function regionsOf(rows: readonly AssessmentRow[], language: 'ru' | 'en'): readonly Region[] {
  const groups = new Map<string, AssessmentRow[]>();
  for (const row of memberRows(rows)) groups.set(row.territory, [...(groups.get(row.territory) ?? []), row]);
  return [...groups]
    .map(([id, inside]) => regionOf(id, inside, language))
    .sort((a, b) => b.valueUsd - a.valueUsd);
}

function regionOf(id: string, rows: readonly AssessmentRow[], language: 'ru' | 'en'): Region {
  return {
    id,
    name: rows[0]?.territoryName[language] ?? id,
    valueUsd: rows.reduce((sum, row) => sum + (row.segmentValueUsd ?? 0), 0),
    rows,
  };
}

/** Districts that are compared stand among the regions. */
function districtsOf(
  rows: readonly AssessmentRow[],
  chosen: readonly string[],
  language: 'ru' | 'en',
): readonly Region[] {
  const { member } = levelsOf(rows);
  return chosen.flatMap((id) => {
    const inside = rows.filter((row) => row.territory === id && row.level !== member);
    return inside.length === 0 ? [] : [regionOf(id, inside, language)];
  });
}

function orderOf(
  regions: readonly Region[],
  segments: readonly string[],
  order: 'similar' | 'value',
): readonly Region[] {
  if (order === 'value') return [...regions].sort((a, b) => b.valueUsd - a.valueUsd);
  const profiles = regions.map((region) =>
    segments.map((segment) => {
      const index = region.rows.find((row) => row.segment === segment)?.trajectoryIndex ?? 0;
      return index <= 0 ? -bound : Math.max(-bound, Math.min(bound, Math.log2(index)));
    }),
  );
  return similarOrder(profiles).map((place) => regions[place] as Region);
}

function HeatTable({
  regions,
  segments,
}: {
  readonly regions: readonly Region[];
  readonly segments: readonly (readonly [string, { readonly ru: string; readonly en: string }])[];
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const columns: readonly Column<Region>[] = [
    {
      key: 'region',
      head: t({ ru: capital(words.ru.member), en: capital(words.en.member) }),
      text: true,
      cell: (region) => <a href={addressOf('region', region.id)}>{region.name}</a>,
    },
    ...segments.map(([id, own]): Column<Region> => {
      const rowOf = (region: Region) => region.rows.find((row) => row.segment === id);
      return {
        key: id,
        head: segmentLook(id, own).short[language],
        cell: (region) => {
          const row = rowOf(region);
          return row === undefined ? '–' : indexOrMark(row, language);
        },
        sort: (region) => rowOf(region)?.trajectoryIndex ?? null,
        figure: (region) => {
          const row = rowOf(region);
          return row === undefined ? undefined : `${row.id}/trajectoryIndex`;
        },
      };
    }),
  ];
  return <DataTable columns={columns} rows={regions} rowKey={(region) => region.id} />;
}
