import type { TwoLanguages } from './territory.ts';

const names: Readonly<Record<string, TwoLanguages>> = {
  trajectoryIndex: { ru: 'Индекс траектории T', en: 'Trajectory index T' },
  trajectoryIndexLower: { ru: 'Индекс T, нижняя граница', en: 'Index T, lower bound' },
  trajectoryIndexUpper: { ru: 'Индекс T, верхняя граница', en: 'Index T, upper bound' },
  symmetricIndex: { ru: 'Симметричный индекс', en: 'Symmetric index' },
  normalisedIndex: { ru: 'Нормированный индекс', en: 'Normalised index' },
  additiveIndex: { ru: 'Аддитивный индекс', en: 'Additive index' },
  segmentValueUsd: { ru: 'Объём сегмента', en: 'Value of the segment' },
  segmentValueUsdLower: { ru: 'Объём сегмента, нижняя граница', en: 'Value of the segment, lower bound' },
  segmentValueUsdUpper: { ru: 'Объём сегмента, верхняя граница', en: 'Value of the segment, upper bound' },
  totalValueUsd: { ru: 'Весь вывоз', en: 'All exports' },
  valueUsd: { ru: 'Объём', en: 'Value' },
  lowerUsd: { ru: 'Объём, нижняя граница', en: 'Value, lower bound' },
  upperUsd: { ru: 'Объём, верхняя граница', en: 'Value, upper bound' },
  totalUsd: { ru: 'Весь вывоз', en: 'All exports' },
  shareOfTotal: { ru: 'Доля во всём вывозе', en: 'Share of all exports' },
  shareOfCountryTotal: {
    ru: 'Доля территории в вывозе страны',
    en: "Territory's share of the country's exports",
  },
  shareOfCountrySegment: {
    ru: 'Доля территории в сегменте страны',
    en: "Territory's share of the country's segment",
  },
  shareOfReferenceSegment: { ru: 'Доля в сегменте эталона', en: "Share of the reference's segment" },
  segmentShareOfTerritory: {
    ru: 'Доля сегмента в вывозе территории',
    en: "Segment's share of the territory's exports",
  },
  segmentShareOfTerritoryLower: {
    ru: 'Доля сегмента в вывозе территории, нижняя граница',
    en: "Segment's share of the territory's exports, lower bound",
  },
  segmentShareOfTerritoryUpper: {
    ru: 'Доля сегмента в вывозе территории, верхняя граница',
    en: "Segment's share of the territory's exports, upper bound",
  },
  shareOfDistrictSegment: { ru: 'Доля в сегменте округа', en: "Share of the district's segment" },
  rank: { ru: 'Место', en: 'Rank' },
  verdict: { ru: 'Вывод об ориентации', en: 'Verdict on orientation' },
  orientedRegions: { ru: 'Ориентированных регионов', en: 'Oriented regions' },
  rca: { ru: 'Выявленное преимущество (RCA)', en: 'Revealed comparative advantage (RCA)' },
  ubiquity: { ru: 'Регионов с товаром', en: 'Regions with the product' },
  density: { ru: 'Плотность вокруг товара', en: 'Density around the product' },
  distance: { ru: 'Расстояние до товара', en: 'Distance to the product' },
  pci: { ru: 'Сложность товара', en: 'Complexity of the product' },
  outlookGain: { ru: 'Выигрыш перспектив', en: 'Outlook gain' },
  countryValueUsd: { ru: 'Вывоз страны', en: "Country's exports" },
  shareOfCountry: { ru: 'Доля региона в вывозе страны', en: "Region's share of the country's exports" },
  value: { ru: 'Значение', en: 'Value' },
  patents: { ru: 'Патенты', en: 'Patents' },
  share: { ru: 'Доля', en: 'Share' },
  specialisation: { ru: 'Специализация', en: 'Specialisation' },
  highTechValue: { ru: 'Высокие технологии в отрасли', en: 'High technology in the industry' },
  printed: { ru: 'Напечатанное значение', en: 'Printed value' },
};

/** Name of a field of a row for people. @example figureName('rank').en // 'Rank' */
export function figureName(field: string): TwoLanguages {
  return (Object.hasOwn(names, field) ? names[field] : undefined) ?? { ru: field, en: field };
}
