import type { RunManifest } from '../../api/assessment.ts';
import type { Explanation, Operand } from '../../api/explanation.ts';
import type { Scorecard, ScorecardOptions, ScorecardRow } from '../../api/scorecard.ts';
import { formatNumber, type Language } from '../../domain/formatNumber.ts';
import { evaluateFormula } from '../../domain/scorecard/evaluateFormula.ts';
import { parseFormula, seriesOf } from '../../domain/scorecard/formula.ts';
import {
  commonAmounts,
  type IndicatorInputs,
  scoreIndicator,
} from '../../domain/scorecard/scoreIndicator.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { type ExportSeries, exportSeries } from '../scorecard/exportSeries.ts';
import { nothingSupplied, scorecard, scorecardInputs } from '../scorecard/scorecard.ts';
import { type FigureId, rowId } from './figureId.ts';
import { allRows, codesOf, type OperandQuestion, operandRows } from './operandRows.ts';
import { scorecardGiven } from './runAgain.ts';

interface ExplainOptions {
  readonly rows?: number;
  readonly language?: Language;
  readonly copyRows?: (sql: string) => Promise<void>;
}

const agreement = 1e-9;

/**
 * An indicator down to its series: the formula with the numbers put in; a series computed from exports down to its rows,
 * a supplied one to file and row, a rate to its row; and the figure computed anew from those rows.
 */
export async function explainScorecard(
  workspace: WorkspaceReader,
  manifest: RunManifest,
  id: FigureId,
  options: ExplainOptions,
): Promise<Explanation> {
  const given = scorecardGiven(manifest);
  const question = manifest.options as ScorecardOptions;
  const answer: Scorecard = await scorecard(workspace, question, given);
  const row = answer.data.find((one) => one.id === rowId(id.run, id.period, id.segment, id.territory));
  const system = given.indicators;
  const indicator = system?.indicators.find((one) => one.id === row?.indicator);
  if (row === undefined || system === undefined || indicator === undefined)
    throw new TrajectaError('bad-option', {
      ru: `Строки ${id.period}/${id.segment}/${id.territory} в этом расчёте нет.`,
      en: `This run has no row ${id.period}/${id.segment}/${id.territory}.`,
    });
  const field = id.field ?? 'value';
  const shown = (row as unknown as Readonly<Record<string, unknown>>)[field];
  if (shown === undefined)
    throw new TrajectaError('bad-option', {
      ru: `Показателя «${field}» у этой строки нет. Есть: ${Object.keys(row).join(', ')}.`,
      en: `This row has no figure "${field}". There are: ${Object.keys(row).join(', ')}.`,
    });
  const { segments = 'eight', reExports = 'exclude' } = question;
  const series = await exportSeries(workspace, { segments, reExports }, given.segments);
  const supplied = given.supplied ?? nothingSupplied;
  const inputs = scorecardInputs(system, series, supplied)(row.territory, 'chosen');
  const language = options.language ?? 'en';
  const questions: (OperandQuestion & { readonly key: string })[] = [];
  const related: Explanation['data']['related'] = [];
  for (const { name, lag } of seriesOf(parseFormula(indicator.formula))) {
    const year = row.year - lag;
    const definition = system.series.find((one) => one.id === name);
    const whose = definition?.of === 'region' ? row.territory : '';
    const own = supplied.values.find(
      (one) => one.series === name && one.region === whose && one.year === year,
    );
    if (own !== undefined) {
      related.push({
        id: own.place,
        value: own.amount,
        note: {
          ru: `${name} ${year}: ${own.printed} ${own.unit}`,
          en: `${name} ${year}: ${own.printed} ${own.unit}`,
        },
      });
      const rate = supplied.rates.find((one) => one.currency === own.currency && one.year === year);
      if (rate !== undefined && row.currency === 'USD')
        related.push({
          id: rate.place,
          value: rate.perDollar,
          note: {
            ru: `курс ${rate.currency} за доллар, ${year}`,
            en: `${rate.currency} per dollar, ${year}`,
          },
        });
    } else if (definition?.computed !== undefined)
      questions.push({
        ...operandOf(series, definition.computed, name, row, year, reExports),
        key: `${name} ${year}`,
      });
  }
  const operands: Operand[] = [];
  for (const { key: _key, ...one } of questions)
    operands.push(await operandRows(workspace, one, options.rows ?? 20));
  if (questions.length > 0) await options.copyRows?.(allRows(workspace, questions));
  const fromRows = new Map(questions.map((one, place) => [one.key, operands[place]?.valueUsd ?? 0]));
  const again: IndicatorInputs = {
    rate: inputs.rate,
    amount: (name, year) => {
      const added = fromRows.get(`${name} ${year}`);
      const amount = inputs.amount(name, year);
      return added === undefined || amount === null ? amount : { ...amount, amount: added };
    },
  };
  const scored = scoreIndicator(system, indicator, row.year, [], again);
  const computable: Readonly<Record<string, number | null>> = {
    value: scored.value,
    gap: scored.gap,
    gapMoney: scored.gapMoney?.value ?? null,
  };
  const value = typeof shown === 'number' ? shown : null;
  const recomputed = field in computable ? (computable[field] ?? null) : null;
  const isNumber = typeof shown === 'number' || field in computable;
  return {
    data: {
      id: `${row.id}/${field}`,
      title: {
        ru: `${row.territoryName.ru}, ${row.year}: ${row.indicatorName.ru} (${field})`,
        en: `${row.territoryName.en}, ${row.year}: ${row.indicatorName.en} (${field})`,
      },
      value,
      text: isNumber ? null : typeof shown === 'string' ? shown : JSON.stringify(shown),
      reason:
        isNumber && value === null ? [row.reason ?? row.gapMoneyReason, ...row.missing].join(' ') : null,
      unit: unitOf(field, row),
      formula: formulaOf(field, indicator.formula),
      substituted: substituted(indicator.formula, row, again, language),
      operands,
      related,
      recomputed,
      agrees: !(field in computable) || agree(value, recomputed),
      // The supplied values behind this figure are named above; the manifest holds all of them.
      definitions: { ...manifest.definitions, supplied: supplied.files.map((one) => one.file) },
    },
    findings: answer.findings,
    manifest,
  };
}

