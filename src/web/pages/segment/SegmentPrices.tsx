import type { UnitValueRow, UnitValues } from '../../../api/unitValues.ts';
import { priceStrips } from '../../../charts/priceStrips.ts';
import { segmentLook } from '../../../charts/segmentLook.ts';
import { formatNumber, formatSignificant } from '../../../domain/formatNumber.ts';
import { percentText } from '../../../domain/quantityText.ts';
import { capital } from '../../../narrative/levelWords.ts';
import { segmentPriceSentences } from '../../../narrative/segmentSentences.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { listChoices } from '../../choices.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure, Tabs } from '../../components/Figure.tsx';
import { Section } from '../../components/Section.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, usePlace } from '../../place.ts';
import { useValueColumns } from '../../useValueColumns.ts';
import { useWords } from '../../useWords.ts';

/** What a unit of the segment's main products costs, and how that spreads over regions; nothing drawn without quantities. */
export function SegmentPrices({ segment, period }: { readonly segment: string; readonly period: string }) {
  const place = usePlace();
  const { t, language } = useLanguage();
  const words = useWords();
  const asked: Asked = { question: 'unit-values', options: { ...listChoices(place), segment, period } };
  const answered = useAnswer<UnitValues>(asked);
  return (
    <Section
      title={t({ ru: 'Цена единицы', en: 'Unit values' })}
      say={answered.state === 'here' ? segmentPriceSentences(answered.answer.data, language, words) : []}
    >
      <Await answered={answered}>
        {(answer) =>
          answer.data.some((row) => row.unitValueUsd !== null) ? (
            <PricesFigure rows={answer.data} segment={segment} period={period} asked={asked} />
          ) : (
            <NotDrawn
              why={t({
                ru: 'Источник не даёт количества: цены единицы нет.',
                en: 'The source tells no quantities: there are no unit values.',
              })}
            />
          )
        }
      </Await>
    </Section>
  );
}

function PricesFigure({
  rows,
  segment,
  period,
  asked,
}: {
  readonly rows: readonly UnitValueRow[];
  readonly segment: string;
  readonly period: string;
  readonly asked: Asked;
}) {
  const { t, language } = useLanguage();
  const words = useWords();
  const { query } = usePlace();
  const units = unitsOf(rows);
  const unit = units.find((one) => one.id === query.unit) ?? units[0];
  const shown = rows.filter((row) => row.unit === unit?.id && row.medianUsd !== null);
  const unitName = unit?.name[language] ?? '';
  const price = (value: number) => formatSignificant(value, language);
  const widest = [...shown].sort((a, b) => ratioOf(b) - ratioOf(a))[0];
  return (
    <Figure
      id="prices"
      title={
        widest === undefined || ratioOf(widest) <= 1
          ? t({ ru: `Цена единицы (${unitName})`, en: `Unit values (${unitName})` })
          : t({
              ru: `Сильнее всего цены расходятся у кода ${widest.code}: квартили — в ${formatNumber(ratioOf(widest), 1, 'ru')} раза`,
              en: `Prices differ most in ${widest.code}: quartiles ${formatNumber(ratioOf(widest), 1, 'en')} times apart`,
            })
      }
      subtitle={t({
        ru: `Долл. за единицу (${unitName}), ${period}, логарифмическая шкала; полоса — между квартилями ${words.ru.ofMembers}, черта — медиана; код ведёт к товару`,
        en: `Dollars per unit (${unitName}), ${period}, logarithmic axis; the band lies between the quartiles of ${words.en.members}, the bar is the median; a code leads to the product`,
      })}
      tools={
        units.length < 2 ? undefined : (
          <Tabs
            name="unit"
            label={t({ ru: 'Единица', en: 'Unit' })}
            value={unit?.id ?? ''}
            choices={units.map((one) => ({ id: one.id, text: one.name[language] }))}
          />
        )
      }
      draw={(width) =>
        priceStrips(
          shown.map((row) => ({
            id: row.code,
            name: `${row.code} ${row.codeName?.[language] ?? ''}`.trim(),
            colour: segmentLook(segment).colour,
            points: [],
            median: row.medianUsd ?? 0,
            lowerQuartile: row.lowerQuartileUsd ?? 0,
            upperQuartile: row.upperQuartileUsd ?? 0,
            href: addressOf('product', row.code),
          })),
          { width, title: t({ ru: 'Цена единицы по кодам', en: 'Unit values by code' }), priceText: price },
        )
      }
      table={<PricesTable rows={rows} />}
      asked={asked}
      notes={[
        t({
          ru: `Основные коды сегмента (${rows.length}), каждый в единице, которая покрывает больше всего его стоимости; коды в других единицах — по переключателю и в таблице.`,
          en: `The main codes of the segment (${rows.length}), each in the unit that covers most of its value; codes in other units by the switch and in the table.`,
        }),
      ]}
      figure={shown[0] === undefined ? undefined : `${shown[0].id}/medianUsd`}
    />
  );
}

