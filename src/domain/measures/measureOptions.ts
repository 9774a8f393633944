import type { TwoLanguages } from '../territory.ts';
import { type ComplexityConvention, conventionNames } from './conventions.ts';

/** Everything that a measure may be told; what is left out is as `measureOptionDefinitions` says. */
export interface MeasureOptions {
  readonly threshold?: number;
  readonly comparison?: 'at-least' | 'above';
  readonly presenceBy?: 'rca' | 'rpop' | 'both' | 'either';
  readonly reference?: string;
  readonly base?: readonly string[];
  readonly convention?: ComplexityConvention;
  readonly proximity?: 'minimum' | 'asymmetric' | 'square-root' | 'continuous';
  readonly diagonal?: 0 | 1;
  readonly neighbours?: number;
  readonly gain?: 'with-second-term' | 'without-second-term';
  readonly iterations?: number;
  readonly extremality?: number;
  readonly lines?: number;
  readonly over?: 'product' | 'partner' | 'product-partner';
  readonly groupDigits?: number;
  readonly form?: 'index' | 'symmetric' | 'normalised' | 'additive' | 'log';
  readonly flow?: 'export' | 'import';
  readonly period?: string;
  readonly from?: string;
  readonly to?: string;
  readonly chained?: boolean;
  readonly outliers?: number;
  readonly joinGaps?: number;
  readonly leftCensored?: boolean;
  readonly standardise?: boolean;
  /** By region: income per head, or another characteristic; population. By product: complexity; group. */
  readonly characteristic?: ReadonlyMap<string, number>;
  readonly population?: ReadonlyMap<string, number>;
  /** By region: value of the base, where it is not to be taken from the table. */
  readonly baseValues?: ReadonlyMap<string, number>;
  readonly pci?: ReadonlyMap<string, number>;
  readonly groups?: ReadonlyMap<string, string>;
}
export type OptionName = keyof MeasureOptions;

export interface OptionDefinition {
  readonly name: OptionName;
  readonly kind:
    | 'number'
    | 'count'
    | 'choice'
    | 'text'
    | 'list'
    | 'switch'
    | 'numbers-by-code'
    | 'texts-by-code';
  readonly choices?: readonly string[];
  /** What is taken where it is not given; null: nothing, or as the convention says. */
  readonly usual: string | null;
  readonly meaning: TwoLanguages;
}

