import type { SeriesCountries } from '../../api/seriesCountries.ts';
import { worldTerritories } from '../../classifications/worldTerritories.ts';
import { membersAt } from '../../domain/membersAt.ts';
import type { SeriesReader } from '../../store/series.ts';
import { type IndicatorName, indicators } from './countryFigures.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Countries and unions that the series have merchandise or high-technology exports of, with the years. */
export function seriesCountries(reader: SeriesReader): SeriesCountries {
  const dictionary = worldTerritories();
  const exports = spansOf(reader, 'exports');
  const highTech = spansOf(reader, 'highTech');
  const years = (id: string) => ({
    exportsFrom: exports.get(id)?.from ?? null,
    exportsTo: exports.get(id)?.to ?? null,
    highTechFrom: highTech.get(id)?.from ?? null,
    highTechTo: highTech.get(id)?.to ?? null,
  });
  const last = Math.max(...[...exports.values()].map((one) => one.to), 0);
  const countries = dictionary.territories
    .filter((one) => one.kind === 'region' && (exports.has(one.id) || highTech.has(one.id)))
    .map((one) => ({
      territory: one.id,
      territoryName: one.name,
      level: 'country' as const,
      members: null,
      ...years(one.id),
    }));
  const unions = dictionary.territories.flatMap((one) => {
    if (one.kind !== 'union') return [];
    const members = membersAt(dictionary, one.id, `${last}-12`).filter((member) => exports.has(member));
    if (members.length === 0) return [];
    const of = (spans: ReadonlyMap<string, Span>) => members.flatMap((member) => spans.get(member) ?? []);
    const outer = (spans: readonly Span[]) =>
      spans.length === 0
        ? { from: null, to: null }
        : { from: Math.min(...spans.map((s) => s.from)), to: Math.max(...spans.map((s) => s.to)) };
    const [ofExports, ofHighTech] = [outer(of(exports)), outer(of(highTech))];
    return [
      {
        territory: one.id,
        territoryName: one.name,
        level: 'union' as const,
        members: members.length,
        exportsFrom: ofExports.from,
        exportsTo: ofExports.to,
        highTechFrom: ofHighTech.from,
        highTechTo: ofHighTech.to,
      },
    ];
  });
  const names = Object.entries(indicators);
  return {
    data: [...unions, ...countries],
    findings: [],
    manifest: {
      series: reader.files.flatMap((stored) =>
        stored.indicators.map(({ id }) => ({
          indicator: id,
          name: names.find(([, indicator]) => indicator === id)?.[0] ?? null,
          file: stored.file.name,
          sha256: stored.file.sha256,
        })),
      ),
    },
  };
}

/** First and last year with a value, by territory. */
function spansOf(reader: SeriesReader, name: IndicatorName): ReadonlyMap<string, Span> {
  const spans = new Map<string, Span>();
  for (const { territory, year } of reader.values(indicators[name])?.values() ?? []) {
    const known = spans.get(territory) ?? { from: year, to: year };
    spans.set(territory, { from: Math.min(known.from, year), to: Math.max(known.to, year) });
  }
  return spans;
}
