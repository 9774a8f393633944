import type { Assessment, AssessmentRow } from '../api/assessment.ts';
import { indexBar } from '../charts/indexBar.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';
import { assessmentTables, rankedLevel, regionCells, wholeOf } from '../reports/assessmentTables.ts';
import { escapeHtml } from '../reports/escapeHtml.ts';

const t = {
  title: { ru: 'Траектория высокотехнологичного вывоза', en: 'High-technology export trajectory' },
  lead: {
    ru: (oriented: number, year: string) =>
      `Регионов, ориентированных в ${year} году на вывоз хотя бы в одном из четырёх сегментов высоких технологий: ${oriented}.`,
    en: (oriented: number, year: string) =>
      `Regions oriented to exports in at least one of the four high-technology segments in ${year}: ${oriented}.`,
  },
  synthetic: { ru: 'Синтетические демонстрационные данные', en: 'Synthetic demonstration data' },
  total: { ru: 'Весь вывоз', en: 'All exports' },
  unitMillion: { ru: 'млн долл.', en: 'm USD' },
  method: {
    ru: 'T — доля сегмента в вывозе региона, делённая на такую же долю по стране; 1 — как в стране. Полоса — шкала логарифмическая, черта отмечает T = 1.',
    en: "T is the segment's share in the region's exports over the same share in the country; 1 is as in the country. The bar's axis is logarithmic, the line marks T = 1.",
  },
  caveats: { ru: 'Оговорки', en: 'Caveats' },
  other: { ru: 'English', en: 'Русский' },
  data: { ru: 'Данные страницы: JSON', en: 'Data of this page: JSON' },
  columns: {
    ru: [
      '№',
      'Регион',
      'Индекс T',
      '',
      'границы T',
      'Объём, тыс. долл.',
      'Доля региона в вывозе страны, %',
      'Доля сегмента в вывозе региона, %',
      'Доля в вывозе сегмента округом, %',
      'Вердикт',
      'Напечатано в статье',
    ],
    en: [
      '#',
      'Region',
      'Index T',
      '',
      'range of T',
      'Value, thousand USD',
      "Region's share in the country's exports, %",
      "Segment's share in the region's exports, %",
      "Share in the district's segment exports, %",
      'Verdict',
      'Printed in the paper',
    ],
  },
} as const;

/** The tables of an assessment as HTML, complete without scripts. Every text is escaped. */
export function tablesPage(assessment: Assessment, language: Language): string {
  const segments = [...new Set(assessment.data.map((row) => row.segment))];
  const whole = wholeOf(assessment.data)?.level;
  const countries = assessment.data.filter((row) => row.level === whole);
  const oriented = new Set(
    assessment.data
      .filter((row) => row.verdict === 'yes' && row.segment !== 'other')
      .map((row) => row.territory),
  ).size;
  const period = countries[0]?.period ?? '';
  const other = language === 'ru' ? 'en' : 'ru';
  const country = countries[0]?.territoryName[language] ?? '';
  const synthetic = assessment.manifest.workspace.synthetic
    ? `<span class="synthetic">${t.synthetic[language]}</span>`
    : '';
  const sections = segments.map((segment, place) => section(assessment, segment, place, language)).join('');
  const caveats = assessment.findings
    .map((finding) => `<p>${escapeHtml(finding.message[language])}${amount(finding, language)}</p>`)
    .join('');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>Trajecta — ${escapeHtml(country)}, ${escapeHtml(period)}</title><link rel="stylesheet" href="/page.css"><link rel="icon" href="data:,"></head><body>
<header><b>Trajecta</b>${synthetic}<nav><a href="/tables?lang=${other}" hreflang="${other}" lang="${other}">${t.other[language]}</a></nav></header>
<main><h1>${escapeHtml(country)}, ${escapeHtml(period)}: ${t.title[language].toLowerCase()}</h1><p class="lead">${t.lead[language](oriented, escapeHtml(period))}</p>
<dl class="keys">${keys(countries, language)}</dl><p class="notes">${t.method[language]}</p>${sections}
<section><h2 class="plain">${t.caveats[language]}</h2><div class="notes">${caveats}</div></section></main>
<footer><a href="/api/v1/assess">${t.data[language]}</a> · Trajecta ${escapeHtml(assessment.manifest.program.version)} · ${escapeHtml(assessment.manifest.workspace.vintages.join(', '))}</footer></body></html>`;
}

function keys(countries: readonly AssessmentRow[], language: Language): string {
  const million = (value: number) =>
    `${formatNumber(value / 1e6, 1, language)} <small>${t.unitMillion[language]}</small>`;
  const total = countries[0]?.totalValueUsd ?? 0;
  const all = [`<div><dt>${t.total[language]}</dt><dd>${million(total)}</dd></div>`];
  for (const row of countries.filter((one) => one.segment !== 'other'))
    all.push(
      `<div><dt>${escapeHtml(row.segmentName[language])}</dt><dd>${million(row.segmentValueUsd ?? 0)}</dd></div>`,
    );
  return all.join('');
}

function section(assessment: Assessment, segment: string, place: number, language: Language): string {
  const table = assessmentTables(assessment, language)[place];
  const rows = assessment.data.filter(
    (row) =>
      row.level === rankedLevel(assessment.data) &&
      row.segment === segment &&
      (row.segmentValueUsd !== 0 || row.printed !== null),
  );
  const printed = rows.some((row) => row.printed !== null);
  const columns = t.columns[language].slice(0, printed ? 11 : 10);
  const numbers = [true, false, true, false, true, true, true, true, true, false, true];
  const head = columns
    .map(
      (name, index) => `<th scope="col"${numbers[index] ? ' class="number"' : ''}>${escapeHtml(name)}</th>`,
    )
    .join('');
  const body = rows.map((row) => regionRow(row, columns, language)).join('');
  return `<section class="seg-${escapeHtml(segment)}"><h2>${escapeHtml(table?.title ?? segment)}</h2><p class="about">${escapeHtml(table?.subtitle ?? '')}</p><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table><div class="notes">${(table?.notes ?? []).map((note) => `<p>${escapeHtml(note)}</p>`).join('')}</div></section>`;
}

function regionRow(row: AssessmentRow, columns: readonly string[], language: Language): string {
  const cells = regionCells(row, language).map((cell) => escapeHtml(cell.text));
  const [rank, region, index, range, value, countryShare, segmentShare, districtShare, verdict, printed] =
    cells;
  const bar = indexBar(
    row.trajectoryIndex,
    row.trajectoryIndexLower,
    row.trajectoryIndexUpper,
    `T = ${index ?? ''}`,
  );
  const extra = [range, value, countryShare, segmentShare, districtShare]
    .map(
      (text, place) =>
        `<td class="number extra" data-label="${escapeHtml(columns[place + 4] ?? '')}">${text}</td>`,
    )
    .join('');
  const last =
    columns.length > 10
      ? `<td class="number extra" data-label="${escapeHtml(columns[10] ?? '')}">${printed}</td>`
      : '';
  return `<tr><td class="number">${rank}</td><td>${region}</td><td class="number">${index}</td><td class="barcell">${bar}</td>${extra}<td class="verdict ${row.verdict}" data-label="${escapeHtml(columns[9] ?? '')}">${verdict}</td>${last}</tr>`;
}

function amount(finding: Assessment['findings'][number], language: Language): string {
  const value =
    finding.valueUsd == null
      ? ''
      : ` ${formatNumber(finding.valueUsd / 1e6, 1, language)} ${t.unitMillion[language]}`;
  return `${value}${finding.share == null ? '' : ` (${formatNumber(finding.share * 100, 2, language)} %)`}`;
}
