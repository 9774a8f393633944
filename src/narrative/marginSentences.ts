import type { Diversification, DiversificationFigure } from '../api/diversification.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';
import { moneyText, percentText } from '../domain/quantityText.ts';
import { yearsOf } from './diversificationText.ts';
import { russianForm, type Sentence } from './sentence.ts';

/** The figure of a kind and measure in a year or over the span. */
export function marginFigure(
  answer: Pick<Diversification, 'data'>,
  by: string,
  measure: string,
  period: string,
): DiversificationFigure | undefined {
  return answer.data.find((one) => one.by === by && one.measure === measure && one.period === period);
}

/** Three sentences whose numbers can be asked: what was sold before; what is new and given up; how wide it is spread. */
export function marginSentences(answer: Diversification, language: Language): readonly Sentence[] {
  const { from, to, span } = yearsOf(answer);
  const find = (by: string, measure: string, period: string) => marginFigure(answer, by, measure, period);
  const money = (figure: DiversificationFigure | undefined) => ({
    text: moneyText(Math.abs(figure?.value ?? 0), language),
    ...(figure === undefined ? {} : { figure: figure.id }),
  });
  const count = (figure: DiversificationFigure | undefined) => ({
    text: formatNumber(figure?.value ?? 0, 0, language),
    ...(figure === undefined ? {} : { figure: figure.id }),
  });
  const ru = language === 'ru';
  const [change, intensive] = [find('all', 'change', span), find('product', 'intensive', span)];
  const continuing = find('product', 'continuing', span);
  const rose = (change?.value ?? 0) >= 0;
  const before: Sentence = ru
    ? [
        `С ${from} по ${to} год вывоз ${rose ? 'вырос' : 'сократился'} на `,
        money(change),
        `; ${russianForm(continuing?.value ?? 0, ['прежний товар', 'прежних товара', 'прежних товаров'])}: `,
        count(continuing),
        `, их продажи ${(intensive?.value ?? 0) >= 0 ? 'выросли' : 'упали'} на `,
        money(intensive),
        '.',
      ]
    : [
        `From ${from} to ${to} exports ${rose ? 'rose' : 'fell'} by `,
        money(change),
        '; sales of the ',
        count(continuing),
        ` products sold then and now ${(intensive?.value ?? 0) >= 0 ? 'rose' : 'fell'} by `,
        money(intensive),
        '.',
      ];
  const [entered, exited] = [find('product', 'entered', span), find('product', 'exited', span)];
  const fresh: Sentence = ru
    ? [
        'Новых товаров ',
        count(entered),
        ' на ',
        money(find('product', 'entry', span)),
        ', прекращён вывоз ',
        count(exited),
        ' на ',
        money(find('product', 'exit', span)),
        ...survived(find('product', 'survivedShare', span), from, language),
      ]
    : [
        'There are ',
        count(entered),
        ' new products of ',
        money(find('product', 'entry', span)),
        ', and ',
        count(exited),
        ' given up of ',
        money(find('product', 'exit', span)),
        ...survived(find('product', 'survivedShare', span), from, language),
      ];
  const equal = (period: string) => {
    const figure = find('product', 'equivalentNumber', period);
    return {
      text: figure?.value == null ? '–' : formatNumber(figure.value, 1, language),
      ...(figure === undefined ? {} : { figure: figure.id }),
    };
  };
  const spread: Sentence = ru
    ? [
        'Вывоз распределён так, как если бы поровну вывозили товаров: ',
        equal(to),
        ` (в ${from} году — `,
        equal(from),
        ').',
      ]
    : ['Exports are spread as over ', equal(to), ` equal products (${from}: `, equal(from), ').'];
  return [before, fresh, spread];
}

function survived(figure: DiversificationFigure | undefined, from: string, language: Language): Sentence {
  if (figure?.value == null) return ['.'];
  const share = { text: percentText(figure.value, language, 0), figure: figure.id };
  return language === 'ru'
    ? [`; из товаров ${from} года вывозят и теперь `, share, '.']
    : ['; ', share, ` of the products of ${from} are still sold.`];
}
