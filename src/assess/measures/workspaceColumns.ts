import type { Finding } from '../../domain/finding.ts';
import type { MeasureDefinition } from '../../domain/measures/measureDefinition.ts';
import { type PlainColumns, type TradeColumns, tradeColumnsOf } from '../../domain/measures/tradeColumns.ts';
import type { Period } from '../../domain/period.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { Flow } from '../../store/cube.ts';
import { type TradeRowsQuestion, tradeRows } from '../../store/queries/tradeRows.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { type Grouping, mergedInto } from '../mergedInto.ts';

export interface WorkspaceQuestion {
  readonly flow: Flow;
  readonly period: Period;
  readonly digits: 2 | 4 | 6;
  readonly reExports: 'exclude' | 'include';
  /** Markets count although the measure could do without. */
  readonly partner: boolean;
  /** Districts or unions in place of their members; left out: the regions (or countries) themselves. */
  readonly grouping?: Grouping;
  /** Only these regions; left out: all. */
  readonly only?: readonly string[];
}

/**
 * The table of a workspace that a measure needs: its regions, codes of the digits asked for, and markets, years, flows
 * and net weight where the measure has use for them. Several years are told apart only by measures that compare them;
 * for the others the period is one whole. Codes of several editions are refused where codes matter.
 */
export async function workspaceColumns(
  workspace: WorkspaceReader,
  definition: MeasureDefinition,
  question: WorkspaceQuestion,
): Promise<{
  readonly columns: TradeColumns;
  readonly findings: readonly Finding[];
  /** Edition of the product codes; null where products do not matter. */
  readonly edition: string | null;
}> {
  const needs = (name: MeasureDefinition['needs'][number]) => definition.needs.includes(name);
  const product =
    needs('product') || definition.options.includes('over') || definition.options.includes('groups');
  const code = question.digits === 6 ? 'hs6' : question.digits === 4 ? 'heading' : 'chapter';
  const partner = needs('partner') || question.partner;
  const { rows, findings } = await workspaceRows(workspace, {
    flows: needs('flow') ? ['export', 'import'] : [question.flow],
    period: question.period,
    product: product ? code : null,
    partner: partner ? 'stated' : 'none',
    netWeight: needs('quantity'),
    reExports: question.reExports,
  });
  const { only } = question;
  const kept = only === undefined ? rows : rows.filter((row) => only.includes(row.region));
  const texts = (name: 'region' | 'product' | 'partner' | 'year' | 'flow') =>
    kept.map((row) => String(row[name] ?? ''));
  const merged =
    question.grouping === undefined ? null : mergedInto(workspace, question.grouping, question.period);
  const columns: PlainColumns = {
    region: merged === null ? texts('region') : texts('region').map(merged),
    ...(product ? { product: texts('product') } : {}),
    ...(partner ? { partner: texts('partner') } : {}),
    ...(needs('period') ? { period: texts('year') } : {}),
    ...(needs('flow') ? { flow: texts('flow') } : {}),
    value: Float64Array.from(kept, (row) => Number(row.value_usd)),
    ...(needs('quantity')
      ? { quantity: Float64Array.from(kept, (row) => Math.max(0, Number(row.net_weight_kg ?? 0))) }
      : {}),
  };
  return { columns: tradeColumnsOf(columns), findings, edition: product ? (kept[0]?.edition ?? null) : null };
}

export interface WorkspaceRow {
  readonly region: string;
  readonly product: string;
  readonly partner: string;
  readonly edition: string;
  readonly year: string;
  readonly flow: string;
  readonly value_usd: unknown;
  readonly net_weight_kg: unknown;
  readonly without_rate: unknown;
}

/**
 * Rows of the regions of a workspace with a value above 0, and what must be known of those that do not count. `partner`:
 * not told apart, told apart, or told apart with only the stated ones. Throws `no-data`; `bad-option` for codes of
 * several editions.
 */
export async function workspaceRows(
  workspace: WorkspaceReader,
  question: Omit<TradeRowsQuestion, 'partner'> & { readonly partner: 'none' | 'any' | 'stated' },
): Promise<{ readonly rows: readonly WorkspaceRow[]; readonly findings: readonly Finding[] }> {
  const stated = question.partner === 'stated';
  const rows = (await workspace.engine.query(
    tradeRows({ ...question, partner: question.partner !== 'none' }),
  )) as readonly unknown[] as readonly WorkspaceRow[];
  const regions = new Set(
    workspace.territories.territories.filter((one) => one.kind === 'region').map((one) => one.id),
  );
  const inRegions = rows.filter((row) => regions.has(row.region));
  const kept = inRegions.filter((row) => Number(row.value_usd ?? 0) > 0 && (!stated || row.partner !== ''));
  if (kept.length === 0) {
    throw new TrajectaError('no-data', {
      ru: 'За этот период по регионам и товарам данных нет.',
      en: 'There is no data by region and product for this period.',
    });
  }
  refuseEditions(new Set(kept.flatMap((row) => (question.product === null ? [] : [row.edition]))));
  return { rows: kept, findings: findingsOf(inRegions, stated) };
}

function refuseEditions(editions: ReadonlySet<string>): void {
  if (editions.size < 2) return;
  const list = [...editions].sort().join(', ');
  throw new TrajectaError('bad-option', {
    ru: `Период охватывает редакции ${list}: коды разных редакций нельзя считать вместе. Задайте год или период одной редакции.`,
    en: `The period spans the editions ${list}: codes of different editions cannot be counted together. Give a year or period of one edition.`,
  });
}

function findingsOf(rows: readonly WorkspaceRow[], partner: boolean): readonly Finding[] {
  const sum = (of: (row: WorkspaceRow) => number) => rows.reduce((total, row) => total + of(row), 0);
  const rateless = sum((row) => Number(row.without_rate ?? 0));
  const negative = rows.filter((row) => Number(row.value_usd ?? 0) < 0);
  const nowhere = partner ? rows.filter((row) => row.partner === '') : [];
  const one = (
    code: string,
    count: number,
    valueUsd: number | null,
    ru: string,
    en: string,
  ): readonly Finding[] =>
    count === 0 ? [] : [{ code, severity: 'caveat', message: { ru, en }, count, valueUsd }];
  const value = (list: typeof rows) => list.reduce((total, row) => total + Number(row.value_usd ?? 0), 0);
  return [
    ...one('no-rate', rateless, null, 'Строки без курса не считаются.', 'Rows without a rate do not count.'),
    ...one(
      'negative-sums',
      negative.length,
      value(negative),
      'Отрицательные суммы (поправки) не считаются.',
      'Negative sums (corrections) do not count.',
    ),
    ...one(
      'no-partner',
      nowhere.length,
      value(nowhere),
      'Строки без рынка не считаются.',
      'Rows without a market do not count.',
    ),
  ];
}
