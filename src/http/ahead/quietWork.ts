import { setTimeout as delay } from 'node:timers/promises';
import { addressOf, type FirstAsked } from './firstOfOverview.ts';

/** Readers go first: nothing is computed ahead until none has asked anything for so long. */
const quietMilliseconds = 250;

/** What has waited longest gives way: readers have gone elsewhere. */
const mostWaiting = 60;

export interface QuietWork {
  /** Puts questions before those that wait; one that waits already keeps its place. */
  follow(asked: readonly FirstAsked[]): void;
  /** Nothing more is begun; ends when what is being computed has ended. */
  stop(): Promise<void>;
}

export interface QuietWorkOf {
  /** Milliseconds since a reader asked anything or got an answer; 0 while one waits. */
  idle(): number;
  compute(asked: FirstAsked): Promise<void>;
}

/** Computes answers that nobody has asked for yet, one after the other, in moments in which no reader waits. */
export function quietWork({ idle, compute }: QuietWorkOf): QuietWork {
  let waiting: readonly FirstAsked[] = [];
  let stopped = false;
  let working: Promise<void> | null = null;
  const work = async () => {
    await delay(quietMilliseconds);
    for (;;) {
      // A reader's page asks again at once for what its first answer calls for.
      await delay(Math.max(5, quietMilliseconds - idle()));
      if (stopped) return;
      if (idle() < quietMilliseconds) continue;
      const [next, ...rest] = waiting;
      if (next === undefined) {
        working = null;
        return;
      }
      waiting = rest;
      // What cannot be answered is refused again, with its reason, when it is asked.
      await compute(next).catch(() => undefined);
    }
  };
  return {
    follow: (asked) => {
      const known = new Set(waiting.map(addressOf));
      waiting = [...asked.filter((one) => !known.has(addressOf(one))), ...waiting].slice(0, mostWaiting);
      if (working !== null || stopped || waiting.length === 0) return;
      working = work();
    },
    stop: async () => {
      stopped = true;
      await working;
    },
  };
}
