import { basename } from 'node:path';
import type { MapAnswer } from '../../api/map.ts';
import { drawnMap } from '../../domain/map/drawnMap.ts';
import type { GeoShape } from '../../domain/map/geoShape.ts';
import { matchedShapes } from '../../domain/map/matchedProperty.ts';
import type { TerritoryDictionary } from '../../domain/territory.ts';
import { normalisedTerritoryName, territoryIndex } from '../../domain/territoryIndex.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { readGeoJson } from './readGeoJson.ts';

/** A file of boundaries, and the property that names the regions; null: the one that matches best. */
export interface MapFile {
  readonly path: string;
  readonly property: string | null;
}

const listed = 12;

/**
 * The boundaries of a file matched with the regions of a dictionary, by id, code or name, and drawn on a plane. What does
 * not match on either side is said. Throws as `readGeoJson`, and `nothing-usable` where no shape is a region.
 */
export async function mapOf(file: MapFile, dictionary: TerritoryDictionary): Promise<MapAnswer> {
  return answerOf(await readGeoJson(file.path), file, dictionary);
}

function answerOf(shapes: readonly GeoShape[], file: MapFile, dictionary: TerritoryDictionary): MapAnswer {
  const living = dictionary.territories.filter((one) => one.kind === 'region' && one.to === undefined);
  const find = territoryIndex(dictionary);
  const plain = plainNames(living);
  const { property, territories } = matchedShapes(shapes, file.property, (text) => {
    if (text === '') return null;
    const found = find(text);
    return found?.kind === 'region' ? found.id : (plain.get(plainName(text)) ?? null);
  });
  const drawn = drawnMap(shapes);
  const nameOf = (shape: GeoShape) =>
    (property === null ? undefined : shape.properties[property]) ?? Object.values(shape.properties)[0] ?? '';
  const unmatchedShapes = shapes.filter((_, place) => territories[place] === null).map(nameOf);
  const unmatchedTerritories = living
    .filter((one) => !territories.includes(one.id))
    .map(({ id, name }) => ({ id, name }));
  const matched = territories.filter((one) => one !== null).length;
  if (matched === 0) throw nothingMatched(file, shapes);
  return {
    data: shapes.map((shape, place) => ({
      territory: territories[place] ?? null,
      name: nameOf(shape),
      area: drawn.shapes[place]?.area ?? '',
      border: drawn.shapes[place]?.border ?? null,
    })),
    findings: findingsOf(
      unmatchedShapes,
      unmatchedTerritories.map((one) => `${one.name.en} (${one.id})`),
    ),
    manifest: {
      command: 'map',
      file: basename(file.path),
      property,
      width: drawn.width,
      height: drawn.height,
      matched,
      unmatchedShapes,
      unmatchedTerritories,
    },
  };
}

/** A name without "republic", which maps add and leave out at will. */
function plainName(text: string): string {
  return normalisedTerritoryName(text)
    .replace(/(^| )(РЕСПУБЛИКА|REPUBLIC OF|REPUBLIC)(?= |$)/g, ' ')
    .trim();
}

/** Regions by such names, where one name is of one region. */
function plainNames(regions: TerritoryDictionary['territories']): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const { id, name } of regions)
    for (const plain of new Set([plainName(name.ru), plainName(name.en)])) {
      if (found.has(plain)) twice.add(plain);
      found.set(plain, id);
    }
  for (const plain of twice) found.delete(plain);
  return found;
}

function findingsOf(shapes: readonly string[], territories: readonly string[]): MapAnswer['findings'] {
  const found: MapAnswer['findings'] = [];
  if (shapes.length > 0)
    found.push({
      code: 'map-shapes-unmatched',
      severity: 'caveat',
      message: {
        ru: `Контуров карты, которые не регион данных: ${shapes.length}.`,
        en: `Shapes of the map that are no region of the data: ${shapes.length}.`,
      },
      count: shapes.length,
      examples: shapes.slice(0, listed),
    });
  if (territories.length > 0)
    found.push({
      code: 'map-regions-unmatched',
      severity: 'caveat',
      message: {
        ru: `Регионов без контура на карте: ${territories.length}; они есть в таблице.`,
        en: `Regions without a shape on the map: ${territories.length}; the table has them.`,
      },
      count: territories.length,
      examples: territories.slice(0, listed),
    });
  return found;
}

function nothingMatched(file: MapFile, shapes: readonly GeoShape[]): TrajectaError {
  const names = [...new Set(shapes.flatMap((shape) => Object.keys(shape.properties)))]
    .slice(0, listed)
    .join(', ');
  const asked = file.property === null ? '' : ` (--map-property ${file.property})`;
  return new TrajectaError('nothing-usable', {
    ru: `На карте ${file.path}${asked} нет ни одного региона данных. Регион называют код (RU-TOM, ОКАТО) или имя в одном из свойств; свойства файла: ${names}.`,
    en: `The map ${file.path}${asked} has no region of the data. A region is named by code (RU-TOM, OKATO) or name in one of the properties; those of the file: ${names}.`,
  });
}
