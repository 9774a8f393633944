import type { Product, ProductRow } from '../../../api/product.ts';
import { priceStrips } from '../../../charts/priceStrips.ts';
import { formatNumber, formatSignificant } from '../../../domain/formatNumber.ts';
import { percentText } from '../../../domain/quantityText.ts';
import { capital } from '../../../narrative/levelWords.ts';
import { productPriceSentences } from '../../../narrative/productSentences.ts';
import type { Asked } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { useWords } from '../../useWords.ts';
import { productColour } from './productColour.ts';

/** Unit values over regions and over partners; nothing drawn where no quantity is told. */
export function PricesSection({ answer, asked }: { readonly answer: Product; readonly asked: Asked }) {
  const { t, language } = useLanguage();
  const words = useWords();
  const spreads = answer.data.filter((row) => row.part === 'spread' && (row.observations ?? 0) > 0);
  const first = spreads[0];
  const title = t({ ru: 'Цена единицы', en: 'Unit values' });
  if (first?.unitValueUsd == null) {
    return (
      <Section title={title} say={[]}>
        <NotDrawn
          why={t({
            ru: 'Источник не даёт количества этого товара: цены единицы нет.',
            en: 'The source tells no quantities of it: there is no unit value.',
          })}
        />
      </Section>
    );
  }
  const unit = first.unitName?.[language] ?? '';
  const across = (row: ProductRow) =>
    row.partner === 'region'
      ? t({ ru: `По ${words.ru.toMembers}`, en: `Across ${words.en.members}` })
      : t({ ru: 'По странам', en: 'Across partners' });
  const price = (value: number) => formatSignificant(value, language);
  const pointsOf = (spread: ProductRow) =>
    answer.data
      .filter((row) => row.part === spread.partner && row.unitValueUsd !== null)
      .filter((row) => row.indexReason !== 'no-region' && row.partner !== 'not-stated')
      .map((row) => ({
        id: row.territory ?? row.partner ?? '',
        name: (row.territoryName ?? row.partnerName)?.[language] ?? '',
        price: row.unitValueUsd ?? 0,
      }));
  const columns: readonly Column<ProductRow>[] = [
    { key: 'across', head: '', text: true, cell: across },
    {
      key: 'price',
      head: t({
        ru: `${capital(words.ru.whole)}, долл. за ${unit}`,
        en: `${capital(words.en.wholeName)}, $ per ${unit}`,
      }),
      cell: (row) => price(row.unitValueUsd ?? 0),
      figure: (row) => `${row.id}/unitValueUsd`,
    },
    { key: 'median', head: t({ ru: 'Медиана', en: 'Median' }), cell: (row) => price(row.medianUsd ?? 0) },
    {
      key: 'quartiles',
      head: t({ ru: 'Квартили', en: 'Quartiles' }),
      cell: (row) => `${price(row.lowerQuartileUsd ?? 0)} … ${price(row.upperQuartileUsd ?? 0)}`,
    },
    {
      key: 'count',
      head: t({ ru: 'Наблюдений', en: 'Observations' }),
      cell: (row) => formatNumber(row.observations ?? 0, 0, language),
    },
    {
      key: 'coverage',
      head: t({ ru: 'Покрытие стоимости', en: 'Share of the value' }),
      cell: (row) => (row.quantityCoverage === null ? '–' : percentText(row.quantityCoverage, language, 1)),
    },
  ];
  const ratio =
    first.lowerQuartileUsd === null || first.upperQuartileUsd === null
      ? null
      : first.upperQuartileUsd / first.lowerQuartileUsd;
  return (
    <Section title={title} say={productPriceSentences(answer.data, language, words)}>
      <Figure
        id="prices"
        title={
          ratio === null || (first.observations ?? 0) < 4
            ? t({
                ru: `${price(first.unitValueUsd)} долл. за единицу (${unit})`,
                en: `$${price(first.unitValueUsd)} per unit (${unit})`,
              })
            : t({
                ru: `Верхняя четверть ${words.ru.ofMembers} дороже нижней в ${formatNumber(ratio, 1, 'ru')} раза`,
                en: `The upper quartile of ${words.en.members} is ${formatNumber(ratio, 1, 'en')} times the lower`,
              })
        }
        subtitle={t({
          ru: `Долл. за единицу (${unit}), ${answer.manifest.period}, логарифмическая шкала; точка — ${words.ru.member} или страна, полоса — между квартилями, черта — медиана`,
          en: `Dollars per unit (${unit}), ${answer.manifest.period}, logarithmic axis; a dot is a ${words.en.member} or partner, the band lies between the quartiles, the bar is the median`,
        })}
        draw={(width) =>
          priceStrips(
            spreads.map((spread) => ({
              id: spread.partner ?? '',
              name: across(spread),
              colour: productColour(answer),
              points: pointsOf(spread),
              median: spread.medianUsd ?? 0,
              lowerQuartile: spread.lowerQuartileUsd ?? 0,
              upperQuartile: spread.upperQuartileUsd ?? 0,
            })),
            {
              width,
              title: t({ ru: 'Цена единицы', en: 'Unit values' }),
              priceText: price,
              mark: {
                price: first.unitValueUsd ?? 0,
                name: t({ ru: words.ru.whole, en: words.en.wholeName }),
              },
            },
          )
        }
        table={<DataTable columns={columns} rows={spreads} rowKey={(row) => row.id} />}
        asked={{ ...asked, options: { ...asked.options, 'filter.part': 'spread' } }}
        notes={[
          t({
            ru: `Стоимость, делённая на количество, в единице, которая покрывает больше всего стоимости (${percentText(first.quantityCoverage ?? 0, 'ru', 0)}); где наблюдений двенадцать и больше, выбросы отброшены (дальше пяти робастных отклонений логарифма и не менее чем втрое).`,
            en: `Value over quantity, in the unit that covers most of the value (${percentText(first.quantityCoverage ?? 0, 'en', 0)}); from twelve observations on outliers are left out (beyond five robust deviations of the logarithm, and threefold at least).`,
          }),
        ]}
        figure={`${first.id}/unitValueUsd`}
      />
    </Section>
  );
}
