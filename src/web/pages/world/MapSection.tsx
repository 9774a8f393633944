import type { CountryComparison, CountryComparisonRow } from '../../../api/countryComparison.ts';
import type { SeriesCountries } from '../../../api/seriesCountries.ts';
import { sequentialBreaks, sequentialClass } from '../../../charts/scales.ts';
import { type CountryCell, worldMap } from '../../../charts/worldMap.ts';
import { yearIndexBorders, yearIndexClass } from '../../../charts/yearGrid.ts';
import { formatNumber } from '../../../domain/formatNumber.ts';
import { moneyText, percentText } from '../../../domain/quantityText.ts';
import type { TwoLanguages } from '../../../domain/territory.ts';
import { type Asked, useAnswer } from '../../answers.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { Figure, Tabs } from '../../components/Figure.tsx';
import { Await, NotDrawn } from '../../components/States.tsx';
import { useLanguage } from '../../language.ts';
import { addressOf, choose, usePlace } from '../../place.ts';
import { outlinesNote, useWorldShapes } from '../../useWorldShapes.ts';
import type { WorldChoices } from './worldChoices.ts';

type Field =
  | 'shareOfExports'
  | 'shareOfManufactured'
  | 'shareOfWorldHighTech'
  | 'exportsIndex'
  | 'exportsUsd';

const fields: readonly { readonly id: Field; readonly tab: TwoLanguages; readonly name: TwoLanguages }[] = [
  {
    id: 'shareOfExports',
    tab: { ru: 'Доля в вывозе', en: 'Share of exports' },
    name: { ru: 'Высокие технологии в вывозе товаров', en: 'High technology in merchandise exports' },
  },
  {
    id: 'shareOfManufactured',
    tab: { ru: 'В обработанных', en: 'Of manufactures' },
    name: {
      ru: 'Высокие технологии в вывозе обработанных изделий',
      en: 'High technology in manufactured exports',
    },
  },
  {
    id: 'shareOfWorldHighTech',
    tab: { ru: 'Доля в мире', en: 'Share of the world' },
    name: {
      ru: 'Доля в мировом высокотехнологичном вывозе',
      en: "Share in the world's high-technology exports",
    },
  },
  {
    id: 'exportsIndex',
    tab: { ru: 'Индекс года', en: 'Yearly index' },
    name: { ru: 'Индекс вывоза, предыдущий год = 100', en: 'Index of exports, year before = 100' },
  },
  {
    id: 'exportsUsd',
    tab: { ru: 'Вывоз', en: 'Exports' },
    name: { ru: 'Вывоз товаров, доллары', en: 'Merchandise exports, dollars' },
  },
];

