import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/classifications/dataFile.ts';
import type { MeasureDefinition } from '../../src/domain/measures/measureDefinition.ts';
import type { MeasureOptions } from '../../src/domain/measures/measureOptions.ts';
import { type TradeColumns, tradeColumnsOf } from '../../src/domain/measures/tradeColumns.ts';

const files: Readonly<Record<string, string>> = {
  characteristic: 'measures-income.csv',
  population: 'measures-population.csv',
  pci: 'measures-pci.csv',
};

function rowsOf(name: string): readonly (readonly string[])[] {
  const lines = readFileSync(join(packageRoot(), 'examples', name), 'utf8')
    .trim()
    .split(/\r?\n/);
  return lines.map((line) => line.split(','));
}

export interface WorkedExample {
  readonly columns: TradeColumns;
  readonly options: MeasureOptions;
  /** The same on the command line. */
  readonly command: string;
}

/** The worked example of a measure: what it needs of examples/measures.csv, and how the command line asks for it. */
export function workedExample(measure: MeasureDefinition): WorkedExample {
  const [heading = [], ...rows] = rowsOf('measures.csv');
  const place = (name: string) => heading.indexOf(name);
  const texts = (name: string) => rows.map((row) => row[place(name)] ?? '');
  const numbers = (name: string) => Float64Array.from(texts(name), Number);
  const needs = (name: MeasureDefinition['needs'][number]) => measure.needs.includes(name);
  const product = needs('product') || measure.options.includes('over') || measure.options.includes('groups');
  const columns = tradeColumnsOf({
    region: texts('region'),
    ...(product ? { product: texts('product') } : {}),
    ...(needs('partner') ? { partner: texts('partner') } : {}),
    period: texts('year'),
    flow: texts('flow'),
    value: numbers('value'),
    ...(needs('quantity') ? { quantity: numbers('quantity') } : {}),
  });
  const lookUps = measure.requires.map((name) => {
    const [, ...table] = rowsOf(files[name] ?? '');
    return [name, new Map(table.map(([code = '', value = '']) => [code, Number(value)]))] as const;
  });
  // In three years few relations begin after the first: here those that ran in it count too.
  const censored = measure.id === 'survival';
  const grouped = measure.options.includes('groupDigits');
  const period = needs('period') ? {} : { period: '2020' };
  const named = [
    'region=region',
    ...(product ? ['product=product'] : []),
    ...(needs('partner') ? ['partner=partner'] : []),
    'period=year',
    'flow=flow',
    'value=value',
    ...(needs('quantity') ? ['quantity=quantity'] : []),
  ];
  const flags = [
    ...measure.requires.map((name) => ` --${name} examples/${files[name]}`),
    ...(needs('period') ? [] : [' --period 2020']),
    ...(censored ? [' --left-censored'] : []),
    ...(grouped ? [' --group-digits 1'] : []),
  ];
  return {
    columns,
    options: {
      ...period,
      ...Object.fromEntries(lookUps),
      ...(censored ? { leftCensored: true } : {}),
      ...(grouped ? { groupDigits: 1 } : {}),
    },
    command: `trajecta measure ${measure.id} --csv examples/measures.csv --columns ${named.join(',')}${flags.join('')}`,
  };
}
