import type { Diversification, DiversificationFigure } from '../api/diversification.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';
import { plural } from '../domain/plural.ts';

/** Finds a figure's value by kind, measure and period. */
export type ValueOf = (by: string, measure: string, period: string) => number | null;

/** Looks figures of an answer up. */
export function valuesOf(answer: Diversification): ValueOf {
  const found = new Map(answer.data.map((one) => [`${one.by} ${one.measure} ${one.period}`, one.value]));
  return (by, measure, period) => found.get(`${by} ${measure} ${period}`) ?? null;
}

/** First and last year of the answer, and the span as figures name it. */
export function yearsOf(answer: Diversification): {
  readonly from: string;
  readonly to: string;
  readonly span: string;
} {
  const { from, to } = answer.manifest.options as { from: number; to: number };
  return { from: String(from), to: String(to), span: `${from}..${to}` };
}

/** Three plain sentences: the growth of what was sold before; what is new and what is given up; how widely sales are spread. */
export function diversificationSentences(answer: Diversification, language: Language): readonly string[] {
  const head = answer.data[0];
  if (head === undefined) return [];
  return language === 'ru' ? russian(answer, head) : english(answer, head);
}

function money(value: number, language: Language): string {
  const size = Math.abs(value);
  const [unit, scale] =
    size >= 1e9
      ? [{ ru: 'млрд долл.', en: 'bn USD' }, 1e9]
      : size >= 1e6
        ? [{ ru: 'млн долл.', en: 'm USD' }, 1e6]
        : [{ ru: 'тыс. долл.', en: 'thousand USD' }, 1e3];
  return `${formatNumber(value / scale, size >= 1e6 || size < 1e3 ? 2 : 1, language)} ${unit[language]}`;
}

function percent(share: number | null, language: Language): string {
  if (share === null) return language === 'ru' ? 'н/о' : 'n/d';
  const value = share * 100;
  return `${formatNumber(value, Math.abs(value) < 1 ? 2 : 0, language)} %`;
}

function russian(answer: Diversification, head: DiversificationFigure): readonly string[] {
  const value = valuesOf(answer);
  const { from, to, span } = yearsOf(answer);
  const m = (amount: number | null) => money(Math.abs(amount ?? 0), 'ru');
  const n = (amount: number | null) => formatNumber(amount ?? 0, 0, 'ru');
  const [x0, x1] = [value('all', 'value', from) ?? 0, value('all', 'value', to) ?? 0];
  const [change, intensive] = [x1 - x0, value('product', 'intensive', span) ?? 0];
  const continuing = value('product', 'continuing', span) ?? 0;
  const name = head.territoryName.ru;
  const grew = change >= 0 ? 'вырос' : 'сократился';
  const first = `1. Прежние товары. ${name}, ${head.scopeName.ru}: вывоз ${grew} с ${m(x0)} в ${from} году до ${m(x1)} в ${to}-м (${change >= 0 ? '+' : '−'}${m(change)}); продажи ${n(continuing)} ${plural(continuing, ['товара, который вывозили', 'товаров, которые вывозили', 'товаров, которые вывозили'])} и тогда и теперь, ${intensive >= 0 ? 'выросли' : 'упали'} на ${m(intensive)}.`;
  const [entered, exited] = [value('product', 'entered', span) ?? 0, value('product', 'exited', span) ?? 0];
  const markets = value('market', 'entered', span);
  const ofMarkets =
    markets === null
      ? ' Стран-партнёров источник не называет.'
      : ` Новых рынков ${n(markets)} (${m(value('market', 'entry', span))}), оставлено ${n(value('market', 'exited', span))} (${m(value('market', 'exit', span))}); новых пар «товар — рынок» ${n(value('product-market', 'entered', span))} (${m(value('product-market', 'entry', span))}), прекращено ${n(value('product-market', 'exited', span))} (${m(value('product-market', 'exit', span))}).`;
  const second = `2. Новые товары и рынки. ${n(entered)} ${plural(entered, ['новый товар дал', 'новых товара дали', 'новых товаров дали'])} ${m(value('product', 'entry', span))}, прекращён вывоз ${n(exited)} ${plural(exited, ['товара', 'товаров', 'товаров'])} на ${m(value('product', 'exit', span))}; из товаров ${from} года вывозятся и теперь ${percent(value('product', 'survivedShare', span), 'ru')}.${ofMarkets}`;
  const equal = (by: string, period: string) =>
    formatNumber(value(by, 'equivalentNumber', period) ?? 0, 1, 'ru');
  const spread = `вывоз распределён так, как если бы поровну вывозили ${equal('product', to)} товара (в ${from} — ${equal('product', from)})${markets === null ? '' : ` на ${equal('market', to)} рынка (в ${from} — ${equal('market', from)})`}`;
  const cover = value('product', 'demandCoverage', to);
  const demand = demandName(answer).ru;
  const third = `3. Реальная ценность. ${spread[0]?.toUpperCase()}${spread.slice(1)}; ${cover === null ? 'охват спроса не определён: не задана таблица спроса (--demand)' : `товарами охвачено ${percent(cover, 'ru')} ${demand} (в ${from} — ${percent(value('product', 'demandCoverage', from), 'ru')})${markets === null ? '' : `, рынками — ${percent(value('market', 'demandCoverage', to), 'ru')} (в ${from} — ${percent(value('market', 'demandCoverage', from), 'ru')})`}`}.`;
  return [first, second, third].map((sentence) => sentence.replace(/\.\.$/, '.'));
}

