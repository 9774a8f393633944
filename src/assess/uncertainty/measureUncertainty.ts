import type { UncertaintyOptions, UncertaintyRow } from '../../api/uncertainty.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Bound } from '../../domain/highTechnologyList.ts';
import type { Measured } from '../../domain/measured.ts';
import { drawSummaries, tellsApart } from '../../domain/measures/bootstrapMeasure.ts';
import type { DrawnOver } from '../../domain/measures/drawnColumns.ts';
import type { MeasureDefinition } from '../../domain/measures/measureDefinition.ts';
import type { MeasureOptions } from '../../domain/measures/measureOptions.ts';
import { periodText } from '../../domain/period.ts';
import { ranksOf } from '../../domain/ranksOf.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import type { WorkspaceReader } from '../../store/workspaceReader.ts';
import { type Scope, scopeOf } from '../diversify/scopeOf.ts';
import { type WorkspaceRow, workspaceRows } from '../measures/workspaceColumns.ts';
import {
  type AssessOptions,
  type KnownDefinitions,
  type ResolvedOptions,
  resolveOptions,
} from '../options.ts';
import { type PreparedAssessment, prepareAssessment } from '../prepareAssessment.ts';
import { rowId } from '../trace/figureId.ts';
import { type Held, heldAgainst, heldValues } from './heldAgainst.ts';
import { spread } from './indexUncertainty.ts';
import { countsLines, type Digits, type MeasureTable, measureTable } from './measureTable.ts';
import { type MeasureVariant, measureVariants } from './measureVariants.ts';
import { regionMeasure, requireOptions } from './regionMeasure.ts';

/** One choice of definitions: the table, the options and what regions are compared with. */
interface Setting {
  readonly table: MeasureTable;
  readonly options: MeasureOptions;
  readonly held: Held;
}

/**
 * Uncertainty of a measure by region of the registry: draws of products or partners, and the choices that could have been
 * made otherwise, one at a time.
 */
