import type { Product, ProductRow } from '../../../api/product.ts';
import { noValueMark } from '../../../charts/noValue.ts';
import { shareBars } from '../../../charts/shareBars.ts';
import { formatShare } from '../../../domain/formatNumber.ts';
import { indexText, millionsText, percentText } from '../../../domain/quantityText.ts';
import { capital } from '../../../narrative/levelWords.ts';
import { productExporterSentences } from '../../../narrative/productSentences.ts';
import type { Asked } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { ShowAll } from '../../components/ShowAll.tsx';
import { NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, usePlace } from '../../place.ts';
import { useValueColumns } from '../../useValueColumns.ts';
import { useWords } from '../../useWords.ts';
import { productColour } from './productColour.ts';

const shown = 15;

/** Regions that export the product: value, share, index. */
export function ProductExporters({ answer, asked }: { readonly answer: Product; readonly asked: Asked }) {
  const { t, language } = useLanguage();
  const words = useWords();
  const { query } = usePlace();
  const { period } = answer.manifest;
  const rows = answer.data.filter((row) => row.part === 'region');
  const sized = rows.filter((row) => (row.valueUsd ?? 0) > 0);
  const all = query.exporters === 'all';
  const first = sized[0];
  const colour = productColour(answer);
  const withoutRate = rows.some((row) => row.valueReason === 'no-rate');
  return (
    <Section
      title={t({ ru: 'Кто вывозит', en: 'Who exports it' })}
      say={productExporterSentences(rows, language, words)}
    >
      {first === undefined ? (
        <NotDrawn
          why={
            withoutRate
              ? t({
                  ru: 'За этот период нет курса к доллару.',
                  en: 'There is no dollar rate for the period.',
                })
              : t({
                  ru: `За ${period} вывоза этого товара не было.`,
                  en: `There were no exports of it in ${period}.`,
                })
          }
        />
      ) : (
        <Figure
          id="exporters"
          title={t({
            ru: `${first.territoryName?.ru} — ${percentText(first.shareOfProduct ?? 0, 'ru', 0)} вывоза товара`,
            en: `${first.territoryName?.en}: ${percentText(first.shareOfProduct ?? 0, 'en', 0)} of its exports`,
          })}
          subtitle={t({
            ru: `Вывоз по ${words.ru.toMembers}, млн долл., ${period}; индекс — доля товара в вывозе ${words.ru.ofMember} против доли ${words.ru.byWhole}`,
            en: `Exports by ${words.en.member}, $ m, ${period}; the index is its share in the ${words.en.member} against that in ${words.en.whole}`,
          })}
          tools={<ShowAll name="exporters" count={sized.length} shown={shown} />}
          draw={(width) =>
            shareBars(
              (all ? sized : sized.slice(0, shown)).map((row) => ({
                id: row.territory ?? '',
                name: row.territoryName?.[language] ?? '',
                value: row.valueUsd ?? 0,
                colour,
                cells: [
                  millionsText(row.valueUsd ?? 0, language),
                  row.index === null ? noValueMark('undefined', language) : indexText(row.index, language),
                  formatShare(row.shareOfProduct ?? 0, 1, language),
                ],
                ...(row.indexReason === 'no-region'
                  ? { look: 'hatched' as const }
                  : { href: addressOf('region', row.territory) }),
              })),
              {
                width,
                title: t({
                  ru: `Вывоз товара по ${words.ru.toMembers}`,
                  en: `Exports of the product by ${words.en.member}`,
                }),
                columns: [
                  t({ ru: 'млн долл.', en: '$ m' }),
                  t({ ru: 'индекс', en: 'index' }),
                  t({ ru: 'доля, %', en: 'share, %' }),
                ],
              },
            )
          }
          table={<ExportersTable rows={rows} />}
          asked={{ ...asked, options: { ...asked.options, 'filter.part': 'region' } }}
          notes={
            rows.some((row) => row.indexReason === 'no-region' && (row.valueUsd ?? 0) > 0)
              ? [
                  t({
                    ru: `Штриховка — ${words.ru.notStated} или не раскрывается.`,
                    en: `Hatched: no ${words.en.member} is stated or disclosed.`,
                  }),
                ]
              : []
          }
          figure={`${first.id}/index`}
        />
      )}
    </Section>
  );
}

function ExportersTable({ rows }: { readonly rows: readonly ProductRow[] }) {
  const { t, language } = useLanguage();
  const words = useWords();
  const shared = useValueColumns();
  const none = noValueMark('undefined', language);
  const columns: readonly Column<ProductRow>[] = [
    {
      key: 'region',
      head: t({ ru: capital(words.ru.member), en: capital(words.en.member) }),
      text: true,
      cell: (row) =>
        row.indexReason === 'no-region' ? (
          (row.territoryName?.[language] ?? '')
        ) : (
          <a href={addressOf('region', row.territory)}>{row.territoryName?.[language]}</a>
        ),
    },
    shared.thousands({
      of: (row) => row.valueUsd,
      figure: (row) => `${row.id}/valueUsd`,
      dashZero: true,
    }),
    shared.share('share', { ru: 'Доля в товаре, %', en: 'Share of the product, %' }, 2, {
      of: (row) => row.shareOfProduct,
      figure: (row) => `${row.id}/shareOfProduct`,
      none: () => none,
    }),
    shared.share(
      'within',
      { ru: `Доля в вывозе ${words.ru.ofMember}, %`, en: `Share of the ${words.en.member}'s exports, %` },
      3,
      {
        of: (row) => row.shareOfTerritory,
        figure: (row) => `${row.id}/shareOfTerritory`,
        none: () => none,
      },
    ),
    {
      key: 'index',
      head: t({ ru: 'Индекс', en: 'Index' }),
      cell: (row) => (row.index === null ? none : row.index === 0 ? '–' : indexText(row.index, language)),
      sort: (row) => row.index,
      figure: (row) => `${row.id}/index`,
    },
    ...shared.price(rows, (row) => row.unitName, {
      of: (row) => row.unitValueUsd,
      figure: (row) => `${row.id}/unitValueUsd`,
    }),
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
