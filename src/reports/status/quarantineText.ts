import type { z } from 'zod';
import type { quarantineSchema } from '../../api/workspaceStatus.ts';
import { columnMeaningName } from '../../domain/columnMeanings.ts';
import type { Language } from '../../domain/formatNumber.ts';
import { quarantineReason } from '../../domain/quarantineReason.ts';
import { visibleText } from '../../domain/visibleText.ts';

/** Quarantined rows, one a line: file, row, column, value as found, reason. */
export function quarantineText(rows: z.infer<typeof quarantineSchema>['data'], language: Language): string {
  if (rows.length === 0) return language === 'ru' ? 'В карантине строк нет.\n' : 'No rows are quarantined.\n';
  return `${rows.map((row) => [row.file, row.row, columnMeaningName(row.column)[language], visibleText(JSON.stringify(row.text)), quarantineReason(row.reason)[language]].join('\t')).join('\n')}\n`;
}
