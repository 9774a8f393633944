import type { Product, ProductRow } from '../../../api/product.ts';
import { type ShareBar, shareBars } from '../../../charts/shareBars.ts';
import { formatNumber, formatSignificant } from '../../../domain/formatNumber.ts';
import { percentText } from '../../../domain/quantityText.ts';
import { productPartnerSentences } from '../../../narrative/productSentences.ts';
import type { Asked } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { PartnerName } from '../../components/PartnerName.tsx';
import { Section } from '../../components/Section.tsx';
import { NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { productColour } from './productColour.ts';

const shown = 12;

/** Where the product goes. */
export function ProductPartners({ answer, asked }: { readonly answer: Product; readonly asked: Asked }) {
  const { t, language } = useLanguage();
  const { period } = answer.manifest;
  const rows = answer.data.filter((row) => row.part === 'partner');
  const first = rows.find((row) => row.partner !== 'not-stated');
  const colour = productColour(answer);
  return (
    <Section title={t({ ru: 'Куда', en: 'Where to' })} say={productPartnerSentences(rows, language)}>
      {first === undefined ? (
        <NotDrawn
          why={
            answer.data.some((row) => row.valueReason === 'no-rate' && row.part === 'region')
              ? t({
                  ru: 'За этот период нет курса к доллару.',
                  en: 'There is no dollar rate for the period.',
                })
              : answer.manifest.valueUsd === 0
                ? t({ ru: 'Вывоза не было.', en: 'There were no exports.' })
                : t({ ru: 'Источник не называет стран-партнёров.', en: 'The source does not name partners.' })
          }
        />
      ) : (
        <Figure
          id="partners"
          title={t({
            ru: `${first.partnerName?.ru} берёт ${percentText(first.shareOfProduct ?? 0, 'ru', 0)}`,
            en: `${first.partnerName?.en} takes ${percentText(first.shareOfProduct ?? 0, 'en', 0)}`,
          })}
          subtitle={t({
            ru: `Вывоз товара по странам, млн долл., ${period}`,
            en: `Exports of the product by partner, $ m, ${period}`,
          })}
          draw={(width) =>
            shareBars(barsOf(rows, colour, language), {
              width,
              title: t({ ru: 'Вывоз товара по странам', en: 'Exports of the product by partner' }),
              columns: [t({ ru: 'млн долл.', en: '$ m' }), t({ ru: 'доля, %', en: 'share, %' })],
            })
          }
          table={<PartnersTable rows={rows} />}
          asked={{ ...asked, options: { ...asked.options, 'filter.part': 'partner' } }}
          notes={
            rows.some((row) => row.partner === 'not-stated')
              ? [t({ ru: 'Штриховка — страна не указана.', en: 'Hatched: no partner is stated.' })]
              : []
          }
          figure={`${first.id}/valueUsd`}
        />
      )}
    </Section>
  );
}

function barsOf(rows: readonly ProductRow[], colour: string, language: 'ru' | 'en'): readonly ShareBar[] {
  const stated = rows.filter((row) => row.partner !== 'not-stated');
  const rest = stated.slice(shown);
  const cells = (usd: number, share: number) => [
    formatNumber(usd / 1e6, usd < 9.95e6 ? 2 : 1, language),
    formatNumber(share * 100, 1, language),
  ];
  const bar = (row: ProductRow): ShareBar => ({
    id: row.partner ?? '',
    name: row.partnerName?.[language] ?? '',
    value: row.valueUsd ?? 0,
    colour,
    cells: cells(row.valueUsd ?? 0, row.shareOfProduct ?? 0),
    ...(row.partner === 'not-stated' ? { look: 'hatched' as const } : {}),
  });
  const value = rest.reduce((sum, row) => sum + (row.valueUsd ?? 0), 0);
  const share = rest.reduce((sum, row) => sum + (row.shareOfProduct ?? 0), 0);
  const others: readonly ShareBar[] =
    rest.length === 0
      ? []
      : [
          {
            id: 'others',
            name: language === 'ru' ? `Ещё стран: ${rest.length}` : `${rest.length} more`,
            value,
            colour,
            cells: cells(value, share),
            look: 'plain',
          },
        ];
  return [
    ...stated.slice(0, shown).map(bar),
    ...others,
    ...rows.filter((row) => row.partner === 'not-stated').map(bar),
  ];
}

function PartnersTable({ rows }: { readonly rows: readonly ProductRow[] }) {
  const { t, language } = useLanguage();
  const unit = rows.find((row) => row.unitName !== null)?.unitName?.[language];
  const columns: readonly Column<ProductRow>[] = [
    {
      key: 'partner',
      head: t({ ru: 'Страна', en: 'Partner' }),
      text: true,
      cell: (row) => <PartnerName partner={row.partner ?? ''} name={row.partnerName?.[language] ?? ''} />,
      sort: (row) => row.partnerName?.[language] ?? '',
    },
    {
      key: 'value',
      head: t({ ru: 'Тыс. долл.', en: '$ k' }),
      cell: (row) => formatNumber((row.valueUsd ?? 0) / 1e3, 1, language),
      sort: (row) => row.valueUsd,
      figure: (row) => `${row.id}/valueUsd`,
    },
    {
      key: 'share',
      head: t({ ru: 'Доля, %', en: 'Share, %' }),
      cell: (row) =>
        row.shareOfProduct === null ? '–' : formatNumber(row.shareOfProduct * 100, 2, language),
      sort: (row) => row.shareOfProduct,
      figure: (row) => `${row.id}/shareOfProduct`,
    },
    ...(unit === undefined
      ? []
      : [
          {
            key: 'price',
            head: t({ ru: `Долл. за ${unit}`, en: `$ per ${unit}` }),
            cell: (row: ProductRow) =>
              row.unitValueUsd === null ? '…' : formatSignificant(row.unitValueUsd, language),
            sort: (row: ProductRow) => row.unitValueUsd,
            figure: (row: ProductRow) => (row.unitValueUsd === null ? undefined : `${row.id}/unitValueUsd`),
          },
        ]),
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
