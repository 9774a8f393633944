/**
 * A proximity matrix in which each product keeps only the products nearest to it (itself not counted, but kept as it
 * is): φ(p,q) stays where p is among the `neighbours` nearest to q, else 0; of equally near ones the earlier in the
 * list. Density over it is weighted and divided by the sum of what is kept, so it stays within 0 to 1.
 * @example nearestOnly(new Float64Array([1, 0.5, 0.2, 0.5, 1, 0.1, 0.2, 0.1, 1]), 3, 1) // new Float64Array([1, 0.5, 0.2, 0.5, 1, 0, 0, 0, 1])
 */
export function nearestOnly(proximity: Float64Array, products: number, neighbours: number): Float64Array {
  const kept = new Float64Array(proximity.length);
  const others = Array.from({ length: products }, (_, p) => p);
  for (let q = 0; q < products; q += 1) {
    kept[q * products + q] = proximity[q * products + q] as number;
    const near = (p: number) => proximity[p * products + q] as number;
    const nearest = others.filter((p) => p !== q && near(p) > 0).sort((a, b) => near(b) - near(a) || a - b);
    for (const p of nearest.slice(0, neighbours)) kept[p * products + q] = near(p);
  }
  return kept;
}
