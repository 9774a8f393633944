import type { Diversification, DiversificationFigure } from '../../../api/diversification.ts';
import { type WaterfallStep, waterfall } from '../../../charts/waterfall.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { moneyText } from '../../../domain/quantityText.ts';
import { yearsOf } from '../../../narrative/diversificationText.ts';
import { marginFigure } from '../../../narrative/marginSentences.ts';
import { russianForm } from '../../../narrative/sentence.ts';
import type { Asked } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure, Tabs } from '../../components/Figure.tsx';
import { NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { choose, usePlace } from '../../place.ts';

const kinds = {
  product: { ru: 'Товары', en: 'Products' },
  market: { ru: 'Рынки', en: 'Markets' },
  'product-market': { ru: 'Пары «товар — рынок»', en: 'Pairs of both' },
} as const;
type Kind = keyof typeof kinds;
const nouns = {
  product: { ru: 'товары', en: 'products' },
  market: { ru: 'рынки', en: 'markets' },
  'product-market': { ru: 'пары', en: 'pairs' },
} as const;

/** The change of exports between two years as a waterfall: what went on, what is new, what was given up. */
export function MarginsFigure({
  answer,
  asked,
  years,
}: {
  readonly answer: Diversification;
  readonly asked: Asked;
  /** Years that may be the first. */
  readonly years: readonly number[];
}) {
  const { t, language } = useLanguage();
  const { query } = usePlace();
  const by: Kind = Object.hasOwn(kinds, query.by ?? '') ? (query.by as Kind) : 'product';
  const { from, to, span } = yearsOf(answer);
  const digits = Number(answer.manifest.definitions.digits);
  const find = (measure: string, period: string, of: string = by) =>
    marginFigure(answer, of, measure, period);
  const steps = stepsOf(find, { from, to, span }, by, language);
  const tools = (
    <div className="tools">
      <label className="inline">
        {t({ ru: 'С года', en: 'From' })}{' '}
        <select
          value={from}
          onChange={(event) => choose({ since: event.target.value, ask: null }, 'replace')}
        >
          {[...years].reverse().map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      </label>
      <Tabs
        name="by"
        label={t({ ru: 'Что считать связью', en: 'What a relation is' })}
        value={by}
        choices={Object.entries(kinds).map(([id, name]) => ({ id, text: name[language] }))}
      />
    </div>
  );
  const missing = find('intensive', span)?.reason;
  if (missing != null) {
    return (
      <>
        {tools}
        <NotDrawn
          why={t({
            ru: 'Источник не называет стран-партнёров: рынков и пар нет, есть разложение по товарам.',
            en: 'The source names no partners: there are no markets and no pairs, only the parts by product.',
          })}
        />
      </>
    );
  }
  const change = find('change', span, 'all')?.value ?? 0;
  const largest = [...steps]
    .filter((step) => step.kind === 'change')
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))[0];
  return (
    <Figure
      id="margins"
      title={t({
        ru: `Главное в изменении — ${(largest?.name ?? '').toLocaleLowerCase('ru')} ${nouns[by].ru}: ${largest?.text ?? ''}`,
        en: `Most of the change: ${(largest?.name ?? '').toLocaleLowerCase('en')} ${nouns[by].en}, ${largest?.text ?? ''}`,
      })}
      subtitle={t({
        ru: `Вывоз ${from} и ${to} годов и части изменения (${signed(change, 'ru')}), в текущих ценах`,
        en: `Exports of ${from} and ${to} and the parts of the change (${signed(change, 'en')}), current prices`,
      })}
      tools={tools}
      draw={(width) =>
        waterfall(steps, {
          width,
          title: t({ ru: 'Части изменения вывоза', en: 'Parts of the change in exports' }),
          tickText: (value) => moneyText(value, language),
        })
      }
      table={<MarginsTable answer={answer} by={by} />}
      asked={asked}
      figure={find('intensive', span)?.id}
      notes={[
        t({
          ru: `Товар — код из ${digits} знаков. Прежние — то, что вывозили и тогда и теперь. Коды, переходящие друг в друга при смене редакции, — один товар. Крупнейшие товары каждой части — в таблице и в «Как получено?».`,
          en: `A product is a code of ${digits} digits. Continuing is what was sold then and now. Codes that pass into each other between editions are one product. The largest products of each part are in the table and under "How so?".`,
        }),
      ]}
    />
  );
}

function signed(value: number, language: 'ru' | 'en'): string {
  return `${value > 0 ? '+' : ''}${moneyText(value, language)}`;
}

