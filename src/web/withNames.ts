import type { Assessment } from '../api/assessment.ts';
import type { TwoLanguages } from '../domain/territory.ts';

type Finding = Assessment['findings'][number];

/** A text in which codes of territories (RU, RU-TOM) give way to their names. @example withNames('RU 2022', () => 'Russia') // 'Russia 2022' */
export function withNames(text: string, nameOf: (id: string) => string | undefined): string {
  return text.replace(/(?<![\w.-])[A-Z]{2}(?:-[A-Z0-9]{1,3})?(?![\w.-])/g, (id) => nameOf(id) ?? id);
}

/** Findings with territories by name in their words and examples. */
export function findingsWithNames<Item extends Finding>(
  findings: readonly Item[],
  territories: ReadonlyMap<string, TwoLanguages>,
  language: 'ru' | 'en',
): Item[] {
  const said = (to: 'ru' | 'en') => (text: string) => withNames(text, (id) => territories.get(id)?.[to]);
  return findings.map((one) => ({
    ...one,
    message: { ru: said('ru')(one.message.ru), en: said('en')(one.message.en) },
    ...(one.examples === undefined ? {} : { examples: one.examples.map(said(language)) }),
  }));
}