export async function measureUncertainty(
  workspace: WorkspaceReader,
  options: UncertaintyOptions,
  assessed: AssessOptions,
  resolved: ResolvedOptions,
  run: string,
): Promise<{ readonly data: UncertaintyRow[]; readonly findings: readonly Finding[] }> {
  const measure = regionMeasure(options.measure ?? '');
  const chosenOptions = requireOptions(measure, options.measureOptions ?? {});
  const scope = scopeOf(options, resolved.system);
  const over: DrawnOver = options.over === 'partners' ? 'partner' : 'product';
  const apart = (side: DrawnOver) => tellsApart(measure, chosenOptions, side);
  const partner = apart('partner') || over === 'partner';
  const product = apart('product') || over === 'product' || scope.segment !== null;
  const prepare = (changed: ResolvedOptions) =>
    prepareAssessment(workspace, { ...changed, system: systemOf(changed, scope) });
  const prepared = await prepare(resolved);
  const bounds: readonly Bound[] = ['chosen', 'lower', 'upper'];
  const byLine = bounds.some((bound) => countsLines(prepared, scope.segment, bound));
  const read = (digits: Digits) =>
    workspaceRows(workspace, {
      flows: measure.needs.includes('flow') ? ['export', 'import'] : [resolved.flow],
      period: resolved.period,
      product: !product ? null : byLine ? 'line' : depthOf(scope, digits, resolved),
      partner: apart('partner') ? 'stated' : partner ? 'any' : 'none',
      netWeight: false,
      reExports: resolved.reExports,
    });
  const digits: Digits = options.digits ?? 6;
  const { rows, findings } = await read(digits);
  const regions = [...new Set(rows.map((row) => row.region))].sort();
  const setting = (
    of: PreparedAssessment,
    changed: ResolvedOptions,
    bound: Bound,
    from: { readonly rows: readonly WorkspaceRow[]; readonly digits: Digits },
    more: MeasureOptions,
  ): Setting | null => {
    const list = scope.segment === null ? null : of.lists(scope.segment, bound);
    if (list !== null && of.editions.some((edition) => list(edition) === null)) return null;
    return {
      table: measureTable(measure, from.rows, {
        regions,
        digits: product ? from.digits : null,
        list,
        base: baseOf(measure, scope, of, changed, bound),
        partner,
      }),
      options: { ...chosenOptions, ...more },
      held: measure.options.includes('reference')
        ? heldAgainst(changed, regions, of.territories, of)
        : { reference: 'all' },
    };
  };
  const main = setting(prepared, resolved, 'chosen', { rows, digits }, {});
  if (main === null) throw new Error(`The list of ${scope.id} is not known in the edition of the data`);
  const valuesIn = (one: Setting) => heldValues(measure, one.table, one.options, one.held, null);
  const chosen = valuesIn(main);
  const line = main.table.columns[over] ?? { labels: [], codes: [] };
  const stated = line.labels.flatMap((label, code) => (label === '' ? [] : [code]));
  const counts = new Int32Array(line.labels.length).fill(1);
  const summaries = drawSummaries({
    regions: chosen.length,
    counts: new Int32Array(stated.length),
    draws: stated.length === 0 ? 0 : (options.draws ?? 1000),
    seed: options.seed ?? 1,
    atLeast: options.atLeast ?? null,
    valuesOf: (drawn) => {
      stated.forEach((code, place) => {
        counts[code] = drawn[place] as number;
      });
      const found = heldValues(measure, main.table, main.options, main.held, {
        over,
        apart: apart(over),
        counts,
      });
      return found.map((one) => one.value);
    },
  });
  const variants = measureVariants(measure, options, {
    scope,
    hasDistricts: prepared.members.size > 0,
    threshold: chosenOptions.threshold ?? 1,
    hasProducts: apart('product'),
  });
  const under: { readonly variant: MeasureVariant; readonly values: readonly Measured[] }[] = [];
  for (const variant of variants) {
    const changed = await changedOptions(workspace, assessed, resolved, variant);
    const other = changed === resolved ? prepared : await prepare(changed);
    const from = variant.digits === undefined ? { rows, digits } : await atDepth(read, variant.digits);
    if (from === null) continue;
    const one = setting(
      other,
      changed,
      variant.bound ?? 'chosen',
      from,
      variant.threshold === undefined ? {} : { threshold: variant.threshold },
    );
    if (one !== null) under.push({ variant, values: valuesIn(one) });
  }
  const verdictOf = (value: number | null): UncertaintyRow['verdict'] => {
    if (options.atLeast === undefined) return null;
    if (value === null) return 'undefined';
    return value >= options.atLeast ? 'yes' : 'no';
  };
  const ranks = ranksOf(chosen.map((one) => one.value));
  const ranked = under.map((one) => ({ ...one, ranks: ranksOf(one.values.map(({ value }) => value)) }));
  const names = new Map(workspace.territories.territories.map((one) => [one.id, one.name]));
  const data = regions.map((region, r): UncertaintyRow => {
    const value = chosen[r]?.value ?? null;
    const others = ranked.map((one): UncertaintyRow['variants'][number] => ({
      variant: one.variant.id,
      dimension: one.variant.dimension,
      name: one.variant.name,
      value: one.values[r]?.value ?? null,
      rank: one.ranks[r] ?? null,
      verdict: verdictOf(one.values[r]?.value ?? null),
    }));
    const summary = summaries[r];
    const found = chosen[r];
    if (summary === undefined || found === undefined) throw new Error(`No draws of ${region}`);
    return {
      id: rowId(run, periodText(resolved.period), scope.id, region),
      period: periodText(resolved.period),
      segment: scope.id,
      segmentName: scope.name,
      territory: region,
      territoryName: names.get(region) ?? { ru: region, en: region },
      measure: measure.id,
      value,
      reason: found.value === null ? found.reason : null,
      rank: ranks[r] ?? null,
      ranked: ranks.filter((rank) => rank !== null).length,
      verdict: verdictOf(value),
      lines: stated.length,
      ...summary,
      ...spread(value, ranks[r] ?? null, others),
      verdictChanges: others
        .filter((one) => one.verdict !== null && one.verdict !== verdictOf(value))
        .map((one) => one.variant),
      variants: others,
    };
  });
  return { data, findings: [...findings, notVaried(measure, scope, variants)] };
}

