import type { TwoLanguages } from '../territory.ts';

export const qualityGroups = [
  'coverage',
  'breaks',
  'prices',
  'codes',
  'dictionaries',
  'rows',
  'mirror',
] as const;
export type QualityGroup = (typeof qualityGroups)[number];

export interface QualityCheck {
  readonly id: string;
  readonly group: QualityGroup;
  readonly name: TwoLanguages;
  /** What a finding means and what to do about it. */
  readonly meaning: TwoLanguages;
  /** When it is reported, with the threshold. */
  readonly rule: TwoLanguages;
}

const check = (
  id: string,
  group: QualityGroup,
  name: readonly [ru: string, en: string],
  meaning: readonly [ru: string, en: string],
  rule: readonly [ru: string, en: string],
): QualityCheck => ({
  id,
  group,
  name: { ru: name[0], en: name[1] },
  meaning: { ru: meaning[0], en: meaning[1] },
  rule: { ru: rule[0], en: rule[1] },
});

/** Every question that the quality report asks of the data, in the order of the report. */
export const qualityChecks: readonly QualityCheck[] = [
  check(
    'incomplete-year',
    'coverage',
    ['Неполный год', 'Incomplete year'],
    [
      'В данных нет части месяцев года: годовые суммы и доли нельзя сравнивать с другими годами.',
      'Some months of the year are missing: its sums and shares cannot be compared with other years.',
    ],
    [
      'в году с месячными данными нет хотя бы одного месяца',
      'a year of monthly data lacks at least one month',
    ],
  ),
  check(
    'mixed-periods',
    'coverage',
    ['Месяцы и целый год вместе', 'Months beside a whole year'],
    [
      'За один год есть и месячные строки, и строки за весь год: стоимость может быть учтена дважды.',
      'One year holds rows of months and rows of the whole year: value may count twice.',
    ],
    ['в одном направлении и годе есть и те, и другие', 'one flow and year holds both'],
  ),
  check(
    'missing-year',
    'coverage',
    ['Пропущенный год', 'Missing year'],
    [
      'Между годами, за которые есть данные, есть год без данных: ряды рвутся.',
      'Between years with data there is one without: series have a gap.',
    ],
    [
      'нет года между первым и последним годом направления',
      'a year between the first and the last of a flow is not there',
    ],
  ),
  check(
    'region-gap',
    'coverage',
    ['У региона нет месяцев', 'Months missing of a region'],
    [
      'У заметного региона нет месяцев, которые есть у страны: вероятно, файл региона не загружен.',
      'A region of some weight lacks months that the country has: a file of it was probably not imported.',
    ],
    [
      'регион с долей не меньше 0,2 % за год не имеет хотя бы трёх месяцев страны',
      'a region with at least 0.2 % of the year lacks at least three months of the country',
    ],
  ),
  check(
    'country-break',
    'breaks',
    ['Разрыв итога страны', "Break in the country's total"],
    [
      'Итог по стране изменился за год более чем вдвое (по общим месяцам): проверьте полноту и единицы.',
      "The country's total more than doubled or halved within a year (over common months): check completeness and units.",
    ],
    [
      'отношение соседних лет больше 2 или меньше 1/2',
      'the ratio of neighbouring years is above 2 or below 1/2',
    ],
  ),
  check(
    'region-break',
    'breaks',
    ['Разрыв ряда региона', 'Break in the series of a region'],
    [
      'Регион изменился совсем не так, как остальные, либо появился или пропал.',
      'A region changed quite unlike the others, or appeared or vanished.',
    ],
    [
      'логарифм изменения дальше четырёх робастных отклонений от медианы регионов и не менее чем втрое; доля региона не меньше 0,2 %',
      'the logarithm of change is beyond four robust deviations from the median of regions, and threefold at least; the region makes at least 0.2 %',
    ],
  ),
  check(
    'chapter-break',
    'breaks',
    ['Разрыв ряда товарной группы', 'Break in the series of a chapter'],
    [
      'Группа товаров (2 знака) изменилась совсем не так, как остальные, либо появилась или пропала.',
      'A chapter (2 digits) changed quite unlike the others, or appeared or vanished.',
    ],
    [
      'то же правило по группам ТН ВЭД; только при одинаковых месяцах',
      'the same rule over chapters; only where the months are the same',
    ],
  ),
  check(
    'edition-change',
    'breaks',
    ['Смена редакции номенклатуры', 'Change of the edition'],
    [
      'С этого года действует другая редакция ГС: состав шестизначных кодов иной. Ряды читайте в одной редакции (--in-edition).',
      'Another edition of the HS is in force from this year: six-digit codes differ. Read series in one edition (--in-edition).',
    ],
    ['редакция соседних лет различается', 'the edition of neighbouring years differs'],
  ),
  check(
    'unit-value-outlier',
    'prices',
    ['Выброс цены за килограмм', 'Outlier of value per kilogram'],
    [
      'Цена за килограмм далека от обычной для этого товара: ошибка в стоимости, весе или коде.',
      'The price per kilogram is far from what is usual for the product: value, weight or code may be wrong.',
    ],
    [
      'логарифм цены дальше пяти робастных отклонений (1,4826 × MAD) от медианы кода и года и не менее чем втрое; товары от 12 строк',
      'the logarithm of the price is beyond five robust deviations (1.4826 × MAD) from the median of line and year, and threefold at least; products of 12 rows or more',
    ],
  ),
  check(
    'quantity-value-outlier',
    'prices',
    ['Выброс цены за дополнительную единицу', 'Outlier of value per supplementary unit'],
    [
      'Цена за дополнительную единицу (штуку, пару, литр) далека от обычной для этого товара: ошибка в стоимости, количестве, единице или коде.',
      'The price per supplementary unit (piece, pair, litre) is far from what is usual for the product: value, quantity, unit or code may be wrong.',
    ],
    ['то же правило; единица — не килограмм', 'the same rule; the unit is not the kilogram'],
  ),
  check(
    'implausible-unit',
    'prices',
    ['Неправдоподобная единица', 'Implausible unit'],
    [
      'Известный товар (нефть, уголь, золото …) стоит за килограмм в десятки раз больше или меньше возможного: неверна единица стоимости или веса.',
      'Well-known goods (oil, coal, gold …) cost per kilogram many times more or less than they can: the unit of money or weight is wrong.',
    ],
    [
      'долл. за кг вне границ, заданных вручную (порядки мировых цен с 1988 года, не из файла данных)',
      'USD per kg outside bounds set by hand (orders of world prices since 1988, from no data file)',
    ],
  ),
  check(
    'price-level',
    'prices',
    ['Сдвиг уровня цен', 'Shift of the price level'],
    [
      'Цены почти всех товаров изменились разом в несколько раз: вероятно, в одном из лет другая единица стоимости или веса.',
      'Prices of nearly all products changed at once several times over: one of the years probably has another unit of money or weight.',
    ],
    [
      'медиана отношений медианных цен соседних лет больше 3 или меньше 1/3',
      'the median ratio of median prices of neighbouring years is above 3 or below 1/3',
    ],
  ),
  check(
    'kilogram-mismatch',
    'prices',
    ['Килограммы не сходятся', 'Kilograms disagree'],
    [
      'Дополнительная единица — килограмм, но количество отличается от веса нетто более чем вдвое.',
      'The supplementary unit is the kilogram, but the quantity differs from the net weight more than twofold.',
    ],
    ['отношение больше 2 или меньше 1/2', 'the ratio is above 2 or below 1/2'],
  ),
  check(
    'mixed-units',
    'prices',
    ['Разные единицы одного кода', 'Several units of one line'],
    [
      'Количество одного кода в одном году дано в разных единицах: складывать его нельзя.',
      'The quantity of one line within a year is in several units: it cannot be added up.',
    ],
    ['у кода в одном году больше одной единицы', 'a line has more than one unit within a year'],
  ),
  check(
    'unknown-unit',
    'prices',
    ['Неизвестная единица', 'Unknown unit'],
    [
      'Единицы измерения нет в словаре: количество сохранено как дано.',
      'The unit is not in the dictionary: the quantity is kept as given.',
    ],
    ['единица не найдена среди кодов и названий ОКЕИ', 'the unit is not found among codes and names of OKEI'],
  ),
  check(
    'no-weight',
    'prices',
    ['Нет веса нетто', 'No net weight'],
    [
      'У части стоимости нет веса: цен за килограмм по ней нет.',
      'A part of the value has no weight: there is no price per kilogram of it.',
    ],
    [
      'у строк без веса нетто не меньше 1 % стоимости, если у других он есть',
      'rows without net weight make at least 1 % of the value where others have it',
    ],
  ),
  check(
    'code-outside-edition',
    'codes',
    ['Код вне редакции', 'Code outside the edition'],
    [
      'Шестизначного кода нет в редакции ГС, действовавшей в этот период: в перечень высоких технологий он не попадёт.',
      'The six-digit code does not exist in the edition of the HS in force: it will be in no high-technology list.',
    ],
    ['первых шести цифр нет среди кодов редакции', 'the first six digits are no code of the edition'],
  ),
  check(
    'confidential-share',
    'codes',
    ['Секретные коды', 'Secret codes'],
    [
      'Эта стоимость входит в итоги и ни в один товар: доли сегментов занижены не более чем на неё.',
      'This value counts in totals and in no product: shares of segments are too low by at most as much.',
    ],
    [
      'есть строки с секретными кодами; от 10 % стоимости — предупреждение',
      'there are rows with secret codes; from 10 % of the value on a warning',
    ],
  ),
  check(
    'unallocated-share',
    'codes',
    ['Нераспределённый остаток', 'Unallocated rest'],
    [
      'Строки-итоги больше суммы своих частей: разность входит в итоги и ни в один товар.',
      'Parent rows exceed the sum of their parts: the rest counts in totals and in no product.',
    ],
    ['есть нераспределённые строки', 'there are unallocated lines'],
  ),
  check(
    'short-code-share',
    'codes',
    ['Коды короче шести знаков', 'Codes of fewer than six digits'],
    [
      'Такие строки входят в итоги, но не относятся к сегментам.',
      'Such rows count in totals and cannot be put into segments.',
    ],
    ['есть товары короче шести знаков', 'there are products of fewer than six digits'],
  ),
  check(
    'unknown-region',
    'dictionaries',
    ['Регион не из словаря', 'Region not in the dictionary'],
    [
      'Название региона не найдено: стоимость входит в итог страны как «регион не указан».',
      'The name of the region is not found: the value counts in the country as "region not stated".',
    ],
    ['текст региона не найден при импорте', 'the text of the region was not found at import'],
  ),
  check(
    'region-not-stated',
    'dictionaries',
    ['Регион не указан', 'Region not stated'],
    [
      'Стоимость без региона: входит в итог страны, но не в регионы.',
      'Value without a region: it counts in the country and in no region.',
    ],
    [
      'есть строки без региона; от 5 % стоимости — предупреждение',
      'there are rows without a region; from 5 % of the value on a warning',
    ],
  ),
  check(
    'unknown-partner',
    'dictionaries',
    ['Партнёр не из словаря', 'Partner not in the dictionary'],
    [
      'Код страны-партнёра не найден: сохранён как в файле.',
      'The code of the partner country is not found: it is kept as given.',
    ],
    [
      'партнёра нет среди стран ISO 3166-1 и кодов таможни',
      'the partner is neither in ISO 3166-1 nor a code of the customs service',
    ],
  ),
  check(
    'duplicates',
    'rows',
    ['Полные повторы строк', 'Rows repeated in full'],
    [
      'Строки совпадают во всём, и в стоимости, и в весе: возможно, файл или его часть загружены дважды. Они не удалены: повтор бывает и законным.',
      'Rows agree in everything, value and weight included: a file or a part of it may be there twice. They are kept: a repetition can be legitimate.',
    ],
    [
      'совпадают направление, период, регион, код, партнёр, единица, стоимость, вес и количество; стоимость не ноль',
      'flow, period, region, line, partner, unit, value, weight and quantity agree; the value is not zero',
    ],
  ),
  check(
    'negative-values',
    'rows',
    ['Отрицательные значения', 'Negative values'],
    [
      'Отрицательная стоимость там, где описание источника её допускает (поправки): она уменьшает суммы.',
      'Negative value where the mapping allows it (offsets): it lowers sums.',
    ],
    ['есть строки со стоимостью меньше нуля', 'there are rows of a value below zero'],
  ),
  check(
    'quarantined-rows',
    'rows',
    ['Строки в карантине', 'Quarantined rows'],
    [
      'Эти строки не входят ни в одну цифру; список — trajecta status --quarantine.',
      'These rows are in no figure; list them with trajecta status --quarantine.',
    ],
    ['при импорте строки нельзя было использовать', 'rows could not be used at import'],
  ),
  check(
    'no-rate',
    'rows',
    ['Нет курса к доллару', 'No dollar rate'],
    [
      'Строки сохранены в своей валюте и не входят ни в одну долларовую величину.',
      'The rows are kept in their currency and are in no figure in dollars.',
    ],
    ['у периода нет курса в описании источника', 'the mapping has no rate for the period'],
  ),
  check(
    'mirror-difference',
    'mirror',
    ['Расхождение с данными партнёра', "Difference from the partner's data"],
    [
      'Данные партнёра о том же обороте иные. Разложение по причинам — в таблице зеркального сравнения.',
      "The partner's data on the same trade differs. The table of the mirror comparison parts it by cause.",
    ],
    [
      'после поправки на фрахт и страхование необъяснённая часть расхождений больше 10 % нашей стоимости',
      'after freight and insurance the unexplained part of the differences is above 10 % of our value',
    ],
  ),
];

/** A check by its id. @throws RangeError where there is none @example qualityCheck('duplicates').group // 'rows' */
export function qualityCheck(id: string): QualityCheck {
  const found = qualityChecks.find((one) => one.id === id);
  if (found === undefined) throw new RangeError(`There is no check ${id}`);
  return found;
}
