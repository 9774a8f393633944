import type { Check } from '../../api/check.ts';
import type { Language } from '../../domain/formatNumber.ts';
import { rowsToCsv } from '../render.ts';
import { checkPage } from './checkPage.ts';
import { checkRows } from './checkRows.ts';
import { checkText } from './checkText.ts';
import { checkWorkbook } from './checkWorkbook.ts';

/** A check in the form asked for. */
export async function renderCheck(
  answer: Check,
  format: 'text' | 'json' | 'csv' | 'xlsx' | 'html',
  language: Language,
): Promise<string | Uint8Array> {
  if (format === 'json') return `${JSON.stringify(answer, null, 2)}\n`;
  if (format === 'csv') return rowsToCsv(checkRows(answer), language);
  if (format === 'xlsx') return checkWorkbook(answer, language);
  return format === 'html' ? checkPage(answer, language) : checkText(answer, language);
}
