import type { SuppliedSeries } from '../domain/scorecard/suppliedSeries.ts';
import type { IndicatorData } from './indicatorData.ts';

/** Systems, series and rates for indicators: those given at the start, and series sent while the server runs. */
export interface IndicatorShelf {
  data(): IndicatorData;
  /** Lays series and rates beside those that are there; of the same series, region and year the newest counts. */
  add(supplied: SuppliedSeries): void;
  /** Takes away what was sent; what was given at the start stays. */
  clear(): void;
}

export function indicatorShelf(given: IndicatorData): IndicatorShelf {
  let now = given;
  return {
    data: () => now,
    add({ values, rates, files }) {
      const before = now.supplied;
      const known = new Set(files.map((one) => one.sha256));
      now = {
        systems: now.systems,
        supplied: {
          values: newest([...before.values, ...values], (one) => `${one.series} ${one.region} ${one.year}`),
          rates: newest([...before.rates, ...rates], (one) => `${one.currency} ${one.year}`),
          files: [...before.files.filter((one) => !known.has(one.sha256)), ...files],
        },
      };
    },
    clear() {
      now = given;
    },
  };
}

function newest<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  return [...new Map(items.map((one) => [keyOf(one), one])).values()];
}
