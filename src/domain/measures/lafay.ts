/**
 * Lafay's index of each product, from exports x and imports m:
 *
 *     LFI_k = 100 [ (x_k − m_k)/(x_k + m_k) − (X − M)/(X + M) ] (x_k + m_k)/(X + M)
 *
 * In percent of the trade turnover; sums to 0 over products; above 0: a comparative advantage. 0 for a product that is
 * not traded. Throws RangeError where the lists differ in length. Source: Lafay 1992.
 * @example lafay([3, 1], [1, 3]) // [25, -25]
 */
export function lafay(exports: ArrayLike<number>, imports: ArrayLike<number>): readonly number[] {
  if (exports.length !== imports.length)
    throw new RangeError(`${exports.length} exports against ${imports.length} imports`);
  let [x, m] = [0, 0];
  for (let k = 0; k < exports.length; k += 1) {
    x += exports[k] as number;
    m += imports[k] as number;
  }
  const balance = x + m === 0 ? 0 : (x - m) / (x + m);
  return Array.from({ length: exports.length }, (_, k) => {
    const both = (exports[k] as number) + (imports[k] as number);
    if (both === 0) return 0;
    return (100 * (((exports[k] as number) - (imports[k] as number)) / both - balance) * both) / (x + m);
  });
}
