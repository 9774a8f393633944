import type { KnownSystem } from '../../../api/indicatorSystems.ts';
import type { Language } from '../../../domain/formatNumber.ts';

/** What a series is called; a rate such as RUB/USD keeps its name. */
export function seriesName(system: KnownSystem, id: string, language: Language): string {
  return system.series.find((one) => one.id === id)?.name[language] ?? id;
}

/** Missing series as the scorecard lists them, each once in words with its years: "gross regional product (2018, 2019)". */
export function missingText(system: KnownSystem, missing: readonly string[], language: Language): string {
  return [...yearsOfMissing(missing)]
    .map(([id, years]) => `${seriesName(system, id, language)} (${years.join(', ')})`)
    .join('; ');
}

/** Years that are missing, by series. */
export function yearsOfMissing(missing: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, Set<string>>();
  for (const text of missing) {
    const [id = '', year = ''] = text.split(' ');
    found.set(id, (found.get(id) ?? new Set()).add(year));
  }
  return new Map([...found].map(([id, years]) => [id, [...years].sort()]));
}
