import type { Scorecard, ScorecardOptions, ScorecardRow } from '../../api/scorecard.ts';
import { loadIndicatorSystem } from '../../classifications/indicatorSystems.ts';
import type { Bound } from '../../domain/highTechnologyList.ts';
import { parseFormula } from '../../domain/scorecard/formula.ts';
import { indicatorPath } from '../../domain/scorecard/indicatorPath.ts';
import { missedBound } from '../../domain/scorecard/indicatorStatus.ts';
import type { Indicator, IndicatorSystem } from '../../domain/scorecard/indicatorSystem.ts';
import {
  type IndicatorInputs,
  indicatorValue,
  type ScoredIndicator,
  scoreIndicator,
} from '../../domain/scorecard/scoreIndicator.ts';
import type { SuppliedSeries } from '../../domain/scorecard/suppliedSeries.ts';
import { parseSupposedChange, supposedInputs } from '../../domain/scorecard/whatIf.ts';
import type { SegmentSystem } from '../../domain/segmentSystem.ts';
import type { Territory, TwoLanguages } from '../../domain/territory.ts';
import { territoryIndex } from '../../domain/territoryIndex.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { assessmentFindings } from '../assessmentFindings.ts';
import { bounds } from '../lists/segmentLists.ts';
import { rowId } from '../trace/figureId.ts';
import { runManifest, withChecksum } from '../trace/runManifest.ts';
import { type ExportSeries, exportSeries } from './exportSeries.ts';
import { scorecardFindings } from './scorecardFindings.ts';

/** Definitions and series as they are, whatever the files of their names hold now. */
export interface ScorecardGiven {
  readonly indicators?: IndicatorSystem;
  readonly segments?: SegmentSystem;
  readonly supplied?: SuppliedSeries;
}

export const nothingSupplied: SuppliedSeries = { values: [], rates: [], files: [] };

/**
 * The indicators of a region, or of all regions, in a year: value, bound, status, gap in the unit and in money, trend,
 * the year the trend meets the bound, and, where asked for, the path to a target and what a supposed change would do.
 */
export async function scorecard(
  workspace: WorkspaceReader,
  options: ScorecardOptions,
  given: ScorecardGiven = {},
): Promise<Scorecard> {
  const system = given.indicators ?? loadIndicatorSystem(options.system ?? 'paper');
  const supplied = given.supplied ?? nothingSupplied;
  const { segments = 'eight', reExports = 'exclude' } = options;
  const series = await exportSeries(workspace, { segments, reExports }, given.segments);
  const year = yearOf(options, series, supplied);
  const region = options.region === undefined ? null : regionOf(workspace, options.region);
  const indicators = chosenIndicators(system, options.indicator);
  checkPath(options, year);
  const definitions = { system: series.system, indicators: system, supplied, reExports };
  const manifest = runManifest(workspace, 'scorecard', { ...options, year }, definitions);
  const inputs = scorecardInputs(system, series, supplied);
  const supposed = (options.whatIf ?? []).map(parseSupposedChange);
  const years = yearsOf(series, supplied);
  const rows = (region === null ? series.regions(year) : [region.id]).flatMap((territory) =>
    indicators.map((indicator) => {
      const chosen = inputs(territory, 'chosen');
      const scored = scoreIndicator(system, indicator, year, years, chosen);
      const formula = parseFormula(indicator.formula);
      const others = bounds.map((bound) => indicatorValue(formula, year, inputs(territory, bound)).value);
      const target = options.by === undefined ? null : targetOf(scored, indicator, options.target);
      const changed =
        supposed.length === 0
          ? null
          : scoreIndicator(system, indicator, year, [], supposedInputs(system, chosen, year, supposed));
      return rowOf({
        workspace,
        run: manifest.run,
        system,
        indicator,
        territory,
        year,
        scored,
        range: others.every((value) => value !== null) ? others : null,
        path:
          scored.value === null || target === null || options.by === undefined
            ? null
            : indicatorPath(system, indicator, year, scored.value, target, options.by, chosen),
        whatIf: changed === null ? null : { value: changed.value, status: changed.status, gap: changed.gap },
      });
    }),
  );
  const data = region === null ? rankedRows(rows, indicators) : rows;
  const period = { fromYear: year, toYear: year, months: null };
  const findings = [
    ...scorecardFindings({ system, series, supplied, year, data }),
    ...assessmentFindings({
      workspace,
      options: { flow: 'export', period, reExports },
      statusSums: series.statusSums.filter((sum) => sum.year === year),
      data: [],
      editions: [...new Set(series.statusSums.filter((sum) => sum.year === year).map((sum) => sum.edition))],
    }),
  ];
  return withChecksum({
    data,
    findings: findings.map(({ examples, ...one }) => ({
      ...one,
      ...(examples === undefined ? {} : { examples: [...examples] }),
    })),
    manifest,
  });
}