/** All options of measures, once: the command line, the schema and the pages are made of them. */
export const measureOptionDefinitions: readonly OptionDefinition[] = [
  {
    name: 'threshold',
    kind: 'number',
    usual: '1',
    meaning: { ru: 'RCA, с которого товар присутствует', en: 'RCA from which a product is present' },
  },
  {
    name: 'comparison',
    kind: 'choice',
    choices: ['at-least', 'above'],
    usual: 'at-least',
    meaning: { ru: 'не ниже порога или выше него', en: 'at least the threshold, or above it' },
  },
  {
    name: 'presenceBy',
    kind: 'choice',
    choices: ['rca', 'rpop', 'both', 'either'],
    usual: 'rca',
    meaning: {
      ru: 'по чему судят о присутствии: RCA, вывоз на душу, оба или любой из них',
      en: 'what presence is told by: RCA, exports per head, both, or either of them',
    },
  },
  {
    name: 'reference',
    kind: 'text',
    usual: 'all',
    meaning: {
      ru: 'эталон: all (все регионы вместе), others (все без самого региона) или регион таблицы, например WORLD, который тогда сам не считается',
      en: 'what is compared with: all (all regions together), others (all less the region itself), or a region of the table, such as WORLD, which then is no region of its own',
    },
  },
  {
    name: 'base',
    kind: 'list',
    usual: null,
    meaning: {
      ru: 'начала кодов товаров, по которым считаются знаменатели долей; без них — все товары',
      en: 'beginnings of the product codes over which the denominators of shares run; without them, all products',
    },
  },
  {
    name: 'baseValues',
    kind: 'numbers-by-code',
    usual: null,
    meaning: {
      ru: 'таблица «регион; вывоз базы»: знаменатели долей, когда таблица содержит не всю базу (скажем, одни высокие технологии); вместо base',
      en: 'table of region and exports of the base: the denominators of shares where the table does not hold the whole base (say, high technology only); in place of base',
    },
  },
  {
    name: 'convention',
    kind: 'choice',
    choices: conventionNames,
    usual: 'atlas',
    meaning: {
      ru: 'знаки, масштаб и способ расчёта сложности — как в названной программе',
      en: 'sign, scale and method of complexity, as in the program named',
    },
  },
  {
    name: 'proximity',
    kind: 'choice',
    choices: ['minimum', 'asymmetric', 'square-root', 'continuous'],
    usual: 'minimum',
    meaning: {
      ru: 'близость товаров: меньшая условная доля, условная доля, корень, корреляция RCA',
      en: 'proximity of products: smaller conditional share, conditional share, square root, correlation of RCA',
    },
  },
  {
    name: 'diagonal',
    kind: 'choice',
    choices: ['0', '1'],
    usual: '1',
    meaning: { ru: 'близость товара к самому себе', en: 'proximity of a product to itself' },
  },
  {
    name: 'neighbours',
    kind: 'count',
    usual: null,
    meaning: {
      ru: 'только столько ближайших товаров входят в плотность; без ключа — все',
      en: 'only so many nearest products count for density; without it, all',
    },
  },
  {
    name: 'gain',
    kind: 'choice',
    choices: ['with-second-term', 'without-second-term'],
    usual: 'with-second-term',
    meaning: {
      ru: 'выигрыш перспектив с вычетом − w·PCI (книга Атласа, Datawheel) или без него (Stata, py-ecomplexity, R)',
      en: 'outlook gain with its second term − w·PCI (the Atlas book, Datawheel) or without (Stata, py-ecomplexity, R)',
    },
  },
  {
    name: 'iterations',
    kind: 'count',
    usual: '20',
    meaning: { ru: 'шагов приспособленности', en: 'steps of fitness' },
  },
  {
    name: 'extremality',
    kind: 'number',
    usual: '1',
    meaning: { ru: 'показатель γ приспособленности', en: 'exponent γ of fitness' },
  },
  {
    name: 'lines',
    kind: 'count',
    usual: null,
    meaning: {
      ru: 'число строк номенклатуры n; без ключа — все товары таблицы',
      en: 'number of lines n of the nomenclature; without it, all products of the table',
    },
  },
  {
    name: 'over',
    kind: 'choice',
    choices: ['product', 'partner', 'product-partner'],
    usual: 'product',
    meaning: {
      ru: 'по чему: по товарам, по рынкам, по парам товара и рынка',
      en: 'over what: products, markets, or pairs of product and market',
    },
  },
  {
    name: 'groupDigits',
    kind: 'count',
    usual: '2',
    meaning: {
      ru: 'знаков кода, которые называют группу (если групп не дано таблицей)',
      en: 'digits of codes that name the group (where no table gives groups)',
    },
  },
  {
    name: 'form',
    kind: 'choice',
    choices: ['index', 'symmetric', 'normalised', 'additive', 'log'],
    usual: 'index',
    meaning: { ru: 'форма индекса траектории', en: 'form of the trajectory index' },
  },
  {
    name: 'flow',
    kind: 'choice',
    choices: ['export', 'import'],
    usual: 'export',
    meaning: { ru: 'поток', en: 'flow' },
  },
  {
    name: 'period',
    kind: 'text',
    usual: null,
    meaning: {
      ru: 'период таблицы; без ключа меры одного периода считаются за каждый',
      en: 'period of the table; without it, measures of one period are computed for each',
    },
  },
  {
    name: 'from',
    kind: 'text',
    usual: null,
    meaning: {
      ru: 'начальный период; без ключа — первый',
      en: 'period to begin with; without it, the first',
    },
  },
  {
    name: 'to',
    kind: 'text',
    usual: null,
    meaning: { ru: 'конечный период; без ключа — последний', en: 'period to end with; without it, the last' },
  },
  {
    name: 'chained',
    kind: 'switch',
    usual: null,
    meaning: {
      ru: 'цепной индекс по всем промежуточным периодам',
      en: 'index chained through all periods between',
    },
  },
  {
    name: 'outliers',
    kind: 'number',
    usual: null,
    meaning: {
      ru: 'отбросить логарифмы дальше стольких медианных абсолютных отклонений от медианы',
      en: 'leave out logarithms further than so many median absolute deviations from the median',
    },
  },
  {
    name: 'joinGaps',
    kind: 'count',
    usual: '0',
    meaning: {
      ru: 'перерывы до стольких лет не кончают отрезка',
      en: 'gaps of up to so many years do not end a spell',
    },
  },
  {
    name: 'leftCensored',
    kind: 'switch',
    usual: null,
    meaning: {
      ru: 'считать и отрезки, шедшие уже в первом году',
      en: 'count spells that ran in the first year too',
    },
  },
  {
    name: 'standardise',
    kind: 'switch',
    usual: null,
    meaning: {
      ru: 'привести к среднему 0 и выборочному отклонению 1',
      en: 'bring to mean 0 and sample deviation 1',
    },
  },
  {
    name: 'characteristic',
    kind: 'numbers-by-code',
    usual: null,
    meaning: {
      ru: 'таблица «регион; значение»: доход на душу, коэффициент Джини, выбросы …',
      en: 'table of region and value: income per head, Gini coefficient, emissions …',
    },
  },
  {
    name: 'population',
    kind: 'numbers-by-code',
    usual: null,
    meaning: { ru: 'таблица «регион; население»', en: 'table of region and population' },
  },
  {
    name: 'pci',
    kind: 'numbers-by-code',
    usual: null,
    meaning: { ru: 'таблица «товар; PCI мира»', en: "table of product and the world's PCI" },
  },
  {
    name: 'groups',
    kind: 'texts-by-code',
    usual: null,
    meaning: { ru: 'таблица «товар; группа»', en: 'table of product and group' },
  },
];
