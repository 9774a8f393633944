/** Words for the closed list of reasons and marks. */
export const reasons: Readonly<Record<string, { readonly ru: string; readonly en: string }>> = {
  'base-zero': { ru: 'у региона нет базы', en: "the region's base is 0" },
  'reference-zero': {
    ru: 'в базе сравнения нет вывоза сегмента',
    en: 'the reference exports nothing of the segment',
  },
  'reference-base-zero': { ru: 'у базы сравнения нет вывоза', en: "the reference's base is 0" },
  'sole-exporter': { ru: 'единственный экспортёр', en: 'sole exporter' },
  'no-region': { ru: 'регион не указан', en: 'no region' },
  'no-rate': { ru: 'нет курса', en: 'no rate' },
  'no-correlation-table': { ru: 'нет таблицы всех соответствий', en: 'no many-to-many table' },
  'no-district': { ru: 'территория не входит в округ', en: 'the territory belongs to no district' },
  'denominator-zero': { ru: 'делить не на что: знаменатель 0', en: 'the denominator is 0' },
  suppressed: { ru: 'скрыто правилом защиты сведений', en: 'hidden by disclosure control' },
  'is-reference': { ru: 'сама база сравнения: всегда 1', en: 'the reference itself: always 1' },
  'too-few-years': { ru: 'лет меньше, чем нужно', en: 'fewer years than needed' },
  'no-reference': {
    ru: 'не с чем сравнивать: нет других регионов и нет таблицы спроса (--world)',
    en: 'nothing to hold it against: no other regions and no table of demand (--world)',
  },
  'no-partners': { ru: 'источник не называет стран-партнёров', en: 'the source names no partners' },
  'no-match': { ru: 'общих товаров нет', en: 'nothing in common' },
  'no-data': { ru: 'нет данных', en: 'no data' },
  'zero-value': { ru: 'деление на ноль или логарифм нуля', en: 'a quotient or logarithm of 0' },
  'not-a-region': { ru: 'не регион', en: 'not a region' },
};

export const measureNames: Readonly<Record<string, { readonly ru: string; readonly en: string }>> = {
  trajectoryIndex: { ru: 'T', en: 'T' },
  shareOfReferenceSegment: { ru: 'доля', en: 'share' },
  segmentShareOfTerritory: { ru: 'доля сегмента', en: "segment's share" },
  shareOfCountryTotal: { ru: 'доля в вывозе страны', en: "share in country's exports" },
  segmentValueUsd: { ru: 'вывоз сегмента', en: 'segment exports' },
};
