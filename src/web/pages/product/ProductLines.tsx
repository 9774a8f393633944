import type { Product, ProductRow } from '../../../api/product.ts';
import { shareBars } from '../../../charts/shareBars.ts';
import { formatShare } from '../../../domain/formatNumber.ts';
import { millionsText, percentText } from '../../../domain/quantityText.ts';
import { productLineSentences } from '../../../narrative/productSentences.ts';
import type { Asked } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf } from '../../place.ts';
import { useValueColumns } from '../../useValueColumns.ts';
import { productColour } from './productColour.ts';

const shown = 20;

/** The codes below the product, each with a page of its own; nothing where there are none. */
export function ProductLines({ answer, asked }: { readonly answer: Product; readonly asked: Asked }) {
  const { t, language } = useLanguage();
  const shared = useValueColumns();
  const { period, code } = answer.manifest;
  const rows = answer.data.filter((row) => row.part === 'line');
  const first = rows[0];
  if (first === undefined) return null;
  const nameOf = (row: ProductRow) =>
    row.code === ''
      ? t({ ru: 'код ниже не указан', en: 'no code below is told' })
      : `${row.code} ${row.codeName?.[language] ?? ''}`.trim();
  const hrefOf = (row: ProductRow) =>
    row.code === '' || row.code === code ? undefined : addressOf('product', row.code);
  const columns: readonly Column<ProductRow>[] = [
    {
      key: 'code',
      head: t({ ru: 'Код', en: 'Code' }),
      text: true,
      cell: (row) => (hrefOf(row) === undefined ? nameOf(row) : <a href={hrefOf(row)}>{row.code}</a>),
    },
    {
      key: 'name',
      head: t({ ru: 'Товар', en: 'Product' }),
      text: true,
      cell: (row) => row.codeName?.[language] ?? '',
    },
    shared.thousands({ of: (row) => row.valueUsd ?? 0, figure: (row) => `${row.id}/valueUsd` }),
    shared.share('share', { ru: 'Доля, %', en: 'Share, %' }, 2, {
      of: (row) => row.shareOfProduct,
      figure: (row) => `${row.id}/shareOfProduct`,
    }),
  ];
  return (
    <Section
      title={t({ ru: 'Из чего состоит', en: 'What it is made of' })}
      say={productLineSentences(rows, language)}
    >
      <Figure
        id="lines"
        title={t({
          ru: `${first.code === '' ? 'Без кода ниже' : first.code} — ${percentText(first.shareOfProduct ?? 0, 'ru', 0)}`,
          en: `${first.code === '' ? 'No code below' : first.code}: ${percentText(first.shareOfProduct ?? 0, 'en', 0)}`,
        })}
        subtitle={t({
          ru: `Коды ниже, млн долл., ${period}; код ведёт к своей странице${rows.length > shown ? `; показаны первые ${shown} из ${rows.length}, все — в таблице` : ''}`,
          en: `Codes below, $ m, ${period}; a code leads to its page${rows.length > shown ? `; the first ${shown} of ${rows.length}, all in the table` : ''}`,
        })}
        draw={(width) =>
          shareBars(
            rows.slice(0, shown).map((row) => ({
              id: row.code,
              name: nameOf(row),
              value: row.valueUsd ?? 0,
              colour: productColour(answer),
              cells: [
                millionsText(row.valueUsd ?? 0, language),
                formatShare(row.shareOfProduct ?? 0, 1, language),
              ],
              href: hrefOf(row),
              ...(row.code === '' ? { look: 'hatched' as const } : {}),
            })),
            {
              width,
              title: t({ ru: 'Коды ниже', en: 'Codes below' }),
              columns: [t({ ru: 'млн долл.', en: '$ m' }), t({ ru: 'доля, %', en: 'share, %' })],
            },
          )
        }
        table={<DataTable columns={columns} rows={rows} rowKey={(row) => row.id} />}
        asked={{ ...asked, options: { ...asked.options, 'filter.part': 'line' } }}
        figure={`${first.id}/valueUsd`}
      />
    </Section>
  );
}
