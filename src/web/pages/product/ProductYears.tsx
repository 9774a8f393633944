import type { Product, ProductRow } from '../../../api/product.ts';
import { valueYears } from '../../../charts/valueYears.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { moneyText, percentText } from '../../../domain/quantityText.ts';
import { capital } from '../../../narrative/levelWords.ts';
import { productYearsSentences } from '../../../narrative/productSentences.ts';
import type { Asked } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { NotDrawn } from '../../components/States.tsx';
import { ValueOrShare } from '../../components/ValueOrShare.tsx';
import { useLanguage } from '../../language.ts';
import { usePlace } from '../../place.ts';
import { useValueColumns } from '../../useValueColumns.ts';
import { useWords } from '../../useWords.ts';
import { productColour } from './productColour.ts';

/** The product over the years, as value or as share of the country; years whose edition has no such code are gaps. */
export function ProductYears({ answer, asked }: { readonly answer: Product; readonly asked: Asked }) {
  const { t, language } = useLanguage();
  const words = useWords();
  const share = usePlace().query.years === 'share';
  const all = answer.data.filter((row) => row.part === 'year');
  const from = all.findIndex((row) => row.valueReason !== 'no-rate');
  const rows = from < 0 ? [] : all.slice(from);
  const of = (row: ProductRow) => (share ? row.shareOfTerritory : row.valueUsd);
  const known = rows.filter((row) => row.valueUsd !== null);
  const [first, last] = [known[0], known.at(-1)];
  const largest = Math.max(0, ...known.map((row) => row.valueUsd ?? 0));
  if (first === undefined || last === undefined || known.length < 2 || largest === 0) {
    return (
      <Section title={t({ ru: 'Как менялся', en: 'How it has changed' })} say={[]}>
        <NotDrawn
          why={
            largest === 0
              ? t({ ru: 'Вывоза не было ни в одном году.', en: 'There were no exports in any year.' })
              : t({ ru: 'Для одного года график не строится.', en: 'A chart of one year is not drawn.' })
          }
        />
      </Section>
    );
  }
  const unit = largest >= 1e6 ? 1e6 : 1e3;
  const unitName = unit === 1e6 ? t({ ru: 'млн долл.', en: '$ m' }) : t({ ru: 'тыс. долл.', en: '$ k' });
  const text = (row: ProductRow) =>
    share ? percentText(of(row) ?? 0, language, 2) : moneyText(of(row) ?? 0, language);
  const short = (value: number) =>
    share
      ? percentText(value, language)
      : formatNumber(value / unit, value / unit < 9.95 && value > 0 ? 1 : 0, language);
  const grew = (of(last) ?? 0) >= (of(first) ?? 0);
  const absent = rows.filter((row) => row.valueReason === 'not-in-edition').map((row) => row.period);
  return (
    <Section
      title={t({ ru: 'Как менялся', en: 'How it has changed' })}
      say={productYearsSentences(rows, language)}
    >
      <Figure
        id="years"
        title={t({
          ru: `${share ? 'Доля' : 'Вывоз'} ${grew ? (share ? 'выросла' : 'вырос') : share ? 'снизилась' : 'сократился'} с ${text(first)} до ${text(last)}`,
          en: `${share ? 'The share' : 'Exports'} ${grew ? 'rose' : 'fell'} from ${text(first)} to ${text(last)}`,
        })}
        subtitle={t({
          ru: `${capital(words.ru.whole)}, ${share ? 'доля товара в вывозе' : `${unitName} в текущих ценах`}, ${rows[0]?.period}–${rows.at(-1)?.period}; каждый год — в своей редакции номенклатуры`,
          en: `${capital(words.en.whole)}, ${share ? 'share of exports' : `${unitName}, current prices`}, ${rows[0]?.period}–${rows.at(-1)?.period}; each year in its own edition`,
        })}
        tools={<ValueOrShare name="years" share={share} />}
        draw={(width) =>
          valueYears(
            rows.map((row) => ({
              year: Number(row.period),
              value: of(row),
              lower: null,
              upper: null,
              ...(row.valueReason === null ? {} : { reason: row.valueReason }),
            })),
            {
              width,
              title: t({ ru: 'Товар по годам', en: 'The product by year' }),
              colour: productColour(answer),
              breaks: [],
              valueText: short,
              tickText: short,
            },
          )
        }
        table={<YearsTable rows={rows} />}
        asked={{ ...asked, options: { ...asked.options, 'filter.part': 'year' } }}
        notes={[
          ...(absent.length === 0
            ? []
            : [
                t({
                  ru: `… — кода нет в редакции года: ${absent.join(', ')}. Чем он был — ниже, в соответствиях.`,
                  en: `… the edition of the year has no such code: ${absent.join(', ')}. What it was is below, in the concordance.`,
                }),
              ]),
          t({
            ru: 'Под одним и тем же кодом в разных редакциях могут стоять разные товары.',
            en: 'The same code may hold different goods in different editions.',
          }),
        ]}
        figure={`${last.id}/${share ? 'shareOfTerritory' : 'valueUsd'}`}
      />
    </Section>
  );
}

function YearsTable({ rows }: { readonly rows: readonly ProductRow[] }) {
  const { t } = useLanguage();
  const shared = useValueColumns();
  const words = useWords();
  const reason = (row: ProductRow) =>
    row.valueReason === 'no-rate'
      ? t({ ru: '… нет курса', en: '… no rate' })
      : t({ ru: '… кода нет', en: '… no such code' });
  const columns: readonly Column<ProductRow>[] = [
    { key: 'year', head: t({ ru: 'Год', en: 'Year' }), text: true, cell: (row) => row.period },
    shared.thousands({
      of: (row) => row.valueUsd,
      figure: (row) => `${row.id}/valueUsd`,
      none: reason,
      dashZero: true,
    }),
    shared.share(
      'share',
      { ru: `Доля в вывозе ${words.ru.ofWhole}, %`, en: `Share of ${words.en.whole}'s exports, %` },
      4,
      { of: (row) => row.shareOfTerritory, figure: (row) => `${row.id}/shareOfTerritory` },
    ),
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
