/** A seeded synthetic panel, dense: `share` of the cells traded, nested as real trade is. */
export function panel(regions: number, products: number, share: number, seed = 1): Float64Array {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const ability = Float64Array.from({ length: regions }, normal);
  const demand = Float64Array.from({ length: products }, normal);
  const values = new Float64Array(regions * products);
  // The cut that leaves the share wanted: the sum of the three normal parts has the deviation √(0.5² + 0.5² + 1).
  const cut = Math.sqrt(1.5) * quantile(1 - share);
  for (let r = 0; r < regions; r += 1)
    for (let q = 0; q < products; q += 1) {
      const level = 0.5 * ability[r]! + 0.5 * demand[q]! + normal();
      if (level > cut) values[r * products + q] = Math.exp(10 + ability[r]! + demand[q]! + 1.1 * normal());
    }
  return values;
}

/** Quantile of the normal distribution by bisection. */
function quantile(probability: number): number {
  let [low, high] = [-8, 8];
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (normalBelow(middle) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function normalBelow(x: number): number {
  let sum = 0;
  for (let step = 0; step < 4000; step += 1) {
    const at = -8 + ((x + 8) * (step + 0.5)) / 4000;
    sum += Math.exp((-at * at) / 2);
  }
  return (sum * (x + 8)) / 4000 / Math.sqrt(2 * Math.PI);
}
