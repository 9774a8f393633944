// One side of one comparison in a process of its own: prints the median time and the peak memory.
// Usage: node dist/bench/side.js NUMBER ours|theirs
import { comparisons } from './sides.ts';

const comparison = comparisons[Number(process.argv[2])];
const side = process.argv[3] === 'ours' ? comparison?.ours : comparison?.theirs;
if (comparison === undefined || side === undefined) throw new Error('Usage: side NUMBER ours|theirs');
const work = side.prepare();
work();
const times = Array.from({ length: comparison.runs }, () => {
  const start = performance.now();
  work();
  return performance.now() - start;
}).sort((a, b) => a - b);
console.log(
  JSON.stringify({
    ms: times[Math.floor(times.length / 2)],
    peakRssMb: process.resourceUsage().maxRSS / 1024,
  }),
);
