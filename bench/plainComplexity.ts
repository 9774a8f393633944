/** The textbook loops over full tables: slow, plain, and what correctness and speed are held against. */

export interface PlainResult {
  readonly rca: Float64Array;
  readonly presence: Uint8Array;
  readonly eci: Float64Array;
  readonly pci: Float64Array;
  readonly density: Float64Array;
  readonly outlookIndex: Float64Array;
  readonly outlookGain: Float64Array;
}

/** All measures of a table of n regions by p products, row by row, by way of the product × product matrix. */
export function plainComplexity(values: Float64Array, n: number, p: number): PlainResult {
  const byRegion = new Float64Array(n);
  const byProduct = new Float64Array(p);
  let all = 0;
  for (let r = 0; r < n; r += 1)
    for (let q = 0; q < p; q += 1) {
      const x = values[r * p + q]!;
      byRegion[r]! += x;
      byProduct[q]! += x;
      all += x;
    }
  const rca = new Float64Array(n * p);
  const presence = new Uint8Array(n * p);
  const d = new Float64Array(n);
  const u = new Float64Array(p);
  for (let r = 0; r < n; r += 1)
    for (let q = 0; q < p; q += 1) {
      const cell = r * p + q;
      rca[cell] =
        byRegion[r] === 0 || byProduct[q] === 0 ? 0 : values[cell]! / byRegion[r]! / (byProduct[q]! / all);
      if (rca[cell]! >= 1) {
        presence[cell] = 1;
        d[r]! += 1;
        u[q]! += 1;
      }
    }
  const together = new Float64Array(p * p);
  for (let r = 0; r < n; r += 1)
    for (let q = 0; q < p; q += 1) {
      if (presence[r * p + q] === 0) continue;
      for (let k = 0; k < p; k += 1) together[q * p + k]! += presence[r * p + k]!;
    }
  const proximity = together.map((count, cell) => {
    const greater = Math.max(u[Math.floor(cell / p)]!, u[cell % p]!);
    return greater === 0 ? 0 : count / greater;
  });
  const { eci, pci } = plainEigen(presence, d, u, n, p);
  const sums = new Float64Array(p);
  for (let q = 0; q < p; q += 1) for (let k = 0; k < p; k += 1) sums[q]! += proximity[q * p + k]!;
  const density = new Float64Array(n * p);
  const outlookIndex = new Float64Array(n);
  for (let r = 0; r < n; r += 1)
    for (let k = 0; k < p; k += 1)
      if (presence[r * p + k] === 1)
        for (let q = 0; q < p; q += 1) density[r * p + q]! += proximity[k * p + q]! / (sums[q]! || 1);
  for (let r = 0; r < n; r += 1)
    for (let q = 0; q < p; q += 1)
      outlookIndex[r]! += density[r * p + q]! * (1 - presence[r * p + q]!) * pci[q]!;
  const outlookGain = new Float64Array(n * p);
  for (let r = 0; r < n; r += 1) {
    for (let k = 0; k < p; k += 1) {
      if (presence[r * p + k] === 1) continue;
      const part = pci[k]! / (sums[k]! || 1);
      for (let q = 0; q < p; q += 1) if (q !== k) outlookGain[r * p + q]! += proximity[q * p + k]! * part;
    }
    for (let q = 0; q < p; q += 1) {
      const cell = r * p + q;
      outlookGain[cell] = presence[cell] === 1 ? 0 : outlookGain[cell]! - density[cell]! * pci[q]!;
    }
  }
  return { rca, presence, eci, pci, density, outlookIndex, outlookGain };
}

/** ECI by power iteration on the full region × region matrix, the leading vector taken out. */
function plainEigen(
  presence: Uint8Array,
  d: Float64Array,
  u: Float64Array,
  n: number,
  p: number,
): { eci: Float64Array; pci: Float64Array } {
  const matrix = new Float64Array(n * n);
  for (let q = 0; q < p; q += 1)
    for (let r = 0; r < n; r += 1)
      if (presence[r * p + q] === 1)
        for (let s = 0; s < n; s += 1)
          if (presence[s * p + q] === 1) matrix[r * n + s]! += 1 / (u[q]! * Math.sqrt(d[r]! * d[s]!));
  const first = d.map((x) => Math.sqrt(x));
  let vector = Float64Array.from({ length: n }, (_, r) => Math.sin(r + 1));
  for (let step = 0; step < 3000; step += 1) {
    const along = vector.reduce((sum, x, r) => sum + x * first[r]!, 0) / d.reduce((sum, x) => sum + x, 0);
    vector = vector.map((x, r) => x - along * first[r]!);
    const next = new Float64Array(n);
    for (let r = 0; r < n; r += 1) for (let s = 0; s < n; s += 1) next[r]! += matrix[r * n + s]! * vector[s]!;
    const norm = Math.hypot(...next);
    let change = 0;
    for (let r = 0; r < n; r += 1) {
      const x = next[r]! / norm;
      change = Math.max(change, Math.abs(x - vector[r]!));
      next[r] = x;
    }
    vector = next;
    if (change < 1e-14) break;
  }
  const k = vector.map((x, r) => (d[r] === 0 ? 0 : x / Math.sqrt(d[r]!)));
  const q = new Float64Array(p);
  for (let j = 0; j < p; j += 1) {
    for (let r = 0; r < n; r += 1) q[j]! += presence[r * p + j]! * k[r]!;
    q[j] = u[j] === 0 ? 0 : q[j]! / u[j]!;
  }
  const eci = new Float64Array(n);
  for (let r = 0; r < n; r += 1) {
    for (let j = 0; j < p; j += 1) eci[r]! += presence[r * p + j]! * q[j]!;
    eci[r] = d[r] === 0 ? 0 : eci[r]! / d[r]!;
  }
  const kept = [...eci.keys()].filter((r) => d[r]! > 0);
  const mean = kept.reduce((sum, r) => sum + eci[r]!, 0) / kept.length;
  const deviation = Math.sqrt(kept.reduce((sum, r) => sum + (eci[r]! - mean) ** 2, 0) / kept.length);
  const meanOfD = kept.reduce((sum, r) => sum + d[r]!, 0) / kept.length;
  const sign = Math.sign(kept.reduce((sum, r) => sum + (eci[r]! - mean) * (d[r]! - meanOfD), 0)) || 1;
  return {
    eci: eci.map((x, r) => (d[r] === 0 ? 0 : (sign * (x - mean)) / deviation)),
    pci: q.map((x, j) => (u[j] === 0 ? 0 : (sign * (x - mean)) / deviation)),
  };
}