/** Inputs of a region: what the user supplied, else what the exports give. */
export function scorecardInputs(
  system: IndicatorSystem,
  series: ExportSeries,
  supplied: SuppliedSeries,
): (territory: string, bound: Bound) => IndicatorInputs {
  const definitions = new Map(system.series.map((one) => [one.id, one]));
  const values = new Map(supplied.values.map((one) => [`${one.series} ${one.region} ${one.year}`, one]));
  const rates = new Map(supplied.rates.map((one) => [`${one.currency} ${one.year}`, one.perDollar]));
  return (territory, bound) => ({
    rate: (currency, year) => (currency === 'USD' ? 1 : (rates.get(`${currency} ${year}`) ?? null)),
    amount: (id, year) => {
      const definition = definitions.get(id);
      const whose = definition?.of === 'region' ? territory : '';
      const own = values.get(`${id} ${whose} ${year}`);
      if (own !== undefined) return { amount: own.amount, currency: own.currency };
      if (definition?.computed === undefined) return null;
      const amount = series.amount(definition.computed, territory, year, bound);
      return amount === null ? null : { amount, currency: 'USD' };
    },
  });
}

function yearsOf(series: ExportSeries, supplied: SuppliedSeries): readonly number[] {
  return [...new Set([...series.wholeYears, ...supplied.values.map((one) => one.year)])].sort(
    (a, b) => a - b,
  );
}

function yearOf(options: ScorecardOptions, series: ExportSeries, supplied: SuppliedSeries): number {
  const years = yearsOf(series, supplied);
  const last = series.wholeYears.at(-1) ?? years.at(-1);
  const year = options.year ?? last;
  if (year !== undefined && years.includes(year)) return year;
  throw new TrajectaError('no-data', {
    ru: `За ${options.year ?? '—'} год данных целиком нет. Есть целые годы: ${years.join(', ') || 'ни одного'}.`,
    en: `There is no data of the whole year ${options.year ?? '—'}. Whole years there are: ${years.join(', ') || 'none'}.`,
  });
}

function regionOf(workspace: WorkspaceReader, text: string): Territory {
  const found = territoryIndex(workspace.territories)(text);
  if (found !== null && found.kind === 'region') return found;
  const some = workspace.territories.territories
    .filter((one) => one.kind === 'region')
    .slice(0, 5)
    .map((one) => `${one.id} (${one.name.ru})`);
  throw new TrajectaError('bad-option', {
    ru: `Региона «${text}» нет в словаре. Принимаются код или название, например ${some.join(', ')}.`,
    en: `There is no region "${text}" in the dictionary. Accepted are an id or a name, e.g. ${some.join(', ')}.`,
  });
}

function chosenIndicators(
  system: IndicatorSystem,
  wanted: readonly string[] | undefined,
): readonly Indicator[] {
  if (wanted === undefined || wanted.length === 0) return system.indicators;
  const unknown = wanted.find((id) => !system.indicators.some((one) => one.id === id));
  if (unknown !== undefined) {
    const ids = system.indicators.map((one) => one.id).join(', ');
    throw new TrajectaError('bad-option', {
      ru: `Показателя «${unknown}» нет. Есть: ${ids}.`,
      en: `There is no indicator "${unknown}". There are: ${ids}.`,
    });
  }
  return system.indicators.filter((one) => wanted.includes(one.id));
}

function checkPath(options: ScorecardOptions, year: number): void {
  if (options.target !== undefined && options.by === undefined)
    throw new TrajectaError('bad-option', {
      ru: `К цели нужен год: --target ${options.target} --by ${year + 5}.`,
      en: `A target needs a year: --target ${options.target} --by ${year + 5}.`,
    });
  if (options.by !== undefined && (options.by <= year || options.by > year + 100))
    throw new TrajectaError('bad-option', {
      ru: `--by ${options.by}: нужен год после ${year}, не дальше ${year + 100}.`,
      en: `--by ${options.by}: a year after ${year} is wanted, up to ${year + 100}.`,
    });
}