function english(answer: Diversification, head: DiversificationFigure): readonly string[] {
  const value = valuesOf(answer);
  const { from, to, span } = yearsOf(answer);
  const m = (amount: number | null) => money(Math.abs(amount ?? 0), 'en');
  const n = (amount: number | null) => formatNumber(amount ?? 0, 0, 'en');
  const of = (amount: number | null, noun: string) => `${n(amount)} ${noun}${amount === 1 ? '' : 's'}`;
  const [x0, x1] = [value('all', 'value', from) ?? 0, value('all', 'value', to) ?? 0];
  const [change, intensive] = [x1 - x0, value('product', 'intensive', span) ?? 0];
  const first = `1. What was sold before. ${head.territoryName.en}, ${head.scopeName.en}: exports ${change >= 0 ? 'rose' : 'fell'} from ${m(x0)} in ${from} to ${m(x1)} in ${to} (${change >= 0 ? '+' : '−'}${m(change)}); sales of the ${of(value('product', 'continuing', span), 'product')} sold then and now ${intensive >= 0 ? 'rose' : 'fell'} by ${m(intensive)}.`;
  const markets = value('market', 'entered', span);
  const ofMarkets =
    markets === null
      ? ' The source names no partner countries.'
      : ` ${of(markets, 'new market')} (${m(value('market', 'entry', span))}), ${n(value('market', 'exited', span))} left (${m(value('market', 'exit', span))}); ${of(value('product-market', 'entered', span), 'new pair')} of product and market (${m(value('product-market', 'entry', span))}), ${n(value('product-market', 'exited', span))} given up (${m(value('product-market', 'exit', span))}).`;
  const second = `2. New products and markets. ${of(value('product', 'entered', span), 'new product')} brought ${m(value('product', 'entry', span))}, ${of(value('product', 'exited', span), 'product')} of ${m(value('product', 'exit', span))} ${value('product', 'exited', span) === 1 ? 'was' : 'were'} given up; ${percent(value('product', 'survivedShare', span), 'en')} of the products of ${from} are still sold.${ofMarkets}`;
  const equal = (by: string, period: string) =>
    formatNumber(value(by, 'equivalentNumber', period) ?? 0, 1, 'en');
  const cover = value('product', 'demandCoverage', to);
  const third = `3. Real value. Sales are spread as over ${equal('product', to)} equal products (${equal('product', from)} in ${from})${markets === null ? '' : ` and ${equal('market', to)} equal markets (${equal('market', from)} in ${from})`}; ${cover === null ? 'how much of demand they cover is undefined: no table of demand (--demand) is given' : `by product they cover ${percent(cover, 'en')} of ${demandName(answer).en} (${percent(value('product', 'demandCoverage', from), 'en')} in ${from})${markets === null ? '' : `, by market ${percent(value('market', 'demandCoverage', to), 'en')} (${percent(value('market', 'demandCoverage', from), 'en')} in ${from})`}`}.`;
  return [first, second, third];
}

function demandName(answer: Diversification): { ru: string; en: string } {
  return (answer.manifest.options as { world?: unknown }).world === undefined
    ? {
        ru: 'спроса, за который принят вывоз остальной страны',
        en: "demand, taken to be the rest of the country's exports",
      }
    : { ru: 'мирового спроса', en: "the world's demand" };
}
