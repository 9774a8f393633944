import type { AssessmentRow } from '../../../api/assessment.ts';
import { noValueMark } from '../../../charts/noValue.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { type ShareBar, shareBars } from '../../../charts/shareBars.ts';
import { formatNumber, formatShare } from '../../../domain/formatNumber.ts';
import { millionsText, percentText } from '../../../domain/quantityText.ts';
import { levelsOf } from '../../../narrative/levels.ts';
import { exporterSentences } from '../../../narrative/segmentSentences.ts';
import type { Asked } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { ShowAll } from '../../components/ShowAll.tsx';
import { NotDrawn } from '../../components/States.tsx';
import { indexOrMark } from '../../indexOrMark.ts';
import { useLanguage } from '../../language.ts';
import { addressOf, usePlace } from '../../place.ts';
import { useAssessmentColumns } from '../../useAssessmentColumns.tsx';
import { useValueColumns } from '../../useValueColumns.ts';
import { useWords } from '../../useWords.ts';

const shown = 15;
/** As many as the page of comparisons shows at first. */
const compared = 4;

/** Regions that export the segment: value, share, index, and the verdict with its reason. */
export function ExportersSection({
  rows,
  before,
  asked,
  segment,
  period,
}: {
  readonly rows: readonly AssessmentRow[];
  readonly before: readonly AssessmentRow[];
  readonly asked: Asked;
  readonly segment: string;
  readonly period: string;
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const { query } = usePlace();
  const { member } = levelsOf(rows);
  const regions = rows
    .filter((row) => row.level === member)
    .sort((a, b) => (b.segmentValueUsd ?? -1) - (a.segmentValueUsd ?? -1));
  const sized = regions.filter((row) => (row.segmentValueUsd ?? 0) > 0);
  const hidden = regions.filter((row) => row.segmentValueUsd === null).length;
  const all = query.exporters === 'all';
  const first = sized[0];
  const mine: Asked = {
    ...asked,
    options: { ...asked.options, 'filter.segment': segment, 'filter.level': member },
  };
  return (
    <Section
      title={t({ ru: 'Кто вывозит', en: 'Who exports it' })}
      say={exporterSentences(regions, period, language, words)}
    >
      {first === undefined ? (
        <NotDrawn
          why={
            hidden > 0
              ? t({
                  ru: `Значения ${words.ru.ofMembers} скрыты.`,
                  en: `The values of the ${words.en.members} are hidden.`,
                })
              : t({
                  ru: `За ${period} вывоза в этом сегменте не было.`,
                  en: `There were no exports of this segment in ${period}.`,
                })
          }
        />
      ) : (
        <Figure
          id="exporters"
          title={t({
            ru: `${first.territoryName.ru} — ${percentText(first.shareOfCountrySegment ?? 0, 'ru', 0)} сегмента ${words.ru.ofWhole}`,
            en: `${first.territoryName.en}: ${percentText(first.shareOfCountrySegment ?? 0, 'en', 0)} of ${words.en.whole}'s segment`,
          })}
          subtitle={t({
            ru: `Вывоз по ${words.ru.toMembers}, млн долл., ${period}; ● — ориентирован на вывоз; причина вывода — в таблице`,
            en: `Exports by ${words.en.member}, $ m, ${period}; ● is oriented to exports; the reason is in the table`,
          })}
          tools={
            <div className="grp">
              {sized.length > 1 ? (
                <a
                  href={addressOf('compare', null, {
                    territories: sized
                      .slice(0, compared)
                      .map((row) => row.territory)
                      .join(','),
                    segment,
                  })}
                >
                  {t({ ru: 'Сравнить первых', en: 'Compare the first' })}
                </a>
              ) : null}
              {sized.length > 1 && sized.length > shown ? ' · ' : null}
              <ShowAll name="exporters" count={sized.length} shown={shown} />
            </div>
          }
          draw={(width) =>
            shareBars(barsOf(all ? sized : sized.slice(0, shown), language), {
              width,
              title: t({
                ru: `Вывоз сегмента по ${words.ru.toMembers}`,
                en: `Exports of the segment by ${words.en.member}`,
              }),
              columns: [
                t({ ru: 'млн долл.', en: '$ m' }),
                t({ ru: 'T', en: 'T' }),
                t({ ru: 'доля, %', en: 'share, %' }),
              ],
            })
          }
          table={<ExportersTable rows={regions} before={before} />}
          asked={mine}
          notes={[
            t({
              ru: '≈ — в пределах 10 % от порога; ± — вывод меняется между границами перечня.',
              en: '≈ within 10% of the threshold; ± the verdict differs between the bounds of the list.',
            }),
          ]}
          figure={`${first.id}/segmentValueUsd`}
        />
      )}
    </Section>
  );
}

function barsOf(rows: readonly AssessmentRow[], language: 'ru' | 'en'): readonly ShareBar[] {
  return rows.map((row) => ({
    id: row.territory,
    name: row.territoryName[language],
    value: row.segmentValueUsd ?? 0,
    colour: segmentLook(row.segment, row.segmentName).colour,
    cells: [
      millionsText(row.segmentValueUsd ?? 0, language),
      indexOrMark(row, language),
      formatShare(row.shareOfCountrySegment ?? 0, 1, language),
    ],
    href: addressOf('region', row.territory),
    marked: row.verdict === 'yes',
  }));
}

function ExportersTable({
  rows,
  before,
}: {
  readonly rows: readonly AssessmentRow[];
  readonly before: readonly AssessmentRow[];
}) {
  const { t, language } = useLanguage();
  const earlier = (row: AssessmentRow) =>
    before.find((one) => one.territory === row.territory)?.segmentValueUsd ?? 0;
  const assessed = useAssessmentColumns();
  const shared = useValueColumns();
  const columns: readonly Column<AssessmentRow>[] = [
    assessed.member,
    shared.thousands({
      of: (row) => row.segmentValueUsd,
      figure: (row) => `${row.id}/segmentValueUsd`,
      none: () => noValueMark('confidential', language),
      dashZero: true,
    }),
    shared.share('share', { ru: 'Доля в сегменте, %', en: 'Share of the segment, %' }, 2, {
      of: (row) => row.shareOfCountrySegment,
      figure: (row) => `${row.id}/shareOfCountrySegment`,
      none: () => noValueMark('undefined', language),
    }),
    ...(before.length === 0
      ? []
      : [
          {
            key: 'growth',
            head: t({ ru: 'К пред. году, %', en: 'Year before = 100' }),
            cell: (row: AssessmentRow) =>
              earlier(row) > 0 && row.segmentValueUsd !== null
                ? formatNumber((row.segmentValueUsd / earlier(row)) * 100, 1, language)
                : '–',
            sort: (row: AssessmentRow) =>
              earlier(row) > 0 && row.segmentValueUsd !== null ? row.segmentValueUsd / earlier(row) : null,
          },
        ]),
    assessed.index,
    assessed.range,
    assessed.verdict,
    assessed.why,
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
