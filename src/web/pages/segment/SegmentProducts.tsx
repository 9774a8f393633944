import type { Composition, CompositionRow } from '../../../api/composition.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { type TreeGroup, treemap } from '../../../charts/treemap.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { moneyText, percentText } from '../../../domain/quantityText.ts';
import { segmentProductSentences } from '../../../narrative/segmentSentences.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { listChoices } from '../../choices.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, usePlace } from '../../place.ts';
import { useValueColumns } from '../../useValueColumns.ts';

/** What the country's exports of the segment are made of: headings and six-digit codes, each a link to its page. */
export function SegmentProducts({ segment, period }: { readonly segment: string; readonly period: string }) {
  const place = usePlace();
  const { t, language } = useLanguage();
  const asked: Asked = { question: 'composition', options: { ...listChoices(place), period } };
  const answered = useAnswer<Composition>(asked);
  const rowsOf = (answer: Composition) =>
    answer.data.filter((row) => row.segment === segment && row.kind === 'product' && row.valueUsd > 0);
  return (
    <Section
      title={t({ ru: 'Из чего состоит', en: 'What it is made of' })}
      say={answered.state === 'here' ? segmentProductSentences(rowsOf(answered.answer), language) : []}
    >
      <Await answered={answered}>
        {(answer) => {
          const rows = rowsOf(answer);
          const total = rows.reduce((sum, row) => sum + row.valueUsd, 0);
          const groups = groupsOf(rows, language);
          const first = groups[0];
          return first === undefined ? (
            <NotDrawn
              why={t({ ru: 'Вывоза в этом сегменте не было.', en: 'There were no exports of this segment.' })}
            />
          ) : (
            <Figure
              id="products"
              title={t({
                ru: `Позиция ${first.name} — ${percentText(sizeOf(first) / total, 'ru', 0)} сегмента`,
                en: `Heading ${first.name}: ${percentText(sizeOf(first) / total, 'en', 0)} of the segment`,
              })}
              subtitle={t({
                ru: `По позициям и шестизначным кодам, ${period}, всего ${moneyText(total, 'ru')}; клетка ведёт к товару`,
                en: `By heading and six-digit code, ${period}, ${moneyText(total, 'en')} in all; a cell leads to the product`,
              })}
              draw={(width) =>
                treemap(groups, {
                  width,
                  height: width < 520 ? 420 : 360,
                  title: t({ ru: 'Товары сегмента', en: 'Products of the segment' }),
                })
              }
              table={<ProductsTable rows={rows} total={total} />}
              asked={{ ...asked, options: { ...asked.options, 'filter.segment': segment } }}
              notes={[
                t({
                  ru: 'Площадь — стоимость. Мелкие коды без подписи — в таблице.',
                  en: 'Area is value. Small codes without a text are in the table.',
                }),
              ]}
              figure={rows[0] === undefined ? undefined : `${rows[0].id}/valueUsd`}
            />
          );
        }}
      </Await>
    </Section>
  );
}

function sizeOf(group: TreeGroup): number {
  return group.cells.reduce((sum, cell) => sum + cell.value, 0);
}

function groupsOf(rows: readonly CompositionRow[], language: 'ru' | 'en'): readonly TreeGroup[] {
  const byHeading = new Map<string, CompositionRow[]>();
  for (const row of rows) byHeading.set(row.heading, [...(byHeading.get(row.heading) ?? []), row]);
  return [...byHeading]
    .map(([heading, inside]): TreeGroup => {
      const first = inside[0] as CompositionRow;
      return {
        id: heading,
        name: `${heading} ${first.headingName?.[language] ?? ''}`.trim(),
        text: moneyText(
          inside.reduce((sum, row) => sum + row.valueUsd, 0),
          language,
        ),
        colour: segmentLook(first.segment, first.segmentName).colour,
        href: addressOf('product', heading),
        cells: inside.map((row) => ({
          id: row.hs6,
          code: row.hs6,
          name: row.hs6Name ?? '',
          value: row.valueUsd,
          text: formatNumber(row.valueUsd / 1e6, row.valueUsd < 9.95e6 ? 2 : 1, language),
          href: addressOf('product', row.hs6),
        })),
      };
    })
    .sort((a, b) => sizeOf(b) - sizeOf(a));
}

function ProductsTable({
  rows,
  total,
}: {
  readonly rows: readonly CompositionRow[];
  readonly total: number;
}) {
  const { t, language } = useLanguage();
  const shared = useValueColumns();
  const columns: readonly Column<CompositionRow>[] = [
    {
      key: 'code',
      head: t({ ru: 'Код', en: 'Code' }),
      text: true,
      cell: (row) => <a href={addressOf('product', row.hs6)}>{row.hs6}</a>,
    },
    {
      key: 'name',
      head: t({ ru: 'Товар', en: 'Product' }),
      text: true,
      cell: (row) => row.hs6Name ?? row.headingName?.[language] ?? '',
    },
    shared.thousands({ of: (row) => row.valueUsd, figure: (row) => `${row.id}/valueUsd` }),
    shared.share('share', { ru: 'Доля в сегменте, %', en: 'Share of the segment, %' }, 2, {
      of: (row) => row.valueUsd / total,
    }),
    shared.share('country', { ru: 'Доля в вывозе, %', en: 'Share of exports, %' }, 3, {
      of: (row) => row.shareOfTotal,
      figure: (row) => `${row.id}/shareOfTotal`,
    }),
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => row.hs6} className="products" />;
}