/** The target asked for, else the bound missed; null where the value has nowhere to go: it is there already. */
function targetOf(scored: ScoredIndicator, indicator: Indicator, asked: number | undefined): number | null {
  const { value } = scored;
  if (value === null) return null;
  if (asked === undefined) return missedBound(value, indicator.bound);
  return missedBound(value, indicator.bound.lower === undefined ? { upper: asked } : { lower: asked });
}

function rowOf(input: {
  workspace: WorkspaceReader;
  run: string;
  system: IndicatorSystem;
  indicator: Indicator;
  territory: string;
  year: number;
  scored: ScoredIndicator;
  range: readonly (number | null)[] | null;
  path: ReturnType<typeof indicatorPath> | null;
  whatIf: ScorecardRow['whatIf'];
}): ScorecardRow {
  const { workspace, system, indicator, territory, year, scored, path } = input;
  const range = input.range?.filter((value) => value !== null) ?? [];
  const { gapMoney } = scored;
  return {
    id: rowId(input.run, String(year), indicator.id, territory),
    level: 'region',
    territory,
    territoryName: workspace.territories.territories.find((one) => one.id === territory)?.name ?? {
      ru: territory,
      en: territory,
    },
    year,
    block: indicator.block,
    blockName: system.blocks.find((one) => one.id === indicator.block)?.name ?? {
      ru: indicator.block,
      en: indicator.block,
    },
    indicator: indicator.id,
    indicatorName: indicator.name,
    formula: indicator.formula,
    unit: indicator.unit,
    value: scored.value,
    valueLower: range.length === 0 ? null : Math.min(...range),
    valueUpper: range.length === 0 ? null : Math.max(...range),
    reason: scored.reason,
    missing: [...scored.missing],
    missingNames: scored.missing.map((one) => missingName(system, one)),
    boundLower: indicator.bound.lower ?? null,
    boundUpper: indicator.bound.upper ?? null,
    printedBound: indicator.printed,
    status: scored.status,
    gap: scored.gap,
    gapMoney: gapMoney?.value ?? null,
    gapMoneyReason: gapMoney !== null && gapMoney.value === null ? gapMoney.reason : null,
    currency: scored.currency,
    moves: indicator.moves,
    gapRank: null,
    trendYears: scored.trend.years,
    trendPerYear: scored.trend.perYear,
    direction: scored.trend.direction,
    yearMet: scored.yearMet,
    yearMetReason: scored.yearMetReason,
    history: scored.points.map(([at, value]) => ({ year: at, value })),
    path: path === null ? null : { ...path, steps: path.steps.map((step) => ({ ...step })) },
    whatIf: input.whatIf,
    note: indicator.note ?? null,
    source: indicator.source,
  };
}

/** Ranks of the gaps within each indicator: the largest shortfall first, what is over the range last, equal gaps alike. */
function rankedRows(rows: readonly ScorecardRow[], indicators: readonly Indicator[]): ScorecardRow[] {
  const ranks = new Map<ScorecardRow, number>();
  for (const indicator of indicators) {
    const mine = rows
      .filter((row) => row.indicator === indicator.id && row.gap !== null)
      .sort((a, b) => (b.gap ?? 0) - (a.gap ?? 0));
    for (const [place, row] of mine.entries()) {
      const before = mine[place - 1];
      const rank =
        before !== undefined && before.gap === row.gap ? (ranks.get(before) ?? place + 1) : place + 1;
      ranks.set(row, rank);
    }
  }
  return rows.map((row) => ({ ...row, gapRank: ranks.get(row) ?? null }));
}

/** "sme_exports 2019" in words; a rate ("RUB/USD 2019") says what it is. */
function missingName(system: IndicatorSystem, text: string): TwoLanguages {
  const [id = '', year = ''] = text.split(' ');
  const name = system.series.find((one) => one.id === id)?.name;
  if (name === undefined) return { ru: `курс ${text}`, en: `rate ${text}` };
  return { ru: `${name.ru} (${id}) ${year}`, en: `${name.en} (${id}) ${year}` };
}
