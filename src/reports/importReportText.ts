import type { Accounts, ImportReport } from '../api/importReport.ts';

type Language = 'ru' | 'en';

const t = {
  already: {
    ru: 'Этот файл с этими настройками уже загружен: ничего не изменено.',
    en: 'This file with these settings is stored already: nothing was changed.',
  },
  settings: { ru: 'Настройки', en: 'Settings' },
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
};

/** The accounts of an import as a table for the terminal: where each row and each value went. */
export function importReportText(report: ImportReport, language: Language): string {
  const lines: string[] = [];
  for (const accounts of report.data) lines.push(...accountsLines(accounts, language));
  if (report.manifest.alreadyStored) lines.push(t.already[language]);
  lines.push(`${t.settings[language]}: ${settingsText(report.manifest.settings)}`);
  if (report.findings.length > 0) lines.push('', `${t.findings[language]}:`);
  for (const finding of report.findings) {
    const size = finding.valueUsd == null ? '' : `; ${number(finding.valueUsd, language, 0)} USD`;
    lines.push(`  [${finding.code}] ${finding.message[language]} (${finding.count ?? ''}${size})`);
    if (finding.examples !== undefined && finding.examples.length > 0)
      lines.push(`      ${finding.examples.join(' | ')}`);
  }
  return `${lines.join('\n')}\n`;
}

/** What was set and what was detected, without the mapping's own text. */
function settingsText(settings: Readonly<Record<string, unknown>>): string {
  const { mapping, detected, ...set } = settings;
  void mapping;
  const { columns, ...found } = (detected ?? {}) as Readonly<Record<string, unknown>>;
  const shown = [...Object.entries(set), ...Object.entries(found)].map(
    ([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  const names = Object.entries((columns ?? {}) as Readonly<Record<string, string>>).map(
    ([meaning, column]) => `${meaning}=${column}`,
  );
  return [shown.join(', '), ...(names.length === 0 ? [] : [names.join(', ')])].join('\n    ');
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
        `${name.padEnd(30)}${(count === null ? '' : number(count, language, 0)).padStart(14)}${number(value, language, 2).padStart(26)}${(usd === null ? t.noRate[language] : number(usd, language, 2)).padStart(24)}`,
    ),
    t.closes[language],
    `${t.explain[language]}: trajecta explain import/${accounts.vintage}/valueKept`,
  ];
}

function number(value: number, language: Language, digits: number): string {
  return value.toLocaleString(language === 'ru' ? 'ru-RU' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
