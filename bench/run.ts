// Times every comparison, each side in a process of its own. Writes docs/performance.md, or with --json prints rows.
// Usage: npm run bench [-- --json]
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeSection } from './section.ts';
import { comparisons } from './sides.ts';

const here = dirname(fileURLToPath(import.meta.url));

function timed(place: number, side: 'ours' | 'theirs'): { ms: number; peakRssMb: number } {
  const run = spawnSync(process.execPath, [join(here, 'side.js'), String(place), side], {
    encoding: 'utf8',
    maxBuffer: 1 << 20,
  });
  if (run.status !== 0) throw new Error(`${comparisons[place]?.name} ${side}: ${run.stderr}`);
  return JSON.parse(run.stdout) as { ms: number; peakRssMb: number };
}

const asJson = process.argv.includes('--json');
const rows = comparisons.map(({ name, baseline }, place) => {
  if (!asJson) console.error(`… ${name}`);
  const [ours, theirs] = [timed(place, 'ours'), timed(place, 'theirs')];
  return {
    name,
    ms: Math.round(ours.ms * 10) / 10,
    baseline,
    baselineMs: Math.round(theirs.ms * 10) / 10,
    ratio: Math.round((theirs.ms / ours.ms) * 100) / 100,
    peakRssMb: Math.round(ours.peakRssMb),
  };
});
if (asJson) console.log(JSON.stringify(rows, null, 1));
else {
  const lines = rows.map(
    (row) =>
      `| ${row.name} | ${row.ms} | ${row.baselineMs} | ${row.ratio} | ${row.peakRssMb} | ${row.baseline} |`,
  );
  const text = `Written by \`npm run bench\` (Node ${process.versions.node}, ${process.platform} ${process.arch}, ${availableParallelism()} processors; medians, each side in a process of its own, one run before the clock, seeded data made before it). Ratios are baseline over ours, in one run; absolute times are of this machine.

| what | ms | baseline, ms | ratio | peak memory, MB | baseline |
|---|---|---|---|---|---|
${lines.join('\n')}

The set "complexity" is RCA, presence, diversity, ubiquity, ECI, PCI, density, outlook index and outlook gain, from encoded rows. Peak memory holds the program and the data. Synthetic panels: \`bench/panel.ts\`.
`;
  writeSection('measures', text);
  console.log(text);
}