/** All countries of the series on the map in one year. */
export function MapSection({
  known,
  choices,
}: {
  readonly known: SeriesCountries;
  readonly choices: WorldChoices;
}) {
  const { t, language } = useLanguage();
  const { query } = usePlace();
  const countries = known.data.filter((one) => one.level === 'country');
  const hasHighTech = countries.some((one) => one.highTechTo !== null);
  const choice = fields.find((one) => one.id === query.map) ?? fields[hasHighTech ? 0 : 3];
  const field = choice?.id ?? 'exportsUsd';
  const share = field.startsWith('share');
  const lastOf = (one: (typeof countries)[number]) => (share ? one.highTechTo : one.exportsTo);
  const last = Math.max(...countries.flatMap((one) => lastOf(one) ?? []), 0);
  // The country in focus is to be seen: the map begins with the last year that it has.
  const focus = countries.find((one) => one.territory === choices.focus);
  const seen = Math.min(choices.to, (focus === undefined ? null : lastOf(focus)) ?? last, last);
  const year = Math.min(/^\d{4}$/.test(query.mapYear ?? '') ? Number(query.mapYear) : seen, last);
  const first = Math.min(...countries.flatMap((one) => one.exportsFrom ?? []), year);
  const asked: Asked = {
    question: 'compare',
    options: { countries: countries.map((one) => one.territory).join(','), from: year, to: year },
  };
  const answered = useAnswer<CountryComparison>(asked);
  const shown = fields.filter((one) => hasHighTech || !one.id.startsWith('share'));
  return (
    <section className="sec" id="map-section">
      <h2>{t({ ru: 'На карте', en: 'On the map' })}</h2>
      <div className="map-tools">
        <Tabs
          name="map"
          label={t({ ru: 'Показатель карты', en: 'Measure of the map' })}
          value={field}
          choices={shown.map((one) => ({ id: one.id, text: one.tab[language] }))}
        />
        <label className="inline">
          {t({ ru: 'Год карты', en: 'Year of the map' })}{' '}
          <select
            value={year}
            onChange={(event) => choose({ mapYear: event.target.value, ask: null }, 'replace')}
          >
            {Array.from({ length: last - first + 1 }, (_, place) => last - place).map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
      </div>
      <Await answered={answered} height={460}>
        {(answer) => (
          <MapFigure
            rows={answer.data.filter((row) => row.level === 'country')}
            field={field}
            name={choice?.name ?? { ru: '', en: '' }}
            year={year}
            choices={choices}
            asked={asked}
          />
        )}
      </Await>
    </section>
  );
}

function MapFigure({
  rows,
  field,
  name,
  year,
  choices,
  asked,
}: {
  readonly rows: readonly CountryComparisonRow[];
  readonly field: Field;
  readonly name: TwoLanguages;
  readonly year: number;
  readonly choices: WorldChoices;
  readonly asked: Asked;
}) {
  const { t, language } = useLanguage();
  const world = useWorldShapes();
  const known = rows.filter((row) => row[field] !== null);
  const sorted = [...known].sort((a, b) => (b[field] ?? 0) - (a[field] ?? 0));
  const [top] = sorted;
  if (top === undefined)
    return (
      <NotDrawn
        why={t({ ru: `За ${year} год таких данных нет.`, en: `There is no such data for ${year}.` })}
      />
    );
  const text = (value: number) =>
    field === 'exportsIndex'
      ? formatNumber(value, 1, language)
      : field === 'exportsUsd'
        ? moneyText(value, language)
        : percentText(value, language);
  const index = field === 'exportsIndex';
  const breaks = index ? [...yearIndexBorders] : sequentialBreaks(known.map((row) => row[field] ?? 0));
  const cells = new Map(
    rows.map((row): [string, CountryCell] => {
      const value = row[field];
      const current = choices.countries.includes(row.territory);
      const others = choices.countries.filter((one) => one !== row.territory);
      return [
        row.territory,
        {
          name: row.territoryName[language],
          look:
            value === null
              ? 'not-published'
              : index
                ? { scale: 'div', step: yearIndexClass(value) }
                : { scale: 'seq', step: sequentialClass(value, breaks) },
          text: value === null ? '' : text(value),
          href: addressOf('world', null, {
            countries: (current ? others : [...others, row.territory]).join(','),
            ask: null,
          }),
          current,
        },
      ];
    }),
  );
  const title = t({
    ru: `Больше всех — ${top.territoryName.ru}: ${text(top[field] ?? 0)}`,
    en: `The highest: ${top.territoryName.en}, ${text(top[field] ?? 0)}`,
  });
  const columns: readonly Column<CountryComparisonRow>[] = [
    {
      key: 'name',
      head: t({ ru: 'Страна', en: 'Country' }),
      text: true,
      cell: (row) => row.territoryName[language],
    },
    {
      key: 'value',
      head: t(name),
      cell: (row) => text(row[field] ?? 0),
      figure: (row) => `compare/${year}/${row.territory}/${field}`,
    },
  ];
  return (
    <Figure
      id="map"
      title={title}
      subtitle={t({ ru: `${name.ru}, ${year}`, en: `${name.en}, ${year}` })}
      draw={
        world === null
          ? () => ''
          : (width) =>
              worldMap(world, cells, {
                width,
                language,
                title,
                scale: { scale: index ? 'div' : 'seq', name: t(name), borders: breaks.map(borderText) },
              })
      }
      table={<DataTable columns={columns} rows={sorted} rowKey={(row) => row.territory} />}
      asked={asked}
      notes={[
        t(outlinesNote),
        t({
          ru: 'Обведены выбранные; нажмите страну, чтобы добавить её или убрать.',
          en: 'Outlined: those chosen; choose a country to add or remove it.',
        }),
      ]}
    />
  );

  function borderText(border: number): string {
    if (index) return String(border);
    if (field === 'exportsUsd') return moneyText(border, language).replace(/\s?(долл\.|\$)/g, '');
    return percentText(border, language, border < 0.001 ? 2 : border < 0.01 ? 1 : border < 0.1 ? 1 : 0);
  }
}
