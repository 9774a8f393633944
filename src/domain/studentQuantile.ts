/** Probability that |t| of Student's distribution does not exceed tan(angle)·√degrees. Abramowitz, Stegun 26.7.3–4. */
function within(angle: number, degrees: number): number {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const odd = degrees % 2 === 1;
  if (degrees === 1) return (2 / Math.PI) * angle;
  let term = odd ? cosine : 1;
  let sum = term;
  for (let step = odd ? 3 : 2; step <= degrees - 2; step += 2) {
    term *= (cosine * cosine * (step - 1)) / step;
    sum += term;
  }
  return odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}

/**
 * Half-width, in standard errors, of the two-sided interval of Student's t distribution that holds the probability
 * `confidence` (0.9: the 90 % interval), for whole degrees of freedom from 1; found by bisection to 1e-14 of the angle.
 * Throws RangeError for other degrees or a probability outside 0 … 1.
 * @example studentQuantile(0.9, 10).toFixed(4) // '1.8125'
 */
export function studentQuantile(confidence: number, degrees: number): number {
  if (!Number.isInteger(degrees) || degrees < 1) throw new RangeError(`${degrees} degrees of freedom`);
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`A probability of ${confidence}`);
  let [low, high] = [0, Math.PI / 2];
  while (high - low > 1e-14) {
    const middle = (low + high) / 2;
    if (within(middle, degrees) < confidence) low = middle;
    else high = middle;
  }
  return Math.tan((low + high) / 2) * Math.sqrt(degrees);
}
