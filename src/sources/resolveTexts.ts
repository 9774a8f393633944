import { editionInForce } from '../classifications/calendar.ts';
import { findPartner } from '../classifications/partners.ts';
import { findUnit } from '../classifications/units.ts';
import { lineMeaning } from '../domain/lineMeaning.ts';
import { territoryIndex } from '../domain/territoryIndex.ts';
import type { DuckdbEngine } from '../store/duckdb.ts';
import type { SqlValue } from '../store/engine.ts';
import type { ImportPlan, RegionMeaning, RowText } from './importPlan.ts';
import { type MeaningColumns, type MeaningJoin, meaningTable } from './meaningTable.ts';
import {
  isTotalRegion,
  isUnknownPartner,
  isUnknownRegion,
  isWorldPartner,
  meaningOfEdition,
  meaningOfFlow,
  meaningOfPeriod,
  meaningOfYearAndMonth,
} from './rowMeanings.ts';

/**
 * Gives every different text of view `rows` its meaning, once; the answers are small tables joined by the numbers of the texts,
 * or constants where all texts have one answer.
 */
export async function resolveTexts(
  engine: DuckdbEngine,
  plan: ImportPlan,
  present: readonly RowText[],
): Promise<readonly MeaningJoin[]> {
  const joins: MeaningJoin[] = [];
  const resolve = async (
    keys: readonly RowText[],
    columns: MeaningColumns,
    meaning: (texts: readonly string[]) => readonly SqlValue[],
  ) => {
    joins.push(await meaningTable(engine, { keys, present, columns, meaning }));
  };
  await resolve(['flow'], { flow: 'code', flow_part: 'code' }, ([text = '']) => {
    if (plan.flow !== null) return [plan.flow, ''];
    if (plan.flowMeanings === null) return [meaningOfFlow(text), ''];
    const meaning = plan.flowMeanings[text.toUpperCase()];
    return meaning === undefined ? [null, ''] : [meaning.flow, meaning.part];
  });
  await resolve(
    ['period', 'year', 'month', 'edition'],
    { year: 'SMALLINT', month: 'TINYINT', edition: 'code', flagged: 'BOOLEAN', usd_rate: 'DECIMAL(18,8)' },
    ([period, year, month, edition]) =>
      periodMeaning(plan, {
        period: period ?? '',
        year: year ?? '',
        month: month ?? '',
        edition: edition ?? '',
      }),
  );
  const find = territoryIndex(plan.territories);
  await resolve(
    ['region'],
    { region: 'code', region_meaning: 'code', region_re_export: 'BOOLEAN' },
    ([text]) => {
      const [region, meaning] = regionMeaning(plan, find, text ?? '');
      return [region, meaning, meaning === 're-export'];
    },
  );
  await resolve(
    ['line'],
    { kind: 'code', code: 'code', line: 'code', zero_restored: 'BOOLEAN' },
    ([text = '']) => {
      const meaning = lineMeaning(text, plan.confidentialCodes);
      if (meaning === null) return [null, null, null, null];
      const { kind, code, zeroRestored } = meaning;
      return [kind, code, kind === 'confidential' ? text : code, zeroRestored];
    },
  );
  await resolve(
    ['partner'],
    { partner: 'code', world: 'BOOLEAN', partner_known: 'BOOLEAN', partner_group: 'BOOLEAN' },
    ([text = '']) => {
      const meaning = plan.partnerMeanings[text];
      if (meaning === 'world' || isWorldPartner(text)) return ['', true, true, false];
      if (meaning === 'unknown' || isUnknownPartner(text)) return ['', false, true, false];
      if (meaning === 'aggregate') return ['', false, true, true];
      const declared = plan.partnerCodes[text] ?? plan.partnerCodes[text.replace(/^0+/, '')];
      const known = declared ?? findPartner(text)?.iso2;
      return [known ?? text.toUpperCase(), false, known !== undefined, false];
    },
  );
  await resolve(['unit'], { unit: 'code' }, ([text = '']) => [findUnit(text, plan.country === 'RU') ?? text]);
  return joins;
}

function periodMeaning(
  plan: ImportPlan,
  { period, year, month, edition }: { period: string; year: string; month: string; edition: string },
): readonly SqlValue[] {
  const meaning =
    plan.period !== null
      ? meaningOfPeriod(plan.period)
      : plan.columns.period === undefined
        ? meaningOfYearAndMonth(year, month)
        : meaningOfPeriod(period);
  if (meaning === null) return [null, null, null, null, null];
  const inForce = editionInForce(plan.country, meaning.year, meaning.month);
  const told =
    plan.edition ?? (plan.columns.edition === undefined ? inForce.edition : meaningOfEdition(edition));
  return [
    meaning.year,
    meaning.month,
    told === 'as-reported' ? inForce.edition : told,
    (told === 'as-reported' || (plan.edition === null && plan.columns.edition === undefined)) &&
      inForce.flagged,
    dollarRate(plan, meaning),
  ];
}

function dollarRate(plan: ImportPlan, period: { year: number; month: number }): SqlValue {
  if (plan.dollarRates === null) return 1;
  const year = String(period.year);
  const month = `${year}-${String(period.month).padStart(2, '0')}`;
  return plan.dollarRates[month] ?? plan.dollarRates[year] ?? null;
}

function regionMeaning(
  plan: ImportPlan,
  find: ReturnType<typeof territoryIndex>,
  given: string,
): readonly [region: string, meaning: RegionMeaning | 'unknown' | 'region'] {
  const declared = plan.regionMeanings[given] ?? plan.regionMeanings[given.toUpperCase()];
  if (declared !== undefined)
    return [declared === 'not-disclosed' ? 'not-disclosed' : 'not-stated', declared];
  if (isUnknownRegion(given)) return ['not-stated', 'not-stated'];
  if (isTotalRegion(given)) return ['not-stated', 'total'];
  const territory = find(given);
  return territory === null ? ['not-stated', 'unknown'] : [territory.id, 'region'];
}
