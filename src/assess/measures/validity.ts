import type { Finding } from '../../domain/finding.ts';
import type { MeasureContext } from '../../domain/measures/measureContext.ts';
import { thresholdSensitivity } from '../../domain/measures/thresholdSensitivity.ts';

/** What must be known of the validity of complexity: parts, eigenvalues, what was left out, what the order rests on. */
export function validityOf(context: MeasureContext, period: string | null, withThresholds: boolean) {
  const { reason, components, eigenvalues, gap, residual, keptRegions, keptProducts, steps, correlation } =
    context.complexity();
  const { byRegion, byProduct } = context.margins();
  const { matrix, options } = context;
  const regions = new Set(keptRegions);
  const products = new Set(keptProducts);
  const missing = (labels: readonly string[], kept: ReadonlySet<number>, sums: Float64Array, zero: string) =>
    labels.flatMap((name, place) =>
      kept.has(place) ? [] : [{ name, reason: sums[place] === 0 ? zero : 'no-presence' }],
    );
  const byRca = (options.presenceBy ?? 'rca') === 'rca';
  return {
    period,
    reason,
    components,
    eigenvalues: [...eigenvalues],
    gap,
    residual,
    leftOut: {
      regions: missing(matrix.regions, regions, byRegion, 'no-region-value').map(({ name, reason: why }) => ({
        region: name,
        reason: why,
      })),
      products: missing(matrix.products, products, byProduct, 'no-product-value').map(
        ({ name, reason: why }) => ({ product: name, reason: why }),
      ),
    },
    thresholds:
      withThresholds && byRca
        ? [
            ...thresholdSensitivity(
              matrix,
              context.rca(),
              { threshold: options.threshold ?? 1, comparison: context.convention.comparison },
              options.convention ?? 'atlas',
            ),
          ]
        : [],
    steps: [...steps],
    correlation,
  };
}
export type Validity = ReturnType<typeof validityOf>;

const number = (value: number | null, digits = 4) => (value === null ? '–' : value.toPrecision(digits));

/** The same in words. */
export function validityFindings(validity: Validity): readonly Finding[] {
  const { period, reason, components, eigenvalues, gap, leftOut, thresholds, correlation } = validity;
  const when = period === null ? '' : `${period}: `;
  const shown = eigenvalues.map((value) => number(value, 6)).join(', ');
  const findings: Finding[] = [
    {
      code: 'complexity-validity',
      severity: reason === null && (gap ?? 0) > 0.01 ? 'info' : 'warning',
      message: {
        ru: `${when}частей графа: ${components}; собственные числа: ${shown}; разрыв λ2 − λ3: ${number(gap)}${reason === null ? '' : `; не определено: ${reason}`}. Чем меньше разрыв, тем менее надёжен порядок.`,
        en: `${when}parts of the graph: ${components}; eigenvalues: ${shown}; gap λ2 − λ3: ${number(gap)}${reason === null ? '' : `; undefined: ${reason}`}. The smaller the gap, the less certain the order.`,
      },
    },
  ];
  if (thresholds.length > 0) {
    const list = thresholds.map((one) => `${one.threshold}: ${number(one.rankCorrelation)}`).join('; ');
    findings.push({
      code: 'threshold-sensitivity',
      severity: thresholds.some((one) => (one.rankCorrelation ?? 0) < 0.9) ? 'caveat' : 'info',
      message: {
        ru: `Ранговая корреляция ECI с порядком при других порогах присутствия — ${list}.`,
        en: `Rank correlation of ECI with its order at other thresholds of presence: ${list}.`,
      },
    });
  }
  if (correlation !== null)
    findings.push({
      code: 'reflections-convergence',
      severity: correlation > 0.9999 ? 'info' : 'warning',
      message: {
        ru: `${when}отражения: корреляция ECI с собственным вектором ${number(correlation, 6)}.`,
        en: `${when}reflections: correlation of ECI with the eigenvector ${number(correlation, 6)}.`,
      },
    });
  const left = [...leftOut.regions.map((one) => one.region), ...leftOut.products.map((one) => one.product)];
  if (left.length > 0)
    findings.push({
      code: 'left-out',
      severity: 'caveat',
      message: {
        ru: `${when}без присутствия и потому вне расчёта: регионов ${leftOut.regions.length}, товаров ${leftOut.products.length} (все — в manifest.validity).`,
        en: `${when}without presence and so left out: ${leftOut.regions.length} regions, ${leftOut.products.length} products (all in manifest.validity).`,
      },
      count: left.length,
      examples: [
        ...leftOut.regions.slice(0, 5).map((one) => one.region),
        ...leftOut.products.slice(0, 5).map((one) => one.product),
      ],
    });
  return findings;
}
