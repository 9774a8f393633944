import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type DemoRow, demoRows } from './demoRows.ts';

const heading = 'NAPR,PERIOD,STRANA,TNVED,EDIZM,STOIM,NETTO,KOL,REGION,REGION_S,SYNTHETIC';

/**
 * Writes the made-up unload as the customs service writes its own: CSV, UTF-8, thousands of dollars; with one column
 * more, SYNTHETIC, by which an import knows it for what it is, whoever imports it.
 */
export async function writeDemo(path: string): Promise<void> {
  await pipeline(Readable.from(chunks()), createWriteStream(path));
}

function* chunks(): Generator<string> {
  let lines = [heading];
  for (const row of demoRows()) {
    lines.push(demoLine(row));
    if (lines.length === 2000) {
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
  }
  yield `${lines.join('\n')}\n`;
}

/** One line; tenths of a dollar are written as thousands of dollars with four decimals. */
export function demoLine(row: DemoRow): string {
  const value = `${Math.floor(row.value / 10000)}.${String(row.value % 10000).padStart(4, '0')}`;
  const period = `${String(row.month).padStart(2, '0')}/${row.year}`;
  return [
    row.flow,
    period,
    row.partner,
    row.code,
    'ШТ',
    value,
    row.netWeightKg,
    row.quantity,
    row.region,
    row.district,
    1,
  ].join(',');
}
