import type { Language } from '../domain/formatNumber.ts';
import { quarantineReason } from '../domain/quarantineReason.ts';

const t = { row: { ru: 'строка', en: 'row' }, total: { ru: 'итог', en: 'total' } };

/** An example of a finding of an import. Examples are the same in every language where they are stored; here their words are put into one. */
export function importExampleText(code: string, text: string, language: Language): string {
  const row = t.row[language];
  const quarantined = /^(\S+) row (\d+): ?(.*)$/s.exec(text);
  if (code === 'quarantined-rows' && quarantined !== null) {
    const [, reason = '', number = '', value = ''] = quarantined;
    return `${row} ${number}: ${quarantineReason(reason)[language]}${value === '' ? '' : ` (${value})`}`;
  }
  const parent = /^(\S+) row (\d+)$/.exec(text);
  if (code !== 'children-exceed-parent' || parent === null) return text;
  return `${row} ${parent[2]}: ${parent[1] === 'TOTAL' ? t.total[language] : parent[1]}`;
}
