import type { AssessmentRow } from '../../../api/assessment.ts';
import type { MapAnswer } from '../../../api/map.ts';
import type { WorkspaceSummary } from '../../../api/workspaceSummary.ts';
import type { MapArea } from '../../../charts/choropleth.ts';
import { indexClass, sequentialClass } from '../../../charts/scales.ts';
import type { MapTile } from '../../../charts/tileMap.ts';
import type { CountryCell } from '../../../charts/worldMap.ts';
import { formatNumber, type Language } from '../../../domain/formatNumber.ts';
import { indexText, percentText } from '../../../domain/quantityText.ts';
import type { TwoLanguages } from '../../../domain/territory.ts';
import type { LevelWords } from '../../../narrative/levelWords.ts';
import type { Answered } from '../../answers.ts';
import { noValueOf } from '../../noValueOf.ts';
import { addressOf } from '../../place.ts';

/** Names of the measures that the map can show, each a field of the row. */
export function measureNames(words: LevelWords): Readonly<Record<Measure, TwoLanguages>> {
  return {
    index: { ru: 'Индекс T', en: 'Index T' },
    value: { ru: 'Стоимость', en: 'Value' },
    share: { ru: `Доля в сегменте ${words.ru.ofWhole}`, en: `Share of ${words.en.whole}'s segment` },
    weight: {
      ru: `Доля сегмента в вывозе ${words.ru.ofMember}`,
      en: `Segment's share of the ${words.en.member}`,
    },
  };
}
export type Measure = keyof typeof fields;
export const fields = {
  index: 'trajectoryIndex',
  value: 'segmentValueUsd',
  share: 'shareOfCountrySegment',
  weight: 'segmentShareOfTerritory',
} as const;

type Look = Pick<MapTile, 'look' | 'text' | 'framed'>;
type LookOf = (row: AssessmentRow | undefined) => Look;

/** How a region looks on grid and map alike: class, text, frame, or why it has no value. */
export function regionLook(
  row: AssessmentRow | undefined,
  measure: Measure,
  breaks: readonly number[],
  language: Language,
): Look {
  const value = row?.[fields[measure]] ?? null;
  const none = row === undefined ? 'no-exports' : noValueOf(row);
  return {
    look:
      none !== null || value === null
        ? (none ?? 'undefined')
        : measure === 'index'
          ? { scale: 'div', step: indexClass(value) }
          : { scale: 'seq', step: sequentialClass(value, breaks) },
    text: value === null ? '' : valueText(value, measure, language, true),
    framed: measure === 'index' && (value ?? 0) >= 1,
  };
}

export function tilesOf(
  territories: WorkspaceSummary['data']['territories'],
  rows: readonly AssessmentRow[],
  look: LookOf,
  language: Language,
): readonly MapTile[] {
  return territories.flatMap((territory): MapTile[] =>
    territory.tile === null
      ? []
      : [
          {
            id: territory.id,
            name: territory.name[language],
            mark: territory.tile.mark[language],
            row: territory.tile.row,
            column: territory.tile.column,
            ...look(rows.find((one) => one.territory === territory.id)),
            href: addressOf('region', territory.id),
          },
        ],
  );
}

export function areasOf(
  map: MapAnswer,
  rows: readonly AssessmentRow[],
  look: LookOf,
  nameOf: (territory: string) => string,
): readonly MapArea[] {
  return map.data.map(({ territory, name, area, border }) => ({
    name: territory === null ? name : nameOf(territory),
    area,
    border,
    region:
      territory === null
        ? null
        : {
            id: territory,
            ...look(rows.find((one) => one.territory === territory)),
            href: addressOf('region', territory),
          },
  }));
}

/** Countries of data of the world, for the map of the world. */
export function countriesOf(
  rows: readonly AssessmentRow[],
  look: LookOf,
  language: Language,
): ReadonlyMap<string, CountryCell> {
  return new Map(
    rows.map((row): [string, CountryCell] => {
      const { look: seen, text, framed } = look(row);
      return [
        row.territory,
        {
          name: row.territoryName[language],
          look: seen,
          text,
          href: addressOf('region', row.territory),
          current: framed,
        },
      ];
    }),
  );
}

/** Where the boundaries are from and what of them does not match; or why there is no map. */
export function mapNotes(map: Answered<MapAnswer>, language: Language): readonly string[] {
  if (map.state === 'refused') return [map.error.message[language]];
  if (map.state === 'waiting') return [];
  const { file, unmatchedShapes, unmatchedTerritories } = map.answer.manifest;
  const examples: Readonly<Record<string, readonly string[]>> = {
    'map-shapes-unmatched': unmatchedShapes,
    'map-regions-unmatched': unmatchedTerritories.map((one) => one.name[language]),
  };
  return [
    language === 'ru' ? `Границы: ${file}.` : `Boundaries: ${file}.`,
    ...map.answer.findings.map(
      (one) => `${one.message[language]} ${(examples[one.code] ?? []).slice(0, 6).join('; ')}`,
    ),
  ];
}

export function valueText(value: number, measure: Measure, language: Language, narrow: boolean): string {
  if (measure === 'index') return indexText(value, language);
  if (measure !== 'value') return percentText(value, language, value < 0.001 ? 2 : 1);
  const million = value / 1e6;
  return formatNumber(million, million < 9.95 && narrow ? 1 : 0, language);
}