function ratioOf(row: UnitValueRow): number {
  return row.lowerQuartileUsd === null || row.upperQuartileUsd === null || row.lowerQuartileUsd === 0
    ? 0
    : row.upperQuartileUsd / row.lowerQuartileUsd;
}

interface Unit {
  readonly id: string;
  readonly name: { readonly ru: string; readonly en: string };
  readonly valueUsd: number;
}

/** Units of the rows that have a unit value, that of most value first. */
function unitsOf(rows: readonly UnitValueRow[]): readonly Unit[] {
  const found = new Map<string, Unit>();
  for (const row of rows)
    if (row.unit !== null && row.unitName !== null && row.medianUsd !== null)
      found.set(row.unit, {
        id: row.unit,
        name: row.unitName,
        valueUsd: (found.get(row.unit)?.valueUsd ?? 0) + row.valueUsd,
      });
  return [...found.values()].sort((a, b) => b.valueUsd - a.valueUsd);
}

function PricesTable({ rows }: { readonly rows: readonly UnitValueRow[] }) {
  const { t, language } = useLanguage();
  const shared = useValueColumns();
  const words = useWords();
  const price = (value: number | null) => (value === null ? '…' : formatSignificant(value, language));
  const columns: readonly Column<UnitValueRow>[] = [
    {
      key: 'code',
      head: t({ ru: 'Код', en: 'Code' }),
      text: true,
      cell: (row) => <a href={addressOf('product', row.code)}>{row.code}</a>,
    },
    {
      key: 'name',
      head: t({ ru: 'Товар', en: 'Product' }),
      text: true,
      cell: (row) => row.codeName?.[language] ?? '',
    },
    shared.thousands({ of: (row) => row.valueUsd, figure: (row) => `${row.id}/valueUsd` }),
    {
      key: 'unit',
      head: t({ ru: 'Единица', en: 'Unit' }),
      text: true,
      cell: (row) => row.unitName?.[language] ?? '…',
    },
    {
      key: 'price',
      head: t({ ru: `${capital(words.ru.whole)}, долл.`, en: `${capital(words.en.wholeName)}, $` }),
      cell: (row) => price(row.unitValueUsd),
      sort: (row) => row.unitValueUsd,
      figure: (row) => (row.unitValueUsd === null ? undefined : `${row.id}/unitValueUsd`),
    },
    {
      key: 'median',
      head: t({ ru: `Медиана ${words.ru.ofMembers}`, en: `Median of ${words.en.members}` }),
      cell: (row) => price(row.medianUsd),
      sort: (row) => row.medianUsd,
      figure: (row) => (row.medianUsd === null ? undefined : `${row.id}/medianUsd`),
    },
    {
      key: 'quartiles',
      head: t({ ru: 'Квартили', en: 'Quartiles' }),
      cell: (row) =>
        row.lowerQuartileUsd === null
          ? '…'
          : `${price(row.lowerQuartileUsd)} … ${price(row.upperQuartileUsd)}`,
    },
    {
      key: 'count',
      head: t({ ru: capital(words.ru.ofMembers), en: capital(words.en.members) }),
      cell: (row) => formatNumber(row.observations, 0, language),
    },
    {
      key: 'coverage',
      head: t({ ru: 'Покрытие', en: 'Coverage' }),
      cell: (row) => (row.quantityCoverage === null ? '…' : percentText(row.quantityCoverage, language, 0)),
      sort: (row) => row.quantityCoverage,
    },
  ];
  return <DataTable columns={columns} rows={rows} rowKey={(row) => row.id} />;
}
