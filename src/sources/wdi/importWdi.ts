import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { SeriesReport } from '../../api/seriesReport.ts';
import { worldAggregateIds, worldTerritories } from '../../classifications/worldTerritories.ts';
import { territoryIndex } from '../../domain/territoryIndex.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { readSmallFile } from '../../files/grid.ts';
import { type SeriesValue, saveSeries } from '../../store/series.ts';
import { indicatorCells } from './indicatorCells.ts';

/**
 * Takes indicators of the World Bank by country and year into the workspace. Aggregates (World, Euro area ...) keep
 * their own codes and are never added to countries. A later file with the same indicator gives it from then on.
 */
export async function importWdi(
  folder: string,
  path: string,
  options: { readonly indicator?: string } = {},
): Promise<SeriesReport> {
  const file = await readSmallFile(path);
  const cells = indicatorCells(path, file, options.indicator);
  const country = territoryIndex(worldTerritories());
  const aggregates = worldAggregateIds();
  const values = new Map<string, SeriesValue>();
  const unknown = new Map<string, number>();
  const bad: string[] = [];
  let empty = 0;
  for (const cell of cells) {
    if (cell.value === '') {
      empty += 1;
      continue;
    }
    const territory = aggregates.get(cell.country.toUpperCase()) ?? country(cell.country)?.id;
    const [year, value] = [Number(cell.year), Number(cell.value)];
    if (territory === undefined) {
      unknown.set(cell.country, (unknown.get(cell.country) ?? 0) + 1);
      continue;
    }
    const key = `${cell.indicator} ${territory} ${cell.year}`;
    const known = values.get(key);
    if (
      !/^\d{4}$/.test(cell.year) ||
      !Number.isFinite(value) ||
      (known !== undefined && known.value !== value)
    ) {
      bad.push(`${cell.row}: ${cell.country} ${cell.year} ${cell.value}`);
      continue;
    }
    values.set(key, { indicator: cell.indicator, territory, year, value, row: cell.row });
  }
  if (values.size === 0) {
    throw new TrajectaError('nothing-usable', {
      ru: `В файле ${path} нет ни одного значения (ячеек: ${cells.length}, пустых: ${empty}). Рабочая область не изменена.`,
      en: `The file ${path} holds no value (${cells.length} cells, ${empty} empty). The workspace is unchanged.`,
    });
  }
  const stored = [...values.values()];
  const quarantined = bad.length + [...unknown.values()].reduce((sum, count) => sum + count, 0);
  const { file: kept, alreadyStored } = await saveSeries(
    folder,
    {
      id: createHash('sha256')
        .update(`${file.sha256} ${options.indicator ?? ''}`)
        .digest('hex')
        .slice(0, 12),
      source: 'wdi',
      file: { name: basename(path), sha256: file.sha256 },
      indicators: [...new Set(stored.map((one) => one.indicator))].map((id) => {
        const years = stored.filter((one) => one.indicator === id).map((one) => one.year);
        const name = cells.find((cell) => cell.indicator === id)?.name ?? '';
        return { id, name, values: years.length, from: Math.min(...years), to: Math.max(...years) };
      }),
      accounts: {
        valuesIn: cells.length,
        valuesKept: cells.length - empty - quarantined,
        valuesEmpty: empty,
        valuesQuarantined: quarantined,
      },
    },
    stored,
  );
  const findings: SeriesReport['findings'] = [];
  if (unknown.size > 0)
    findings.push({
      code: 'unknown-territory',
      severity: 'warning',
      message: {
        ru: 'Коды, которые не известны ни как страна, ни как группа стран: их значения не взяты.',
        en: 'Codes known neither as a country nor as a group of countries: their values are not taken.',
      },
      count: quarantined - bad.length,
      examples: [...unknown.keys()].slice(0, 10),
    });
  if (bad.length > 0)
    findings.push({
      code: 'bad-value',
      severity: 'warning',
      message: {
        ru: 'Значения, которые не читаются или противоречат другому значению той же страны и года: не взяты.',
        en: 'Values that cannot be read, or contradict another value of the same country and year: not taken.',
      },
      count: bad.length,
      examples: bad.slice(0, 5),
    });
  return { data: [kept], findings, manifest: { alreadyStored } };
}
