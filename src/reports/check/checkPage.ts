import type { Check, QualityFinding } from '../../api/check.ts';
import type { Language } from '../../domain/formatNumber.ts';
import { escapeHtml } from '../escapeHtml.ts';
import type { ReportTable } from '../reportTable.ts';
import { checkTables } from './checkTables.ts';
import { checkSummary, checkWords, flowWord, millions, percent } from './checkWords.ts';

const style = `:root{--paper:#fbfaf6;--ink:#1b1e21;--muted:#5a5f65;--rule:#dcd8cc;--bad:#92210f;--near:#8a5800;--ok:#1f6b47}
@media(prefers-color-scheme:dark){:root{--paper:#15181b;--ink:#e9e6de;--muted:#a6a9ac;--rule:#31363b;--bad:#f2907c;--near:#e3b04b;--ok:#6fcf9c}}
body{background:var(--paper);color:var(--ink);font:15px/22px "Source Sans 3 Variable","Noto Sans",system-ui,"Segoe UI",Roboto,Arial,sans-serif;font-variant-numeric:lining-nums tabular-nums;margin:0 auto;max-width:1344px;padding:24px 48px}
h1{font:600 34px/40px "Source Serif 4 Variable","PT Serif","Noto Serif",Georgia,serif}h2{font:600 22px/28px "Source Serif 4 Variable","PT Serif","Noto Serif",Georgia,serif;border-top:1px solid var(--ink);padding-top:16px;margin-top:48px}
.lead{font-size:20px;line-height:30px}.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th{font-size:12px;line-height:16px;font-weight:400;color:var(--muted);text-align:left;vertical-align:bottom;border-bottom:1px solid var(--ink);padding:4px 12px 4px 0}
td{border-bottom:1px solid var(--rule);padding:4px 12px 4px 0;vertical-align:top}.number{text-align:right}.warning,.error{color:var(--bad)}.caveat{color:var(--near)}.info{color:var(--muted)}
.note,.rows{font-size:13px;line-height:18px;color:var(--muted)}details{border-bottom:1px solid var(--rule);padding:8px 0}summary{cursor:pointer}ul{margin:4px 0 8px}code{font-size:13px;overflow-wrap:anywhere}
@media(max-width:700px){body{padding:16px}h1{font-size:26px;line-height:32px}}@media print{details{display:block}}`;

const t = {
  title: { ru: 'Проверка хранилища и данных', en: 'Check of the store and the data' },
  findings: { ru: 'Находки подробно', en: 'Findings in detail' },
  rows: { ru: 'Строки источника', en: 'Rows of the source' },
  orphans: { ru: 'Файлы, которых манифест не называет', en: 'Files that the manifest does not name' },
} as const;

/** A check as one page that needs nothing else: no scripts, no fonts or styles from elsewhere. Every text is escaped. */
export function checkPage(answer: Check, language: Language): string {
  const title = `${t.title[language]}: ${answer.manifest.country}`;
  const summary = checkSummary(answer, language)
    .map((line) => `<p class="lead">${escapeHtml(line)}</p>`)
    .join('');
  const tables = checkTables(answer, language)
    .map((table) => section(table))
    .join('');
  const quality = answer.data.quality ?? [];
  const details =
    quality.length === 0
      ? ''
      : `<section><h2>${t.findings[language]}</h2>${quality.map((finding) => findingPart(finding, language)).join('')}</section>`;
  const orphans = answer.data.integrity?.orphans ?? [];
  const left =
    orphans.length === 0
      ? ''
      : `<section><h2>${t.orphans[language]}</h2><ul class="rows">${orphans.map((one) => `<li><code>${escapeHtml(one.path)}</code></li>`).join('')}</ul></section>`;
  const notes = answer.findings
    .map((finding) => `<p class="note">${escapeHtml(finding.message[language])}</p>`)
    .join('');
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>Trajecta — ${escapeHtml(title)}</title><style>${style}</style></head><body>
<main><h1>${escapeHtml(title)}</h1>${summary}${tables}${details}${left}${notes}</main>
<footer class="note">Trajecta · ${escapeHtml(answer.manifest.vintages.join(', '))}</footer></body></html>
`;
}

function section(table: ReportTable): string {
  const side = (place: number) => (table.columns[place]?.align === 'right' ? ' class="number"' : '');
  const head = table.columns
    .map((column, place) => `<th scope="col"${side(place)}>${escapeHtml(column.heading)}</th>`)
    .join('');
  const body = table.rows
    .map(
      (row) =>
        `<tr>${row.map((cell, place) => `<td${side(place)}>${escapeHtml(cell.text)}</td>`).join('')}</tr>`,
    )
    .join('');
  const notes = table.notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`).join('');
  const subtitle = table.subtitle === '' ? '' : `<p class="note">${escapeHtml(table.subtitle)}</p>`;
  return `<section><h2>${escapeHtml(table.title)}</h2>${subtitle}<div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>${notes}</section>`;
}

function findingPart(finding: QualityFinding, language: Language): string {
  const severity = checkWords.severity[finding.severity][language];
  const flow = flowWord(finding, language);
  const size = [
    finding.count === null ? '' : `${finding.count}`,
    finding.valueUsd === null
      ? ''
      : `${millions(finding.valueUsd, language)} ${language === 'ru' ? 'млн долл.' : 'm USD'}`,
    finding.share === null ? '' : `${percent(finding.share, language)} %`,
  ].filter((text) => text !== '');
  const more = finding.itemCount - finding.items.length;
  const items = [
    ...finding.items.map((item) => `${item.year === null ? '' : `${item.year}: `}${item.text[language]}`),
    ...(more > 0 ? [`… ${checkWords.more[language]} ${more}`] : []),
  ];
  const examples = finding.examples.map(
    (example) =>
      `${example.file}${example.row === null ? '' : `, ${checkWords.row[language]} ${example.row}`}: ${example.text}`,
  );
  const list = (texts: readonly string[], name: string) =>
    texts.length === 0
      ? ''
      : `<ul class="${name}">${texts.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul>`;
  const heading = examples.length === 0 ? '' : `<p class="note">${t.rows[language]}</p>`;
  return `<details><summary><span class="${finding.severity}">${escapeHtml(severity)}</span> ${escapeHtml(finding.name[language])}${flow === '' ? '' : `, ${escapeHtml(flow)}`} <span class="note">${escapeHtml(size.join(' · '))}</span></summary><p>${escapeHtml(finding.meaning[language])}</p>${list(items, 'items')}${heading}${list(examples, 'rows')}</details>`;
}
