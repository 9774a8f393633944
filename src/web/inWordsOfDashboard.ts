import type { Language } from '../domain/formatNumber.ts';
import type { TwoLanguages } from '../domain/territory.ts';

/** What findings say of the command line, and what stands for it here; empty where the dashboard has no such choice. */
const sayings: readonly (readonly [RegExp, TwoLanguages])[] = [
  [/ \(--re-exports include[^)]*\)/g, { ru: '', en: '' }],
  [/ \(--in-edition\)/g, { ru: '', en: '' }],
  [/ \(--(?:world|demand)\)/g, { ru: '', en: '' }],
  [/(?:ключ )?--rates: /g, { ru: 'таблица: ', en: 'a table: ' }],
  [/(?:команда |trajecta )?status --quarantine/g, { ru: '«Данные», «Карантин»', en: 'Data, Quarantine' }],
];

/** A finding in words of the dashboard. @example inWordsOfDashboard('Set aside (status --quarantine).', 'en') // 'Set aside (Data, Quarantine).' */
export function inWordsOfDashboard(message: string, language: Language): string {
  return sayings.reduce((said, [found, name]) => said.replace(found, name[language]), message);
}
