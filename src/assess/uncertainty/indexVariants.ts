import type { UncertaintyOptions } from '../../api/uncertainty.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import type { AssessOptions } from '../options.ts';

/** Another choice that could have been made, one at a time. */
export interface IndexVariant {
  readonly id: string;
  readonly dimension: 'threshold' | 'base' | 'reference' | 'list';
  readonly name: TwoLanguages;
  readonly change: Partial<AssessOptions>;
  /** Read under this bound of the list instead of the chosen one. */
  readonly bound?: 'lower' | 'upper';
  /** Thresholds of the rule times this. */
  readonly thresholds?: number;
}

const bases: Readonly<Record<string, TwoLanguages>> = {
  total: { ru: 'база: весь вывоз', en: 'base: all exports' },
  'high-tech': { ru: 'база: высокие технологии', en: 'base: high technology' },
  'non-resource': { ru: 'база: несырьевой вывоз', en: 'base: non-resource exports' },
  chapter: { ru: 'база: группы (2 знака)', en: 'base: chapters' },
  heading: { ru: 'база: позиции (4 знака)', en: 'base: headings' },
};

/** The variants of a question, without the choices that it has already made. */
export function indexVariants(options: UncertaintyOptions, hasDistricts: boolean): readonly IndexVariant[] {
  const chosen = {
    base: options.base ?? 'total',
    reference: options.reference ?? 'country',
    revision: options.revision ?? 4,
    alignment: options.alignment ?? 'resolved',
  };
  const of = (
    id: string,
    dimension: IndexVariant['dimension'],
    ru: string,
    en: string,
    change: Partial<AssessOptions>,
    more: Pick<IndexVariant, 'bound' | 'thresholds'> = {},
  ): IndexVariant => ({ id, dimension, name: { ru, en }, change, ...more });
  const other = chosen.revision === 4 ? 3 : 4;
  return [
    of(
      'thresholds-low',
      'threshold',
      'пороги правила ниже на 10 %',
      'thresholds of the rule 10 % lower',
      {},
      { thresholds: 0.9 },
    ),
    of(
      'thresholds-high',
      'threshold',
      'пороги правила выше на 10 %',
      'thresholds of the rule 10 % higher',
      {},
      { thresholds: 1.1 },
    ),
    ...Object.entries(bases)
      .filter(([base]) => base !== chosen.base)
      .map(([base, name]) =>
        of(`base-${base}`, 'base', name.ru, name.en, { base: base as NonNullable<AssessOptions['base']> }),
      ),
    ...(hasDistricts && chosen.reference !== 'district'
      ? [
          of('reference-district', 'reference', 'сравнение с округом', 'held against the district', {
            reference: 'district',
          }),
        ]
      : []),
    ...(chosen.reference === 'district'
      ? [
          of('reference-country', 'reference', 'сравнение со страной', 'held against the country', {
            reference: 'country',
          }),
        ]
      : []),
    of(
      'without-self',
      'reference',
      options.withoutSelf === true ? 'сравнение вместе с самим регионом' : 'сравнение без самого региона',
      options.withoutSelf === true
        ? 'reference with the region itself'
        : 'reference without the region itself',
      { withoutSelf: options.withoutSelf !== true },
    ),
    of(`list-rev${other}`, 'list', `перечень: МСТК ред. ${other}`, `list: SITC Rev.${other}`, {
      revision: other,
    }),
    of(
      'list-lower',
      'list',
      'перечень: только коды, входящие целиком',
      'list: codes wholly inside',
      {},
      { bound: 'lower' },
    ),
    of(
      'list-upper',
      'list',
      'перечень: и коды, входящие частично',
      'list: codes partly inside too',
      {},
      { bound: 'upper' },
    ),
    chosen.alignment === 'resolved'
      ? of(
          'list-un-conversion',
          'list',
          'перечень по таблицам ООН как есть',
          "list by the UN's tables as they are",
          { alignment: 'un-conversion' },
        )
      : of('list-resolved', 'list', 'перечень с уточнённой увязкой', 'list by the resolved alignment', {
          alignment: 'resolved',
        }),
  ];
}