function operandOf(
  series: ExportSeries,
  computed: Parameters<ExportSeries['list']>[0],
  name: string,
  row: ScorecardRow,
  year: number,
  reExports: 'exclude' | 'include',
): OperandQuestion {
  return {
    symbol: `${name} ${year}`,
    bound: 'chosen',
    definition: {
      ru: `вывоз, ${row.territoryName.ru}, ${year}: ${computed}`,
      en: `exports, ${row.territoryName.en}, ${year}: ${computed}`,
    },
    rows: {
      flow: 'export',
      period: { fromYear: year, toYear: year, months: null },
      reExports,
      regions: [row.territory],
      codes: codesOf(series.list(computed, 'chosen'), series.editions),
    },
  };
}

function unitOf(field: string, row: ScorecardRow): { ru: string; en: string } {
  if (field === 'gapMoney') return { ru: row.currency ?? '', en: row.currency ?? '' };
  return field === 'gap' || field.startsWith('value') || field === 'trendPerYear'
    ? { ru: row.unit, en: row.unit }
    : { ru: '', en: '' };
}

function formulaOf(field: string, formula: string): string {
  if (field === 'gap') return `bound − ${formula}`;
  if (field === 'gapMoney') return `Δ: ${formula} = bound`;
  return formula;
}

/** The formula with its numbers, in one currency. */
function substituted(
  formula: string,
  row: ScorecardRow,
  inputs: IndicatorInputs,
  language: Language,
): string {
  const read = parseFormula(formula);
  const { valueFor } = commonAmounts(read, row.year, inputs);
  const shown = (name: string, lag: 0 | 1) => {
    const value = valueFor(name, lag);
    return value === null ? `${name}?` : formatNumber(value, 2, language);
  };
  const text = formula
    .replace(/index\(\s*(\w+)\s*\)/g, (_all, name: string) => `(${shown(name, 0)} / ${shown(name, 1)})`)
    .replace(/previous\(\s*(\w+)\s*\)/g, (_all, name: string) => shown(name, 1))
    .replace(/\b[a-z][a-z0-9_]*\b/g, (name) => shown(name, 0));
  const { value } = evaluateFormula(read, valueFor);
  return `${text} = ${value === null ? (language === 'ru' ? 'не определено' : 'undefined') : formatNumber(value, 6, language)}`;
}

function agree(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= agreement * Math.max(1, Math.abs(a), Math.abs(b));
}
