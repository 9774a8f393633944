import type { MeasureAnswer } from '../api/measureAnswer.ts';
import { formatNumber, type Language } from '../domain/formatNumber.ts';
import type { MeasureDefinition } from '../domain/measures/measureDefinition.ts';
import { findMeasure } from '../domain/measures/registry.ts';
import { reasons } from './reasons.ts';
import { type ReportCell, type ReportTable, textCell } from './reportTable.ts';

const headings: Readonly<Record<string, { readonly ru: string; readonly en: string }>> = {
  region: { ru: 'регион', en: 'region' },
  product: { ru: 'товар', en: 'product' },
  partner: { ru: 'рынок', en: 'market' },
  period: { ru: 'период', en: 'period' },
  group: { ru: 'группа', en: 'group' },
  'other-region': { ru: 'другой регион', en: 'other region' },
  'other-product': { ru: 'другой товар', en: 'other product' },
  order: { ru: 'порядок', en: 'order' },
  step: { ru: 'лет', en: 'years' },
  term: { ru: 'часть', en: 'part' },
  value: { ru: 'значение', en: 'value' },
};

const drawnHeadings = {
  ru: ['95 % выборок', 'место', 'место в 95 % выборок'],
  en: ['95 % of draws', 'rank', 'rank in 95 % of draws'],
} as const;

/** A measure as a table: the greatest values first where each row stands for itself, else in their order. */
export function measureTables(
  answer: MeasureAnswer,
  language: Language,
  limit: number,
): readonly ReportTable[] {
  const measure = findMeasure(answer.manifest.measure);
  const names = Object.keys(answer.data[0] ?? { region: '' }).filter(
    (name) => name in headings && name !== 'value',
  );
  const isDrawn = answer.data.some((row) => row.draws !== undefined);
  const ordered = names.some((name) => ['term', 'period', 'step', 'order'].includes(name))
    ? answer.data
    : [...answer.data].sort(
        (a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY),
      );
  const rows = ordered.slice(0, limit);
  const digits = digitsFor(rows.flatMap((row) => (row.value === null ? [] : [row.value])));
  const left = answer.data.length - rows.length;
  const more =
    language === 'ru'
      ? `… и ещё ${left} (все строки: --all, --format csv или xlsx)`
      : `… and ${left} more (all rows: --all, --format csv or xlsx)`;
  return [
    {
      title: measure?.name[language] ?? answer.manifest.measure,
      subtitle: measure === null ? '' : `${measure.meaning[language]} (${measure.id})`,
      columns: [
        ...names.map((name) => ({ heading: headings[name]?.[language] ?? name, align: 'left' as const })),
        { heading: headings.value?.[language] ?? 'value', align: 'right' },
        ...(isDrawn ? drawnHeadings[language].map((heading) => ({ heading, align: 'right' as const })) : []),
      ],
      rows: rows.map((row) => [
        ...names.map((name) => textCell(String(row[name as keyof typeof row] ?? ''))),
        valueCell(row, digits, language),
        ...(isDrawn ? drawnCells(row, digits, language) : []),
      ]),
      notes: [...(left > 0 ? [more] : []), ...(measure === null ? [] : [definitionLine(measure, language)])],
    },
  ];
}

function definitionLine(measure: MeasureDefinition, language: Language): string {
  return language === 'ru'
    ? `${measure.formula}; ${measure.unit.ru}; ${measure.range}. Подробно: trajecta measure describe ${measure.id}`
    : `${measure.formula}; ${measure.unit.en}; ${measure.range}. In full: trajecta measure describe ${measure.id}`;
}

function valueCell(row: MeasureAnswer['data'][number], digits: number, language: Language): ReportCell {
  if (row.value === null)
    return { value: null, text: reasons[row.reason ?? '']?.[language] ?? row.reason ?? '' };
  return {
    value: row.value,
    text: formatNumber(row.value, Number.isInteger(row.value) ? 0 : digits, language),
  };
}

/** Interval of the values, rank, and interval of the ranks. */
function drawnCells(
  row: MeasureAnswer['data'][number],
  digits: number,
  language: Language,
): readonly ReportCell[] {
  const range = (lower: number | null | undefined, upper: number | null | undefined, places: number) =>
    lower == null || upper == null
      ? textCell('–')
      : textCell(
          [...new Set([lower, upper])].map((value) => formatNumber(value, places, language)).join(' … '),
        );
  return [
    range(row.valueLower, row.valueUpper, digits),
    range(row.rank, row.rank, 0),
    range(row.rankBest, row.rankWorst, 0),
  ];
}

/** Digits behind the mark that tell the values apart: four meaning ones of the middling value, none of great ones. */
function digitsFor(values: readonly number[]): number {
  const sizes = values
    .filter((value) => value !== 0)
    .map(Math.abs)
    .sort((a, b) => a - b);
  const middle = sizes[sizes.length >> 1] ?? 1;
  return Math.max(0, Math.min(12, 3 - Math.floor(Math.log10(middle))));
}
