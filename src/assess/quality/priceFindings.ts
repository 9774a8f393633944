import type { ExampleRow, QualityFinding, QualityItem } from '../../api/check.ts';
import { formatSignificant } from '../../domain/formatNumber.ts';
import { weightedMedian } from '../../domain/quality/binnedSpread.ts';
import { priceBenchmarks, unitSlip } from '../../domain/quality/priceBenchmarks.ts';
import {
  defaultOutlierRule,
  type UnitValueOutliers,
  unitValueOutliers,
  type ValuedBin,
} from '../../domain/quality/unitValueOutliers.ts';
import type { SqlRow } from '../../store/engine.ts';
import { literal } from '../../store/queries/literal.ts';
import { exampleRows } from '../../store/queries/quality/exampleRows.ts';
import {
  hasUnitValue,
  type Per,
  unitValueBins,
  unitValueExpression,
} from '../../store/queries/quality/unitValueBins.ts';
import { byValue } from './codeFindings.ts';
import { exampleOf, exampleText, findingOf, type QualityContext, shareOf, sumOf } from './context.ts';

/** Prices of nearly all products that move threefold at once: a unit has changed, not the market. */
const levelFactor = 3;
const levelProducts = 20;

interface Judged {
  readonly year: number;
  readonly line: string;
  readonly unit: string;
  readonly currency: string;
  readonly per: Per;
  readonly outliers: UnitValueOutliers;
  readonly outlierUsd: number | null;
}

/** Outliers of unit value, goods whose price cannot be, and shifts of the whole level of prices. */
export async function priceFindings(
  context: QualityContext,
  yearBegins: (year: number) => void = () => undefined,
): Promise<readonly QualityFinding[]> {
  const tallies: Readonly<Record<Per, Tally>> = { net_weight_kg: emptyTally(), quantity: emptyTally() };
  const benchmarks: QualityItem[] = [];
  const levels: QualityItem[] = [];
  let before: ReadonlyMap<string, number> = new Map();
  // Year by year: a histogram of all years at once would not fit where lines and years are many.
  for (const year of context.years) {
    yearBegins(year);
    for (const per of ['net_weight_kg', 'quantity'] as const) {
      const slice = { ...context.slice, from: year, to: year };
      const rows = await context.workspace.engine.query(unitValueBins(slice, per));
      const medians = new Map<string, number>();
      const tally = tallies[per];
      for (const row of rows) {
        const bins = binsOf(String(row.bins));
        const one = judgeProduct(year, per, row, bins, context.options.deviations);
        if (one === null) continue;
        medians.set(`${row.line}\t${row.unit}\t${row.currency}`, one.outliers.median);
        tally.judgedUsd = sumOf([tally.judgedUsd, ...bins.map((bin) => bin.valueUsd)]);
        if (one.outliers.rows > 0) count(tally, one);
      }
      keepLargest(tally, Math.max(context.options.examples, 1));
      if (per === 'quantity') continue;
      benchmarks.push(...implausible(year, rows));
      const shift = levelShift(year, before, medians);
      if (shift !== null) levels.push(shift);
      before = medians;
    }
  }
  const findings: QualityFinding[] = [];
  for (const [per, id] of [
    ['net_weight_kg', 'unit-value-outlier'],
    ['quantity', 'quantity-value-outlier'],
  ] as const)
    if (tallies[per].products > 0) findings.push(await outlierFinding(context, id, tallies[per]));
  if (benchmarks.length > 0)
    findings.push(
      findingOf(context, 'implausible-unit', {
        severity: 'warning',
        items: [...benchmarks].sort(byValue),
        count: benchmarks.reduce((sum, one) => sum + (one.count ?? 0), 0),
        valueUsd: sumOf(benchmarks.map((one) => one.valueUsd)),
      }),
    );
  if (levels.length > 0)
    findings.push(
      findingOf(context, 'price-level', {
        severity: 'warning',
        items: levels,
        count: levels.length,
        valueUsd: null,
      }),
    );
  return findings;
}

/** Outliers of all years in figures, and the largest of them: all would not fit where lines and years are many. */
interface Tally {
  products: number;
  rows: number;
  valueUsd: number | null;
  /** Of all products that were judged. */
  judgedUsd: number | null;
  largest: Judged[];
}

function emptyTally(): Tally {
  return { products: 0, rows: 0, valueUsd: null, judgedUsd: null, largest: [] };
}

function count(tally: Tally, one: Judged): void {
  tally.products += 1;
  tally.rows += one.outliers.rows;
  tally.valueUsd = sumOf([tally.valueUsd, one.outlierUsd]);
  tally.largest.push(one);
}

function keepLargest(tally: Tally, most: number): void {
  tally.largest = tally.largest
    .sort(
      (a, b) =>
        (b.outlierUsd ?? 0) - (a.outlierUsd ?? 0) ||
        b.outliers.rows - a.outliers.rows ||
        a.line.localeCompare(b.line),
    )
    .slice(0, most);
}

interface PricedBin extends ValuedBin {
  readonly valueUsd: number | null;
}

/** Bins of a product as the query writes them, in ascending order: sums must not depend on chance. */
function binsOf(text: string): readonly PricedBin[] {
  return text
    .split(',')
    .map((one): PricedBin => {
      const [bin = '', rows = '', usd = ''] = one.split(' ');
      return {
        bin: Number(bin),
        rows: Number(rows),
        value: Number(usd),
        valueUsd: usd === '' ? null : Number(usd),
      };
    })
    .sort((a, b) => a.bin - b.bin);
}

