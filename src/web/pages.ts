import type { ComponentType } from 'react';
import type { PageName } from '../api/pages.ts';
import type { TwoLanguages } from '../domain/territory.ts';

export interface PageModule {
  readonly page: PageName;
  readonly name: TwoLanguages;
  load(): Promise<{ readonly default: ComponentType }>;
  /** true: it can be read where the workspace holds no trade. */
  readonly withoutTrade?: boolean;
  /** true: nothing of the bar of choices bears on it. */
  readonly withoutScope?: boolean;
}

/** Pages in the order of the menu; each is loaded when it is opened. A new page is one module and one entry here. */
export const pageModules: readonly PageModule[] = [
  {
    page: 'overview',
    name: { ru: 'Обзор', en: 'Overview' },
    load: () => import('./pages/overview/OverviewPage.tsx'),
  },
  {
    page: 'region',
    name: { ru: 'Регион', en: 'Region' },
    load: () => import('./pages/region/RegionPage.tsx'),
  },
  {
    page: 'segment',
    name: { ru: 'Сегменты', en: 'Segments' },
    load: () => import('./pages/segment/SegmentPage.tsx'),
  },
  {
    page: 'product',
    name: { ru: 'Товары', en: 'Products' },
    load: () => import('./pages/product/ProductPage.tsx'),
  },
  {
    page: 'compare',
    name: { ru: 'Сравнение', en: 'Compare' },
    load: () => import('./pages/compare/ComparePage.tsx'),
  },
  {
    page: 'world',
    name: { ru: 'Мир', en: 'World' },
    load: () => import('./pages/world/WorldPage.tsx'),
    withoutTrade: true,
  },
  {
    page: 'diversification',
    name: { ru: 'Диверсификация', en: 'Diversification' },
    load: () => import('./pages/diversification/DiversificationPage.tsx'),
  },
  {
    page: 'indicators',
    name: { ru: 'Показатели', en: 'Indicators' },
    load: () => import('./pages/indicators/IndicatorsPage.tsx'),
  },
  {
    page: 'audit',
    name: { ru: 'Аудит', en: 'Audit' },
    load: () => import('./pages/audit/AuditPage.tsx'),
    withoutTrade: true,
    withoutScope: true,
  },
  {
    page: 'data',
    name: { ru: 'Данные', en: 'Data' },
    load: () => import('./pages/data/DataPage.tsx'),
    withoutTrade: true,
    withoutScope: true,
  },
  {
    page: 'method',
    name: { ru: 'Метод', en: 'Method' },
    load: () => import('./pages/method/MethodPage.tsx'),
    withoutTrade: true,
    withoutScope: true,
  },
];

export function moduleOf(page: PageName): PageModule {
  const found = pageModules.find((one) => one.page === page);
  if (found === undefined) throw new Error(`The page ${page} has no module`);
  return found;
}
