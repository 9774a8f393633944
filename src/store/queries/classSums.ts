import type { HsEdition } from '../../domain/edition.ts';
import type { Period } from '../../domain/period.ts';
import { type Flow, valueUsdExpression } from '../cube.ts';
import { literal } from './literal.ts';
import { productCube } from './productCube.ts';

/** Six-digit codes of each edition, each with the class that it counts in. */
export type CodeClasses = ReadonlyMap<HsEdition, ReadonlyMap<string, string>>;

export interface ClassSumsQuestion {
  readonly flow: Flow;
  readonly period: Period;
  readonly classes: CodeClasses;
  /** All regions together. */
  readonly everywhere: boolean;
}

/**
 * Dollars by region, year, edition, re-export and class of six-digit code: codes that always count alike are added up
 * where they lie, instead of one by one by whoever asks. Whole years are answered from a cube, months from the detail.
 */
export function classSums({ flow, period, classes, everywhere }: ClassSumsQuestion): string {
  const { fromYear, toYear, months } = period;
  const codes = [...new Set([...classes.values()].flatMap((one) => [...one.keys()]))].sort();
  const relation = months === null ? productCube(everywhere ? ['hs6'] : ['hs6', 'region'], codes) : 'detail';
  const conditions = [
    `flow = ${literal(flow)}`,
    `year BETWEEN ${fromYear} AND ${toYear}`,
    ...(months === null ? [] : [`month BETWEEN ${months.from} AND ${months.to}`]),
    codes.length === 0 ? '1 = 0' : `hs6 IN (${codes.map(literal).join(', ')})`,
  ];
  const place = everywhere ? '' : 'region, ';
  const inner = `SELECT ${place}year, edition, re_export, ${classExpression(classes)} AS class, ${relation === 'detail' ? valueUsdExpression : 'value_usd'} AS usd
FROM ${relation} WHERE ${conditions.join(' AND ')}`;
  const keys = `${place}year, edition, class, re_export`;
  return `SELECT ${keys}, sum(usd) AS value_usd FROM (${inner}) lines WHERE class <> '' GROUP BY ${keys} ORDER BY ${keys}`;
}

/** The class of a row's code; '' for a code that is in none in the row's edition. */
function classExpression(classes: CodeClasses): string {
  const cases = [...classes].flatMap(([edition, codes]) => {
    const byClass = new Map<string, string[]>();
    for (const [code, name] of codes) byClass.set(name, [...(byClass.get(name) ?? []), code]);
    return [...byClass].map(
      ([name, own]) =>
        `WHEN edition = ${literal(edition)} AND hs6 IN (${own.sort().map(literal).join(', ')}) THEN ${literal(name)}`,
    );
  });
  return cases.length === 0 ? "''" : `CASE ${cases.join(' ')} ELSE '' END`;
}
