import { mapOptionsSchema, mapSchema } from '../../api/map.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { mapOf } from '../map/mapOf.ts';
import { defineQuestion } from '../question.ts';

export const mapQuestion = defineQuestion({
  id: 'map',
  about: {
    ru: 'Границы регионов из файла GeoJSON, который дан серверу, готовые к рисованию; что не сошлось',
    en: 'Boundaries of the regions from the GeoJSON file given to the server, ready to be drawn; what does not match',
  },
  options: mapOptionsSchema,
  answer: mapSchema,
  run: async (workspace, _options, { map }) => {
    if (map === null) {
      throw new TrajectaError('not-found', {
        ru: 'Карты нет. Дайте её серверу: trajecta serve --map ФАЙЛ.geojson, или положите map.geojson в папку рабочей области.',
        en: 'There is no map. Give one to the server: trajecta serve --map FILE.geojson, or put map.geojson into the folder of the workspace.',
      });
    }
    return mapOf(map, workspace.territories);
  },
});
