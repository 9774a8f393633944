import type { CountryComparison, CountryComparisonRow } from '../../../api/countryComparison.ts';
import { countryLines } from '../../../charts/countryLines.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { changeText } from '../../../domain/quantityText.ts';
import { chainSentences } from '../../../narrative/worldSentences.ts';
import type { Asked } from '../../answers.ts';
import { Figure, Tabs } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { usePlace } from '../../place.ts';
import { linesOf } from './linesOf.ts';
import { notesOf } from './notesOf.ts';
import type { WorldChoices } from './worldChoices.ts';
import { YearTable } from './YearTable.tsx';

/** Exports since a base year, which is 100: the chained index, or the value against the base year's. */
export function ChainSection({
  answer,
  choices,
  asked,
}: {
  readonly answer: CountryComparison;
  readonly choices: WorldChoices;
  readonly asked: Asked;
}) {
  const { t, language } = useLanguage();
  const { query } = usePlace();
  const { focus, to, chainFrom: base } = choices;
  const field = query.chain === 'direct' ? 'directIndex' : 'chainIndex';
  const rows = answer.data.filter((row) => row.year >= base);
  const years = new Set(rows.flatMap((row) => (row[field] === null ? [] : [row.year])));
  const text = (value: number) => formatNumber(value, value < 10 ? 1 : 0, language);
  const own = rows.find((row) => row.territory === focus && row.year === to);
  const tools = (
    <Tabs
      name="chain"
      label={t({ ru: 'Индекс', en: 'Index' })}
      value={field === 'directIndex' ? 'direct' : 'chained'}
      choices={[
        { id: 'chained', text: t({ ru: 'Цепной', en: 'Chained' }) },
        { id: 'direct', text: t({ ru: 'К базовому году', en: 'Against the base year' }) },
      ]}
    />
  );
  return (
    <Section
      title={t({ ru: 'Вывоз к базовому году', en: 'Exports since the base year' })}
      say={chainSentences(answer.data, { focus, base, to }, language)}
    >
      {years.size < 2 ? (
        <NotDrawn
          why={t({ ru: 'Для одного года график не строится.', en: 'A chart of one year is not drawn.' })}
        />
      ) : (
        <Figure
          id="chain"
          title={titleOf(own, field, base, language)}
          subtitle={t({
            ru: `${field === 'chainIndex' ? 'Цепной индекс' : 'Индекс'} вывоза товаров, ${base} = 100, ${valuation(choices).ru}, логарифмическая шкала`,
            en: `${field === 'chainIndex' ? 'Chained index' : 'Index'} of merchandise exports, ${base} = 100, ${valuation(choices).en}, logarithmic scale`,
          })}
          tools={tools}
          draw={(width) =>
            countryLines(linesOf(rows, field, focus, text, language), {
              width,
              title: titleOf(own, field, base, language),
              scale: 'log',
              format: text,
            })
          }
          table={<YearTable rows={rows} field={field} text={(value) => formatNumber(value, 1, language)} />}
          asked={asked}
          figure={own?.[field] == null ? undefined : `compare/${to}/${focus}/${field}`}
          notes={[
            ...notesOf(answer.findings, ['members-missing', 'membership-changed', 'no-data'], language),
            t({
              ru: 'Цветная линия — выбранная страна; пунктир — союзы, точки — мир. Нажмите имя, чтобы выбрать.',
              en: 'In colour: the country chosen; dashed: unions; dotted: the world. Choose another by its name.',
            }),
          ]}
        />
      )}
    </Section>
  );
}

function titleOf(
  own: CountryComparisonRow | undefined,
  field: 'chainIndex' | 'directIndex',
  base: number,
  language: 'ru' | 'en',
): string {
  const value = own?.[field] ?? null;
  if (own === undefined || value === null) return language === 'ru' ? 'Индексы вывоза' : 'Indices of exports';
  const change = changeText(value / 100, language);
  return language === 'ru'
    ? `${own.territoryName.ru}: ${change} к ${base} году`
    : `${own.territoryName.en}: ${change} since ${base}`;
}

export function valuation(choices: WorldChoices): { readonly ru: string; readonly en: string } {
  return choices.valuation === 'current'
    ? { ru: 'текущие доллары', en: 'current dollars' }
    : { ru: 'физический объём', en: 'volume' };
}
