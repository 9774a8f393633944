import type { TwoLanguages } from '../../../domain/territory.ts';

export interface Term {
  readonly name: TwoLanguages;
  readonly meaning: TwoLanguages;
}

/** Words that the pages use and no measure of the registry explains. */
export const terms: readonly Term[] = [
  {
    name: { ru: 'Сегмент', en: 'Segment' },
    meaning: {
      ru: 'группа товаров, заданная перечнем кодов: по умолчанию четыре сегмента перечня ОЭСР и Евростата, из которого взяты высокотехнологичные товары',
      en: 'a group of goods given by a list of codes: by default four segments of the list of the OECD and Eurostat that high-technology goods are taken from',
    },
  },
  {
    name: { ru: 'База', en: 'Base' },
    meaning: {
      ru: 'вывоз, в котором считается доля сегмента: весь, высокотехнологичный, несырьевой; от базы зависит индекс',
      en: "the exports that a segment's share is of: all, high-technology, non-resource; the index depends on it",
    },
  },
  {
    name: { ru: 'Эталон', en: 'Reference' },
    meaning: {
      ru: 'с кем сравнивается доля: страна, округ, союз или мир; по желанию — без самого региона',
      en: 'whom the share is compared with: the country, a district, a union or the world; if wished, without the region itself',
    },
  },
  {
    name: { ru: 'Ориентация', en: 'Orientation' },
    meaning: {
      ru: 'вывод по правилу: регион ориентирован на сегмент, когда выполнены все условия правила (индекс, доля в эталоне); иначе нет, или не определено с причиной',
      en: 'a verdict by rule: a region is oriented towards a segment where all conditions of the rule hold (index, share in the reference); else it is not, or it is undefined with a reason',
    },
  },
  {
    name: { ru: 'Границы', en: 'Bounds' },
    meaning: {
      ru: 'каждая величина считается трижды: по кодам, целиком входящим в перечень, по выбранным и по всем, у которых внутри хоть часть; разброс — от меньшего до большего',
      en: 'each figure is computed three times: by codes wholly inside the list, by those chosen, and by all that have any part inside; its range is the smallest to the largest',
    },
  },
  {
    name: { ru: 'Направление', en: 'Direction' },
    meaning: {
      ru: 'растёт или падает, когда 90-процентный интервал наклона логарифма не содержит нуля; иначе устойчив или колеблется — по разбросу вокруг прямой; меньше пяти лет — не определено',
      en: 'rising or falling where the 90% interval of the slope of the logarithm excludes zero; else stable or volatile by the spread around the line; fewer than five years: none',
    },
  },
  {
    name: { ru: 'Соответствие МСТК – ТН ВЭД', en: 'SITC – HS alignment' },
    meaning: {
      ru: 'как перечень, написанный кодами МСТК, переводится в коды товаров: уточнённое — по всем соответствиям ООН, разобранным вручную; «как у ООН» — таблица «один к одному»',
      en: "how a list written in SITC codes becomes one of product codes: resolved, by all of the UN's correspondences settled one by one; or the UN's one-to-one table as it is",
    },
  },
  {
    name: { ru: 'Цепной индекс', en: 'Chained index' },
    meaning: {
      ru: 'произведение годовых индексов от базового года, который равен 100',
      en: 'the product of yearly indices since the base year, which is 100',
    },
  },
  {
    name: { ru: 'Загрузка', en: 'Vintage' },
    meaning: {
      ru: 'один принятый файл данных с его контрольной суммой; новая заменяет прежнюю, но прежняя хранится, и расчёт по ней можно повторить',
      en: 'one file of data taken in, with its checksum; a new one replaces an older, which is kept, so that a run over it can be repeated',
    },
  },
];
