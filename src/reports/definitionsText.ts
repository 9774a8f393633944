import { figureName } from '../domain/figureName.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';
import type { OrientationRule } from '../domain/orientationRule.ts';
import { periodText } from '../domain/period.ts';
import type { SegmentSystem } from '../domain/segmentSystem.ts';
import type { TwoLanguages } from '../domain/territory.ts';

const titles: Readonly<Record<string, TwoLanguages>> = {
  period: { ru: 'Период', en: 'Period' },
  flow: { ru: 'Направление', en: 'Flow' },
  system: { ru: 'Сегменты', en: 'Segments' },
  revision: { ru: 'Перечень', en: 'List' },
  alignment: { ru: 'Увязка перечня с ГС', en: 'Alignment of the list with the HS' },
  base: { ru: 'База индекса', en: 'Base of the index' },
  reference: { ru: 'С кем сравнивается', en: 'Compared with' },
  union: { ru: 'Союз', en: 'Union' },
  groups: { ru: 'Свои группы территорий', en: 'Groups of territories of your own' },
  indicators: { ru: 'Показатели', en: 'Indicators' },
  supplied: { ru: 'Данные ряды', en: 'Supplied series' },
  withoutSelf: { ru: 'Эталон без самого региона', en: 'Reference without the region itself' },
  leaveOut: { ru: 'Вне эталона', en: 'Outside the reference' },
  reExports: { ru: 'Реэкспорт', en: 'Re-exports' },
  inEdition: { ru: 'Все годы в редакции ГС', en: 'All years in the edition of the HS' },
  weights: { ru: 'Деление неоднозначных кодов', en: 'Parting of ambiguous codes' },
  disclosure: { ru: 'Защита сведений', en: 'Disclosure control' },
  rule: { ru: 'Правило вердикта', en: 'Rule of the verdict' },
  from: { ru: 'С года', en: 'From' },
  to: { ru: 'По год', en: 'To' },
  years: { ru: 'Годы', en: 'Years' },
  edition: { ru: 'Редакция ГС', en: 'Edition of the HS' },
  source: { ru: 'Источник', en: 'Source' },
};

const words: Readonly<Record<string, Readonly<Record<string, TwoLanguages>>>> = {
  flow: { export: { ru: 'вывоз', en: 'exports' }, import: { ru: 'ввоз', en: 'imports' } },
  alignment: {
    resolved: { ru: 'уточнённая (resolved)', en: 'resolved' },
    'un-conversion': { ru: 'по таблице ООН (un-conversion)', en: "the UN's table (un-conversion)" },
  },
  base: {
    total: { ru: 'весь вывоз (total)', en: 'all goods (total)' },
    'high-tech': { ru: 'высокие технологии (high-tech)', en: 'high technology (high-tech)' },
    'non-resource': { ru: 'несырьевые товары (non-resource)', en: 'non-resource goods (non-resource)' },
    chapter: {
      ru: 'группы ГС, к которым относится сегмент (chapter)',
      en: 'chapters of the segment (chapter)',
    },
    heading: {
      ru: 'позиции ГС, к которым относится сегмент (heading)',
      en: 'headings of the segment (heading)',
    },
  },
  reference: {
    country: { ru: 'страна (country)', en: 'the country' },
    district: { ru: 'федеральный округ (district)', en: 'the district' },
  },
  reExports: {
    include: { ru: 'учтён', en: 'counted' },
    exclude: { ru: 'исключён', en: 'left out' },
  },
  weights: {
    conversion: { ru: 'по таблице перевода (conversion)', en: 'as the conversion table says (conversion)' },
    equal: { ru: 'поровну (equal)', en: 'in equal parts (equal)' },
    trade: { ru: 'по объёмам торговли (trade)', en: 'by trade (trade)' },
  },
};

/** Name of a definition. @example definitionTitle('base', 'en') // 'Base of the index' */
export function definitionTitle(name: string, language: Language): string {
  return titles[name]?.[language] ?? name;
}

/** The definitions of a run, a line each; what says nothing (no, none, checksums of tables) is left out. */
export function definitionsText(
  definitions: Readonly<Record<string, unknown>>,
  language: Language,
): readonly string[] {
  return Object.entries(definitions).flatMap(([name, value]) => {
    if (name === 'data' || value === null || value === undefined || value === false) return [];
    // Without a common edition no code is parted.
    if (name === 'weights' && definitions.inEdition === null) return [];
    if (Array.isArray(value) && value.length === 0) return [];
    const title = definitionTitle(name, language);
    return [value === true ? title : `${title}: ${definitionValue(name, value, language)}`];
  });
}

/** A definition's value in words. @example definitionValue('revision', 4, 'en') // 'SITC Rev.4' */
export function definitionValue(name: string, value: unknown, language: Language): string {
  if (value === null || value === undefined) return '–';
  if (name === 'system') return systemText(value as SegmentSystem, language);
  if (name === 'rule') return ruleText(value as OrientationRule, language);
  if (name === 'revision') return language === 'ru' ? `МСТК ред. ${value}` : `SITC Rev.${value}`;
  if (name === 'period') return periodWords(value);
  if (name === 'disclosure') return disclosureText(value as Parameters<typeof disclosureText>[0], language);
  if (typeof value === 'boolean') return value ? yesNo[language].yes : yesNo[language].no;
  if (Array.isArray(value))
    return value.length === 0 ? '–' : value.map((one) => partText(one, language)).join(', ');
  if (typeof value === 'object') return partText(value, language);
  return words[name]?.[String(value)]?.[language] ?? String(value);
}

/** A part of a definition: by its name, else its fields one after the other. */
function partText(value: unknown, language: Language): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const { name, id } = value as { readonly name?: TwoLanguages | string; readonly id?: string };
  if (name !== undefined) return typeof name === 'string' ? name : name[language];
  if (id !== undefined) return id;
  return Object.entries(value)
    .map(([field, one]) => `${field} — ${partText(one, language)}`)
    .join('; ');
}

const yesNo = { ru: { yes: 'да', no: 'нет' }, en: { yes: 'yes', no: 'no' } } as const;

function systemText({ name, segments }: SegmentSystem, language: Language): string {
  return `${name[language]} — ${segments.map((segment) => segment.name[language]).join('; ')}`;
}

function ruleText({ name, conditions }: OrientationRule, language: Language): string {
  const signs = { '>=': '≥', '>': '>', '<=': '≤', '<': '<' } as const;
  const number = (value: number) => (language === 'ru' ? String(value).replace('.', ',') : String(value));
  const said = conditions.map(
    (one) => `${figureName(one.measure)[language]} ${signs[one.operator]} ${number(one.threshold)}`,
  );
  return `${name[language]} (${said.join(language === 'ru' ? ' и ' : ' and ')})`;
}

function periodWords(value: unknown): string {
  if (typeof value === 'string') return value;
  return periodText(value as Parameters<typeof periodText>[0]);
}

function disclosureText(
  {
    threshold,
    dominance,
  }: {
    readonly threshold: number | null;
    readonly dominance: { readonly largest: number; readonly percent: number } | null;
  },
  language: Language,
): string {
  const ru = language === 'ru';
  const parts = [
    threshold === null ? '' : ru ? `не менее ${threshold} участников` : `at least ${threshold} contributors`,
    dominance === null
      ? ''
      : ru
        ? `${dominance.largest} крупнейших — не более ${formatNumber(dominance.percent, 0, language)} %`
        : `the ${dominance.largest} largest make at most ${formatNumber(dominance.percent, 0, language)} %`,
  ];
  return parts.filter((text) => text !== '').join('; ');
}
