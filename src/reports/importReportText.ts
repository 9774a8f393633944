import type { Accounts, ImportReport } from '../api/importReport.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';
import { importExampleText } from '../narrative/importExampleText.ts';
import { importSettingsText } from '../narrative/importSettingsText.ts';

const t = {
  already: {
    ru: 'Этот файл с этими настройками уже загружен: ничего не изменено.',
    en: 'This file with these settings is stored already: nothing was changed.',
  },
  mended: {
    ru: 'Этот файл уже загружен, но его данные были повреждены; записаны заново',
    en: 'This file is stored already, but its data was damaged; written anew',
  },
  waiting: {
    ru: 'Повреждённый файл хранит строки и других загрузок: импортируйте и их источники (trajecta vintages), тогда он будет заменён целыми',
    en: 'A damaged file holds rows of other vintages too: import their sources as well (trajecta vintages), then whole files take its place',
  },
  heading: { ru: ['', 'строк', 'стоимость', 'долл. США'], en: ['', 'rows', 'value', 'US dollars'] },
  in: { ru: 'в файле', en: 'in the file' },
  kept: { ru: 'сохранено', en: 'kept' },
  confidential: { ru: '  в т. ч. секретные коды', en: '  of it secret codes' },
  quarantined: { ru: 'в карантине', en: 'quarantined' },
  totals: { ru: 'строки-итоги', en: 'total rows' },
  unallocated: { ru: '  из них сверх суммы частей', en: '  of it above the sum of parts' },
  closes: {
    ru: 'Сходится: в файле = сохранено + карантин + итоги.',
    en: 'Accounts close: in the file = kept + quarantined + total rows.',
  },
  explain: { ru: 'Откуда цифра', en: 'Where a figure comes from' },
  noRate: { ru: 'нет курса', en: 'no rate' },
  findings: { ru: 'Замечания', en: 'Findings' },
  examples: { ru: 'например', en: 'e.g.' },
  usd: { ru: 'долл. США', en: 'US dollars' },
};

/** The accounts of an import as a table for the terminal: where each row and each value went. */
export function importReportText(report: ImportReport, language: Language): string {
  const lines: string[] = [];
  for (const accounts of report.data) lines.push(...accountsLines(accounts, language));
  const { alreadyStored, mended, waiting = [] } = report.manifest;
  if (mended !== undefined) {
    if (mended.length > 0) lines.push(`${t.mended[language]}: ${mended.join(', ')}`);
    for (const { path, vintages } of waiting)
      lines.push(`${t.waiting[language]}: ${path} (${vintages.join(', ')})`);
  } else if (alreadyStored) lines.push(t.already[language]);
  lines.push(...importSettingsText(report.manifest.settings, language));
  // A finding that concerns nothing is none.
  const findings = report.findings.filter((finding) => finding.count !== 0);
  if (findings.length > 0) lines.push('', `${t.findings[language]}:`);
  for (const finding of findings) lines.push(...findingLines(finding, language));
  return `${lines.join('\n')}\n`;
}

function findingLines(finding: ImportReport['findings'][number], language: Language): readonly string[] {
  const size = [
    finding.count === undefined ? '' : formatNumber(finding.count, 0, language),
    finding.valueUsd == null ? '' : `${formatNumber(finding.valueUsd, 0, language)} ${t.usd[language]}`,
  ].filter((text) => text !== '');
  const examples = (finding.examples ?? []).map((text) => importExampleText(finding.code, text, language));
  return [
    `  * ${finding.message[language]}${size.length === 0 ? '' : ` [${size.join('; ')}]`}`,
    ...(examples.length === 0 ? [] : [`      ${t.examples[language]} ${examples.join(' | ')}`]),
  ];
}

function accountsLines(accounts: Accounts, language: Language): readonly string[] {
  const rows: readonly (readonly [string, number | null, number, number | null])[] = [
    [t.in[language], accounts.rowsIn, accounts.valueIn, accounts.valueInUsd],
    [t.kept[language], accounts.rowsKept, accounts.valueKept, accounts.valueKeptUsd],
    [t.confidential[language], null, accounts.valueConfidential, accounts.valueConfidentialUsd],
    [
      t.quarantined[language],
      accounts.rowsQuarantined,
      accounts.valueQuarantined,
      accounts.valueQuarantinedUsd,
    ],
    [t.totals[language], accounts.rowsTotalRows, accounts.valueTotalRows, accounts.valueTotalRowsUsd],
    [t.unallocated[language], null, accounts.valueUnallocated, accounts.valueUnallocatedUsd],
  ];
  const [, rowsHead, , dollarsHead] = t.heading[language];
  const head = `${''.padEnd(30)}${(rowsHead ?? '').padStart(14)}${`${t.heading[language][2]}, ${accounts.currency}`.padStart(26)}${(dollarsHead ?? '').padStart(24)}`;
  return [
    `${accounts.file} → ${accounts.vintage}`,
    head,
    ...rows.map(
      ([name, count, value, usd]) =>
        `${name.padEnd(30)}${(count === null ? '' : formatNumber(count, 0, language)).padStart(14)}${formatNumber(value, 2, language).padStart(26)}${(usd === null ? t.noRate[language] : formatNumber(usd, 2, language)).padStart(24)}`,
    ),
    t.closes[language],
    `${t.explain[language]}: trajecta explain import/${accounts.vintage}/valueKept`,
  ];
}
