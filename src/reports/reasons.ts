/** Words for the closed list of reasons and marks. */
export const reasons: Readonly<Record<string, { readonly ru: string; readonly en: string }>> = {
  'base-zero': { ru: 'у региона нет базы', en: "the region's base is 0" },
  'reference-zero': {
    ru: 'в эталоне нет вывоза сегмента',
    en: 'the reference exports nothing of the segment',
  },
  'reference-base-zero': { ru: 'у эталона нет вывоза', en: "the reference's base is 0" },
  'sole-exporter': { ru: 'единственный экспортёр', en: 'sole exporter' },
  'no-region': { ru: 'регион не указан', en: 'no region' },
  'no-rate': { ru: 'нет курса', en: 'no rate' },
  'no-correlation-table': { ru: 'нет таблицы всех соответствий', en: 'no many-to-many table' },
  'no-data': { ru: 'нет данных', en: 'no data' },
  'too-few-years': { ru: 'лет меньше, чем нужно', en: 'fewer years than needed' },
  'no-region-value': { ru: 'регион не торгует', en: 'the region trades nothing' },
  'no-product-value': { ru: 'товаром никто не торгует', en: 'nobody trades the product' },
  'no-presence': { ru: 'ничего не присутствует', en: 'nothing is present' },
  'one-region': { ru: 'сравнивать не с чем', en: 'nothing to compare with' },
  disconnected: { ru: 'граф распадается', en: 'the graph falls apart' },
  'no-variation': { ru: 'все одинаковы', en: 'all are alike' },
  'one-line': { ru: 'одна строка', en: 'one line only' },
  'zero-value': { ru: 'логарифм или частное нуля', en: 'a logarithm or quotient of 0' },
  'no-match': { ru: 'нет общих строк', en: 'no line in both' },
  'no-district': { ru: 'территория не входит в округ', en: 'the territory belongs to no district' },
  'denominator-zero': { ru: 'делить не на что: знаменатель 0', en: 'the denominator is 0' },
  suppressed: { ru: 'скрыто правилом защиты сведений', en: 'hidden by disclosure control' },
  'is-reference': { ru: 'сам эталон: всегда 1', en: 'the reference itself: always 1' },
  'no-reference': {
    ru: 'не с чем сравнивать: нет других регионов и нет таблицы спроса (--demand)',
    en: 'nothing to hold it against: no other regions and no table of demand (--demand)',
  },
  'no-partners': { ru: 'источник не называет стран-партнёров', en: 'the source names no partners' },
  'not-a-region': { ru: 'не регион', en: 'not a region' },
};

export const measureNames: Readonly<Record<string, { readonly ru: string; readonly en: string }>> = {
  trajectoryIndex: { ru: 'T', en: 'T' },
  shareOfReferenceSegment: { ru: 'доля', en: 'share' },
  segmentShareOfTerritory: { ru: 'доля сегмента', en: "segment's share" },
  shareOfCountryTotal: { ru: 'доля в вывозе страны', en: "share in country's exports" },
  segmentValueUsd: { ru: 'вывоз сегмента', en: 'segment exports' },
};
