import type { Check } from '../../api/check.ts';
import { formatNumber, type Language } from '../../domain/formatNumber.ts';
import { numberCell, type ReportTable, textCell } from '../reportTable.ts';
import { checkWords, flowWord, millions, percent } from './checkWords.ts';

const t = {
  quality: { ru: 'Качество данных', en: 'Quality of the data' },
  coverage: { ru: 'Полнота по годам', en: 'Coverage by year' },
  mirror: { ru: 'Зеркальное сравнение по годам', en: 'Mirror comparison by year' },
  products: { ru: 'Зеркальное сравнение по товарам', en: 'Mirror comparison by product' },
  problems: { ru: 'Повреждения', en: 'Damage' },
  million: { ru: 'млн долл.', en: 'million USD' },
} as const;

/** The tables of a check, for the terminal, the workbook and the page alike. */
export function checkTables(answer: Check, language: Language): readonly ReportTable[] {
  const tables: ReportTable[] = [];
  const { integrity, quality, coverage, mirror } = answer.data;
  if (integrity !== null && integrity.problems.length > 0) tables.push(problemTable(answer, language));
  if (quality !== null && quality.length > 0) tables.push(qualityTable(answer, language));
  if (coverage !== null && coverage.length > 0) tables.push(coverageTable(answer, language));
  if (mirror !== null) tables.push(mirrorYears(answer, language), mirrorProducts(answer, language));
  return tables;
}

function columns(...names: readonly (readonly [string, 'left' | 'right'])[]): ReportTable['columns'] {
  return names.map(([heading, align]) => ({ heading, align }));
}

function problemTable(answer: Check, language: Language): ReportTable {
  const ru = language === 'ru';
  return {
    title: t.problems[language],
    subtitle: '',
    columns: columns(
      [ru ? 'Что' : 'What', 'left'],
      [ru ? 'Файл' : 'File', 'left'],
      [ru ? 'Загрузка' : 'Vintage', 'left'],
      [ru ? 'Что делать' : 'What to do', 'left'],
    ),
    rows: (answer.data.integrity?.problems ?? []).map((problem) => [
      textCell(problem.message[language]),
      textCell(problem.path),
      textCell(problem.vintage ?? ''),
      textCell(problem.remedy[language]),
    ]),
    notes: [],
  };
}

function qualityTable(answer: Check, language: Language): ReportTable {
  const ru = language === 'ru';
  return {
    title: t.quality[language],
    subtitle: '',
    columns: columns(
      ['', 'left'],
      [ru ? 'Что' : 'What', 'left'],
      [ru ? 'Направление' : 'Flow', 'left'],
      [ru ? 'Строк или случаев' : 'Rows or cases', 'right'],
      [`${ru ? 'Стоимость' : 'Value'}, ${t.million[language]}`, 'right'],
      [ru ? 'Доля, %' : 'Share, %', 'right'],
      [ru ? 'Прежде всего' : 'Above all', 'left'],
    ),
    rows: (answer.data.quality ?? []).map((finding) => {
      const [first] = finding.items;
      const above =
        first === undefined ? '' : `${first.year === null ? '' : `${first.year}: `}${first.text[language]}`;
      return [
        textCell(checkWords.severity[finding.severity][language]),
        textCell(finding.name[language]),
        textCell(flowWord(finding, language)),
        numberCell(finding.count, (value) => formatNumber(value, 0, language), language),
        { value: finding.valueUsd, text: millions(finding.valueUsd, language) },
        { value: finding.share, text: percent(finding.share, language) },
        textCell(above),
      ];
    }),
    notes: [],
  };
}

function coverageTable(answer: Check, language: Language): ReportTable {
  const ru = language === 'ru';
  return {
    title: t.coverage[language],
    subtitle: '',
    columns: columns(
      [ru ? 'Направление' : 'Flow', 'left'],
      [ru ? 'Год' : 'Year', 'right'],
      [ru ? 'Месяцы' : 'Months', 'left'],
      [ru ? 'Регионов' : 'Regions', 'right'],
      [ru ? 'Строк' : 'Rows', 'right'],
      [`${ru ? 'Стоимость' : 'Value'}, ${t.million[language]}`, 'right'],
    ),
    rows: (answer.data.coverage ?? []).map((row) => [
      textCell(checkWords.flow[row.flow][language]),
      { value: row.year, text: String(row.year) },
      textCell(monthsText(row.months, language)),
      { value: row.regions, text: String(row.regions) },
      { value: row.rows, text: formatNumber(row.rows, 0, language) },
      { value: row.valueUsd, text: millions(row.valueUsd, language) },
    ]),
    notes: [],
  };
}

/** @example monthsText([1, 2, 3, 5], 'en') // '1–3, 5' */
export function monthsText(months: readonly number[], language: Language): string {
  const ru = language === 'ru';
  const own = months.filter((month) => month > 0);
  const whole = months.includes(0) ? [ru ? 'год целиком' : 'whole year'] : [];
  const runs: string[] = [];
  for (let place = 0; place < own.length; place += 1) {
    const first = own[place] ?? 0;
    let last = first;
    while (own[place + 1] === last + 1) {
      last += 1;
      place += 1;
    }
    runs.push(first === last ? String(first) : `${first}–${last}`);
  }
  return [...whole, ...runs].join(', ');
}

