import type { Assessment, AssessmentRow } from '../../../api/assessment.ts';
import { logPlace } from '../../../charts/scales.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { formatNumber, type Language } from '../../../domain/formatNumber.ts';
import { indexText } from '../../../domain/quantityText.ts';
import { levelsOf } from '../../../narrative/levels.ts';
import { capital } from '../../../narrative/levelWords.ts';
import type { Asked } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, choose, usePlace } from '../../place.ts';
import { useAssessmentColumns } from '../../useAssessmentColumns.tsx';
import { useWords } from '../../useWords.ts';

/** A ranking for each segment, as tables 2 to 5 of the method: regions with T ≥ 1, or all. */
export function RankingsSection({
  assessment,
  asked,
  period,
}: {
  readonly assessment: Assessment;
  readonly asked: Asked;
  readonly period: string;
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const { query } = usePlace();
  const all = query.rows === 'all';
  const now = assessment.data.filter((row) => row.period === period);
  const { member, whole } = levelsOf(assessment.data);
  const before = assessment.data.filter((row) => row.period !== period && row.level === member);
  const segments = now.filter((row) => row.level === whole && row.segment !== 'other');
  const rule = (assessment.manifest.definitions.rule as { name?: Record<Language, string> } | undefined)
    ?.name;
  // Rules speak of regions, whatever the data are of.
  const inWords = (text: string) =>
    text.replace('региона', words.ru.ofMember).replace("region's", `${words.en.member}'s`);
  return (
    <section className="sec">
      <h2>{t({ ru: 'Кто впереди по сегментам', en: 'Who leads, segment by segment' })}</h2>
      <p className="fs">
        {before.length > 0
          ? t({
              ru: 'Стрелка — изменение места к предыдущему году. ',
              en: 'The arrow is the change of rank over the year. ',
            })
          : null}
        {t({ ru: '● — ориентирован на вывоз', en: '● oriented to exports' })}
        {rule === undefined ? '' : `: ${inWords(rule[language])}`}.{' '}
        <button type="button" className="lk" onClick={() => choose({ rows: all ? null : 'all' }, 'replace')}>
          {all
            ? t({ ru: 'Показать только T ≥ 1', en: 'Show only T ≥ 1' })
            : t({ ru: `Показать все ${words.ru.members}`, en: `Show all ${words.en.members}` })}
        </button>
      </p>
      <div className="row rankings">
        {segments.map((segment, place) => {
          const rows = now.filter((row) => row.segment === segment.segment && row.level === member);
          const shown = rows.filter((row) => all || (row.trajectoryIndex ?? 0) >= 1);
          return (
            <div className="c6" key={segment.segment}>
              <Ranking
                number={place + 1}
                segment={segment}
                rows={shown}
                before={before.filter((row) => row.segment === segment.segment)}
                asked={{
                  ...asked,
                  options: { ...asked.options, 'filter.segment': segment.segment, 'filter.level': member },
                }}
                all={all}
                period={period}
              />
            </div>
          );
        })}
      </div>
    </section>
  );
}

function Ranking({
  number,
  segment,
  rows,
  before,
  asked,
  all,
  period,
}: {
  readonly number: number;
  readonly segment: AssessmentRow;
  readonly rows: readonly AssessmentRow[];
  readonly before: readonly AssessmentRow[];
  readonly asked: Asked;
  readonly all: boolean;
  readonly period: string;
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const { colour } = segmentLook(segment.segment, segment.segmentName);
  const { query } = usePlace();
  const hasPrinted = rows.some((row) => row.printed !== null);
  const printed = hasPrinted && query.printed === '1';
  const shared = useAssessmentColumns();
  const columns: readonly Column<AssessmentRow>[] = [
    {
      key: 'rank',
      head: t({ ru: 'Место', en: 'Rank' }),
      cell: (row) => (row.rank === null ? '–' : String(row.rank)),
    },
    ...(before.length > 0
      ? [
          {
            key: 'change',
            head: '±',
            cell: (row: AssessmentRow) => <Change row={row} before={before} />,
          },
        ]
      : []),
    {
      key: 'name',
      head: t({ ru: capital(words.ru.member), en: capital(words.en.member) }),
      text: true,
      cell: (row) => (
        <>
          <a href={addressOf('region', row.territory)}>{row.territoryName[language]}</a>
          {row.verdict === 'yes' ? (
            <span className="yes" title={t({ ru: 'ориентирован на вывоз', en: 'oriented to exports' })}>
              {' '}
              ●<span className="vh">{t({ ru: 'ориентирован', en: 'oriented' })}</span>
            </span>
          ) : null}
          {row.verdictFlips ? (
            <small
              title={t({
                ru: 'вывод меняется между границами перечня',
                en: 'the verdict differs between the bounds of the list',
              })}
            >
              {' '}
              ±
            </small>
          ) : null}
        </>
      ),
    },
    shared.index,
    {
      key: 'bar',
      head: '',
      text: true,
      cell: (row) => <IndexBar index={row.trajectoryIndex} colour={colour} />,
    },
    {
      key: 'value',
      head: t({ ru: 'Объём, тыс. долл.', en: 'Value, $ k' }),
      cell: (row) =>
        row.segmentValueUsd === null
          ? t({ ru: 'к', en: 'c' })
          : formatNumber(row.segmentValueUsd / 1e3, 1, language),
      figure: (row) => `${row.id}/segmentValueUsd`,
      extra: true,
    },
    {
      key: 'country',
      head: t({
        ru: `Доля ${words.ru.ofMember} в вывозе ${words.ru.ofWhole}, %`,
        en: `${capital(words.en.member)}'s share of ${words.en.whole}, %`,
      }),
      cell: (row) => percentCell(row.shareOfCountryTotal, language),
      sort: (row) => row.shareOfCountryTotal,
      figure: (row) => `${row.id}/shareOfCountryTotal`,
      extra: true,
    },
    {
      key: 'weight',
      head: t({
        ru: `Доля сегмента в вывозе ${words.ru.ofMember}, %`,
        en: `Segment's share of the ${words.en.member}, %`,
      }),
      cell: (row) => percentCell(row.segmentShareOfTerritory, language),
      sort: (row) => row.segmentShareOfTerritory,
      figure: (row) => `${row.id}/segmentShareOfTerritory`,
      extra: true,
    },
    ...(printed
      ? [
          {
            key: 'printed',
            head: t({ ru: 'T в статье', en: 'T as printed' }),
            cell: (row: AssessmentRow) =>
              row.printed === null ? '–' : indexText(row.printed.trajectoryIndex, language),
            figure: (row: AssessmentRow) => (row.printed === null ? undefined : `${row.id}/printed`),
            extra: true,
          },
        ]
      : []),
  ];
  const name = segment.segmentName[language];
  return (
    <Figure
      id={`ranking-${segment.segment}`}
      title={`${number}. ${name}`}
      subtitle={t({
        ru: `${all ? `Все ${words.ru.members}` : `${capital(words.ru.members)} с индексом не ниже 1`}, ${period}; полоса — логарифмическая шкала от 1 до 32`,
        en: `${all ? `All ${words.en.members}` : `${capital(words.en.members)} with an index of at least 1`}, ${period}; the bar is logarithmic, 1 to 32`,
      })}
      table={
        rows.length === 0 ? (
          <p className="state-head">
            {t({
              ru: `${words.ru.inNone} индекс не достигает 1.`,
              en: `In no ${words.en.member} does the index reach 1.`,
            })}
          </p>
        ) : (
          <DataTable columns={columns} rows={rows} rowKey={(row) => row.id} className="rank" />
        )
      }
      tools={
        <a href={addressOf('segment', segment.segment)}>{t({ ru: 'О сегменте', en: 'About the segment' })}</a>
      }
      asked={asked}
      notes={
        hasPrinted
          ? [
              <button
                key="printed"
                type="button"
                className="lk"
                onClick={() => choose({ printed: printed ? null : '1' }, 'replace')}
              >
                {printed
                  ? t({ ru: 'Скрыть напечатанные значения', en: 'Hide the printed values' })
                  : t({ ru: 'Показать рядом напечатанные значения', en: 'Show the printed values beside' })}
              </button>,
              t({
                ru: '«T в статье» — напечатанное значение; его определение не опубликовано.',
                en: '"T as printed" is the value in the paper; its definition is not published.',
              }),
            ]
          : []
      }
    />
  );
}

function percentCell(share: number | null, language: Language): string {
  if (share === null) return language === 'ru' ? 'н/о' : 'n/d';
  const percent = share * 100;
  return formatNumber(percent, percent >= 0.095 || percent === 0 ? 1 : percent >= 0.0095 ? 2 : 3, language);
}

function Change({ row, before }: { readonly row: AssessmentRow; readonly before: readonly AssessmentRow[] }) {
  const { t } = useLanguage();
  const earlier = before.find((one) => one.territory === row.territory)?.rank ?? null;
  if (earlier === null || row.rank === null)
    return <span className="chg">{t({ ru: 'новый', en: 'new' })}</span>;
  const change = earlier - row.rank;
  if (change === 0) return <span className="chg">–</span>;
  return (
    <span className="chg">
      <svg width="7" height="6" aria-hidden="true">
        <path d={change > 0 ? 'M0 6 3.5 0 7 6Z' : 'M0 0h7L3.5 6Z'} fill="var(--muted)" />
      </svg>
      <span className="vh">
        {change > 0 ? t({ ru: 'выше на', en: 'up' }) : t({ ru: 'ниже на', en: 'down' })}
      </span>
      {Math.abs(change)}
    </span>
  );
}

function IndexBar({ index, colour }: { readonly index: number | null; readonly colour: string }) {
  if (index === null || index <= 1) return null;
  return (
    <svg width="60" height="10" aria-hidden="true">
      <rect x="0" y="1" width={Math.max(1, logPlace(index, 1, 32) * 60)} height="8" fill={`var(${colour})`} />
    </svg>
  );
}
