import type { ExampleRow, QualityFinding, QualityItem } from '../../api/check.ts';
import { literal } from '../../store/queries/literal.ts';
import {
  duplicateCounts,
  duplicateKeys,
  largestDuplicates,
} from '../../store/queries/quality/exactDuplicates.ts';
import { dollars, examplesWhere, findingOf, type QualityContext, shareOf, sumOf } from './context.ts';

/** Rows repeated in full. Year by year, so that what is grouped at once stays bounded. */
export async function duplicateFindings(
  context: QualityContext,
  wholeUsd: number | null,
): Promise<readonly QualityFinding[]> {
  const items: QualityItem[] = [];
  for (const year of context.years) {
    const [row] = await context.workspace.engine.query(
      duplicateCounts({ ...context.slice, from: year, to: year }),
    );
    if (row === undefined) continue;
    const count = Number(row.repeated);
    items.push({
      year,
      subject: '',
      text: { ru: `лишних строк: ${count}`, en: `${count} rows beyond the first` },
      count,
      valueUsd: dollars(row.value_usd),
      share: null,
      measured: count,
    });
  }
  if (items.length === 0) return [];
  const sorted = items.sort(
    (a, b) => (b.valueUsd ?? 0) - (a.valueUsd ?? 0) || (b.count ?? 0) - (a.count ?? 0),
  );
  const valueUsd = sumOf(items.map((one) => one.valueUsd));
  const share = shareOf(valueUsd, wholeUsd);
  return [
    findingOf(context, 'duplicates', {
      severity: (share ?? 0) >= 0.01 ? 'warning' : 'caveat',
      items: sorted,
      count: items.reduce((sum, one) => sum + (one.count ?? 0), 0),
      valueUsd,
      share,
      examples: await duplicateExamples(context, sorted[0]?.year ?? 0),
    }),
  ];
}

/** Two rows of each of the largest groups. */
async function duplicateExamples(context: QualityContext, year: number): Promise<readonly ExampleRow[]> {
  const groups = Math.ceil(context.options.examples / 2);
  if (groups === 0) return [];
  const slice = { ...context.slice, from: year, to: year };
  const examples: ExampleRow[] = [];
  for (const row of await context.workspace.engine.query(largestDuplicates(slice, groups))) {
    const same = duplicateKeys.map((key) => {
      const value = row[key] ?? null;
      return value === null
        ? `${key} IS NULL`
        : `${key} = ${typeof value === 'string' ? literal(value) : value}`;
    });
    examples.push(
      ...(await examplesWhere({ ...context, slice }, `status = 'product' AND ${same.join(' AND ')}`, 2)),
    );
  }
  return examples;
}
