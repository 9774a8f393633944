import type { MeasureContext } from './measureContext.ts';

/** The characteristic of each region, null where it is not known. @example characteristicOf(measureContext(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 1 }]), { characteristic: new Map([['A', 2]]) })) // [2] */
export function characteristicOf(context: MeasureContext): readonly (number | null)[] {
  return context.matrix.regions.map((region) => context.options.characteristic?.get(region) ?? null);
}

/** The external PCI of each product, null where it has none. @example pciOf(measureContext(tradeMatrixOfRows([{ region: 'A', product: 'x', value: 1 }]), { pci: new Map([['x', 2]]) })) // [2] */
export function pciOf(context: MeasureContext): readonly (number | null)[] {
  return context.matrix.products.map((product) => context.options.pci?.get(product) ?? null);
}
