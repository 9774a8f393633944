import { useContext } from 'react';
import type { PartnerRow, Partners } from '../../../api/partners.ts';
import { sequentialBreaks, sequentialClass } from '../../../charts/scales.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { type CountryCell, worldMap } from '../../../charts/worldMap.ts';
import { moneyText, percentText } from '../../../domain/quantityText.ts';
import { listed, type Sentence } from '../../../narrative/sentence.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { choicesOf, listChoices } from '../../choices.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure, Tabs } from '../../components/Figure.tsx';
import { Say } from '../../components/Say.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, usePlace } from '../../place.ts';
import { useWorldShapes } from '../../useWorldShapes.ts';
import { WorkspaceContext } from '../../workspace.ts';

/** Where the exports of the workspace's country go, on the world map; a partner of the address is outlined. */
export function DestinationsSection() {
  const { t, language } = useLanguage();
  const place = usePlace();
  const { data: workspace } = useContext(WorkspaceContext);
  const { period } = choicesOf(place, workspace);
  const asked: Asked = { question: 'partners', options: { ...listChoices(place), period } };
  const answered = useAnswer<Partners>(asked);
  const name = workspace.countryName[language];
  return (
    <section className="sec" id="destinations">
      <h2>{t({ ru: `${name}: куда идёт вывоз`, en: `${name}: where exports go` })}</h2>
      <Await answered={answered} height={460}>
        {(answer) =>
          answer.data.length === 0 ? (
            <NotDrawn
              why={t({
                ru: `За ${period} источник не называет стран-партнёров.`,
                en: `The source names no partners for ${period}.`,
              })}
            />
          ) : (
            <DestinationsFigure answer={answer} asked={asked} period={period} />
          )
        }
      </Await>
    </section>
  );
}

function DestinationsFigure({
  answer,
  asked,
  period,
}: {
  readonly answer: Partners;
  readonly asked: Asked;
  readonly period: string;
}) {
  const { t, language } = useLanguage();
  const { query } = usePlace();
  const world = useWorldShapes();
  const segments = [...new Map(answer.data.map((row) => [row.segment, row.segmentName]))];
  const segment = segments.find(([id]) => id === query.goods)?.[0] ?? 'total';
  const rows = answer.data.filter((row) => row.segment === segment);
  const stated = rows.filter((row) => row.partner !== 'not-stated');
  const chosen = query.partner;
  const breaks = sequentialBreaks(stated.map((row) => row.share ?? 0));
  const cells = new Map(
    stated.map((row): [string, CountryCell] => [
      row.partner,
      {
        name: row.partnerName[language],
        look: { scale: 'seq', step: sequentialClass(row.share ?? 0, breaks) },
        text: percentText(row.share ?? 0, language),
        href: addressOf('world', null, { partner: row.partner === chosen ? null : row.partner }),
        current: row.partner === chosen,
      },
    ]),
  );
  const nameOf = (id: string) =>
    id === 'total'
      ? t({ ru: 'Все товары', en: 'All goods' })
      : segmentLook(id, segments.find(([one]) => one === id)?.[1]).short[language];
  const [top] = stated;
  const title =
    top === undefined
      ? t({ ru: 'Вывоза не было', en: 'There were no exports' })
      : t({
          ru: `Больше всего берёт ${top.partnerName.ru}: ${percentText(top.share ?? 0, 'ru')}`,
          en: `${top.partnerName.en} takes most: ${percentText(top.share ?? 0, 'en')}`,
        });
  const columns: readonly Column<PartnerRow>[] = [
    {
      key: 'name',
      head: t({ ru: 'Страна', en: 'Partner' }),
      text: true,
      cell: (row) => row.partnerName[language],
    },
    {
      key: 'value',
      head: t({ ru: 'Стоимость', en: 'Value' }),
      cell: (row) => moneyText(row.valueUsd, language),
    },
    {
      key: 'share',
      head: t({ ru: 'Доля, %', en: 'Share, %' }),
      cell: (row) => (row.share === null ? '–' : percentText(row.share, language, 2)),
    },
  ];
  return (
    <>
      {chosen === undefined ? null : (
        <Say sentences={[partnerSentence(answer.data, chosen, period, nameOf, language)]} />
      )}
      <Figure
        id="destinations-map"
        title={title}
        subtitle={t({
          ru: `${nameOf(segment)}, ${period}, доля стран назначения`,
          en: `${nameOf(segment)}, ${period}, share of partners`,
        })}
        tools={
          <Tabs
            name="goods"
            label={t({ ru: 'Товары', en: 'Goods' })}
            value={segment}
            choices={[
              { id: 'total', text: nameOf('total') },
              ...segments.filter(([id]) => id !== 'total').map(([id]) => ({ id, text: nameOf(id) })),
            ]}
          />
        }
        draw={
          world === null
            ? () => ''
            : (width) =>
                worldMap(world, cells, {
                  width,
                  language,
                  title,
                  others: 'no-exports',
                  scale: {
                    scale: 'seq',
                    name: t({ ru: 'Доля в вывозе', en: 'Share of exports' }),
                    borders: breaks.map((one) => percentText(one, language, one < 0.01 ? 2 : 1)),
                  },
                })
        }
        table={<DataTable columns={columns} rows={rows} rowKey={(row) => row.partner} />}
        asked={{ ...asked, options: { ...asked.options, 'filter.segment': segment } }}
        notes={[
          t({
            ru: 'Нажмите страну, чтобы увидеть её подробнее.',
            en: 'Choose a country to read more of it.',
          }),
        ]}
      />
    </>
  );
}

function partnerSentence(
  rows: readonly PartnerRow[],
  partner: string,
  period: string,
  nameOf: (segment: string) => string,
  language: 'ru' | 'en',
): Sentence {
  const own = rows.filter((row) => row.partner === partner && row.valueUsd > 0);
  const total = own.find((row) => row.segment === 'total');
  if (total === undefined) {
    const isCountry = /^[A-Z]{2}$/.test(partner);
    const name = isCountry ? new Intl.DisplayNames([language], { type: 'region' }).of(partner) : partner;
    return language === 'ru'
      ? [`${name}: за ${period} вывоза туда нет.`]
      : [`${name}: no exports there in ${period}.`];
  }
  const parts = own
    .filter((row) => row.segment !== 'total')
    .sort((a, b) => b.valueUsd - a.valueUsd)
    .slice(0, 3)
    .map((row) => `${nameOf(row.segment)} ${moneyText(row.valueUsd, language)}`);
  const start = `${total.partnerName[language]}, ${period}: `;
  const money = { text: moneyText(total.valueUsd, language) };
  const share = { text: percentText(total.share ?? 0, language) };
  const rest =
    parts.length === 0
      ? []
      : [
          language === 'ru'
            ? `; из высоких технологий — ${listed(parts, 'ru')}`
            : `; of high technology ${listed(parts, 'en')}`,
        ];
  return language === 'ru'
    ? [start, money, ', ', share, ' всего вывоза', ...rest, '.']
    : [start, money, ', ', share, ' of all exports', ...rest, '.'];
}