function judgeProduct(
  year: number,
  per: Per,
  product: SqlRow,
  bins: readonly PricedBin[],
  deviations: number,
): Judged | null {
  const outliers = unitValueOutliers(bins, { ...defaultOutlierRule, deviations });
  if (outliers === null) return null;
  const outside = bins.filter((one) => one.bin < outliers.lowBin || one.bin >= outliers.highBin);
  return {
    year,
    line: String(product.line),
    unit: String(product.unit),
    currency: String(product.currency),
    per,
    outliers,
    outlierUsd: sumOf(outside.map((one) => one.valueUsd)),
  };
}

async function outlierFinding(
  context: QualityContext,
  id: 'unit-value-outlier' | 'quantity-value-outlier',
  { products, rows: count, valueUsd, judgedUsd, largest }: Tally,
): Promise<QualityFinding> {
  const items = largest.map((one): QualityItem => {
    const { rows, median } = one.outliers;
    const usual = (language: 'ru' | 'en') =>
      `${formatSignificant(median, language)} ${one.currency}/${one.unit}`;
    return {
      year: one.year,
      subject: one.line,
      text: {
        ru: `${one.line}: обычно ${usual('ru')}, строк вне — ${rows}`,
        en: `${one.line}: usually ${usual('en')}, ${rows} rows off`,
      },
      count: rows,
      valueUsd: one.outlierUsd,
      share: null,
      measured: median,
    };
  });
  const share = shareOf(valueUsd, judgedUsd);
  return findingOf(context, id, {
    severity: (share ?? 0) >= 0.05 ? 'warning' : 'caveat',
    items,
    itemCount: products,
    count,
    valueUsd,
    share,
    examples: await outlierExamples(context, largest),
  });
}

/** Of each product, the largest first, its largest rows outside the bounds. */
async function outlierExamples(
  context: QualityContext,
  sorted: readonly Judged[],
): Promise<readonly ExampleRow[]> {
  const examples: ExampleRow[] = [];
  for (const one of sorted.slice(0, context.options.examples)) {
    const { low, high, median } = one.outliers;
    const price = unitValueExpression(one.per);
    const unit = one.per === 'quantity' ? ` AND unit = ${literal(one.unit)}` : '';
    const condition = `line = ${literal(one.line)} AND currency = ${literal(one.currency)}${unit} AND ${hasUnitValue(one.per)} AND (${price} < ${low} OR ${price} >= ${high})`;
    const rows = await context.workspace.engine.query(
      exampleRows({ ...context.slice, from: one.year, to: one.year }, condition, 1),
    );
    for (const row of rows) {
      const unitValue = Number(row.value) / Number(row[one.per]);
      const note = `${plain(unitValue)} ${one.currency}/${one.unit}, median ${plain(median)}`;
      examples.push(exampleOf(context, row, `${exampleText(row)} · ${note}`));
    }
  }
  return examples;
}

function implausible(year: number, products: readonly SqlRow[]): readonly QualityItem[] {
  return priceBenchmarks.flatMap((benchmark): QualityItem[] => {
    const rows = products.filter(
      (row) => String(row.line).startsWith(benchmark.heading) && row.rated_usd !== null,
    );
    const value = rows.reduce((sum, row) => sum + Number(row.rated_usd), 0);
    const weight = rows.reduce((sum, row) => sum + Number(row.rated_amount), 0);
    if (!(weight > 0)) return [];
    const price = value / weight;
    const slip = unitSlip(price, benchmark);
    if (slip === null) return [];
    const range = `${benchmark.low}–${benchmark.high}`;
    const hint =
      slip === 'no-factor-fits'
        ? { ru: '', en: '' }
        : { ru: `; похоже на ошибку единицы в ${slip} раз`, en: `; looks like a unit slip of ${slip}` };
    return [
      {
        year,
        subject: benchmark.heading,
        text: {
          ru: `${benchmark.name.ru} (${benchmark.heading}): ${formatSignificant(price, 'ru')} долл./кг, возможно ${range}${hint.ru}`,
          en: `${benchmark.name.en} (${benchmark.heading}): ${formatSignificant(price, 'en')} USD/kg, possible ${range}${hint.en}`,
        },
        count: rows.reduce((sum, row) => sum + Number(row.rated_rows), 0),
        valueUsd: value,
        share: null,
        measured: price,
      },
    ];
  });
}

function levelShift(
  year: number,
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
): QualityItem | null {
  const ratios = [...now].flatMap(([key, price]) => {
    const earlier = before.get(key);
    return earlier === undefined ? [] : [{ value: Math.log(price / earlier), rows: 1 }];
  });
  if (ratios.length < levelProducts) return null;
  const ratio = Math.exp(weightedMedian(ratios));
  if (Math.max(ratio, 1 / ratio) <= levelFactor) return null;
  return {
    year,
    subject: '',
    text: {
      ru: `медианная цена — в ${formatSignificant(ratio, 'ru')} раза к ${year - 1} (товаров: ${ratios.length})`,
      en: `the median price is ${formatSignificant(ratio, 'en')} times that of ${year - 1} (${ratios.length} products)`,
    },
    count: ratios.length,
    valueUsd: null,
    share: null,
    measured: ratio,
  };
}

/** For examples, whose numbers stand as in the file. */
function plain(value: number): string {
  return String(Number(value.toPrecision(3)));
}
