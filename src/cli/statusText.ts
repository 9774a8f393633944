import { columnMeaningName } from '../domain/columnMeanings.ts';
import { formatNumber } from '../domain/formatNumber.ts';
import { quarantineReason } from '../domain/quarantineReason.ts';
import { visibleText } from '../domain/visibleText.ts';
import type { WorkspaceManifest } from '../store/manifest.ts';
import type { QuarantinedRow } from '../store/quarantinedRows.ts';
import type { Language } from './context.ts';

/** The vintages of a workspace, oldest first: what each holds, and whether it is in force. */
export function statusText(manifest: WorkspaceManifest, language: Language): string {
  const ru = language === 'ru';
  const count = (rows: number) => formatNumber(rows, 0, language);
  const lines = [`${ru ? 'Страна' : 'Country'}: ${manifest.country}`];
  for (const vintage of manifest.vintages) {
    const state =
      vintage.replacedBy === null
        ? ru
          ? 'действует'
          : 'in force'
        : `${ru ? 'заменена на' : 'replaced by'} ${vintage.replacedBy}`;
    const synthetic = vintage.synthetic ? (ru ? ', СИНТЕТИЧЕСКИЕ ДАННЫЕ' : ', SYNTHETIC DATA') : '';
    const bytes = manifest.parts
      .filter((part) => part.holds.some((held) => held.vintage === vintage.id))
      .reduce((sum, part) => sum + part.bytes, 0);
    lines.push(`${vintage.id}  ${vintage.source}  ${vintage.file.name}  (${state}${synthetic})`);
    lines.push(
      `    ${ru ? 'строк' : 'rows'} ${count(vintage.accounts.rowsKept)} + ${count(vintage.accounts.rowsQuarantined)} (${ru ? 'карантин' : 'quarantined'}) + ${count(vintage.accounts.rowsTotalRows)} (${ru ? 'итоги' : 'total rows'}); ${formatNumber(bytes / 1e6, 1, language)} ${ru ? 'МБ' : 'MB'}`,
    );
    for (const flow of ['export', 'import'] as const) {
      const slices = vintage.coverage.filter((slice) => slice.flow === flow);
      if (slices.length === 0) continue;
      const partial = slices
        .filter((slice) => !slice.months.includes(0) && slice.months.length < 12)
        .map((slice) => `${slice.year} (${slice.months.length}/12)`);
      const years = `${slices[0]?.year}–${slices.at(-1)?.year}`;
      const note =
        partial.length === 0 ? '' : `; ${ru ? 'неполные годы' : 'incomplete years'}: ${partial.join(', ')}`;
      lines.push(
        `    ${flow === 'export' ? (ru ? 'вывоз' : 'exports') : ru ? 'ввоз' : 'imports'} ${years}${note}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Quarantined rows, one a line: file, row, column, value as found, reason. */
export function quarantineText(rows: readonly QuarantinedRow[], language: Language): string {
  if (rows.length === 0) return language === 'ru' ? 'В карантине строк нет.\n' : 'No rows are quarantined.\n';
  return `${rows.map((row) => [row.file, row.row, columnMeaningName(row.column)[language], visibleText(JSON.stringify(row.text)), quarantineReason(row.reason)[language]].join('\t')).join('\n')}\n`;
}
