import { type ChildProcess, fork } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { memorySetting } from '../../store/memory.ts';
import type { TaggedAnswer } from '../answers.ts';
import type { AsideAnswer, AsideTask } from './asideTask.ts';

/** Without work for so long the process ends, and gives its memory back. */
const restMilliseconds = 60_000;

/** What it may take beside the server, bytes. */
const mostMemory = 2 ** 30;

/** A process that computes what nobody waits for, so that the server has its own thread for those who do. */
export interface AsideProcess {
  /** null: it could not be answered there, for whatever reason; the server finds out itself. Rejects once closed. */
  answer(task: Omit<AsideTask, 'number'>): Promise<TaggedAnswer | null>;
  /** null: it is not running. */
  pid(): number | null;
  close(): void;
}

/** Started with the first task; the system gives it what others leave. */
export function asideProcess(): AsideProcess {
  let child: ChildProcess | null = null;
  let number = 0;
  let rest: NodeJS.Timeout | undefined;
  let closed = false;
  const waiting = new Map<number, (found: TaggedAnswer | null) => void>();

  const end = () => {
    clearTimeout(rest);
    child?.kill();
    child = null;
    for (const settle of waiting.values()) settle(null);
    waiting.clear();
  };
  const start = (): ChildProcess => {
    const started = fork(fileURLToPath(new URL('./asideWorker.js', import.meta.url)), {
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
      env: {
        ...process.env,
        TRAJECTA_MEMORY: `${Math.floor(Math.min(memorySetting(), mostMemory) / 1e6)}MB`,
      },
    });
    if (started.pid !== undefined) lower(started.pid);
    started.on('message', ({ number: answered, found }: AsideAnswer) => {
      waiting.get(answered)?.(found);
      waiting.delete(answered);
    });
    const gone = () => {
      if (child === started) end();
    };
    started.on('error', gone).on('exit', gone);
    return started;
  };
  return {
    answer: async (task) => {
      child ??= start();
      const running = child;
      clearTimeout(rest);
      number += 1;
      const own = number;
      const found = await new Promise<TaggedAnswer | null>((resolve) => {
        waiting.set(own, resolve);
        running.send({ ...task, number: own } satisfies AsideTask);
      });
      if (closed) throw new Error('The server is closing');
      if (waiting.size === 0) rest = setTimeout(end, restMilliseconds).unref();
      return found;
    },
    pid: () => child?.pid ?? null,
    close: () => {
      closed = true;
      end();
    },
  };
}

/** From its first moment on, or readers would wait while it starts. */
function lower(pid: number): void {
  try {
    setPriority(pid, constants.priority.PRIORITY_LOW);
  } catch {
    // It has ended already; what it was asked is computed here.
  }
}
