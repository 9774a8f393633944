import type { UncertaintyOptions } from '../../api/uncertainty.ts';
import type { MeasureDefinition } from '../../domain/measures/measureDefinition.ts';
import type { TwoLanguages } from '../../domain/territory.ts';
import type { Scope } from '../diversify/scopeOf.ts';
import type { AssessOptions } from '../options.ts';
import { indexVariants } from './indexVariants.ts';
import type { Digits } from './measureTable.ts';

/** Another choice that could have been made for a measure, one at a time. */
export interface MeasureVariant {
  readonly id: string;
  readonly dimension: 'threshold' | 'base' | 'reference' | 'list' | 'digits';
  readonly name: TwoLanguages;
  readonly change?: Partial<AssessOptions>;
  readonly bound?: 'lower' | 'upper';
  readonly threshold?: number;
  readonly digits?: Digits;
}

/** Presence from these multiples of the threshold chosen. */
const factors = [0.5, 0.75, 1.25, 1.5];

/** The variants that a measure can tell apart: those of the index that it heeds, thresholds of presence, depth of codes. */
export function measureVariants(
  measure: MeasureDefinition,
  options: UncertaintyOptions,
  table: {
    readonly scope: Scope;
    readonly hasDistricts: boolean;
    readonly threshold: number;
    /** The measure tells products apart. */
    readonly hasProducts: boolean;
  },
): readonly MeasureVariant[] {
  const { scope, hasDistricts, hasProducts } = table;
  const byRca = (options.measureOptions?.presenceBy ?? 'rca') === 'rca';
  const heeds = (dimension: MeasureVariant['dimension']) =>
    dimension === 'list'
      ? scope.segment !== null
      : dimension !== 'threshold' && measure.options.some((name) => name === dimension);
  const ofIndex = indexVariants(options, hasDistricts)
    .filter((one) => heeds(one.dimension))
    // All goods have no chapters and headings of their own that could be a base.
    .filter((one) => scope.segment !== null || (one.id !== 'base-chapter' && one.id !== 'base-heading'))
    .map(
      ({ id, dimension, name, change, bound }): MeasureVariant => ({
        id,
        dimension,
        name,
        ...(bound === undefined ? { change } : { bound }),
      }),
    );
  const ofPresence =
    measure.options.includes('threshold') && byRca
      ? factors.map((factor): MeasureVariant => {
          const threshold = factor * table.threshold;
          const name = {
            ru: `порог присутствия RCA ${String(threshold).replace('.', ',')}`,
            en: `presence from RCA ${threshold}`,
          };
          return { id: `threshold-${threshold}`, dimension: 'threshold', name, threshold };
        })
      : [];
  const ofDigits = ([2, 4, 6] as const)
    .filter((one) => hasProducts && one !== (options.digits ?? 6))
    .map(
      (digits): MeasureVariant => ({
        id: `digits-${digits}`,
        dimension: 'digits',
        name: { ru: `товары по ${digits} знакам`, en: `products of ${digits} digits` },
        digits,
      }),
    );
  return [...ofPresence, ...ofIndex, ...ofDigits];
}
