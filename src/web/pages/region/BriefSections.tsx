import { useContext } from 'react';
import type { Diversification } from '../../../api/diversification.ts';
import type { Opportunities } from '../../../api/opportunities.ts';
import type { Scorecard, ScorecardRow } from '../../../api/scorecard.ts';
import { yearBefore } from '../../../domain/yearBefore.ts';
import { marginSentences } from '../../../narrative/marginSentences.ts';
import { opportunitySentences } from '../../../narrative/opportunitySentences.ts';
import {
  boundText,
  gapText,
  indicatorText,
  scorecardSentences,
} from '../../../narrative/scorecardSentences.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { listChoices } from '../../choices.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, usePlace } from '../../place.ts';
import { useWords } from '../../useWords.ts';
import { WorkspaceContext } from '../../workspace.ts';
import { MarginsFigure } from '../diversification/MarginsFigure.tsx';
import { OpportunityTable } from '../diversification/OpportunityTable.tsx';
import { marginChoices } from '../diversification/spaceChoices.ts';
import { Status } from '../indicators/Status.tsx';

interface Brief {
  readonly id: string;
  readonly year: number;
}

/** The change of exports in short; the whole is on its page. */
export function DiversificationBrief({ id, year }: Brief) {
  const place = usePlace();
  const { t, language } = useLanguage();
  const { data } = useContext(WorkspaceContext);
  const flow = place.query.flow === 'import' ? 'import' : 'export';
  const earlier = data.coverage.filter((one) => one.flow === flow && one.year < year).map((one) => one.year);
  const chosen = Number(place.query.since);
  const from = earlier.includes(chosen) ? chosen : yearBefore(earlier, year);
  const asked: Asked = {
    question: 'diversify',
    options: { ...marginChoices(place), territory: id, from: from ?? year, to: year },
  };
  const answered = useAnswer<Diversification>(from === null ? null : asked);
  return (
    <Section
      title={t({ ru: 'Диверсификация', en: 'Diversification' })}
      say={answered.state === 'here' ? marginSentences(answered.answer, language) : []}
    >
      {from === null ? (
        <NotDrawn
          why={t({
            ru: 'Раньше этого года данных нет: сравнить не с чем.',
            en: 'There is no data before this year.',
          })}
        />
      ) : (
        <Await answered={answered} height={300}>
          {(answer) => <MarginsFigure answer={answer} asked={asked} years={earlier} />}
        </Await>
      )}
      <p className="sm">
        <a href={addressOf('diversification', id)}>
          {t({ ru: 'Пространство товаров и возможности', en: 'Product space and opportunities' })}
        </a>
      </p>
    </Section>
  );
}

/** Ten products by outlook gain. */
export function OpportunitiesBrief({ id, year }: Brief) {
  const place = usePlace();
  const { t, language } = useLanguage();
  const words = useWords();
  const asked: Asked = { question: 'opportunities', options: { ...listChoices(place), territory: id, year } };
  const answered = useAnswer<Opportunities>(asked);
  return (
    <Section
      title={t({ ru: 'Возможности', en: 'Opportunities' })}
      say={answered.state === 'here' ? opportunitySentences(answered.answer, language, words) : []}
    >
      <Await answered={answered} height={340}>
        {(answer) => {
          const rows = answer.data.filter((row) => !row.present).slice(0, 10);
          return rows.length === 0 ? (
            <NotDrawn why={t({ ru: 'Недостающих товаров нет.', en: 'There are no missing products.' })} />
          ) : (
            <Figure
              id="opportunities"
              title={t({
                ru: 'Недостающие товары с наибольшим выигрышем перспектив',
                en: 'Missing products with the largest outlook gain',
              })}
              subtitle={t({
                ru: `Чего у ${words.ru.ofMember} нет, по выигрышу перспектив, ${year}; коды ${answer.manifest.edition}`,
                en: `What the ${words.en.member} lacks, by outlook gain, ${year}; codes of ${answer.manifest.edition}`,
              })}
              table={<OpportunityTable rows={rows} limit={10} />}
              asked={asked}
              figure={rows[0] === undefined ? undefined : `${rows[0].id}/outlookGain`}
            />
          );
        }}
      </Await>
    </Section>
  );
}

/** The indicators that have a value; the others are on their page. */
export function IndicatorsBrief({ id, year }: Brief) {
  const { t, language } = useLanguage();
  const asked: Asked = { question: 'scorecard', options: { region: id, year } };
  const answered = useAnswer<Scorecard>(asked);
  return (
    <Section
      title={t({ ru: 'Показатели', en: 'Indicators' })}
      say={answered.state === 'here' ? scorecardSentences(answered.answer.data, language) : []}
    >
      <Await answered={answered}>
        {(answer) => {
          const known = answer.data.filter((row) => row.value !== null);
          const met = known.filter((row) => row.status === 'met').length;
          return (
            <Figure
              id="indicators"
              title={t({
                ru: `Выполнено ${met} из ${known.length} показателей, для которых есть данные`,
                en: `${met} of the ${known.length} indicators with data are met`,
              })}
              subtitle={t({ ru: `Значение и граница, ${year}`, en: `Value and bound, ${year}` })}
              table={<IndicatorTable rows={known} />}
              asked={asked}
              figure={known[0] === undefined ? undefined : `${known[0].id}/value`}
            />
          );
        }}
      </Await>
      <p className="sm">
        <a href={addressOf('indicators', id)}>
          {t({
            ru: 'Все показатели, «что если» и путь к цели',
            en: 'All indicators, what-if and the path to a target',
          })}
        </a>
      </p>
    </Section>
  );

  function IndicatorTable({ rows }: { readonly rows: readonly ScorecardRow[] }) {
    const columns: readonly Column<ScorecardRow>[] = [
      {
        key: 'name',
        head: t({ ru: 'Показатель', en: 'Indicator' }),
        text: true,
        cell: (row) => t(row.indicatorName),
      },
      {
        key: 'value',
        head: t({ ru: 'Значение', en: 'Value' }),
        cell: (row) => indicatorText(row.value ?? 0, row.unit, language),
        figure: (row) => `${row.id}/value`,
      },
      { key: 'bound', head: t({ ru: 'Граница', en: 'Bound' }), cell: (row) => boundText(row, language) },
      {
        key: 'gap',
        head: t({ ru: 'Разрыв', en: 'Gap' }),
        cell: (row) => (row.gap === null || row.gap === 0 ? '–' : gapText(row.gap, row.unit, language)),
        figure: (row) => `${row.id}/gap`,
      },
      {
        key: 'status',
        head: t({ ru: 'Статус', en: 'Status' }),
        text: true,
        cell: (row) => <Status status={row.status} />,
      },
    ];
    return <DataTable columns={columns} rows={rows} rowKey={(row) => row.indicator} />;
  }
}
