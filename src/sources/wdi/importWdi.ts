import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { SeriesReport } from '../../api/seriesReport.ts';
import { worldAggregateIds, worldTerritories } from '../../classifications/worldTerritories.ts';
import { territoryIndex } from '../../domain/territoryIndex.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { readSmallFile } from '../../files/grid.ts';
import { type QuarantinedValue, type SeriesValue, saveSeries } from '../../store/series.ts';
import { type Asked, indicatorCells } from './indicatorCells.ts';

/** Numbers with a point; with a decimal comma where the file has numbers that only so can be read, and no point. */
function numberReader(texts: readonly string[]): (text: string) => number {
  const isComma =
    texts.some((text) => /^-?\d+,\d+$/.test(text) && !/,\d{3}$/.test(text)) &&
    !texts.some((text) => text.includes('.'));
  return (text) => {
    const plain = text.replace(/(?<=\d)[\s\u00A0\u202F](?=\d{3}(?!\d))/g, '');
    if (isComma) return Number(plain.replace(',', '.'));
    return Number(/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain) ? plain.replaceAll(',', '') : plain);
  };
}

/** Files that the World Bank packs beside its tables: countries, series, footnotes. */
function isDescription(name: string): boolean {
  return /(?:^|\/)(?:metadata|wdi[-_]?(?:country|series|foot)|.*(?:country-series|series-time|footnote))/i.test(
    name,
  );
}

/**
 * Takes indicators of the World Bank by country and year into the workspace. Aggregates (World, Euro area ...) keep
 * their own codes and are never added to countries. A later file with the same indicator gives it from then on.
 */
export async function importWdi(folder: string, path: string, options: Asked = {}): Promise<SeriesReport> {
  const file = await readSmallFile(path, { isAside: isDescription });
  const cells = indicatorCells(path, file, options);
  const numberOf = numberReader(cells.map((cell) => cell.value));
  const country = territoryIndex(worldTerritories());
  const aggregates = worldAggregateIds();
  const values = new Map<string, SeriesValue>();
  const quarantined: QuarantinedValue[] = [];
  let empty = 0;
  for (const cell of cells) {
    if (cell.value === '') {
      empty += 1;
      continue;
    }
    const territory = aggregates.get(cell.country.toUpperCase()) ?? country(cell.country)?.id;
    const [year, value] = [Number(cell.year), numberOf(cell.value)];
    const refuse = (reason: QuarantinedValue['reason'], column: QuarantinedValue['column'], text: string) =>
      void quarantined.push({
        row: cell.row,
        column,
        text,
        cell: [cell.indicator, cell.country, cell.year, cell.value].join(' '),
        reason,
      });
    if (territory === undefined) {
      refuse('unknown-territory', 'territory', cell.country);
      continue;
    }
    const key = `${cell.indicator} ${territory} ${cell.year}`;
    const known = values.get(key);
    if (!/^\d{4}$/.test(cell.year)) refuse('bad-year', 'year', cell.year);
    else if (!Number.isFinite(value)) refuse('bad-value', 'value', cell.value);
    else if (known !== undefined && known.value !== value) refuse('contradicts', 'value', cell.value);
    else values.set(key, { indicator: cell.indicator, territory, year, value, row: cell.row });
  }
  if (values.size === 0) {
    throw new TrajectaError('nothing-usable', {
      ru: `В файле ${path} нет ни одного значения (ячеек: ${cells.length}, пустых: ${empty}). Рабочая область не изменена.`,
      en: `The file ${path} holds no value (${cells.length} cells, ${empty} empty). The workspace is unchanged.`,
    });
  }
  const stored = [...values.values()];
  const unknown = quarantined.filter((one) => one.reason === 'unknown-territory');
  const bad = quarantined.filter((one) => one.reason !== 'unknown-territory');
  const { file: kept, alreadyStored } = await saveSeries(
    folder,
    {
      id: createHash('sha256')
        .update(
          [
            file.sha256,
            options.indicator ?? '',
            ...(options.valueColumn === undefined ? [] : [options.valueColumn]),
          ].join(' '),
        )
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
        valuesKept: cells.length - empty - quarantined.length,
        valuesEmpty: empty,
        valuesQuarantined: quarantined.length,
      },
    },
    stored,
    quarantined,
  );
  const findings: SeriesReport['findings'] = [];
  if (unknown.length > 0)
    findings.push({
      code: 'unknown-territory',
      severity: 'warning',
      message: {
        ru: 'Коды, которые не известны ни как страна, ни как группа стран: их значения отложены (status --quarantine).',
        en: 'Codes known neither as a country nor as a group of countries: their values are quarantined (status --quarantine).',
      },
      count: unknown.length,
      examples: [...new Set(unknown.map((one) => one.text))].slice(0, 10),
    });
  if (bad.length > 0)
    findings.push({
      code: 'bad-value',
      severity: 'warning',
      message: {
        ru: 'Значения, которые не читаются или противоречат другому значению той же страны и года: отложены (status --quarantine).',
        en: 'Values that cannot be read, or contradict another value of the same country and year: quarantined (status --quarantine).',
      },
      count: bad.length,
      examples: bad.slice(0, 5).map((one) => `${one.row}: ${one.cell}`),
    });
  return { data: [kept], findings, manifest: { alreadyStored } };
}