function mirrorYears(answer: Check, language: Language): ReportTable {
  const ru = language === 'ru';
  const { mirror } = answer.data;
  const margin = formatNumber((mirror?.cifMargin ?? 0) * 100, 1, language);
  const value = (amount: number) => ({ value: amount, text: millions(amount, language) });
  return {
    title: t.mirror[language],
    subtitle: t.million[language],
    columns: columns(
      [ru ? 'Направление' : 'Flow', 'left'],
      [ru ? 'Партнёр' : 'Partner', 'left'],
      [ru ? 'Год' : 'Year', 'right'],
      [ru ? 'Месяцы' : 'Months', 'left'],
      [ru ? 'Наши данные' : 'Ours', 'right'],
      [ru ? 'Секретные коды' : 'Secret codes', 'right'],
      [ru ? 'Ожидается у партнёра' : 'Expected of the partner', 'right'],
      [ru ? 'Данные партнёра' : "The partner's", 'right'],
      [ru ? 'Сумма расхождений' : 'Sum of differences', 'right'],
      [ru ? 'иной код в позиции' : 'another code of the heading', 'right'],
      [ru ? 'иная позиция группы' : 'another heading of the chapter', 'right'],
      [ru ? 'время в пути' : 'time on the way', 'right'],
      [ru ? 'секретное у нас' : 'secret with us', 'right'],
      [ru ? 'не объяснено' : 'unexplained', 'right'],
    ),
    rows: (mirror?.years ?? []).map((row) => [
      textCell(checkWords.flow[row.flow][language]),
      textCell(row.partner),
      { value: row.year, text: String(row.year) },
      textCell(monthsText(row.months, language)),
      value(row.ownUsd),
      value(row.ownConfidentialUsd),
      value(row.expectedUsd),
      value(row.partnerUsd),
      value(row.grossDifferenceUsd),
      value(row.withinHeadingUsd),
      value(row.withinChapterUsd),
      {
        value: row.timingUsd,
        text: `${millions(row.timingUsd, language)}${row.lag === 0 ? '' : ` (${row.lag} ${ru ? 'мес.' : 'mo.'})`}`,
      },
      value(row.confidentialUsd),
      value(row.unexplainedUsd),
    ]),
    notes: [
      ru
        ? `Ввозящая сторона считает СИФ, вывозящая — ФОБ: ожидается на ${margin} % больше (источник: ${mirror?.cifSource.ru}; другая надбавка — --cif-margin).`
        : `The importing side counts CIF, the exporting side FOB: ${margin} % more is expected (source: ${mirror?.cifSource.en}; another margin: --cif-margin).`,
      ru
        ? 'Пять последних столбцов в сумме дают сумму расхождений по товарам: каждая причина — не больше, чем она может объяснить после предыдущих.'
        : 'The last five columns add up to the sum of differences by product: each cause is what it can explain at most, after those before it.',
    ],
  };
}

function mirrorProducts(answer: Check, language: Language): ReportTable {
  const ru = language === 'ru';
  const { mirror } = answer.data;
  const value = (amount: number) => ({ value: amount, text: millions(amount, language) });
  const shown = mirror?.products.length ?? 0;
  return {
    title: t.products[language],
    subtitle: t.million[language],
    columns: columns(
      [ru ? 'Направление' : 'Flow', 'left'],
      [ru ? 'Партнёр' : 'Partner', 'left'],
      [ru ? 'Год' : 'Year', 'right'],
      [ru ? 'Код' : 'Code', 'left'],
      [ru ? 'Наши данные' : 'Ours', 'right'],
      [ru ? 'Ожидается' : 'Expected', 'right'],
      [ru ? 'Данные партнёра' : "The partner's", 'right'],
      [ru ? 'Разность' : 'Difference', 'right'],
      [ru ? 'Отношение' : 'Ratio', 'right'],
      [ru ? 'Итог' : 'Outcome', 'left'],
    ),
    rows: (mirror?.products ?? []).map((row) => [
      textCell(checkWords.flow[row.flow][language]),
      textCell(row.partner),
      { value: row.year, text: String(row.year) },
      textCell(row.product),
      value(row.ownUsd),
      value(row.expectedUsd),
      value(row.partnerUsd),
      value(row.differenceUsd),
      numberCell(row.ratio, (ratio) => formatNumber(ratio, ratio >= 100 ? 0 : 2, language), language),
      textCell(checkWords.mirrorStatus[row.status][language]),
    ]),
    notes:
      shown === (mirror?.productCount ?? 0)
        ? []
        : [
            ru
              ? `Показано ${shown} из ${mirror?.productCount} (--examples).`
              : `${shown} of ${mirror?.productCount} shown (--examples).`,
          ],
  };
}
