import type { ExampleRow, QualityFinding, QualityItem } from '../../api/check.ts';
import { formatSignificant } from '../../domain/formatNumber.ts';
import { weightedMedian } from '../../domain/quality/binnedSpread.ts';
import { priceBenchmarks, unitSlip } from '../../domain/quality/priceBenchmarks.ts';
import {
  defaultOutlierRule,
  type UnitValueOutliers,
  unitValueOutliers,
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
import {
  dollars,
  exampleOf,
  exampleText,
  findingOf,
  type QualityContext,
  shareOf,
  sumOf,
} from './context.ts';

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
  begin: (year: number) => void = () => undefined,
): Promise<readonly QualityFinding[]> {
  const judged: Readonly<Record<Per, Judged[]>> = { net_weight_kg: [], quantity: [] };
  const judgedUsd: Record<Per, number | null> = { net_weight_kg: null, quantity: null };
  const benchmarks: QualityItem[] = [];
  const levels: QualityItem[] = [];
  let before: ReadonlyMap<string, number> = new Map();
  // Year by year: a histogram of all years at once would not fit where lines and years are many.
  for (const year of context.years) {
    begin(year);
    for (const per of ['net_weight_kg', 'quantity'] as const) {
      const slice = { ...context.slice, from: year, to: year };
      const rows = await context.workspace.engine.query(unitValueBins(slice, per));
      const medians = new Map<string, number>();
      for (const bins of productsOf(rows)) {
        const key = `${bins[0]?.line}\t${bins[0]?.unit}\t${bins[0]?.currency}`;
        const one = judgeProduct(year, per, bins, context.options.deviations);
        if (one === null) continue;
        medians.set(key, one.outliers.median);
        judgedUsd[per] = sumOf([judgedUsd[per], sumOf(bins.map((row) => dollars(row.value_usd)))]);
        if (one.outliers.rows > 0) judged[per].push(one);
      }
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
    if (judged[per].length > 0) findings.push(await outlierFinding(context, id, judged[per], judgedUsd[per]));
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

/** Rows of one product after another, as they come in their order: millions of bins are not put into a map. */
function* productsOf(rows: readonly SqlRow[]): Generator<readonly SqlRow[]> {
  let from = 0;
  for (let at = 1; at <= rows.length; at += 1) {
    const [first, next] = [rows[from], rows[at]];
    const isSame =
      next !== undefined &&
      next.line === first?.line &&
      next.unit === first?.unit &&
      next.currency === first?.currency;
    if (isSame) continue;
    yield rows.slice(from, at);
    from = at;
  }
}

function judgeProduct(year: number, per: Per, bins: readonly SqlRow[], deviations: number): Judged | null {
  const valued = bins.map((row) => ({
    bin: Number(row.bin),
    rows: Number(row.rows),
    value: Number(row.value),
  }));
  const outliers = unitValueOutliers(valued, { ...defaultOutlierRule, deviations });
  const [first] = bins;
  if (outliers === null || first === undefined) return null;
  const outside = bins.filter(
    (row) => Number(row.bin) < outliers.lowBin || Number(row.bin) >= outliers.highBin,
  );
  return {
    year,
    line: String(first.line),
    unit: String(first.unit),
    currency: String(first.currency),
    per,
    outliers,
    outlierUsd: sumOf(outside.map((row) => dollars(row.value_usd))),
  };
}

async function outlierFinding(
  context: QualityContext,
  id: 'unit-value-outlier' | 'quantity-value-outlier',
  judged: readonly Judged[],
  judgedUsd: number | null,
): Promise<QualityFinding> {
  const sorted = [...judged].sort(
    (a, b) =>
      (b.outlierUsd ?? 0) - (a.outlierUsd ?? 0) ||
      b.outliers.rows - a.outliers.rows ||
      a.line.localeCompare(b.line),
  );
  const items = sorted.map((one): QualityItem => {
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
  const valueUsd = sumOf(items.map((one) => one.valueUsd));
  const share = shareOf(valueUsd, judgedUsd);
  return findingOf(context, id, {
    severity: (share ?? 0) >= 0.05 ? 'warning' : 'caveat',
    items,
    count: items.reduce((sum, one) => sum + (one.count ?? 0), 0),
    valueUsd,
    share,
    examples: await outlierExamples(context, sorted),
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

function implausible(year: number, bins: readonly SqlRow[]): readonly QualityItem[] {
  return priceBenchmarks.flatMap((benchmark): QualityItem[] => {
    const rows = bins.filter(
      (row) => String(row.line).startsWith(benchmark.heading) && row.value_usd !== null,
    );
    const value = rows.reduce((sum, row) => sum + Number(row.value_usd), 0);
    const weight = rows.reduce((sum, row) => sum + Number(row.amount), 0);
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
        count: rows.reduce((sum, row) => sum + Number(row.rows), 0),
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