function stepsOf(
  find: (measure: string, period: string, of?: string) => DiversificationFigure | undefined,
  { from, to, span }: { readonly from: string; readonly to: string; readonly span: string },
  by: Kind,
  language: 'ru' | 'en',
): readonly WaterfallStep[] {
  const ru = language === 'ru';
  const first = find('value', from, 'all')?.value ?? 0;
  const last = find('value', to, 'all')?.value ?? 0;
  const countText = (count: number | null | undefined) => {
    const forms =
      by === 'product'
        ? (['товар', 'товара', 'товаров'] as const)
        : by === 'market'
          ? (['рынок', 'рынка', 'рынков'] as const)
          : (['пара', 'пары', 'пар'] as const);
    const noun = { product: 'products', market: 'markets', 'product-market': 'pairs' }[by];
    const number = formatNumber(count ?? 0, 0, language);
    return ru ? `${number} ${russianForm(count ?? 0, forms)}` : `${number} ${noun}`;
  };
  const part = (measure: string, counted: string | null, name: string): WaterfallStep[] => {
    const value = find(measure, span)?.value;
    if (value == null) return [];
    return [
      {
        id: measure,
        name,
        about: counted === null ? '' : countText(find(counted, span)?.value),
        kind: 'change',
        value,
        text: signed(value, language),
      },
    ];
  };
  const parts = [
    ...part('intensive', 'continuing', ru ? 'Прежние' : 'Continuing'),
    ...part('entry', 'entered', ru ? 'Новые' : 'New'),
    ...part('exit', 'exited', ru ? 'Прекращённые' : 'Given up'),
    ...part('belowThreshold', null, ru ? 'Ниже порога' : 'Below the threshold'),
  ];
  // Exports to partners that are not stated belong to no market.
  const rest = last - first - parts.reduce((sum, one) => sum + one.value, 0);
  const isLeft = Math.abs(rest) > 1e-6 * Math.max(1, Math.abs(first), Math.abs(last));
  return [
    {
      id: 'from',
      name: from,
      about: countText(find('active', from)?.value),
      kind: 'total',
      value: first,
      text: moneyText(first, language),
    },
    ...parts,
    ...(isLeft
      ? [
          {
            id: 'rest',
            name: ru ? 'Рынок не указан' : 'Market not stated',
            about: '',
            kind: 'change' as const,
            value: rest,
            text: signed(rest, language),
          },
        ]
      : []),
    {
      id: 'to',
      name: to,
      about: countText(find('active', to)?.value),
      kind: 'total',
      value: last,
      text: moneyText(last, language),
    },
  ];
}

interface MarginRow {
  readonly key: string;
  readonly figure: DiversificationFigure;
  readonly item: DiversificationFigure['items'][number] | null;
}

/** Each part, and beneath it the relations that make most of it. */
function MarginsTable({ answer, by }: { readonly answer: Diversification; readonly by: Kind }) {
  const { t, language } = useLanguage();
  const { span } = yearsOf(answer);
  const rows = ['intensive', 'entry', 'exit', 'belowThreshold'].flatMap((measure): MarginRow[] => {
    const figure = marginFigure(answer, by, measure, span);
    if (figure === undefined) return [];
    return [
      { key: measure, figure, item: null },
      ...figure.items.map((item) => ({
        key: `${measure} ${item.product ?? ''} ${item.market ?? ''}`,
        figure,
        item,
      })),
    ];
  });
  const columns: readonly Column<MarginRow>[] = [
    {
      key: 'part',
      head: t({ ru: 'Часть', en: 'Part' }),
      text: true,
      cell: (row) => (row.item === null ? <b>{t(row.figure.name)}</b> : ''),
    },
    {
      key: 'what',
      head: t({ ru: 'Крупнейшие', en: 'Largest' }),
      text: true,
      cell: ({ item }) =>
        item === null
          ? ''
          : [
              item.product === null ? null : `${item.product} ${item.productName?.[language] ?? ''}`.trim(),
              item.market === null ? null : (item.marketName?.[language] ?? item.market),
            ]
              .filter((part) => part !== null)
              .join(' → '),
    },
    {
      key: 'value',
      head: t({ ru: 'Тыс. долл.', en: '$ k' }),
      cell: ({ figure, item }) => {
        const value = item === null ? figure.value : item.valueUsd;
        return value === null ? t({ ru: 'н/о', en: 'n/d' }) : formatNumber(value / 1e3, 1, language);
      },
      figure: (row) => (row.item === null ? row.figure.id : undefined),
    },
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => row.key} />;
}
