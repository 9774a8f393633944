import { editionInForce } from '../classifications/calendar.ts';
import { findPartner } from '../classifications/partners.ts';
import { findUnit } from '../classifications/units.ts';
import { lineMeaning } from '../domain/lineMeaning.ts';
import { territoryIndex } from '../domain/territoryIndex.ts';
import type { DuckdbEngine } from '../store/duckdb.ts';
import type { SqlValue } from '../store/engine.ts';
import { literal } from '../store/queries/literal.ts';
import type { ImportPlan, RegionMeaning } from './importPlan.ts';
import {
  isTotalRegion,
  isUnknownPartner,
  isUnknownRegion,
  isWorldPartner,
  meaningOfFlow,
  meaningOfPeriod,
  meaningOfYearAndMonth,
} from './rowMeanings.ts';

/**
 * Gives every distinct text of `raw` its meaning and leaves the answers in small tables (flow_map, period_map,
 * region_map, line_map, partner_map) that one join applies to all rows.
 */
export async function resolveTexts(engine: DuckdbEngine, plan: ImportPlan): Promise<void> {
  await resolve(engine, 'flow_map', ['flow_text'], 'flow VARCHAR', ([text]) => [
    plan.flow ?? meaningOfFlow(text ?? ''),
  ]);
  await resolvePeriods(engine, plan);
  await resolveRegions(engine, plan);
  await resolve(
    engine,
    'line_map',
    ['line_text'],
    'kind VARCHAR, code VARCHAR, zero_restored BOOLEAN',
    ([text]) => {
      const meaning = lineMeaning(text ?? '', plan.confidentialCodes);
      return meaning === null ? [null, null, null] : [meaning.kind, meaning.code, meaning.zeroRestored];
    },
  );
  await resolve(
    engine,
    'partner_map',
    ['partner_text'],
    'partner VARCHAR, world BOOLEAN, known BOOLEAN',
    ([text]) => {
      const given = (text ?? '').trim();
      if (isWorldPartner(given)) return ['', true, true];
      if (isUnknownPartner(given)) return ['', false, true];
      const declared = plan.partnerCodes[given] ?? plan.partnerCodes[given.replace(/^0+/, '')];
      const known = declared ?? findPartner(given)?.iso2;
      return [known ?? given.toUpperCase(), false, known !== undefined];
    },
  );
  await resolve(engine, 'unit_map', ['unit_text'], 'unit VARCHAR', ([text]) => [
    findUnit(text ?? '', plan.country === 'RU') ?? (text ?? '').trim(),
  ]);
}

async function resolvePeriods(engine: DuckdbEngine, plan: ImportPlan): Promise<void> {
  const columns = 'year SMALLINT, month TINYINT, edition VARCHAR, flagged BOOLEAN, usd_rate DECIMAL(18,8)';
  await resolve(
    engine,
    'period_map',
    ['period_text', 'year_text', 'month_text'],
    columns,
    ([period, year, month]) => {
      const meaning =
        plan.period !== null
          ? meaningOfPeriod(plan.period)
          : plan.columns.period === undefined
            ? meaningOfYearAndMonth(year ?? '', month ?? '')
            : meaningOfPeriod(period ?? '');
      if (meaning === null) return [null, null, null, null, null];
      const inForce = editionInForce(plan.country, meaning.year, meaning.month);
      return [
        meaning.year,
        meaning.month,
        plan.edition ?? inForce.edition,
        plan.edition === null && inForce.flagged,
        dollarRate(plan, meaning),
      ];
    },
  );
}

function dollarRate(plan: ImportPlan, period: { year: number; month: number }): SqlValue {
  if (plan.dollarRates === null) return 1;
  const year = String(period.year);
  const month = `${year}-${String(period.month).padStart(2, '0')}`;
  return plan.dollarRates[month] ?? plan.dollarRates[year] ?? null;
}

async function resolveRegions(engine: DuckdbEngine, plan: ImportPlan): Promise<void> {
  const find = territoryIndex(plan.territories);
  await resolve(engine, 'region_map', ['region_text'], 'region VARCHAR, meaning VARCHAR', ([text]) => {
    const given = (text ?? '').trim();
    const declared = plan.regionMeanings[given] ?? plan.regionMeanings[given.toUpperCase()];
    if (declared !== undefined) return [reservedCode(declared), declared];
    if (isUnknownRegion(given)) return ['not-stated', 'not-stated'];
    if (isTotalRegion(given)) return ['not-stated', 'total'];
    const territory = find(given);
    return territory === null ? ['not-stated', 'unknown'] : [territory.id, 'region'];
  });
}

function reservedCode(meaning: RegionMeaning): string {
  return meaning === 'not-disclosed' ? 'not-disclosed' : 'not-stated';
}

async function resolve(
  engine: DuckdbEngine,
  table: string,
  keys: readonly string[],
  columns: string,
  meaning: (texts: readonly string[]) => readonly SqlValue[],
): Promise<void> {
  await engine.run(
    `CREATE TEMP TABLE ${table} (${keys.map((key) => `${key} VARCHAR`).join(', ')}, ${columns})`,
  );
  const distinct = await engine.query(`SELECT DISTINCT ${keys.join(', ')} FROM raw ORDER BY ALL`);
  const rows = distinct.map((row) => {
    const texts = keys.map((key) => String(row[key]));
    return `(${[...texts, ...meaning(texts)].map(literal).join(', ')})`;
  });
  for (let start = 0; start < rows.length; start += 2000) {
    await engine.run(`INSERT INTO ${table} VALUES ${rows.slice(start, start + 2000).join(', ')}`);
  }
}
