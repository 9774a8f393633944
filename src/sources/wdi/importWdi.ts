import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { SeriesReport } from '../../api/seriesReport.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { saveSeries } from '../../store/series.ts';
import type { Asked } from './indicatorCells.ts';
import { readIndicators } from './readIndicators.ts';

/**
 * Takes indicators of the World Bank by country and year into the workspace. Aggregates (World, Euro area ...) keep
 * their own codes and are never added to countries. A later file with the same indicator gives it from then on.
 */
export async function importWdi(
  folder: string,
  path: string,
  options: Asked & { readonly name?: string } = {},
): Promise<SeriesReport> {
  const { name = path, ...asked } = options;
  const { sha256, cells, values: stored, quarantined, empty } = await readIndicators(path, name, asked);
  if (stored.length === 0) {
    throw new TrajectaError('nothing-usable', {
      ru: `В файле ${name} нет ни одного значения (ячеек: ${cells.length}, пустых: ${empty}). Рабочая область не изменена.`,
      en: `The file ${name} holds no value (${cells.length} cells, ${empty} empty). The workspace is unchanged.`,
    });
  }
  const unknown = quarantined.filter((one) => one.reason === 'unknown-territory');
  const bad = quarantined.filter((one) => one.reason !== 'unknown-territory');
  const { file: kept, alreadyStored } = await saveSeries(
    folder,
    {
      id: createHash('sha256')
        .update(
          [
            sha256,
            options.indicator ?? '',
            ...(options.valueColumn === undefined ? [] : [options.valueColumn]),
          ].join(' '),
        )
        .digest('hex')
        .slice(0, 12),
      source: 'wdi',
      file: { name: basename(name), sha256 },
      indicators: [...new Set(stored.map((one) => one.indicator))].map((id) => {
        const years = stored.filter((one) => one.indicator === id).map((one) => one.year);
        const title = cells.find((cell) => cell.indicator === id)?.name ?? '';
        return { id, name: title, values: years.length, from: Math.min(...years), to: Math.max(...years) };
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
