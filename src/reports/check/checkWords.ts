import type { Check, QualityFinding } from '../../api/check.ts';
import { formatNumber, type Language } from '../../domain/formatNumber.ts';

/** Words and numbers that the forms of a check share. */
export const checkWords = {
  severity: {
    error: { ru: 'ошибка', en: 'error' },
    warning: { ru: 'внимание', en: 'warning' },
    caveat: { ru: 'оговорка', en: 'caveat' },
    info: { ru: 'к сведению', en: 'note' },
  },
  flow: { export: { ru: 'вывоз', en: 'exports' }, import: { ru: 'ввоз', en: 'imports' } },
  group: {
    coverage: { ru: 'Полнота', en: 'Coverage' },
    breaks: { ru: 'Разрывы', en: 'Breaks' },
    prices: { ru: 'Цены и единицы', en: 'Prices and units' },
    codes: { ru: 'Коды', en: 'Codes' },
    dictionaries: { ru: 'Словари', en: 'Dictionaries' },
    rows: { ru: 'Строки', en: 'Rows' },
    mirror: { ru: 'Зеркальное сравнение', en: 'Mirror comparison' },
  } as Readonly<Record<string, { ru: string; en: string }>>,
  mirrorStatus: {
    agrees: { ru: 'сходится', en: 'agrees' },
    classification: { ru: 'сходится в позиции (иной код)', en: 'the heading agrees (another code)' },
    'only-own': { ru: 'есть только у нас', en: 'only ours' },
    'only-partner': { ru: 'есть только у партнёра', en: "only the partner's" },
    differs: { ru: 'расходится', en: 'differs' },
  },
  row: { ru: 'строка', en: 'row' },
  more: { ru: 'ещё', en: 'more' },
} as const;

/** Where a finding is: its flow in words, or nothing. */
export function flowWord(finding: Pick<QualityFinding, 'flow'>, language: Language): string {
  return finding.flow === null ? '' : checkWords.flow[finding.flow][language];
}

/** Dollars in millions, with more digits for small sums; a dash where there is no dollar value. */
export function millions(value: number | null, language: Language): string {
  if (value === null) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value) / 1e6;
  return formatNumber(value / 1e6, size >= 100 ? 0 : size >= 1 ? 1 : 3, language);
}

export function percent(share: number | null, language: Language): string {
  if (share === null) return '–';
  return formatNumber(share * 100, Math.abs(share) >= 0.1 ? 1 : 2, language);
}

/** The answer of a check in one sentence on the store, and one on the data. */
export function checkSummary(answer: Check, language: Language): readonly string[] {
  const ru = language === 'ru';
  const lines: string[] = [];
  const { integrity, quality } = answer.data;
  if (integrity !== null) {
    const size = formatNumber(integrity.bytes / 1e6, 1, language);
    const held = ru
      ? `загрузок ${integrity.vintages}, файлов ${integrity.parts}, строк ${formatNumber(integrity.rows, 0, language)}, ${size} МБ`
      : `${integrity.vintages} vintages, ${integrity.parts} files, ${formatNumber(integrity.rows, 0, language)} rows, ${size} MB`;
    lines.push(
      integrity.sound
        ? ru
          ? `Хранилище цело: контрольные суммы и итоги сходятся (${held}).`
          : `The store is sound: checksums and totals agree (${held}).`
        : ru
          ? `ХРАНИЛИЩЕ ПОВРЕЖДЕНО: ${integrity.problems.length} (${held}).`
          : `THE STORE IS DAMAGED: ${integrity.problems.length} problems (${held}).`,
    );
  }
  if (quality !== null) {
    const count = (severity: QualityFinding['severity']) =>
      quality.filter((finding) => finding.severity === severity).length;
    lines.push(
      quality.length === 0
        ? ru
          ? 'К данным вопросов нет.'
          : 'Nothing to say of the data.'
        : ru
          ? `О данных: «внимание» — ${count('warning') + count('error')}, оговорки — ${count('caveat')}, к сведению — ${count('info')}.`
          : `Of the data: ${count('warning') + count('error')} warnings, ${count('caveat')} caveats, ${count('info')} notes.`,
    );
  }
  return lines;
}