/** How deep the codes of all goods are read; a list, and a base that is a list, count six-digit codes. */
function depthOf(scope: Scope, digits: Digits, resolved: ResolvedOptions): 'hs6' | 'heading' | 'chapter' {
  if (scope.segment !== null || digits === 6 || resolved.base !== 'total') return 'hs6';
  return digits === 4 ? 'heading' : 'chapter';
}

/** The scope as the only segment of a system, so that its lists, bases and sums are read as those of the index are. */
function systemOf(resolved: ResolvedOptions, scope: Scope): ResolvedOptions['system'] {
  const segments = scope.segment === null ? [] : [scope.segment];
  return { ...resolved.system, segments };
}

function baseOf(
  measure: MeasureDefinition,
  scope: Scope,
  prepared: PreparedAssessment,
  options: ResolvedOptions,
  bound: Bound,
): Parameters<typeof measureTable>[2]['base'] {
  if (!measure.options.includes('base')) return null;
  if (scope.segment === null && options.base === 'total') return null;
  const segment = scope.segment ?? { id: '(all goods)', name: scope.name, groups: [] };
  const list = prepared.bases(segment, bound);
  return { list, of: (region) => prepared.baseOf(region, segment, bound) };
}

async function changedOptions(
  workspace: WorkspaceReader,
  assessed: AssessOptions,
  resolved: ResolvedOptions,
  variant: MeasureVariant,
): Promise<ResolvedOptions> {
  if (variant.change === undefined) return resolved;
  const known: KnownDefinitions = { segments: resolved.system, rule: resolved.rule };
  return await resolveOptions({ ...assessed, ...variant.change }, known, workspace.territories);
}

/** Rows of codes of other digits; null where the data has none of that depth. */
async function atDepth(
  read: (digits: Digits) => Promise<{ readonly rows: readonly WorkspaceRow[] }>,
  digits: Digits,
): Promise<{ readonly rows: readonly WorkspaceRow[]; readonly digits: Digits } | null> {
  try {
    return { rows: (await read(digits)).rows, digits };
  } catch (error) {
    if (error instanceof TrajectaError && error.code === 'no-data') return null;
    throw error;
  }
}

/** What the sensitivity leaves as it is, and why. */
function notVaried(measure: MeasureDefinition, scope: Scope, variants: readonly MeasureVariant[]): Finding {
  const varied = new Set(variants.map((one) => one.dimension));
  const ru: string[] = [];
  const en: string[] = [];
  const say = (russian: string, english: string) => {
    ru.push(russian);
    en.push(english);
  };
  if (!varied.has('threshold'))
    say(
      'порог: мера не опирается на присутствие по RCA',
      'threshold: the measure does not rest on presence by RCA',
    );
  if (!varied.has('base')) say('база: в мере её нет', 'base: the measure has none');
  if (!varied.has('reference')) say('эталон: в мере его нет', 'reference: the measure has none');
  if (scope.segment === null)
    say(
      'перечень: посчитано по всем товарам; варианты перечня — с --scope high-tech или сегментом',
      'list: computed over all goods; variants of the list come with --scope high-tech or a segment',
    );
  return {
    code: 'not-varied',
    severity: 'info',
    message: {
      ru: `Мера ${measure.id}. Не варьируется: ${ru.length === 0 ? 'ничего' : ru.join('; ')}.`,
      en: `Measure ${measure.id}. Not varied: ${en.length === 0 ? 'nothing' : en.join('; ')}.`,
    },
  };
}
