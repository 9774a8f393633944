import type { aspects, DiversificationFigure } from '../../api/diversification.ts';
import type { TwoLanguages } from '../../domain/territory.ts';

type Unit = DiversificationFigure['unit'];

/** What is said of a figure of diversification: name, formula, unit, aspect. */
export interface DiversificationMeasure {
  readonly aspect: (typeof aspects)[number];
  readonly name: TwoLanguages;
  readonly formula: string;
  readonly unit: Unit;
}

const of = (
  aspect: DiversificationMeasure['aspect'],
  unit: Unit,
  ru: string,
  en: string,
  formula: string,
): DiversificationMeasure => ({ aspect, unit, name: { ru, en }, formula });

/** All figures of `trajecta diversify` by the name of their measure. x: the territory's exports of a relation; 0, 1: first and last year. */
export const diversificationMeasures = {
  value: of('total', 'usd', 'Вывоз', 'Exports', 'X = Σ x'),
  change: of('total', 'usd', 'Изменение', 'Change', 'X1 − X0'),
  growthPerYear: of(
    'total',
    'share',
    'Рост в среднем за год',
    'Mean growth a year',
    '(X1 / X0)^(1 / years) − 1',
  ),
  active: of(
    'total',
    'number',
    'Действующих связей',
    'Active relations',
    'number of relations with x > threshold',
  ),
  intensive: of(
    'intensive',
    'usd',
    'Прежние связи: изменение',
    'Continuing relations: change',
    'Σ (x1 − x0), relations active in both years',
  ),
  continuing: of(
    'intensive',
    'number',
    'Прежних связей',
    'Continuing relations',
    'relations active in both years',
  ),
  entry: of(
    'extensive',
    'usd',
    'Новые связи',
    'New relations',
    'Σ x1, relations active in the last year only',
  ),
  entered: of(
    'extensive',
    'number',
    'Новых связей',
    'New relations, number',
    'relations active in the last year only',
  ),
  exit: of(
    'extensive',
    'usd',
    'Прекращённые связи',
    'Relations given up',
    '−Σ x0, relations active in the first year only',
  ),
  exited: of(
    'extensive',
    'number',
    'Прекращено связей',
    'Relations given up, number',
    'relations active in the first year only',
  ),
  belowThreshold: of(
    'extensive',
    'usd',
    'Связи ниже порога: изменение',
    'Relations below the threshold: change',
    'Σ x1 (x1 ≤ threshold) − Σ x0 (x0 ≤ threshold); change = intensive + entry + exit + this',
  ),
  partnerNotStated: of(
    'extensive',
    'usd',
    'Партнёр не указан: изменение',
    'Partner not stated: change',
    'X1 − X0 without a stated partner: outside markets and pairs',
  ),
  survivedShare: of(
    'extensive',
    'share',
    'Доля сохранившихся связей первого года',
    'Share of first-year relations still active',
    'continuing / active in the first year',
  ),
  survival1: of(
    'extensive',
    'share',
    'Новые связи живут дольше 1 года',
    'New relations outlast 1 year',
    'Kaplan–Meier S(1) = Π (1 − ended / at risk); spells that began within the span',
  ),
  survival3: of(
    'extensive',
    'share',
    'Новые связи живут дольше 3 лет',
    'New relations outlast 3 years',
    'Kaplan–Meier S(3)',
  ),
  survival5: of(
    'extensive',
    'share',
    'Новые связи живут дольше 5 лет',
    'New relations outlast 5 years',
    'Kaplan–Meier S(5)',
  ),
  extensiveMargin: of(
    'extensive',
    'share',
    'Экстенсивная маржа (Хаммелс — Кленоу)',
    'Extensive margin (Hummels–Klenow)',
    'Σ W over what the territory exports / Σ W; W: exports of the reference',
  ),
  intensiveMargin: of(
    'intensive',
    'share',
    'Интенсивная маржа (Хаммелс — Кленоу)',
    'Intensive margin (Hummels–Klenow)',
    'Σ x / Σ W over what both export',
  ),
  extensiveMarginMean: of(
    'extensive',
    'share',
    'Экстенсивная маржа в среднем по рынкам',
    'Extensive margin, mean over markets',
    'Π EM_m^a_m; a_m: logarithmic mean of the shares of market m in X and W (Sato–Vartia), to sum 1',
  ),
  intensiveMarginMean: of(
    'intensive',
    'share',
    'Интенсивная маржа в среднем по рынкам',
    'Intensive margin, mean over markets',
    'Π IM_m^a_m',
  ),
  soleSupply: of(
    'extensive',
    'usd',
    'Единственный поставщик',
    'Sole supply',
    'Σ x where the reference exports nothing: outside the margins',
  ),
  demandCoverage: of(
    'real-value',
    'share',
    'Охват спроса',
    'Demand covered',
    'exp(−Σ s ln(s / w)); s: shares of exports, w: shares of demand',
  ),
  demandReached: of('real-value', 'usd', 'Охваченный спрос', 'Demand reached', 'demand covered × demand'),
  outsideDemand: of(
    'real-value',
    'usd',
    'Вне спроса',
    'Outside demand',
    'Σ x where there is no demand: outside the measure',
  ),
  hhi: of('structure', 'index', 'Индекс Херфиндаля — Хиршмана', 'Herfindahl–Hirschman index', 'Σ s²'),
  equivalentNumber: of('structure', 'number', 'Эквивалентное число равных', 'Equivalent number', '1 / Σ s²'),
  theil: of(
    'structure',
    'nat',
    'Индекс Тейла',
    'Theil index',
    'between + within = ln n + Σ s ln s, n: all products of the scope',
  ),
  theilBetween: of(
    'structure',
    'nat',
    'Тейл, экстенсивная часть',
    'Theil, between',
    'ln(n / active products)',
  ),
  theilWithin: of(
    'structure',
    'nat',
    'Тейл, интенсивная часть',
    'Theil, within',
    'ln(active products) + Σ s ln s',
  ),
  entropy: of('structure', 'nat', 'Энтропия', 'Entropy', '−Σ s ln s'),
  relatedVariety: of(
    'structure',
    'nat',
    'Родственное разнообразие',
    'Related variety',
    'Σ S_g × entropy within group g; groups: chapters',
  ),
  unrelatedVariety: of(
    'structure',
    'nat',
    'Неродственное разнообразие',
    'Unrelated variety',
    '−Σ S_g ln S_g; groups: chapters',
  ),
  krugman: of(
    'structure',
    'index',
    'Индекс Кругмана',
    'Krugman index',
    'Σ |s − t|; t: shares of the reference, 0 to 2',
  ),
  shareChangeWorld: of(
    'market-share',
    'usd',
    'Рост эталона',
    'Growth of the reference',
    'Σ g x0; g: growth of all exports of the reference',
  ),
  shareChangeProduct: of(
    'market-share',
    'usd',
    'Товарная структура',
    'Product composition',
    'Σ (g_k − g) x0 (products first), mean of both orders',
  ),
  shareChangeMarket: of(
    'market-share',
    'usd',
    'Структура рынков',
    'Market composition',
    'Σ (g_kj − g_k) x0 (products first), mean of both orders',
  ),
  shareChangeProductFirst: of(
    'market-share',
    'usd',
    'Товарная структура, товары первыми',
    'Product composition, products first',
    'Σ (g_k − g) x0',
  ),
  shareChangeMarketSecond: of(
    'market-share',
    'usd',
    'Структура рынков, товары первыми',
    'Market composition, products first',
    'Σ (g_kj − g_k) x0',
  ),
  shareChangeMarketFirst: of(
    'market-share',
    'usd',
    'Структура рынков, рынки первыми',
    'Market composition, markets first',
    'Σ (g_j − g) x0',
  ),
  shareChangeProductSecond: of(
    'market-share',
    'usd',
    'Товарная структура, рынки первыми',
    'Product composition, markets first',
    'Σ (g_kj − g_j) x0',
  ),
  competitiveness: of(
    'market-share',
    'usd',
    'Конкурентоспособность',
    'Competitiveness',
    'Σ (x1 − x0 − g_kj x0)',
  ),
  newCells: of(
    'market-share',
    'usd',
    'Где эталон прежде не вывозил',
    'Where the reference sold nothing before',
    'Σ (x1 − x0) over cells without exports of the reference in the first year',
  ),
} as const satisfies Readonly<Record<string, DiversificationMeasure>>;
export type DiversificationMeasureName = keyof typeof diversificationMeasures;
