import type { Diversification, DiversificationFigure } from '../api/diversification.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';
import { yearsOf } from '../narrative/diversificationText.ts';
import { figureCell } from './diversificationTables.ts';
import { type ReportTable, textCell } from './reportTable.ts';

type When = 'from' | 'to' | 'span';

/** Columns of the table of territories: kind of relation, measure, when, heading. */
const columns: readonly (readonly [by: string, measure: string, when: When, ru: string, en: string])[] = [
  ['all', 'value', 'from', 'Вывоз, тыс. долл., {from}', 'Exports, thousand USD, {from}'],
  ['all', 'value', 'to', '{to}', '{to}'],
  ['product', 'intensive', 'span', 'Прежние товары', 'Continuing products'],
  ['product', 'entry', 'span', 'Новые товары', 'New products'],
  ['product', 'exit', 'span', 'Прекращённые', 'Given up'],
  ['product', 'entered', 'span', 'Новых, число', 'New, number'],
  ['product', 'exited', 'span', 'Прекращено, число', 'Given up, number'],
  ['market', 'entered', 'span', 'Новых рынков', 'New markets'],
  ['product', 'extensiveMargin', 'to', 'Экстенсивная маржа, %, {to}', 'Extensive margin, %, {to}'],
  ['product', 'equivalentNumber', 'to', 'Равных товаров, {to}', 'Equivalent number, {to}'],
  ['product', 'demandCoverage', 'to', 'Охват спроса, %, {to}', 'Demand covered, %, {to}'],
];

/** Whether the answer is of more than one territory. */
export function isOfMany(answer: Diversification): boolean {
  return answer.data.some((one) => one.territory !== answer.data[0]?.territory);
}

/** All territories side by side, by exports in the last year. */
export function diversificationOverview(
  answer: Diversification,
  language: Language,
  limit: number,
): ReportTable {
  const years = yearsOf(answer);
  const of = new Map<string, Map<string, DiversificationFigure>>();
  for (const one of answer.data) {
    const known = of.get(one.territory) ?? new Map<string, DiversificationFigure>();
    of.set(one.territory, known.set(`${one.by} ${one.measure} ${one.period}`, one));
  }
  const has = ([by, measure]: (typeof columns)[number]) =>
    answer.data.some((one) => one.by === by && one.measure === measure);
  const shown = columns.filter(has);
  const last = (figures: ReadonlyMap<string, DiversificationFigure>) =>
    figures.get(`all value ${years.to}`)?.value ?? 0;
  const rows = [...of.values()].sort((a, b) => last(b) - last(a));
  const heading = (text: string) => text.replace('{from}', years.from).replace('{to}', years.to);
  const first = rows[0]?.values().next().value;
  const more = rows.length - Math.min(limit, rows.length);
  return {
    title: language === 'ru' ? 'Диверсификация по территориям' : 'Diversification by territory',
    subtitle: `${first?.scopeName[language] ?? ''}, ${years.from}–${years.to}`,
    columns: [
      { heading: language === 'ru' ? 'Территория' : 'Territory', align: 'left' },
      ...shown.map(([, , , ru, en]) => ({
        heading: heading(language === 'ru' ? ru : en),
        align: 'right' as const,
      })),
    ],
    rows: rows
      .slice(0, limit)
      .map((figures) => [
        textCell(figures.values().next().value?.territoryName[language] ?? ''),
        ...shown.map(([by, measure, when]) =>
          figureCell(figures.get(`${by} ${measure} ${years[when]}`), language),
        ),
      ]),
    notes: [
      ...(more > 0
        ? [
            language === 'ru'
              ? `Ещё территорий: ${formatNumber(more, 0, 'ru')} (ключ --all показывает все).`
              : `More territories: ${formatNumber(more, 0, 'en')} (--all shows them).`,
          ]
        : []),
      language === 'ru'
        ? 'Три предложения и все меры одной территории — --region; все показатели — --format json, csv, xlsx.'
        : 'Three sentences and all measures of one territory: --region; all figures: --format json, csv, xlsx.',
    ],
  };
}
