import type { MeasureAnswer } from '../../api/measureAnswer.ts';
import type { Finding } from '../../domain/finding.ts';
import { computeMeasure, type MeasurePart } from '../../domain/measures/computeMeasure.ts';
import type { MeasureDefinition } from '../../domain/measures/measureDefinition.ts';
import { rowsOf } from '../../domain/measures/measuredTable.ts';
import type { MeasureOptions } from '../../domain/measures/measureOptions.ts';
import type { TradeColumns } from '../../domain/measures/tradeColumns.ts';
import { TrajectaError } from '../../domain/trajectaError.ts';
import { validityFindings, validityOf } from './validity.ts';

const ofComplexity = ['eci', 'pci', 'outlook-index', 'outlook-gain'];
const ofFitness = ['fitness', 'product-fitness'];
/** More rows than this are no answer to read or to write in one piece. */
const mostRows = 8_000_000;

/** A measure over a table as rows, with what must be known of its validity. */
export function measure(
  definition: MeasureDefinition,
  columns: TradeColumns,
  options: MeasureOptions,
  given: {
    readonly findings?: readonly Finding[];
    readonly manifest?: Readonly<Record<string, unknown>>;
    /** Most rows that the answer may have. */
    readonly mostRows?: number;
  } = {},
): MeasureAnswer {
  const parts = computeMeasure(definition, columns, options);
  const rows = parts.reduce((sum, part) => sum + part.table.values.length, 0);
  if (rows > (given.mostRows ?? mostRows)) {
    throw new TrajectaError('bad-option', {
      ru: `Ответ занял бы ${rows} строк. Укоротите коды (--digits), возьмите один период (--period) или считайте библиотекой: import { computeMeasure } from 'trajecta/measures'.`,
      en: `The answer would take ${rows} rows. Shorten the codes (--digits), take one period (--period), or compute it by the library: import { computeMeasure } from 'trajecta/measures'.`,
    });
  }
  const validity = ofComplexity.includes(definition.id)
    ? parts.map(({ context, period }) => validityOf(context, period, parts.length === 1))
    : [];
  const convergence = ofFitness.includes(definition.id) ? parts.map((part) => convergenceOf(part)) : [];
  const findings = [
    ...(given.findings ?? []),
    ...validity.flatMap(validityFindings),
    ...convergence.flatMap(convergenceFindings),
    ...reasonFindings(parts),
  ];
  return {
    data: parts.flatMap(({ table, period }) =>
      period === null ? [...rowsOf(table)] : rowsOf(table).map((row) => ({ period, ...row })),
    ),
    findings: findings.map((one) => ({ ...one, examples: [...(one.examples ?? [])] })),
    manifest: {
      measure: definition.id,
      options: plainOptions(options),
      regions: columns.region?.labels.length ?? 0,
      products: columns.product?.labels.length ?? 0,
      ...(validity.length === 0 ? {} : { validity }),
      ...(convergence.length === 0 ? {} : { convergence }),
      ...given.manifest,
    },
  };
}

/** Look-up tables as their size: their files stand in the manifest. */
function plainOptions(options: MeasureOptions): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(options).map(([name, value]) => [
      name,
      value instanceof Map ? { codes: value.size } : value,
    ]),
  );
}

function convergenceOf({ context, period }: MeasurePart) {
  return { period, steps: [...context.fitness().steps] };
}

function convergenceFindings({ period, steps }: ReturnType<typeof convergenceOf>): readonly Finding[] {
  const last = steps.at(-1);
  if (last === undefined) return [];
  const when = period === null ? '' : `${period}: `;
  return [
    {
      code: 'fitness-convergence',
      severity: last.rankChanges === 0 ? 'info' : 'caveat',
      message: {
        ru: `${when}шагов ${last.step}; в последнем наибольшее относительное изменение ${last.change.toPrecision(3)}, мест сменили регионов: ${last.rankChanges}.`,
        en: `${when}${last.step} steps; in the last the greatest relative change was ${last.change.toPrecision(3)}, and ${last.rankChanges} regions changed their rank.`,
      },
    },
  ];
}

/** How many values are undefined, by reason. */
function reasonFindings(parts: readonly MeasurePart[]): readonly Finding[] {
  const counts = new Map<string, number>();
  for (const { table } of parts)
    for (const reason of table.undefinedAt.values()) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({
    code: 'undefined-values',
    severity: 'info' as const,
    message: {
      ru: `Не определено значений по причине ${reason}: ${count}.`,
      en: `Values undefined for the reason ${reason}: ${count}.`,
    },
    count,
  }));
}
