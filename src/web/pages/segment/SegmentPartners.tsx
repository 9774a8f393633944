import type { PartnerRow, Partners } from '../../../api/partners.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { type ShareBar, shareBars } from '../../../charts/shareBars.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { percentText } from '../../../domain/quantityText.ts';
import { segmentPartnerSentences } from '../../../narrative/segmentSentences.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { listChoices } from '../../choices.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { PartnerName } from '../../components/PartnerName.tsx';
import { Section } from '../../components/Section.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { usePlace } from '../../place.ts';

const shown = 12;

/** Where the country's exports of the segment go. */
export function SegmentPartners({ segment, period }: { readonly segment: string; readonly period: string }) {
  const place = usePlace();
  const { t, language } = useLanguage();
  const asked: Asked = { question: 'partners', options: { ...listChoices(place), period } };
  const answered = useAnswer<Partners>(asked);
  const rowsOf = (answer: Partners) => answer.data.filter((row) => row.segment === segment);
  return (
    <Section
      title={t({ ru: 'Куда', en: 'Where to' })}
      say={answered.state === 'here' ? segmentPartnerSentences(rowsOf(answered.answer), language) : []}
    >
      <Await answered={answered}>
        {(answer) => {
          const rows = rowsOf(answer);
          const stated = rows.filter((row) => row.partner !== 'not-stated' && row.valueUsd > 0);
          if (!answer.manifest.hasPartners)
            return (
              <NotDrawn
                why={t({
                  ru: 'Источник не называет стран-партнёров.',
                  en: 'The source does not name partners.',
                })}
              />
            );
          if (stated.length === 0)
            return (
              <NotDrawn
                why={t({
                  ru: 'Вывоза со страной назначения не было.',
                  en: 'There were no exports with a stated partner.',
                })}
              />
            );
          const first = stated[0] as PartnerRow;
          return (
            <Figure
              id="partners"
              title={t({
                ru: `${first.partnerName.ru} берёт ${percentText(first.share ?? 0, 'ru', 0)}`,
                en: `${first.partnerName.en} takes ${percentText(first.share ?? 0, 'en', 0)}`,
              })}
              subtitle={t({
                ru: `Вывоз сегмента по странам, млн долл., ${period}`,
                en: `Exports of the segment by partner, $ m, ${period}`,
              })}
              draw={(width) =>
                shareBars(barsOf(rows, language), {
                  width,
                  title: t({ ru: 'Вывоз сегмента по странам', en: 'Exports of the segment by partner' }),
                  columns: [t({ ru: 'млн долл.', en: '$ m' }), t({ ru: 'доля, %', en: 'share, %' })],
                })
              }
              table={<PartnersTable rows={rows} />}
              asked={{ ...asked, options: { ...asked.options, 'filter.segment': segment } }}
              notes={
                rows.some((row) => row.partner === 'not-stated')
                  ? [t({ ru: 'Штриховка — страна не указана.', en: 'Hatched: no partner is stated.' })]
                  : []
              }
              figure={`${first.id}/valueUsd`}
            />
          );
        }}
      </Await>
    </Section>
  );
}

function barsOf(rows: readonly PartnerRow[], language: 'ru' | 'en'): readonly ShareBar[] {
  const stated = rows.filter((row) => row.partner !== 'not-stated' && row.valueUsd > 0);
  const rest = stated.slice(shown);
  const number = (value: number) => formatNumber(value / 1e6, value < 9.95e6 ? 2 : 1, language);
  const percent = (share: number) => formatNumber(share * 100, 1, language);
  const bar = (row: PartnerRow): ShareBar => ({
    id: row.partner,
    name: row.partnerName[language],
    value: row.valueUsd,
    colour: segmentLook(row.segment, row.segmentName).colour,
    cells: [number(row.valueUsd), percent(row.share ?? 0)],
    ...(row.partner === 'not-stated' ? { look: 'hatched' as const } : {}),
  });
  const [value, share] = [
    rest.reduce((sum, row) => sum + row.valueUsd, 0),
    rest.reduce((sum, row) => sum + (row.share ?? 0), 0),
  ];
  return [
    ...stated.slice(0, shown).map(bar),
    ...(rest.length === 0
      ? []
      : [
          {
            id: 'others',
            name: language === 'ru' ? `Ещё стран: ${rest.length}` : `${rest.length} more`,
            value,
            colour: '--seg-rest',
            cells: [number(value), percent(share)],
            look: 'plain' as const,
          },
        ]),
    ...rows.filter((row) => row.partner === 'not-stated').map(bar),
  ];
}

function PartnersTable({ rows }: { readonly rows: readonly PartnerRow[] }) {
  const { t, language } = useLanguage();
  const columns: readonly Column<PartnerRow>[] = [
    {
      key: 'partner',
      head: t({ ru: 'Страна', en: 'Partner' }),
      text: true,
      cell: (row) => <PartnerName partner={row.partner} name={row.partnerName[language]} />,
      sort: (row) => row.partnerName[language],
    },
    {
      key: 'value',
      head: t({ ru: 'Тыс. долл.', en: '$ k' }),
      cell: (row) => formatNumber(row.valueUsd / 1e3, 1, language),
      sort: (row) => row.valueUsd,
      figure: (row) => `${row.id}/valueUsd`,
    },
    {
      key: 'share',
      head: t({ ru: 'Доля, %', en: 'Share, %' }),
      cell: (row) => (row.share === null ? '–' : formatNumber(row.share * 100, 2, language)),
      sort: (row) => row.share,
      figure: (row) => `${row.id}/share`,
    },
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => row.partner} />;
}
