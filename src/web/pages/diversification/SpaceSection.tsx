import type { Opportunities, Opportunity } from '../../../api/opportunities.ts';
import type { ProductSpaceAnswer, SpaceNode } from '../../../api/productSpace.ts';
import { productSpace } from '../../../charts/productSpace.ts';
import { dotColour, segmentLook } from '../../../charts/segmentLook.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { moneyText, percentText } from '../../../domain/quantityText.ts';
import { capital } from '../../../narrative/levelWords.ts';
import { opportunitySentences, productText } from '../../../narrative/opportunitySentences.ts';
import { type Answered, type Options, useAnswer } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure, Tabs } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { Await } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, usePlace } from '../../place.ts';
import { useWords } from '../../useWords.ts';
import { nearProducts } from './nearProducts.ts';
import { ProductCard } from './ProductCard.tsx';
import { ProductFinder } from './ProductFinder.tsx';
import { SegmentKey } from './SegmentKey.tsx';

/** The product space of the country with the products that the region has. */
export function SpaceSection({
  year,
  opportunities,
  lists,
}: {
  readonly year: number;
  readonly opportunities: Answered<Opportunities>;
  readonly lists: Options;
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const asked = { question: 'product-space', options: { ...lists, year } };
  const space = useAnswer<ProductSpaceAnswer>(asked);
  const sentences =
    opportunities.state === 'here' ? opportunitySentences(opportunities.answer, language, words) : [];
  return (
    <Section title={t({ ru: 'Пространство товаров', en: 'Product space' })} say={sentences.slice(0, 1)}>
      <Await answered={space} height={620}>
        {(one) => (
          <Await answered={opportunities} height={620}>
            {(own) => <SpaceFigure space={one} own={own} asked={asked} />}
          </Await>
        )}
      </Await>
    </Section>
  );
}

interface SpaceRow {
  readonly node: SpaceNode;
  readonly own: Opportunity | undefined;
}

function SpaceFigure({
  space,
  own,
  asked,
}: {
  readonly space: ProductSpaceAnswer;
  readonly own: Opportunities;
  readonly asked: { readonly question: string; readonly options: Options };
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const place = usePlace();
  const missingOnly = place.query.missing === '1';
  const chosen = place.query.item;
  const of = new Map(own.data.map((row) => [row.product, row]));
  const rows: readonly SpaceRow[] = space.data.map((node) => ({ node, own: of.get(node.product) }));
  const present = rows.filter((row) => row.own?.present === true).length;
  const most = Math.max(1, ...rows.map((row) => row.own?.countryValueUsd ?? 0));
  const { manifest } = space;
  const years = manifest.years;
  const span = years.length > 1 ? `${years[0]}–${years.at(-1)}` : String(years[0]);
  return (
    <>
      <Figure
        id="space"
        title={t({
          ru: missingOnly
            ? `Нет с преимуществом ${rows.length - present} из ${rows.length} товаров`
            : `Есть с преимуществом ${present} из ${rows.length} товаров`,
          en: missingOnly
            ? `${rows.length - present} of ${rows.length} products are missing`
            : `${present} of ${rows.length} products are there with an advantage`,
        })}
        subtitle={t({
          ru: `Рядом — товары, которые вывозят одни и те же ${words.ru.members}; залиты те, что есть (RCA от ${formatNumber(manifest.threshold, 0, 'ru')}); площадь — вывоз ${words.ru.ofWhole}`,
          en: `Near each other are products that the same ${words.en.members} export; filled are those it has (RCA of ${formatNumber(manifest.threshold, 0, 'en')} or more); area is ${words.en.whole}'s exports`,
        })}
        tools={
          <div className="tools">
            <ProductFinder products={space.data} />
            <Tabs
              name="missing"
              label={t({ ru: 'Что показать', en: 'What to show' })}
              value={missingOnly ? '1' : '0'}
              choices={[
                { id: '0', text: t({ ru: 'Что есть', en: 'What it has' }) },
                { id: '1', text: t({ ru: 'Только чего нет', en: 'Missing only' }) },
              ]}
            />
          </div>
        }
        draw={(width) =>
          productSpace(
            rows.map(({ node, own: mine }) => ({
              id: node.product,
              title: `${productText(node, language)}: ${
                mine?.present === true ? t({ ru: 'есть', en: 'has it' }) : t({ ru: 'нет', en: 'missing' })
              }${mine === undefined ? '' : `, ${moneyText(mine.valueUsd, language)}`}`,
              x: node.x,
              y: node.y,
              colour: dotColour(node.segment, node.segmentName),
              size: (mine?.countryValueUsd ?? 0) / most,
              present: mine?.present === true,
              chosen: node.product === chosen,
              href: addressOf(place.page, place.id, { item: node.product, ask: null }),
              ...(node.product === chosen ? { name: productText(node, language) } : {}),
            })),
            manifest.links,
            {
              width,
              height: Math.round(Math.min(720, Math.max(width * 0.86, 360))),
              title: t({ ru: 'Пространство товаров', en: 'Product space' }),
              missingOnly,
            },
          )
        }
        table={<SpaceTable rows={rows.filter((row) => (row.own?.present === true) !== missingOnly)} />}
        asked={asked}
        notes={[
          <SegmentKey key="key" segments={space.data} />,
          t({
            ru: `Места посчитаны один раз по близости товаров в ${words.ru.inMembers} ${words.ru.ofWhole} (${span}, ${manifest.edition}; ${words.ru.years} ${manifest.regionYears}) и не меняются от ${words.ru.ofMember} и отбора; сами по себе они ничего не измеряют. Линии — наибольшее остовное дерево${manifest.strongFrom === null ? '' : ` и связи с близостью от ${formatNumber(manifest.strongFrom, 2, 'ru')}`}${manifest.leftOut > 0 ? `; ещё ${formatNumber(manifest.leftOut, 0, 'ru')} равно сильных связей не показаны: ${words.ru.ofMembers} мало, и многие товары неразличимы` : ''}.`,
            en: `Places are computed once from the proximity of products in ${words.en.whole}'s ${words.en.members} (${span}, ${manifest.edition}; ${manifest.regionYears} ${words.en.member}-years) and stay whatever the ${words.en.member} or filter; by themselves they measure nothing. Lines: the maximum spanning tree${manifest.strongFrom === null ? '' : ` and links of a proximity of ${formatNumber(manifest.strongFrom, 2, 'en')} or more`}${manifest.leftOut > 0 ? `; ${formatNumber(manifest.leftOut, 0, 'en')} more, equally strong, are not drawn: ${words.en.members} are few, and many products cannot be told apart` : ''}.`,
          }),
        ]}
      />
      <ProductCard rows={own.data} near={nearProducts(space, chosen ?? '')} />
    </>
  );
}

function SpaceTable({ rows }: { readonly rows: readonly SpaceRow[] }) {
  const { t, language } = useLanguage();
  const words = useWords();
  const place = usePlace();
  const all = place.query.rows === 'all';
  const sorted = [...rows].sort((a, b) => (b.own?.countryValueUsd ?? 0) - (a.own?.countryValueUsd ?? 0));
  const columns: readonly Column<SpaceRow>[] = [
    {
      key: 'product',
      head: t({ ru: 'Товар', en: 'Product' }),
      text: true,
      cell: ({ node }) => (
        <a href={addressOf(place.page, place.id, { item: node.product, ask: null })}>
          {productText(node, language)}
        </a>
      ),
    },
    {
      key: 'segment',
      head: t({ ru: 'Сегмент', en: 'Segment' }),
      text: true,
      cell: ({ node }) => segmentLook(node.segment, node.segmentName).short[language],
    },
    {
      key: 'rca',
      head: 'RCA',
      cell: ({ own }) => (own === undefined ? '–' : formatNumber(own.rca, 2, language)),
      figure: ({ own }) => (own === undefined ? undefined : `${own.id}/rca`),
    },
    {
      key: 'density',
      head: t({ ru: 'Плотность, %', en: 'Density, %' }),
      cell: ({ own }) =>
        own?.density == null ? '–' : percentText(own.density, language, 1).replace(/\s?%$/, ''),
      figure: ({ own }) => (own === undefined ? undefined : `${own.id}/density`),
    },
    {
      key: 'value',
      head: t({ ru: `${capital(words.ru.member)}, тыс. долл.`, en: `${capital(words.en.member)}, $ k` }),
      cell: ({ own }) => formatNumber((own?.valueUsd ?? 0) / 1e3, 1, language),
      figure: ({ own }) => (own === undefined ? undefined : `${own.id}/valueUsd`),
    },
    {
      key: 'country',
      head: t({ ru: `${capital(words.ru.whole)}, тыс. долл.`, en: `${capital(words.en.wholeName)}, $ k` }),
      cell: ({ own }) => formatNumber((own?.countryValueUsd ?? 0) / 1e3, 1, language),
      figure: ({ own }) => (own === undefined ? undefined : `${own.id}/countryValueUsd`),
    },
  ];
  const shown = all ? sorted : sorted.slice(0, 50);
  return (
    <>
      <DataTable columns={columns} rows={shown} rowKey={(row) => row.node.product} />
      {shown.length < sorted.length ? (
        <p className="sm">
          <a href={addressOf(place.page, place.id, { rows: 'all' })}>
            {t({ ru: `Все ${sorted.length} товаров`, en: `All ${sorted.length} products` })}
          </a>
        </p>
      ) : null}
    </>
  );
}
