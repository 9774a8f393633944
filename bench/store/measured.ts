/** Wall clock and processor time of a piece of work, in milliseconds. */
export interface Measured {
  readonly ms: number;
  readonly cpuMs: number;
}

/** A clock that is read several times: each reading tells what has passed since the one before. */
export function stopwatch(): () => Measured {
  let wall = performance.now();
  let cpu = process.cpuUsage();
  return () => {
    const [now, spent] = [performance.now(), process.cpuUsage(cpu)];
    const passed = { ms: now - wall, cpuMs: (spent.user + spent.system) / 1000 };
    wall = now;
    cpu = process.cpuUsage();
    return passed;
  };
}

/** What a question takes: run 0, the first in the process, and the median of runs 1, 2 ... behind it. */
export async function asked(
  runs: number,
  question: (run: number) => Promise<unknown>,
): Promise<{ readonly firstMs: number; readonly warm: Measured }> {
  const read = stopwatch();
  await question(0);
  const firstMs = read().ms;
  const times: Measured[] = [];
  for (let run = 1; run <= runs; run += 1) {
    await question(run);
    times.push(read());
  }
  return { firstMs, warm: median(times) };
}

/** The run of median wall clock. */
export function median(times: readonly Measured[]): Measured {
  return [...times].sort((a, b) => a.ms - b.ms)[Math.floor(times.length / 2)]!;
}

export function add(one: Measured, other: Measured): Measured {
  return { ms: one.ms + other.ms, cpuMs: one.cpuMs + other.cpuMs };
}
